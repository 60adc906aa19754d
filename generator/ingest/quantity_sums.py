"""Quantities added up and held against their total, in exact decimals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from generator.model.quantity import Bound, Quantity
from generator.patterns import compiled

_MULTIPLE = compiled(r"万亿|亿|万")
_FACTORS = {"": Decimal(1), "万": Decimal(10**4), "亿": Decimal(10**8), "万亿": Decimal(10**12)}


def difference(total: Quantity, parts: Sequence[Quantity]) -> Quantity | None:
    """The sum of ``parts`` where it contradicts ``total``, None where they agree.

    All units are equal. Wordings such as 以上 or 约 claim no exact value, so nothing is held against them; a total
    rounded to 万元 may differ from its parts by its rounding.
    """
    if any(each.bound is not Bound.EXACT for each in (total, *parts)):
        return None
    value = sum((part.value for part in parts), Decimal(0))
    added = replace(total, value=value, step=min(part.step for part in parts))
    if added.agrees_with(total):
        return None
    return replace(added, written=spoken(value, like=total))


def spoken(value: Decimal, *, like: Quantity) -> str:
    """``value`` (in the base unit) in the wording of ``like``: 万元 where that says 万元."""
    match = _MULTIPLE.search(like.written)
    multiple = match[0] if match else ""
    number = value / _FACTORS[multiple]
    return f"{number.normalize():f}{multiple}{like.unit}"
