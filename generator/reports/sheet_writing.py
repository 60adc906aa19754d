"""Sheets of a workbook: heads, widths, and text that stays text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_LONGEST = 32_000  # a cell holds 32,767 characters
_HEAD_FILL = "FFE7E6E6"
_LINE = 16  # points a line takes at the default size


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of ours, without the sign ``=``."""

    text: str


def formula(text: str) -> Formula:
    return Formula(text)


def add_sheet(
    book: Workbook,
    title: str,
    head: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    widths: Sequence[int],
) -> Worksheet:
    """A sheet with a fixed head row, filters and wrapped text. Decimals and numbers become numbers, all else text."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet: Worksheet = book.create_sheet(title)
    for column, name in enumerate(head, start=1):
        cell = sheet.cell(1, column, name)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor=_HEAD_FILL)
    wrapped = Alignment(wrap_text=True, vertical="top")
    last = 1
    for last, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            _fill(sheet, last, column, value)
            sheet.cell(last, column).alignment = wrapped
        sheet.row_dimensions[last].height = _LINE * max(1, *map(_lines, row, widths))
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(head))}{last}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", "9"  # A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    return sheet


def _fill(sheet: Worksheet, row: int, column: int, value: object) -> None:
    if isinstance(value, Formula):
        sheet.cell(row, column, f"={value.text}")
    elif isinstance(value, Decimal):
        sheet.cell(row, column, int(value) if value == value.to_integral_value() else value)
    elif isinstance(value, int):
        sheet.cell(row, column, value)
    else:
        cell = sheet.cell(row, column, _storable(str(value)))
        cell.data_type = "s"  # text of a draft that begins with = is no formula


def _lines(value: object, width: int) -> int:
    """How many lines ``value`` takes in a column of ``width`` Latin characters; a Chinese one is two wide."""
    room = max(width - 2, 1)
    return sum(max(1, -(-_width(line) // room)) for line in _shown(value).split("\n"))


def _shown(value: object) -> str:
    return "" if isinstance(value, Formula) else str(value)


def _width(line: str) -> int:
    return sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in line)


def _storable(text: str) -> str:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    return ILLEGAL_CHARACTERS_RE.sub("", text)[:_LONGEST]
