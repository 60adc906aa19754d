"""发文字号 in running text: 机关代字〔年份〕序号号, in every bracket that people type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.place import Span
from generator.patterns import compiled

OPENINGS = "〔﹝［[（(【〖{｛「『〈<"
CLOSINGS = "〕﹞］]）)】〗}｝」』〉>"

_YEAR = (
    r"(?P<year>(?:19|20)\s?[0-9xX×*＊]{2}|[0-9]{2}|[０-９]{4}|[二一][〇○零Oo0-9一二三四五六七八九]{3})\s?年?"
)
_NUMBER = compiled(
    rf"(?P<open>[{re.escape(OPENINGS)}])(?P<inner>\s?{_YEAR}\s?)(?P<close>[{re.escape(CLOSINGS)}])"
    r"(?P<rest>\s?第?\s?(?P<serial>[0-9０-９]{1,5}|[0-9]{0,3}[xX×*＊]{1,4})\s?号)(?![楼院线店房井机闸炉车厅库桥坑馆])"
)
# The code stands before the year; 14 characters hold the longest in use (国家卫生计生委办公厅函).
_CODE_LENGTH = 16
_CODE_TAIL = compiled(r"[一-鿿〇]+\s?$")
# Words of the sentence that run into the code; what follows the last of them is the code.
_NOT_CODE = compiled(
    r".*(?:按照|依照|依据|根据|遵照|参照|对照|落实|贯彻|执行|转发|印发|下发|以及|文件|通知|意见|方案|规定|精神|要求|"
    r"详见|参见|简称|号令|号文|文号|字号|编号|[、号及与的由经按据见如附为以照并是有即含])"
)
_LEADING_AND = compiled(r"[和同]")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentNumber:
    """A 发文字号 as written. ``year`` and ``serial`` are the characters between the brackets and before 号.

    ``well_formed`` follows GB/T 9704-2012 7.2.5: brackets 〔〕, the year with four digits, a serial in Arabic digits
    without 第 and without leading zeros, no spaces.
    """

    span: Span
    text: str
    agency_code: str
    year: str
    serial: str
    opening: str
    closing: str
    well_formed: bool

    @property
    def canonical(self) -> str:
        """The number as the standard would write it: two spellings of one number have equal canonical forms."""
        return f"{self.agency_code}〔{_full_year(self.year)}〕{_plain_serial(self.serial)}号"


def find_document_numbers(text: str) -> tuple[DocumentNumber, ...]:
    """Every document number of ``text``, in order. A number needs its agency code; ``（2018）3号`` alone is none."""
    return tuple(_found(text))


def parse_document_number(text: str) -> DocumentNumber | None:
    """``text`` as one document number and nothing else, or None."""
    stripped = text.strip()
    for number in _found(stripped):
        if number.span == Span(0, len(stripped)):
            return number
    return None


def _found(text: str) -> Iterator[DocumentNumber]:
    floor = 0
    for match in _NUMBER.finditer(text):
        if match["open"] in "（(〈<" and len(match["year"]) < 4:
            continue  # （18）3号 numbers a list, not a year
        start = _code_start(text, max(floor, match.start() - _CODE_LENGTH), match.start())
        if start < match.start():
            yield _document_number(text, start, match)
            floor = match.end()


def _code_start(text: str, floor: int, end: int) -> int:
    """Where the agency code before ``end`` begins; ``end`` when there is none."""
    tail = _CODE_TAIL.search(text[floor:end])
    if tail is None:
        return end
    start = floor + tail.start()
    cut = _NOT_CODE.match(text, start, end)
    if cut is not None and cut.end() > start:
        start = cut.end()
    # 和 begins a code of its own (和政县: 和政发) only where no other number stands before it.
    if _LEADING_AND.match(text, start, end) and start > 0 and text[start - 1] in "号）〕" and end - start > 2:
        start += 1
    return start


def _document_number(text: str, start: int, match: re.Match[str]) -> DocumentNumber:
    code, serial, year = text[start : match.start()].strip(), match["serial"], match["year"]
    written = text[start : match.end()]
    return DocumentNumber(
        span=Span(start, match.end()),
        text=written,
        agency_code=code,
        year=year,
        serial=serial,
        opening=match["open"],
        closing=match["close"],
        well_formed=written == f"{code}〔{year}〕{serial}号"
        and compiled(r"[0-9]{4}").fullmatch(year) is not None
        and compiled(r"[1-9][0-9]*").fullmatch(serial) is not None,
    )


_TO_DIGITS = str.maketrans("〇○零Oo一二三四五六七八九０１２３４５６７８９", "000001234567890123456789")


def _full_year(year: str) -> str:
    digits = compiled(r"\s").sub("", year).translate(_TO_DIGITS)
    return f"20{digits}" if compiled(r"[0-9]{2}").fullmatch(digits) else digits


def _plain_serial(serial: str) -> str:
    digits = serial.translate(_TO_DIGITS)
    return digits.lstrip("0") or digits
