"""Number marks at the start of a line: 一、 （一） 1. （1） ① 第一条 一要."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from generator.patterns import compiled


class NumberStyle(Enum):
    """How a heading is numbered; the value is an example of it."""

    CHINESE = "一、"
    CHINESE_BRACKET = "（一）"
    ARABIC = "1."
    ARABIC_BRACKET = "（1）"
    CIRCLED = "①"
    PART = "第一部分"
    CHAPTER = "第一章"
    SECTION = "第一节"
    ARTICLE = "第一条"
    DEMAND = "一要"


# GB/T 9704-2012 7.3.3 orders 一、（一）1.（1）; 编 and 章 stand as high as 一、, 节 as （一）, 条 as 1.
LEVELS = {
    NumberStyle.CHINESE: 1,
    NumberStyle.CHINESE_BRACKET: 2,
    NumberStyle.ARABIC: 3,
    NumberStyle.ARABIC_BRACKET: 4,
    NumberStyle.CIRCLED: 5,
    NumberStyle.PART: 1,
    NumberStyle.CHAPTER: 1,
    NumberStyle.SECTION: 2,
    NumberStyle.ARTICLE: 3,
    NumberStyle.DEMAND: 2,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingMark:
    """The number at the start of a line. ``start``/``end`` are offsets in the line; ``end`` is where the words begin.

    ``number`` is the mark as written (``（一）``), ``ordinal`` its number, ``level`` as in :class:`Heading`.
    ``separator`` is what closes the number: 、 . ． ） or nothing.
    """

    start: int
    end: int
    number: str
    ordinal: int
    level: int
    style: NumberStyle
    separator: str


_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2}
_HAN = r"[一二三四五六七八九十百〇○零]"
_UNITS = {"部分": NumberStyle.PART, "编": NumberStyle.PART, "章": NumberStyle.CHAPTER}
_UNITS |= {"节": NumberStyle.SECTION, "条": NumberStyle.ARTICLE}

# What converters leave before the number: Markdown's # and **, Word's bookmark as text, invisible characters.
_LEAD = compiled(r"(?:\s|[\u200b\ufeff\u00ad]|#{1,6}(?=\s)|\*\*|\[bookmark:[^\]\n]{0,40}\])*")
_MARK = compiled(
    rf"(?P<chinese>{_HAN}{{1,4}})\s?(?P<comma>[、．.])(?!\s?{_HAN}{{1,3}}[、月级])"
    rf"|(?P<open>[（(﹙])\s?(?:(?P<in_han>{_HAN}{{1,4}})|(?P<in_digits>[0-9０-９]{{1,2}}))\s?(?P<shut>[）)﹚])[、.．]?"
    rf"|第\s?(?:(?P<unit_han>{_HAN}{{1,5}})|(?P<unit_digits>[0-9]{{1,3}}))\s?(?P<unit>部分|编|章|节|条)"
    r"(?=[\s　：:、]|(?<=条)|$)(?:之[一二三四五六七八九十]{1,2})?[：:、]?"
    r"|(?P<digits>[0-9０-９]{1,2})\s?(?P<dot>[、.．)）])(?![0-9０-９]+[、号]|(?<=[.．])\s?(?!(?:19|20)\d\d年)[0-9０-９])"
    r"|(?P<circled>[①-⑳⑴-⒇㈠-㈩])"
    r"|(?P<demand>[一二三四五六七八九十]{1,2})(?=要[一-鿿])要"
)


def read_mark(line: str) -> HeadingMark | None:
    """The number mark at the start of ``line``, after indentation; None where the line starts with words.

    ``1.5万元`` and ``一、二级公路`` start with figures, ``一是`` with an item of a sentence: none is a mark.
    """
    lead = _LEAD.match(line)
    start = lead.end() if lead else 0
    match = _MARK.match(line, start)
    if match is None:
        return None
    style, ordinal, separator = _reading(match)
    if ordinal <= 0:
        return None
    return HeadingMark(
        start=start,
        end=_words_start(line, match.end()),
        number=match.group().strip(),
        ordinal=ordinal,
        level=LEVELS[style],
        style=style,
        separator=separator,
    )


def chinese_ordinal(text: str) -> int:
    """二十一 as 21, 〇 and 十 in every common spelling; 0 when ``text`` is no Chinese number below a thousand."""
    total = digit = 0
    for char in text:
        if char == "十":
            total, digit = total + (digit or 1) * 10, 0
        elif char == "百":
            total, digit = total + (digit or 1) * 100, 0
        elif char in _DIGITS:
            digit = _DIGITS[char]
        else:
            return 0
    return total + digit


def _reading(match: re.Match[str]) -> tuple[NumberStyle, int, str]:
    if match["chinese"]:
        return NumberStyle.CHINESE, chinese_ordinal(match["chinese"]), match["comma"]
    if match["in_han"]:
        return NumberStyle.CHINESE_BRACKET, chinese_ordinal(match["in_han"]), match["shut"]
    if match["in_digits"]:
        return NumberStyle.ARABIC_BRACKET, int(match["in_digits"]), match["shut"]
    if match["unit"]:
        digits = match["unit_digits"]
        ordinal = int(digits) if digits else chinese_ordinal(match["unit_han"])
        return _UNITS[match["unit"]], ordinal, ""
    if match["digits"]:
        return NumberStyle.ARABIC, int(match["digits"]), match["dot"]
    if match["circled"]:
        return _circled(match["circled"])
    return NumberStyle.DEMAND, chinese_ordinal(match["demand"]), ""


def _circled(char: str) -> tuple[NumberStyle, int, str]:
    for first, style in (("①", NumberStyle.CIRCLED), ("⑴", NumberStyle.ARABIC_BRACKET)):
        if 0 <= ord(char) - ord(first) < 20:
            return style, ord(char) - ord(first) + 1, ""
    return NumberStyle.CHINESE_BRACKET, ord(char) - ord("㈠") + 1, ""


def _words_start(line: str, offset: int) -> int:
    while offset < len(line) and (line[offset].isspace() or line[offset] == "*"):
        offset += 1
    return offset
