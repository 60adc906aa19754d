"""Exact arithmetic on written figures: what rounding allows, and what looks like a slip of the pen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from generator.model.quantity import Bound, Quantity

_MEASURED = frozenset(
    {
        "元", "亩", "公顷", "平方米", "平方公里", "公里", "米", "千米", "千瓦", "兆瓦", "千瓦时", "吨", "公斤", "斤",
        "千克", "立方米", "%", "百分点", "个百分点", "‰", "度", "岁", "年", "月", "天", "小时", "升", "分",
    }
)  # fmt: skip
_LONGEST_SLIP = 12
_TELLING_DIGITS = 3
_DEVIATIONS = Decimal("2.5")  # standard deviations of the sum of evenly spread rounding errors


def slack(quantity: Quantity) -> Decimal:
    """How far the true number may lie from the written one.

    Half of what the last digit is worth; nothing for things counted one by one and written out (6645人).
    """
    if quantity.step == 1 and quantity.unit not in _MEASURED:
        return Decimal(0)
    return quantity.step / 2


def total_slack(quantities: Iterable[Quantity]) -> Decimal:
    """The rounding that all of ``quantities`` together allow in their sum."""
    return sum(map(slack, quantities), Decimal(0))


def is_exact(quantity: Quantity) -> bool:
    """Whether the wording claims the number itself: no 以上, 约, 近 or range."""
    return quantity.bound is Bound.EXACT


def is_lower(quantity: Quantity) -> bool:
    """Whether the wording claims at least this number."""
    return quantity.bound in (Bound.AT_LEAST, Bound.MORE_THAN)


def adds_up(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether ``parts`` can add up to ``total``: equal within rounding, lower bounds from below, 约 within a tenth."""
    added = sum((part.value for part in parts), Decimal(0))
    allowed = _rounding((total, *parts)) if _rounded(parts) else slack(total)
    gap = total.value - added
    if any(quantity.bound in (Bound.ABOUT, Bound.RANGE) for quantity in (total, *parts)):
        return abs(gap) <= abs(total.value) / 10 + allowed
    if is_lower(total) or any(map(is_lower, parts)):
        return gap <= allowed if is_lower(total) else added <= total.value + allowed
    return abs(gap) <= allowed


def _rounding(quantities: Sequence[Quantity]) -> Decimal:
    """What rounding may do to a sum: all of it in two or three members; among more it does not all go one way."""
    likely = _DEVIATIONS * (sum((slack(quantity) ** 2 for quantity in quantities), Decimal(0)) / 3).sqrt()
    return min(total_slack(quantities), likely)


def _rounded(parts: Sequence[Quantity]) -> bool:
    """Whether the parts can be rounded figures: 1100万元, 500万元 and 2000万元 were given out just so."""
    return any(part.step < 1 or part.value % (part.step * 10) for part in parts)


def misses_a_round_step(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """四类加起来1500家左右 over 400家、300家、600家、100家: 左右 does not cover a whole step of round figures."""
    if total.bound is not Bound.ABOUT or not total.value:
        return False
    step = Decimal(10) ** (len(str(int(total.value))) - significant_digits(total.value))
    added = sum((part.value for part in parts), Decimal(0))
    round_parts = all(not part.value % step and part.bound is not Bound.RANGE for part in parts)
    return step > 1 and round_parts and is_slip(total.value, added)


def weight(quantities: Iterable[Quantity]) -> Decimal:
    """How telling an agreement of these numbers is: the greatest in units of the smallest place that any of them uses.

    6645人 with 162人 weighs 6645, 3600万元 with 500万元 only 36.
    """
    values = [abs(quantity.value) for quantity in quantities if quantity.value]
    if not values:
        return Decimal(0)
    place = min(_exponent(value) for value in values)
    return max(values).scaleb(-place)


def significant_digits(value: Decimal) -> int:
    """Digits without the zeros at the end: 4 for 6645, 2 for 1700."""
    return len(value.normalize().as_tuple().digits) if value else 0


def is_slip(written: Decimal, meant: Decimal) -> bool:
    """Whether one digit typed wrong, or two neighbours exchanged, makes ``written`` of ``meant``."""
    place = min(_exponent(written), _exponent(meant))
    one, other = (str(int(abs(value).scaleb(-place))) for value in (written, meant))
    if written == meant or len(one) != len(other) or len(one) > _LONGEST_SLIP:
        return False
    wrong = [index for index, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    if len(wrong) == 1:
        return True
    return len(wrong) == 2 and wrong[1] == wrong[0] + 1 and sorted(one) == sorted(other)


def rearranged(written: Decimal, meant: Decimal) -> bool:
    """Whether both have the same digits in another order: 2448 for 2844."""
    one, other = (value.normalize().as_tuple() for value in (written, meant))
    same = one.exponent == other.exponent and sorted(one.digits) == sorted(other.digits)
    return same and one.digits != other.digits


def sum_slips(total: Decimal, parts: Sequence[Decimal]) -> bool:
    """Whether one slip in the total or in one part explains why they do not add up."""
    gap = total - sum(parts, Decimal(0))
    if significant_digits(total) >= _TELLING_DIGITS and rearranged(total, total - gap):
        return True
    return is_slip(total, total - gap) or any(part + gap > 0 and is_slip(part, part + gap) for part in parts)


def nought_slips(total: Decimal, parts: Sequence[Decimal]) -> bool:
    """Whether a nought too many or too few in the total or in one part explains why they do not add up."""
    gap = total - sum(parts, Decimal(0))
    return any(
        written != meant and written in (meant * 10, meant / 10)
        for written, meant in ((total, total - gap), *((part, part + gap) for part in parts))
        if meant > 0
    )


def within(value: Decimal, numerator: Quantity, denominator: Quantity, *, scale: int, step: Decimal) -> bool:
    """Whether ``value``, written to ``step``, is ``numerator``/``denominator``×``scale`` within all roundings.

    Half a step more than rounding asks for: documents also cut off or round up.
    """
    low_divisor = denominator.value - slack(denominator)
    if low_divisor <= 0:
        return False
    low = (numerator.value - slack(numerator)) * scale / (denominator.value + slack(denominator))
    high = (numerator.value + slack(numerator)) * scale / low_divisor
    return low - step < value < high + step


def _exponent(value: Decimal) -> int:
    """Place of the last digit that is not a zero: 0 for 6645, 2 for 1700, -1 for 8320.4."""
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
