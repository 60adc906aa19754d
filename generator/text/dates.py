"""Dates and periods as documents write them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from generator.model.place import Span
from generator.patterns import compiled
from generator.text.numerals import narrow, parse_chinese

_HAN_ZERO = str.maketrans("○零OoＯ", "〇〇〇〇〇")
_HAN_DIGIT = {character: str(value) for value, character in enumerate("〇一二三四五六七八九")}
_D = "[0-9０-９]"
_DASH = r"\s*(?:-|—{1,2}|－|–|―|~|～|─|至|到)\s*"
_YEAR = rf"(?:(?:19|20|１９|２０){_D}{{2}})(?!{_D})"
_HAN_YEAR = "[一二][〇○零OoＯ一二三四五六七八九]{3}"
_HAN_MONTH = "(?:十[一二]?|[一二三四五六七八九])"
_HAN_DAY = "(?:[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?)"
_HAN_DATE = rf"(?P<hy>{_HAN_YEAR})年(?:(?P<hm>{_HAN_MONTH})月(?:(?P<hd>{_HAN_DAY})[日号])?)?"
_PART = "(?:上半年|下半年|年?底前?|年?末|年?初|[一二三四]季度|第[一二三四]季度|前三季度)"

_PLAIN = compiled(
    rf"(?P<y>{_D}{{4}})\s*年\s*(?P<m>{_D}{{1,2}})\s*月\s*(?P<d>{_D}{{1,2}})\s*[日号]"
    rf"|(?P<y2>{_D}{{4}})(?P<mark>[-./])(?P<m2>{_D}{{1,2}})(?P=mark)(?P<d2>{_D}{{1,2}})"
    rf"|{_HAN_DATE}"
)
# What may start with a digit, tried at it; the longest forms first.
_AT_DIGIT = compiled(
    rf"(?P<days>(?P<a>{_YEAR}\s*年\s*{_D}{{1,2}}\s*月\s*{_D}{{1,2}}\s*[日号]){_DASH}(?P<b>(?:{_YEAR}\s*年\s*)?{_D}{{1,2}}\s*月\s*{_D}{{1,2}}\s*[日号]))"
    rf"|(?P<day>{_YEAR}\s*年\s*{_D}{{1,2}}\s*月\s*{_D}{{1,2}}\s*[日号]?(?!{_D}))"
    rf"|(?P<marked>{_YEAR}\s*(?P<sep>[-./])\s*{_D}{{1,2}}\s*(?P=sep)\s*{_D}{{1,2}}(?!{_D}))"
    rf"|(?P<years>(?P<y1>{_YEAR})\s*(?:学?年度?)?{_DASH}(?P<y2>{_YEAR})\s*(?:学?年度?(?:[底末]前?)?|(?=[)）])))"
    rf"|(?P<months>{_YEAR}\s*年\s*{_D}{{1,2}}\s*月?{_DASH}(?:{_YEAR}\s*年\s*)?{_D}{{1,2}}\s*月)"
    rf"|(?P<month>{_YEAR}\s*年\s*{_D}{{1,2}}\s*月份?)(?P<month_end>底前?|末)?"
    rf"|(?P<year>{_YEAR}\s*(?:学?年度?))(?P<part>\s*{_PART})?"
    r"|(?P<masked>20[xX×*＊]{2}\s*(?:年度?)?(?:\s*[0-9xX×]{1,2}\s*月(?:\s*[0-9xX×]{1,2}\s*日)?)?)"
    rf"|(?P<dayspan>{_D}{{1,2}}\s*月\s*{_D}{{1,2}}\s*[日号]{_DASH}(?:{_D}{{1,2}}\s*月\s*)?{_D}{{1,2}}\s*[日号])"
    rf"|(?P<monthspan>{_D}{{1,2}}\s*月?{_DASH}{_D}{{1,2}}\s*月份?)(?![亮租])"
    rf"|(?P<md>{_D}{{1,2}}\s*月\s*{_D}{{1,2}}\s*[日号])"
    rf"|(?P<m>{_D}{{1,2}}\s*月)(?P<m_end>份?底前?|末)?份?(?![亮租])"
    rf"|(?P<d>{_D}{{1,2}}\s*日)(?!内|之内|以内)"
    rf"|(?P<clock>{_D}{{1,2}}\s*[:：]\s*{_D}{{2}}(?::{_D}{{2}})?(?![0-9０-９.%:：]))"
    r"|(?P<named>10\s*[.．·•]\s*17(?=[”\"’]?\s*(?:全国|国家)?扶贫日|[”\"’]))"
)
_AT_HAN = compiled(
    rf"(?P<hdate>{_HAN_DATE})"
    rf"|(?P<hmd>{_HAN_MONTH}月(?:份|底前?|{_HAN_DAY}[日号]))"
    rf"|(?P<plan>十[一二三四五六]五)(?=[”\"’]|时期|规划|期间|以来|开局|收官|末|计划|初|前|后)"
)
_RELATIVE = compiled(
    "(?P<word>今年上半年|今年下半年|今年以来|年初以来|今年|本年度?|明年|去年|上年|前年|上半年|下半年|年底前?|年末|年内)"
)
_RELATIVE_START = frozenset("今年本明去上前下")
_HAN_START = frozenset("一二三四五六七八九十")
_NO_DATE_AFTER = frozenset("〔[［﹝【〕]］﹞】.．第")
_NO_DATES = ("clock", "masked", "d")  # a bare day (3日) has no month to belong to
_START = compiled(
    r"[0-9０-９]+|[一二三四五六七八九十](?=[〇○零OoＯ一二三四五六七八九十年月]|五)|[今本明去]年|[上下]半年|上年|前年|年[底末初内]|本年度"
)
_RELATIVE_YEAR = {"今": 0, "本": 0, "明": 1, "去": -1, "前": -2}


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFound:
    """A date where it stands. ``value`` as in DateMention, but ``-04-30`` where the year must come from elsewhere."""

    span: Span
    value: str
    kind: str


def read_year(text: str) -> str:
    """Four Arabic digits for ``2017`` or ``二○一七``."""
    if text.isdigit():
        return narrow(text)
    return "".join(_HAN_DIGIT.get(character, "") for character in text.translate(_HAN_ZERO))


def parse_date(text: str) -> date | None:
    """The date that fills ``text`` (``2017-02-14``, ``2017年2月14日``, ``二○一七年二月十四日``); None where it is none."""
    found = _PLAIN.fullmatch(text.strip())
    parts = _parts(found) if found else None
    return _date(*parts) if parts else None


def date_at_digit(text: str, at: int) -> DateFound | None:
    """The date or period that starts with the digit at ``at``; an impossible date has an empty value."""
    found = _AT_DIGIT.match(text, at)
    return _reading(found) if found else None


def date_at_han(text: str, at: int) -> DateFound | None:
    """The date or five-year plan that starts with the Chinese numeral at ``at``."""
    found = _AT_HAN.match(text, at)
    if not found:
        return None
    span = Span(found.start(), found.end())
    if found["plan"]:
        first = 2011 + 5 * ("二三四五六".index(found["plan"][1]) if found["plan"][1] != "一" else -1)
        return DateFound(span=span, value=f"{first}/{first + 4}", kind="five_year_plan")
    if found["hmd"]:
        return DateFound(span=span, value=_han_month_day(found["hmd"]), kind="date")
    year = read_year(found["hy"])
    if not found["hm"]:
        return DateFound(span=span, value=year, kind="year")
    parts = _parts(found)
    if not parts:
        return DateFound(span=span, value=_month(year, int(parse_chinese(found["hm"]) or 0)), kind="month")
    day = _date(*parts)
    return DateFound(span=span, value=day.isoformat() if day else "", kind="date")


def find_dates(text: str) -> tuple[DateFound, ...]:
    """Every date, period and relative date (今年, 年底) of ``text``, in order.

    Years, months and days that stand inside document numbers (〔2018〕16号) are none.
    """
    found: list[DateFound] = []
    position = 0
    while start := _START.search(text, position):
        at = start.start()
        mention = _date_at(text, at)
        position = mention.span.end if mention else start.end()
        if mention and mention.kind not in _NO_DATES:
            found.append(mention)
    return tuple(found)


def _date_at(text: str, at: int) -> DateFound | None:
    character = text[at]
    if character in _RELATIVE_START:
        return _relative_at(text, at)
    if character in _HAN_START:
        return date_at_han(text, at)
    before = text[at - 1 : at]
    if before and (before in _NO_DATE_AFTER or (before.isascii() and before.isalpha())):
        return None
    return date_at_digit(text, at)


def _relative_at(text: str, at: int) -> DateFound | None:
    """今年, 明年, 年底 …: the value names the year by its distance (``+0``, ``+1``)."""
    found = _RELATIVE.match(text, at)
    before = text[at - 1 : at]
    if not found or (before and (before in "每全多半近当几往逐历" or before.isdigit())):
        return None
    if text.startswith("每年", max(0, at - 2)):
        return None
    return DateFound(span=Span(at, found.end()), value=_distance(found["word"]), kind="relative")


def _distance(word: str) -> str:
    return f"{_RELATIVE_YEAR.get(word[0], 0 if word[0] != '上' or '半' in word else -1):+d}"


def _reading(found: re.Match[str]) -> DateFound:
    kind = found.lastgroup or ""
    span = Span(found.start(), found.end())
    for name, reader in _READERS.items():
        if found[name]:
            value, kind = reader(found)
            return DateFound(span=span, value=value, kind=kind)
    return DateFound(span=span, value="", kind=kind)


def _read_day(found: re.Match[str]) -> tuple[str, str]:
    return _iso(found["day"] or found["marked"]), "date"


def _read_days(found: re.Match[str]) -> tuple[str, str]:
    first, last = _iso(found["a"]), found["b"]
    if len(_numbers(last)) == 2:
        last = f"{first[:4]}年{last}"
    second = _iso(last)
    return (f"{first}/{second}" if first and second else ""), "date_range"


def _read_years(found: re.Match[str]) -> tuple[str, str]:
    first, last = narrow(found["y1"]), narrow(found["y2"])
    return (f"{first}/{last}" if first <= last else ""), "year_range"


def _read_months(found: re.Match[str]) -> tuple[str, str]:
    numbers = _numbers(found["months"])
    first = _month(f"{numbers[0]}", numbers[1])
    last = _month(f"{numbers[-2] if len(numbers) == 4 else numbers[0]}", numbers[-1])
    return (f"{first}/{last}" if first and last else ""), "month_range"


def _read_month(found: re.Match[str]) -> tuple[str, str]:
    year, month = _numbers(found["month"])
    if found["month_end"]:
        return _month_end(f"{year}", month), "month_end"
    return _month(f"{year}", month), "month"


def _read_year(found: re.Match[str]) -> tuple[str, str]:
    year, part = narrow(found["year"])[:4], (found["part"] or "").strip()
    if part.startswith("上半年"):
        return f"{year}-01-01/{year}-06-30", "half_year"
    if part.startswith("下半年"):
        return f"{year}-07-01/{year}-12-31", "half_year"
    if "底" in part or "末" in part:
        return f"{year}-12-31", "year_end"
    return year, "year"


def _read_month_day(found: re.Match[str]) -> tuple[str, str]:
    month, day = _numbers(found["md"])
    possible = 1 <= month <= 12 and 1 <= day <= monthrange(2000, month)[1]
    return (f"{month:02d}-{day:02d}" if possible else ""), "month_day"


def _read_bare_month(found: re.Match[str]) -> tuple[str, str]:
    month = _numbers(found["m"])[0]
    if not 1 <= month <= 12:
        return "", "month"
    if found["m_end"] and found["m_end"] != "份":
        return f"{month:02d}-{monthrange(2001, month)[1]}", "month_end"
    return f"{month:02d}", "month"


def _read_spans(found: re.Match[str]) -> tuple[str, str]:
    """8月6日至8月7日, 1—10月: both ends without their year."""
    written = found["dayspan"] or found["monthspan"]
    numbers = _numbers(written)
    if found["monthspan"]:
        ends = [f"{month:02d}" for month in numbers if 1 <= month <= 12]
        return ("/".join(ends) if len(ends) == 2 and ends[0] <= ends[1] else ""), "month_range"
    first, second = (numbers[0], numbers[1]), (numbers[-2] if len(numbers) == 4 else numbers[0], numbers[-1])
    possible = all(
        1 <= month <= 12 and 1 <= day <= monthrange(2000, month)[1] for month, day in (first, second)
    )
    ends = [f"{month:02d}-{day:02d}" for month, day in (first, second)]
    return ("/".join(ends) if possible else ""), "date_range"


def _read_named(found: re.Match[str]) -> tuple[str, str]:
    return "10-17", "named_day"


_READERS = {
    "days": _read_days,
    "day": _read_day,
    "marked": _read_day,
    "years": _read_years,
    "months": _read_months,
    "month": _read_month,
    "year": _read_year,
    "md": _read_month_day,
    "m": _read_bare_month,
    "named": _read_named,
    "dayspan": _read_spans,
    "monthspan": _read_spans,
}


def _parts(found: re.Match[str]) -> tuple[int, int, int] | None:
    named = found.groupdict()
    if named.get("hd"):
        month, day = (int(parse_chinese(named[key].replace("廿", "二十")) or 0) for key in ("hm", "hd"))
        return int(read_year(named["hy"])), month, day
    for keys in (("y", "m", "d"), ("y2", "m2", "d2")):
        if all(named.get(key) for key in keys):
            year, month, day = (int(narrow(named[key])) for key in keys)
            return year, month, day
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(text: str) -> str:
    numbers = _numbers(text)
    day = _date(*numbers[:3]) if len(numbers) >= 3 else None
    return day.isoformat() if day else ""


def _numbers(text: str) -> list[int]:
    return [int(part) for part in compiled("[0-9]+").findall(narrow(text))]


def _month(year: str, month: int) -> str:
    return f"{year}-{month:02d}" if 1 <= month <= 12 else ""


def _month_end(year: str, month: int) -> str:
    return f"{year}-{month:02d}-{monthrange(int(year), month)[1]}" if 1 <= month <= 12 else ""


def _han_month_day(text: str) -> str:
    month, _, day = text.partition("月")
    first = int(parse_chinese(month) or 0)
    number = parse_chinese(day[:-1].replace("廿", "二十")) if day[-1:] in "日号" and len(day) > 1 else None
    return f"{first:02d}" if number is None else f"{first:02d}-{int(number):02d}"
