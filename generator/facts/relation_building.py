"""Relations put together from figures."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.facts.relation_arithmetic import within
from generator.model.facts import Figure, Relation, RelationKind, Term
from generator.model.place import Span

_MOST_ITEMS_APART = 4
_PER_CENT = 100


def term_of(figure: Figure) -> Term:
    """A figure as a member of a relation."""
    return Term(span=figure.span, quote=figure.quote, value=figure.value)


def item(text: str, start: int, end: int, value: Decimal | None = None) -> Term:
    """A piece of the text as a member of a relation."""
    return Term(span=Span(start, end), quote=text[start:end], value=value)


def sum_relation(total: Figure, parts: Sequence[Figure], *, holds: bool, certain: bool = True) -> Relation:
    """``parts`` add up to ``total``, or ought to."""
    added = sum((part.value for part in parts), Decimal(0))
    sign = "=" if holds else "≠"
    return Relation(
        kind=RelationKind.SUM,
        holds=holds,
        total=term_of(total),
        terms=tuple(map(term_of, parts)),
        formula=f"{'+'.join(part.quote for part in parts)}{sign}{total.quote}",
        expected=added,
        certain=certain,
    )


def bound_relation(whole: Figure, part: Figure, *, holds: bool, certain: bool = True) -> Relation:
    """``part`` is a part of ``whole``; the part is what is doubted when it is greater."""
    return Relation(
        kind=RelationKind.BOUND,
        holds=holds,
        total=term_of(part),
        terms=(term_of(whole),),
        formula=f"{part.quote}≤{whole.quote}",
        certain=certain,
    )


def share_relation(
    rate: Figure, part: Figure, whole: Figure, *, holds: bool, certain: bool, scale: int = 100
) -> Relation:
    """``rate`` is ``part`` over ``whole``, times ``scale`` (1 for averages), or ought to be."""
    return Relation(
        kind=RelationKind.RATIO,
        holds=holds,
        total=term_of(rate),
        terms=(term_of(part), term_of(whole)),
        formula=f"{part.quote}÷{whole.quote}{'≈' if holds else '≠'}{rate.quote}",
        expected=part.value * scale / whole.value,
        certain=certain,
    )


def rate_of(rate: Figure, part: Figure, whole: Figure) -> Decimal:
    """``part`` over ``whole`` in per cent, as finely as ``rate`` is written."""
    return (part.value * _PER_CENT / whole.value).quantize(rate.quantity.step)


def is_rate(rate: Figure, part: Figure, whole: Figure) -> bool:
    """Whether ``rate`` is ``part`` over ``whole`` within all roundings."""
    return within(rate.value, part.quantity, whole.quantity, scale=_PER_CENT, step=rate.quantity.step)


def listed(text: str, items: Sequence[Term]) -> tuple[Term, ...]:
    """The items of an inline list; of a long one the first, the last, and all between them as one."""
    if len(items) <= _MOST_ITEMS_APART:
        return tuple(items)
    between = item(text, items[1].span.start, items[-2].span.end)
    return items[0], between, items[-1]


def count_relation(
    announced: Term, items: Sequence[Term], *, count: int, holds: bool, certain: bool = True
) -> Relation:
    """A number announced for a list of ``count`` items."""
    sign = "=" if holds else "≠"
    return Relation(
        kind=RelationKind.COUNT,
        holds=holds,
        total=announced,
        terms=tuple(items),
        formula=f"{announced.quote}{sign}列出{count}项",
        expected=Decimal(count),
        certain=certain,
    )
