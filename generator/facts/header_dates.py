"""The 成文日期: a date that stands alone, under a signature or under the title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from generator.model.place import Span
from generator.model.text_document import TextDocument
from generator.patterns import compiled

_ZERO = "〇○零Oo0０◯"
_HAN = f"{_ZERO}一二三四五六七八九"
_DATE = (
    rf"(?:(?P<year>(?:19|20)\d{{2}})|(?P<han_year>[二一][{_HAN}]{{3}}))\s?年\s?"
    r"(?:(?P<month>\d{1,2})|(?P<han_month>[元正一二三四五六七八九十]{1,2}))\s?月\s?"
    r"(?:(?P<day>\d{1,2})|(?P<han_day>[一二三四五六七八九十廿卅]{1,3}))\s?日"
)
_ALONE = compiled(rf"[\s　]*{_DATE}[\s　]*(?:\(?（?盖章）?\)?)?[\s　]*")
_BRACKETED = compiled(rf"[\s　]*[（(]\s?{_DATE}\s?[）)][\s　]*")
_OPENING = compiled(rf"[\s　]*[（(]?(?:——|—)?\s?{_DATE}.{{0,60}}(?:通过|上|公布|印发|发布)[）)]?[\s　]*")
_IMPRINT = compiled(rf".{{0,60}}?{_DATE}\s?印发[\s　]*")
# 某某办公室　　2017年4月10日: the masthead of a bulletin.
_MASTHEAD = compiled(rf"[\s　]*(?P<issuer>[^\s　，。；：、\d]{{4,40}})[\s　]{{2,}}{_DATE}[\s　]*")
_SHORT = str.maketrans("元正廿卅", "一一Dd")
_LONGEST = 120
_TOP = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueDate:
    """The date, where it stands, and the index of its block."""

    value: date
    span: Span
    block: int


def find_issue_date(document: TextDocument) -> IssueDate | None:
    """The first date alone on a line (a signature's), else one in brackets under the title, else the imprint's.

    Dates that no calendar has (2017年2月30日) are passed over.
    """
    fallbacks: list[IssueDate] = []
    for index, block in enumerate(document.blocks):
        if len(block.span) > _LONGEST or block.cell is not None:
            continue
        line = block.span.of(document.text)
        if "年" not in line:
            continue
        alone = _dated(_ALONE.fullmatch(line), block.span.start, index)
        if alone is not None:
            return alone
        patterns = (_BRACKETED, _OPENING, _MASTHEAD) if index < _TOP else (_IMPRINT,)
        found = [_dated(pattern.fullmatch(line), block.span.start, index) for pattern in patterns]
        fallbacks += [item for item in found if item is not None]
    return fallbacks[0] if fallbacks else None


def _dated(match: re.Match[str] | None, offset: int, index: int) -> IssueDate | None:
    if match is None:
        return None
    value = _value(match)
    if value is None:
        return None
    start = match.start("year") if match["year"] else match.start("han_year")
    # 日 closes the date: it stands right behind the day, or one space after it.
    end = match.string.index("日", match.end("day") if match["day"] else match.end("han_day")) + 1
    return IssueDate(value=value, span=Span(offset + start, offset + end), block=index)


def _value(match: re.Match[str]) -> date | None:
    year = int(match["year"] or "".join(str(_digit(char)) for char in match["han_year"]))
    month = int(match["month"]) if match["month"] else _small(match["han_month"])
    day = int(match["day"]) if match["day"] else _small(match["han_day"])
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _digit(char: str) -> int:
    return 0 if char in _ZERO else "〇一二三四五六七八九".index(char)


def _small(text: str) -> int:
    """Months and days in Chinese: 元 and 正 for January, 廿 and 卅 for the tens; 0 for what is neither."""
    text = text.translate(_SHORT)
    text = text.replace("D十", "D").replace("d十", "d").replace("D", "二十").replace("d", "三十")
    tens, _, units = text.rpartition("十")
    if "十" not in text:
        return _digit(text) if len(text) == 1 else 0
    if len(tens) > 1 or len(units) > 1:
        return 0
    return (_digit(tens) if tens else 1) * 10 + (_digit(units) if units else 0)
