"""Values that differ the way a hand slips: two digits exchanged, one digit wrong, a nought or a 万 too many."""

from __future__ import annotations

from decimal import Decimal

_TELLING_DIGITS = 3
_SHIFT = 5  # a nought makes ten times as much; rounding takes a little of it


def is_slip(one: Decimal, other: Decimal) -> bool:
    """Whether the values are one slip apart and long enough that this is hardly chance."""
    if one == other:
        return False
    first, second = _digits(one), _digits(other)
    if min(len(first.rstrip("0")), len(second.rstrip("0"))) < 2:
        return False
    if _same_digits_shifted(one, other):
        return True
    if _is_dropped(first, second) or _is_dropped(second, first):
        return True
    if len(first) != len(second) or max(len(first.strip("0")), len(second.strip("0"))) < _TELLING_DIGITS:
        return False
    if sum(a != b for a, b in zip(first, second, strict=True)) == 1:
        return len(first) > _TELLING_DIGITS
    return is_exchange(one, other)


def _is_dropped(short: str, full: str) -> bool:
    """Whether the one is the other with a digit left out: 120 for 1020."""
    if len(full) != len(short) + 1 or len(full) <= _TELLING_DIGITS:
        return False
    return any(full[:at] + full[at + 1 :] == short for at in range(len(full)))


def is_exchange(one: Decimal, other: Decimal) -> bool:
    """Whether two digits of the one stand in each other's place in the other: 46 and 64."""
    first, second = _digits(one), _digits(other)
    if len(first) != len(second):
        return False
    places = [at for at, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(places) != 2:
        return False
    left, right = places
    return first[left] == second[right] and first[right] == second[left]


def is_shifted(one: Decimal, other: Decimal) -> bool:
    """Whether one is the other with noughts too many: 500万元 and 5000万元, 200万元 and 200亿元."""
    return _same_digits_shifted(one, other)


def differs_by_a_slip(one: Decimal, other: Decimal) -> bool:
    """Whether one digit differs, two are exchanged or a nought is too many, however short the values are."""
    first, second = _digits(one), _digits(other)
    if len(first) == len(second) and sum(a != b for a, b in zip(first, second, strict=True)) == 1:
        return True
    return is_exchange(one, other) or is_shifted(one, other)


def digits_of(value: Decimal) -> int:
    """How many digits are written, without the noughts at the end."""
    return len(_digits(value).rstrip("0"))


def _same_digits_shifted(one: Decimal, other: Decimal) -> bool:
    """The longer may be the exact form of the shorter: 73.26亿元 for 73263.24万元."""
    if not one or not other or max(one, other) < _SHIFT * min(one, other):
        return False
    short, long = sorted((_digits(one).rstrip("0"), _digits(other).rstrip("0")), key=len)
    if len(short) < _TELLING_DIGITS or len(short) == len(long):
        return short == long
    return str(round(int(long) / 10 ** (len(long) - len(short)))) == short


def _digits(value: Decimal) -> str:
    """The digits as written, whatever the point: 3197 and 3179, 218.9 and 281.9."""
    return f"{value.normalize():f}".replace(".", "").lstrip("-0")
