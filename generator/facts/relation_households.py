"""户 and 人 side by side: how many persons a household has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.facts.relation_building import term_of
from generator.facts.relation_passages import Passage
from generator.model.facts import Figure, Relation, RelationKind
from generator.patterns import compiled

_BETWEEN = compiled(r"[、，,（(\s]?(?:共|约|计)?")
_FEWEST = Decimal(1)
_MOST = Decimal(9)
_ENOUGH_PAIRS = 5
_FAR_OFF = Decimal("2.5")
_MANY = 20

Pair = tuple[Figure, Figure]


def household_pairs(passage: Passage) -> Iterator[Pair]:
    """``2979户7247人`` and ``431户、1000人``: households with their persons."""
    for households, persons in pairwise(passage.figures):
        beside = _BETWEEN.fullmatch(passage.text, households.span.end, persons.span.start)
        if beside and households.unit == "户" and persons.unit == "人":
            yield households, persons


def judge_households(pairs: Sequence[Pair]) -> Iterator[Relation]:
    """Every pair of a document, doubted where a household has less than one person or far more than elsewhere."""
    sizes = [persons.value / households.value for households, persons in pairs if households.value]
    usual = sorted(sizes)[len(sizes) // 2] if len(sizes) >= _ENOUGH_PAIRS else None
    for households, persons in pairs:
        if households.value:
            yield _size(households, persons, usual)


def _size(households: Figure, persons: Figure, usual: Decimal | None) -> Relation:
    size = persons.value / households.value
    holds = _FEWEST <= size <= _MOST
    if usual is not None and households.value >= _MANY:
        holds = holds and size <= usual * _FAR_OFF  # far fewer is common: 五保户48户48人
    return Relation(
        kind=RelationKind.RATIO,
        holds=holds,
        total=term_of(persons),
        terms=(term_of(households),),
        formula=f"{persons.quote}÷{households.quote}＝户均{size:.2f}人",
        certain=False,
    )
