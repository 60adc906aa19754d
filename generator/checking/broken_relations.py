"""Relations of a draft that do not hold, in words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.checking.context import RuleContext
from generator.matching.slips import differs_by_a_slip
from generator.model.facts import Relation, RelationKind, Term
from generator.model.finding import Finding, Related, Severity, Suggestion
from generator.model.quantity import Bound
from generator.patterns import compiled

_MOST_PLACES = 4
_OPEN = (Bound.AT_LEAST, Bound.MORE_THAN)
_NUMBER = compiled(r"[0-9０-９]+(?:[.．][0-9０-９]+)?")


def broken_relations(ctx: RuleContext, kind: RelationKind) -> Iterator[Relation]:
    """The relations of ``kind`` that the draft states and that do not hold, in text order."""
    return (relation for relation in ctx.facts.relations if relation.kind is kind and not relation.holds)


def relation_finding(
    ctx: RuleContext, relation: Relation, message: str, suggestion: str | None = None
) -> Finding:
    """A finding at the relation's total with its terms as the other side.

    A relation that the wording leaves open to another reading is a question (warning), whatever its arithmetic.
    """
    return Finding(
        severity=_severity(ctx, relation),
        message=message,
        span=relation.total.span,
        related=other_sides(ctx, relation),
        suggestion=Suggestion(replace=suggestion) if suggestion and relation.certain else None,
    )


def _severity(ctx: RuleContext, relation: Relation) -> Severity:
    """A total of 9500人以上 over parts of …人以上 that come to less is no contradiction: every part may be more."""
    if relation.certain:
        return Severity.ERROR
    bounds = {figure.span: figure.quantity.bound for figure in ctx.facts.figures}
    members = [bounds.get(term.span) for term in (relation.total, *relation.terms)]
    value, expected = relation.total.value, relation.expected
    if value is None or expected is None or expected >= value or not all(bound in _OPEN for bound in members):
        return Severity.WARNING
    return Severity.WARNING if differs_by_a_slip(value, expected) else Severity.HINT


def other_sides(ctx: RuleContext, relation: Relation) -> tuple[Related, ...]:
    """The places of the relation's terms."""
    return tuple(ctx.here(term.span) for term in relation.terms if term.span != relation.total.span)


def expected_words(relation: Relation) -> str | None:
    """What the total would be by the terms, written the way the total is written; None where it is not known."""
    if relation.expected is None:
        return None
    places = _decimal_places(relation.total.quote) if relation.kind is RelationKind.RATIO else _MOST_PLACES
    return _restate(relation.total, relation.expected, places)


def _decimal_places(quote: str) -> int:
    """How many digits are written behind the point: a share is told no finer than the draft tells it."""
    found = _NUMBER.search(quote)
    return (
        len(compiled(r"[.．]").split(found.group())[1])
        if found and compiled(r"[.．]").search(found.group())
        else 0
    )


def _restate(term: Term, value: Decimal, places: int) -> str:
    """``value`` in the words of ``term``: 1145000000 in the words of ``11.4亿元`` is ``11.45亿元``.

    The bare number where the term is not written with digits, or carries no value to take the scale from.
    """
    found = _NUMBER.search(term.quote)
    written = Decimal(found.group().replace("．", ".")) if found else Decimal(0)
    if found is None or not written or not term.value:
        return plain(value, places)
    scaled = value * written / term.value
    return f"{term.quote[: found.start()]}{plain(scaled, places)}{term.quote[found.end() :]}"


def plain(value: Decimal, places: int = _MOST_PLACES) -> str:
    """A decimal without exponent or needless zeros, rounded to ``places``."""
    text = f"{round(value, places):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
