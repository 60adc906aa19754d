"""Dates as documents write them."""

from __future__ import annotations

import re
from datetime import date

from generator.text.numerals import narrow, parse_chinese

_HAN_ZERO = str.maketrans("○零Oo0", "〇〇〇〇〇")
_HAN_DIGIT = {character: str(value) for value, character in enumerate("〇一二三四五六七八九")}
_ARABIC_DATE = re.compile(
    r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]|(\d{4})[-./](\d{1,2})[-./](\d{1,2})"
)
_HAN_DATE = re.compile(
    r"([一二][〇○零Oo0一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]"
)


def read_year(text: str) -> str:
    """Four Arabic digits for ``2017`` or ``二○一七``."""
    if text.isdigit():
        return narrow(text)
    return "".join(_HAN_DIGIT.get(character, "") for character in text.translate(_HAN_ZERO))


def parse_date(text: str) -> date | None:
    """The date that fills ``text`` (``2017-02-14``, ``2017年2月14日``, ``二○一七年二月十四日``); None where it is none."""
    text = narrow(text.strip())
    if found := _ARABIC_DATE.fullmatch(text):
        year, month, day = (int(part) for part in found.groups() if part)
    elif found := _HAN_DATE.fullmatch(text):
        year = int(read_year(found[1]))
        month, day = (int(parse_chinese(part) or 0) for part in (found[2], found[3]))
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
