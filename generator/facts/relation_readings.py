"""Other readings of a passage by which a doubted total comes out right after all: then nothing is doubted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence, Set
from decimal import Decimal

from generator.facts.relation_numerals import small_number
from generator.facts.relation_passages import Passage
from generator.model.facts import Figure, Relation, RelationKind
from generator.model.place import Span
from generator.patterns import compiled

_NUMERAL = compiled(
    r"(?<![\d.第〔])(?:\d{1,3}(?![\d.%])|[两三四五六七八九十]{1,3})(?=(?![大]?[项类笔批块])[\u4e00-\u9fff])"
)
_SUMS = (RelationKind.SUM, RelationKind.PRODUCT)
_NO_SUM = frozenset({"%", "百分点", "‰"})
_MONTHLY = compiled(r"每月[^。]*年|月[^。]{0,40}(?:一年|全年|年度)")
_MONTHS = 12
_MOST = 16  # figures of one sentence: with more, some reading always holds
_LARGEST = 200


def without_explained(relations: Sequence[Relation], passages: Sequence[Passage]) -> Iterator[Relation]:
    """``relations`` without the doubts about totals that the same passage makes in another way."""
    starts = [passage.span.start for passage in passages]
    for relation in relations:
        index = bisect_right(starts, relation.total.span.start) - 1
        doubted = not relation.holds and relation.kind in _SUMS and index >= 0
        if not (doubted and is_explained(passages[index], relation)):
            yield relation


def is_explained(passage: Passage, relation: Relation) -> bool:
    """Whether other figures of the sentence make the total: 3+3+3+4+4, 3000元 in each of 四年, 2000万元 and 3×100万元."""
    total = next((figure for figure in passage.figures if figure.span == relation.total.span), None)
    terms = {term.span for term in relation.terms}
    if total is None or total.unit in _NO_SUM or not all(map(passage.span.contains, terms)):
        return False
    start, end = passage.sentence_start(total.span.start), passage.sentence_end(total.span.end)
    same = [
        figure
        for figure in passage.all_figures
        if figure.unit == total.unit and start <= figure.span.start < end and figure.span != total.span
    ]
    if relation.kind is RelationKind.PRODUCT and _has_a_third_factor(passage, relation):
        return True
    if not same or len(same) > _MOST:
        return False
    alike = {figure.span.start for figure in (total, *same)}
    numbers = _numbers(passage.text, start, end, alike)
    return (
        _is_run(total, same, terms)
        or _is_multiple(total, same, numbers, terms if relation.kind is RelationKind.PRODUCT else ())
        or _is_rest(passage, total, relation, start)
    )


def _numbers(text: str, start: int, end: int, but: Set[int] = frozenset()) -> frozenset[int]:
    """The numerals of a stretch that do not begin at one of ``but``, and count neither items nor kinds."""
    numerals = (found for found in _NUMERAL.finditer(text, start, end) if found.start() not in but)
    found = (small_number(numeral.group()) for numeral in numerals)
    return frozenset(number for number in found if 1 < number < _LARGEST)


def _is_run(total: Figure, same: Sequence[Figure], terms: Set[Span]) -> bool:
    """Whether neighbours of one unit add up to it, not all of them doubted parts."""
    before = [figure for figure in same if figure.span.start < total.span.start]
    for side in (before, same[len(before) :]):
        for first in range(len(side)):
            added = side[first].value
            for last in range(first + 1, len(side)):
                added += side[last].value
                if added == total.value and not {f.span for f in side[first : last + 1]} <= terms:
                    return True
    return False


def _is_multiple(
    total: Figure, same: Sequence[Figure], numbers: frozenset[int], factors: Collection[Span]
) -> bool:
    """a×n, or a+b×n; that the doubted ``factors`` make it with another number is no reading."""
    for figure in same:
        if (
            figure.span not in factors
            and figure.value > 1
            and any(figure.value * number == total.value for number in numbers)
        ):
            return True
        rest = total.value - figure.value
        others = (other for other in same if other.span != figure.span and other.value > 1)
        if rest > 0 and any(other.value * number == rest for other in others for number in numbers):
            return True
    return False


def _has_a_third_factor(passage: Passage, relation: Relation) -> bool:
    """240人×1200元 for 6个月: a number of the paragraph in front makes what is missing."""
    value, expected = relation.total.value, relation.expected
    if value is None or not expected or value % expected:
        return False
    told = _numbers(passage.text, passage.span.start, relation.total.span.start)
    monthly = _MONTHLY.search(passage.text, passage.span.start, relation.total.span.end)
    return value / expected in (told | {_MONTHS} if monthly else told)


def _is_rest(passage: Passage, total: Figure, relation: Relation, start: int) -> bool:
    """其余4条 beside 8条 and 3条: 十五条 stands in front."""
    values = [term.value for term in relation.terms if term.value is not None]
    whole = total.value + sum(values, Decimal(0))
    return len(values) == len(relation.terms) and whole in _numbers(passage.text, passage.span.start, start)
