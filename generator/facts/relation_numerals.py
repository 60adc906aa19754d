"""The small numbers that announce a list: 三, 两, 12."""

from __future__ import annotations

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {
    "两": 2,
    "双": 2,
    "〇": 0,
}
_LONGEST = 4


def small_number(written: str) -> int:
    """``三`` 3, ``十二`` 12, ``20`` 20; 0 for what is no number below a hundred (Chinese) or 10,000 (digits)."""
    if not written or len(written) > _LONGEST:
        return 0
    if written.isdecimal():
        return int(written)
    tens, ten, ones = written.partition("十")
    if not ten:
        return _DIGITS.get(written, 0)
    if any(part and part not in _DIGITS for part in (tens, ones)):
        return 0
    return 10 * (_DIGITS[tens] if tens else 1) + (_DIGITS[ones] if ones else 0)
