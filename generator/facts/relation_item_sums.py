"""Totals over items that semicolons divide: 筹集429.7万元：补贴144万元，按240人、每人1200元测算；贴息86万元；…."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice, pairwise, product

from generator.facts.relation_arithmetic import (
    adds_up,
    is_exact,
    nought_slips,
    rearranged,
    sum_slips,
    weight,
)
from generator.facts.relation_building import sum_relation
from generator.facts.relation_passages import Passage
from generator.model.facts import Figure, Relation
from generator.patterns import compiled

_COLON = compiled(r"[：:]")
_GAP = compiled(r"[^。；;：:\d]{0,20}")
_CLOSING = compiled(r"\s*(?:其中|合计|总计|共|以上|此外|另外|同时|到)")
_NO_SUM = frozenset({"%", "百分点", "‰", "年", "月", "天", "岁", "分", "倍", "次"})
_FEWEST = 3
_TELLING = 100
_MOST_READINGS = 64


def find_item_sums(passage: Passage) -> Iterator[Relation]:
    """Every colon behind a total, with one figure of the total's unit (or more) in each item."""
    text = passage.text
    for colon in _COLON.finditer(text, passage.span.start, passage.span.end):
        total = next(iter(passage.before(colon.start(), 1)), None)
        if total is None or total.unit in _NO_SUM or not is_exact(total.quantity):
            continue
        if not _GAP.fullmatch(text, total.span.end, colon.start()):
            continue
        items = _items(passage, colon.end())
        choices = [[figure for figure in item if figure.unit == total.unit] for item in items]
        if len(choices) >= _FEWEST and all(choices):
            yield from _judged(total, choices)


def _items(passage: Passage, start: int) -> list[tuple[Figure, ...]]:
    """The figures of each item up to the full stop; nothing where one of them says something of all."""
    end = passage.sentence_end(start)
    edges = [start, *(mark.end() for mark in compiled("[；;]").finditer(passage.text, start, end)), end]
    if any(_CLOSING.match(passage.text, edge) for edge in edges[1:-1]):
        return []
    return [passage.between(first, last) for first, last in pairwise(edges)]


def _judged(total: Figure, choices: Sequence[Sequence[Figure]]) -> Iterator[Relation]:
    for parts in islice(product(*choices), _MOST_READINGS):
        if adds_up(total.quantity, [part.quantity for part in parts]):
            yield sum_relation(total, parts, holds=True)
            return
    firsts = [some[0] for some in choices]
    values = [part.value for part in firsts]
    exact = all(is_exact(part.quantity) for part in firsts) and max(values) < total.value
    if not exact or weight([total.quantity, *(part.quantity for part in firsts)]) < _TELLING:
        return
    if (
        sum_slips(total.value, values)
        or nought_slips(total.value, values)
        or rearranged(total.value, sum(values, Decimal(0)))
    ):
        yield sum_relation(total, firsts, holds=False, certain=False)
