"""The same thing said twice: equal figures of one key, and pairs of which one member differs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.facts.relation_arithmetic import is_exact, is_slip, significant_digits
from generator.facts.relation_building import term_of
from generator.facts.relation_households import Pair
from generator.facts.relation_passages import counts_something
from generator.model.facts import Figure, Relation, RelationKind

_TELLING_DIGITS = 3  # 372 twice is no chance, 50 twice may be
_NO_AMOUNT = frozenset({"%", "百分点", "年", "月", "天", "岁", "次", "周岁"})
_HAN_BEFORE = re.compile(r"[\u4e00-\u9fff“”]*$")
_SAME_WORDS = 4
_MOST_MENTIONS = 12


def find_repeats(text: str, figures: Sequence[Figure], pairs: Sequence[Pair]) -> Iterator[Relation]:
    """Repeats over the whole document, those that agree and those that do not."""
    counting = [figure for figure in figures if counts_something(figure) and figure.unit not in _NO_AMOUNT]
    yield from _agreeing(counting)
    yield from _differing_pairs(pairs)
    yield from _differing(text, counting)


def _agreeing(figures: Sequence[Figure]) -> Iterator[Relation]:
    """Mentions of one value with one unit: the value telling by itself, or counting the same noun."""
    groups: dict[tuple[str, Decimal, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        telling = significant_digits(figure.value) >= _TELLING_DIGITS
        noun = "" if telling else (figure.noun[-2:] or figure.indicator)
        if telling or (noun and figure.value > 1):
            groups[figure.unit, figure.value, noun].append(figure)
    for mentions in groups.values():
        if len(mentions) > 1:
            yield _repeat(mentions[0], mentions[1:_MOST_MENTIONS], holds=True)


def _repeat(first: Figure, others: Sequence[Figure], *, holds: bool, certain: bool = True) -> Relation:
    sign = "=" if holds else "≠"
    return Relation(
        kind=RelationKind.REPEAT,
        holds=holds,
        total=term_of(first),
        terms=tuple(map(term_of, others)),
        formula=sign.join(figure.quote for figure in (first, *others)),
        expected=others[0].value,
        certain=certain,
    )


def _differing_pairs(pairs: Sequence[Pair]) -> Iterator[Relation]:
    """372户873人 and 378户873人: two telling figures that go together, of which one has changed by a slip."""
    by_member: dict[tuple[str, Decimal], list[Pair]] = defaultdict(list)
    for pair in pairs:
        for figure in pair:
            if significant_digits(figure.value) >= _TELLING_DIGITS:
                by_member[figure.unit, figure.value].append(pair)
    for (unit, _), together in by_member.items():
        for earlier, later in pairwise(together):
            one, other = (pair[1] if unit == "户" else pair[0] for pair in (earlier, later))
            exact = is_exact(one.quantity) and is_exact(other.quantity)
            if exact and is_slip(one.value, other.value):
                yield _repeat(other, (one,), holds=False, certain=False)


def _differing(text: str, figures: Sequence[Figure]) -> Iterator[Relation]:
    """Two values under one key, where also the words around the two figures are the same."""
    by_key: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.indicator and is_exact(figure.quantity):
            by_key[_key(text, figure)].append(figure)
    for key, mentions in by_key.items():
        if len(key[-1]) >= _SAME_WORDS and len({figure.value for figure in mentions}) == 2:
            first, second = mentions[0], next(f for f in mentions if f.value != mentions[0].value)
            if first.task != second.task and is_slip(first.value, second.value):
                yield _repeat(second, (first,), holds=False, certain=False)


def _key(text: str, figure: Figure) -> tuple[str, ...]:
    start = figure.span.start
    words = _HAN_BEFORE.search(text[max(0, start - 12) : start])
    return (
        figure.unit, figure.year, figure.place, figure.indicator, figure.noun, *figure.scope,
        words.group() if words else "",
    )  # fmt: skip
