"""A figure of a yearly series told again with another value: 2019年2.1万亩、2020年2.7万亩 and 2019年…完成当年2.4万亩."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.facts.relation_arithmetic import is_exact, is_slip, rearranged
from generator.facts.relation_building import term_of
from generator.facts.relation_passages import Passage
from generator.facts.relation_words import kinds_of, pairs
from generator.facts.relation_year_sums import year_in_front, year_runs
from generator.model.facts import Figure, Relation, RelationKind
from generator.patterns import compiled

_NO_AMOUNT = frozenset({"%", "百分点", "‰", "年", "月", "天", "岁", "次"})
_CLAUSE = compiled(r"[，,。；;：:\n（()）]")
_FEWEST_SHARED = 2
_FRONT = 24
_BEHIND = 18
_MOST_OF_UNIT = 4  # of one year: with more figures of the unit, one of them is alike by chance


def find_year_repeats(passages: Sequence[Passage]) -> Iterator[Relation]:
    """Later mentions of one year of a series, in other paragraphs and in like words."""
    for passage in passages:
        for run in year_runs(passage):
            if run[0].unit not in _NO_AMOUNT and all(is_exact(figure.quantity) for figure in run):
                for figure in run:
                    yield from _told_again(passages, passage, figure)


def _told_again(passages: Sequence[Passage], home: Passage, figure: Figure) -> Iterator[Relation]:
    year = str(year_in_front(home, figure))
    others = [
        (passage, other)
        for passage in passages
        if passage is not home
        for other in passage.figures
        if other.unit == figure.unit and other.year == year and is_exact(other.quantity)
    ]
    if len(others) > _MOST_OF_UNIT or any(other.value == figure.value for _, other in others):
        return
    for passage, other in others:
        slip = is_slip(other.value, figure.value) or rearranged(other.value, figure.value)
        same_form = other.quantity.step == figure.quantity.step
        if slip and same_form and _dated(passage, other, year) and _alike(home, figure, passage, other):
            yield Relation(
                kind=RelationKind.REPEAT,
                holds=False,
                total=term_of(other),
                terms=(term_of(figure),),
                formula=f"{figure.quote}≠{other.quote}",
                expected=figure.value,
                certain=False,
            )


def _dated(passage: Passage, figure: Figure, year: str) -> bool:
    """Whether the sentence itself names the year."""
    return f"{year}年" in passage.text[passage.sentence_start(figure.span.start) : figure.span.start]


def _alike(home: Passage, figure: Figure, passage: Passage, other: Figure) -> bool:
    """Whether the words beside the mention stand in the paragraph of the series, and narrow it no further."""
    limit = min(passage.span.end, other.span.end + _BEHIND)
    before = _CLAUSE.split(
        passage.text[max(passage.span.start, other.span.start - _FRONT) : other.span.start]
    )[-1]
    words = before + _CLAUSE.split(passage.text[other.span.end : limit])[0]
    front = home.text[max(home.span.start, figure.span.start - _BEHIND) : figure.span.start]
    told = kinds_of(_CLAUSE.split(front)[-1])
    shared = pairs(words) & pairs(home.span.of(home.text))
    return kinds_of(words) - {"其中"} == told - {"其中"} and len(shared) >= _FEWEST_SHARED
