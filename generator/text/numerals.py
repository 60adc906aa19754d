"""Numerals: Arabic, full-width, Chinese and mixed, read as exact decimals."""

from __future__ import annotations

import re
from decimal import Decimal

# Full-width digits and marks only: NFKC would turn ① into 1 and glue list marks to figures.
_NARROW = str.maketrans("０１２３４５６７８９．，％：", "0123456789.,%:")

ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9０-９]{1,3}(?:，[０-９]{3})+|[0-9０-９]+)(?:[.．][0-9０-９]+)?"
_DIGITS = dict(zip("〇○零Oo一二三四五六七八九", (0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_DIGITS |= dict(zip("壹贰叁肆伍陆柒捌玖两俩", (1, 2, 3, 4, 5, 6, 7, 8, 9, 2, 2), strict=True))
_SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_HAN_DIGITS = "〇○零一二三四五六七八九壹贰叁肆伍陆柒捌玖两"
CHINESE = rf"[{_HAN_DIGITS}十百千万亿拾佰仟]+(?:点[{_HAN_DIGITS}]+)?"

_ARABIC_WITH_FACTOR = re.compile(rf"({ARABIC})([十百千]?(?:万亿|[万亿])?)")
_MIXED = re.compile(rf"(?:{ARABIC}[百千]?[万亿])+(?:{ARABIC}[百千]?)?")
_CHINESE = re.compile(CHINESE)


def narrow(text: str) -> str:
    """``text`` with full-width digits, points, commas and percent signs made half-width; same length."""
    return text.translate(_NARROW)


def parse_numeral(text: str) -> Decimal | None:
    """The value of a numeral that fills ``text`` (``1,020.5``, ``1.3万``, ``二千一百二十四万``, ``1亿2千万``); else None."""
    text = narrow(text.strip())
    if found := _ARABIC_WITH_FACTOR.fullmatch(text):
        return parse_arabic(found[1]) * factor(found[2])
    if _CHINESE.fullmatch(text):
        return parse_chinese(text)
    if _MIXED.fullmatch(text):
        return sum(
            (parse_arabic(m[1]) * factor(m[2]) for m in _ARABIC_WITH_FACTOR.finditer(text)), Decimal(0)
        )
    return None


def parse_arabic(text: str) -> Decimal:
    """The value of digits with an optional point and thousands separators, full-width or not."""
    return Decimal(narrow(text).replace(",", ""))


def factor(text: str) -> Decimal:
    """What the characters 十 百 千 万 亿 after digits multiply by; 1 for none."""
    product = 1
    for character in text:
        product *= _SMALL.get(character) or _LARGE.get(character, 1)
    return Decimal(product)


def parse_chinese(text: str) -> Decimal | None:
    """The value of a Chinese numeral, None where the characters make none (``十十``, ``万``)."""
    whole, _, fraction = text.partition("点")
    value = _chinese_whole(whole)
    if value is None or not fraction:
        return value
    digits = "".join(str(_DIGITS[character]) for character in fraction if character in _DIGITS)
    return Decimal(f"{value}.{digits}") if len(digits) == len(fraction) and value == int(value) else None


def _chinese_whole(text: str) -> Decimal | None:
    if not text:
        return None
    if all(character in _DIGITS for character in text):
        return Decimal("".join(str(_DIGITS[character]) for character in text))
    total = section = digit = 0
    last_small = last_large = 10**17
    pending = False  # a digit that waits for its 十, 百 or 千
    for position, character in enumerate(text):
        if character in _DIGITS:
            if pending and digit:
                return None
            digit, pending = _DIGITS[character], True
        elif character in _SMALL:
            unit = _SMALL[character]
            if unit >= last_small or (not pending and unit != 10):
                return None
            section += (digit if pending else 1) * unit
            digit, pending, last_small = 0, False, unit
        elif character in _LARGE:
            unit = _LARGE[character]
            if section + digit == 0:
                return None
            total = (
                (total + section + digit) * unit if unit > last_large else total + (section + digit) * unit
            )
            section, digit, pending, last_small, last_large = 0, 0, False, 10**17, unit
        else:
            return None
        if position == len(text) - 1 and pending:
            section += digit * _omitted(text)
    return Decimal(total + section)


def _omitted(text: str) -> int:
    """What the last digit counts where its unit is left out: 1 after 零, else a tenth of the unit before it (三万五)."""
    if len(text) < 2 or text[-2] in _DIGITS:
        return 1
    unit = _SMALL.get(text[-2]) or _LARGE.get(text[-2], 10)
    return unit // 10
