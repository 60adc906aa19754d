"""The sums that a policy states: 等于 and 分解. The loader has made sure that they hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.ingest.yaml_places import YamlPlaces
from generator.model.facts import Relation, RelationKind, Term
from generator.model.policy import Origin, PolicyDocument
from generator.model.quantity import Bound, Quantity

_Placed = tuple[Quantity, Origin]


def policy_sums(policy: PolicyDocument, places: YamlPlaces) -> tuple[Relation, ...]:
    """One relation for each sum whose members claim exact values, in the order of the file."""
    return tuple(
        _sum(total, parts, places)
        for total, parts in _stated(policy)
        if all(quantity.bound is Bound.EXACT for quantity, _ in (total, *parts))
    )


def _stated(policy: PolicyDocument) -> Iterator[tuple[_Placed, Sequence[_Placed]]]:
    for target in policy.targets.values():
        if target.sum_of:
            parts = [policy.targets[name] for name in target.sum_of]
            yield (target.quantity, target.origin), [(part.quantity, part.origin) for part in parts]
    for decomposition in policy.decompositions:
        if decomposition.rows:
            target = policy.targets[decomposition.target]
            yield (target.quantity, target.origin), [(row.quantity, row.origin) for row in decomposition.rows]


def _sum(total: _Placed, parts: Sequence[_Placed], places: YamlPlaces) -> Relation:
    return Relation(
        kind=RelationKind.SUM,
        holds=True,
        total=_term(total, places),
        terms=tuple(_term(part, places) for part in parts),
        formula="+".join(part.written for part, _ in parts) + f"={total[0].written}",
        expected=sum((part.value for part, _ in parts), Decimal(0)),
    )


def _term(placed: _Placed, places: YamlPlaces) -> Term:
    quantity, origin = placed
    span = places.span_of(quantity.written, origin)
    return Term(span=span, quote=span.of(places.text), value=quantity.value)
