"""户/人 pairs that add up over the whole document: 2553户9261人 and 630户2026人 make 3183户11287人."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from generator.facts.relation_arithmetic import is_exact, is_slip, rearranged, significant_digits
from generator.facts.relation_building import sum_relation
from generator.facts.relation_households import Pair
from generator.model.facts import Figure, Relation

_MOST = 40  # different pairs of one document: with more, sums come about by chance
_TELLING = 100
_SURELY = 1000
_FEW_DIGITS = 2
_SENTENCE = 80  # characters
_PARAGRAPH = 160

Values = tuple[Decimal, Decimal]


def find_pair_sums(pairs: Sequence[Pair]) -> Iterator[Relation]:
    """Two pairs that make a third, in households and in persons; doubted where one of the two is a slip off."""
    first: dict[Values, Pair] = {}
    for pair in pairs:
        if all(is_exact(figure.quantity) for figure in pair):
            first.setdefault((pair[0].value, pair[1].value), pair)
    if len(first) > _MOST:
        return
    for one, other in combinations(first.values(), 2):
        added = (one[0].value + other[0].value, one[1].value + other[1].value)
        if added in first and added[1] >= _TELLING:
            yield from _holding(first[added], one, other)
        elif min(added) >= _TELLING:
            yield from _nearly(first, added, one, other)


def _holding(total: Pair, one: Pair, other: Pair) -> Iterator[Relation]:
    for index in (0, 1):
        yield sum_relation(total[index], (one[index], other[index]), holds=True)


def _follow(one: Pair, other: Pair, total: Pair) -> bool:
    """Whether the three stand behind one another within a sentence's length, or the parts behind the total."""
    starts = [pair[0].span.start for pair in (one, other, total)]
    behind = starts == sorted(starts) and starts[-1] - starts[0] <= _SENTENCE
    in_front = starts[2] < starts[0] < starts[1] and starts[1] - starts[2] <= _PARAGRAPH
    return behind or in_front


def _slipped(figure: Figure, meant: Decimal) -> bool:
    return is_slip(figure.value, meant) or rearranged(figure.value, meant)


def _nearly(first: dict[Values, Pair], added: Values, one: Pair, other: Pair) -> Iterator[Relation]:
    """One member of the total adds up and the other is one wrong digit away: no chance meeting."""
    for total in first.values():
        for index in (0, 1):
            exact, doubtful = total[index], total[1 - index]
            telling = exact.value >= _SURELY and significant_digits(exact.value) > _FEW_DIGITS
            telling = telling or (exact.value >= _TELLING and _follow(one, other, total))
            if telling and exact.value == added[index] and _slipped(doubtful, added[1 - index]):
                yield sum_relation(exact, (one[index], other[index]), holds=True)
                yield sum_relation(doubtful, (one[1 - index], other[1 - index]), holds=False, certain=False)
