"""A quantity: an exact number with its unit and what its wording claims about it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class Bound(Enum):
    """What the words around a number claim: 约, 近, 余, 以上, 不低于, …"""

    EXACT = ""
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    RANGE = "range"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """``value`` in the base unit ``unit`` (``1.329万人`` is 13290 人, ``70%`` is 70 %).

    ``step`` is what one in the last written digit is worth in the base unit (10 人 for ``1.329万人``): the rounding
    that the wording allows is half of it. ``upper`` is the far end of a range. ``written`` is the wording itself.
    """

    value: Decimal
    unit: str
    bound: Bound = Bound.EXACT
    step: Decimal = Decimal(1)
    upper: Decimal | None = None
    written: str = ""

    def agrees_with(self, other: Quantity) -> bool:
        """Whether both wordings can be true of one number: same unit and intersecting intervals.

        An exact value stands for ``value ± step/2`` of the coarser of the two, so ``7.33亿元`` agrees with
        ``73263.24万元``; 以上 and 不低于 open the interval upwards, 约 widens it by a tenth.
        """
        if self.unit != other.unit:
            return False
        low, high = self._interval()
        other_low, other_high = other._interval()
        slack = max(self.step, other.step) / 2 if self.step != other.step else Decimal(0)
        return (low is None or other_high is None or low <= other_high + slack) and (
            high is None or other_low is None or other_low <= high + slack
        )

    def _interval(self) -> tuple[Decimal | None, Decimal | None]:
        """Lower and upper end, None where open."""
        match self.bound:
            case Bound.AT_LEAST | Bound.MORE_THAN:
                return self.value, None
            case Bound.AT_MOST | Bound.LESS_THAN:
                return None, self.value
            case Bound.ABOUT:
                slack = abs(self.value) / 10
                return self.value - slack, self.value + slack
            case Bound.RANGE:
                return self.value, self.upper if self.upper is not None else self.value
            case Bound.EXACT:
                return self.value, self.value
