"""A quantity where it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.model.place import Span
from generator.model.quantity import Bound, Quantity
from generator.text.quantity_bounds import bound_at


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityMention:
    """``span`` covers number and unit, ``number`` the number alone; ``chinese``: written in Chinese numerals."""

    span: Span
    number: Span
    quantity: Quantity
    chinese: bool = False


def mention(
    text: str, span: Span, number: Span, quantity: Quantity, *, chinese: bool = False
) -> QuantityMention:
    """The quantity at ``span`` with its wording and with the bound that the words around it claim."""
    bound = quantity.bound if quantity.bound is not Bound.EXACT else bound_at(text, span)
    stated = replace(quantity, bound=bound, written=span.of(text))
    return QuantityMention(span=span, number=number, chinese=chinese, quantity=stated)
