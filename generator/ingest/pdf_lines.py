"""The printed lines of a PDF page with their places."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from ctypes import byref, c_double
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pypdfium2 import raw

_NEWLINES = frozenset({10, 13})
_LATIN_GAP = 0.12
_CHINESE_GAP = 0.45
_UNPRINTABLE = frozenset({0xFFFD, 0xFFFE, 0xFFFF})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line as printed. Places are in points, ``y`` of the baseline's box from the page's lower edge.

    ``em`` is the width of a Chinese character in it.
    """

    text: str
    page: int
    left: float
    right: float
    y: float
    em: float
    page_height: float

    @property
    def height_share(self) -> float:
        """0 at the page's lower edge, 1 at the upper."""
        return self.y / self.page_height if self.page_height else 0.0


@dataclass(frozen=True, slots=True)
class _Character:
    text: str
    left: float
    right: float
    baseline: float

    @property
    def width(self) -> float:
        return self.right - self.left


def page_lines(page: Any, number: int) -> tuple[Line, ...]:
    """Lines of a pypdfium2 page in the order of its content; blank ones are left out."""
    text_page = page.get_textpage()
    try:
        height = float(page.get_height())
        rows = _interleaved(_rows(text_page))
        return tuple(_line(row, number, height) for row in rows if any(_is_printed(char) for char in row))
    finally:
        text_page.close()


def _rows(text_page: Any) -> Iterator[list[_Character]]:
    """The characters between PDFium's line ends; the blanks that it makes up are left out."""
    row: list[_Character] = []
    high = 0
    for index in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if 0xD800 <= code < 0xDC00:  # PDFium hands out UTF-16 units
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        if code in _NEWLINES:
            if row:
                yield row
            row = []
        elif code and code not in _UNPRINTABLE and raw.FPDFText_IsGenerated(text_page, index) != 1:
            left, _, right, _ = text_page.get_charbox(index, loose=True)
            row.append(_Character(chr(code), left, right, _baseline(text_page, index)))
    if row:
        yield row


def _baseline(text_page: Any, index: int) -> float:
    x, y = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(text_page, index, byref(x), byref(y))
    return y.value


def _interleaved(rows: Iterable[list[_Character]]) -> Iterator[list[_Character]]:
    """Rows with the characters that a second font printed into them: some programs write those afterwards."""
    waiting: list[_Character] = []
    for row in rows:
        if waiting and _lies_in(row, waiting):
            waiting.extend(row)
            continue
        if waiting:
            yield waiting
        waiting = row
    if waiting:
        yield waiting


def _lies_in(row: list[_Character], other: list[_Character]) -> bool:
    left, right = min(char.left for char in other), max(char.right for char in other)
    level = abs(row[0].baseline - other[0].baseline) < 0.2 * max(other[0].width, 1)
    return level and left - 1 <= row[0].left < right


def _line(row: list[_Character], page: int, height: float) -> Line:
    printed = sorted((char for char in row if _is_printed(char)), key=lambda char: char.left)
    wide = sorted(char.width for char in printed if is_wide(char.text))
    widths = wide or sorted(2 * char.width for char in printed)
    em = widths[len(widths) // 2]
    return Line(
        text=_with_gaps(printed, em),
        page=page,
        left=printed[0].left,
        right=max(char.right for char in printed),
        y=sorted(char.baseline for char in printed)[len(printed) // 2],
        em=em,
        page_height=height,
    )


def _with_gaps(printed: list[_Character], em: float) -> str:
    """The characters from left to right, with a blank where they stand apart.

    Justified Chinese characters stand a little apart and are no two words; Latin words are.
    """
    pieces = [printed[0].text]
    for before, char in pairwise(printed):
        latin = before.text.isascii() and char.text.isascii()
        if char.left - before.right > em * (_LATIN_GAP if latin else _CHINESE_GAP):
            pieces.append(" ")
        pieces.append(char.text)
    return "".join(pieces)


def _is_printed(char: _Character) -> bool:
    return not char.text.isspace()


def is_wide(char: str) -> bool:
    """Whether a character is printed a full em wide."""
    return unicodedata.east_asian_width(char) in "WF"
