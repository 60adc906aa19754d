"""The characters of a PDF page with their places, in rows as the page's content has them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from ctypes import byref, c_double
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw

_NEWLINES = frozenset({10, 13})
_UNPRINTABLE = frozenset({0xFFFD, 0xFFFE, 0xFFFF})


@dataclass(frozen=True, slots=True)
class Character:
    """One printed character; places in points from the page's lower left."""

    text: str
    left: float
    right: float
    baseline: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def is_wide(char: str) -> bool:
    """Whether a character is printed a full em wide."""
    return unicodedata.east_asian_width(char) in "WF"


def page_rows(text_page: Any) -> Iterator[list[Character]]:
    """The visible characters between line ends, blanks left out, in the order of the page's content."""
    for row in _interleaved(_rows(text_page)):
        printed = [char for char in row if not char.text.isspace()]
        if printed:
            yield printed


def _rows(text_page: Any) -> Iterator[list[Character]]:
    row: list[Character] = []
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
            row.append(Character(chr(code), left, right, _baseline(text_page, index)))
    if row:
        yield row


def _baseline(text_page: Any, index: int) -> float:
    x, y = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(text_page, index, byref(x), byref(y))
    return y.value


def _interleaved(rows: Iterable[list[Character]]) -> Iterator[list[Character]]:
    """Rows with the characters that a second font printed into them: some programs write those afterwards."""
    waiting: list[Character] = []
    for row in rows:
        if waiting and _lies_in(row, waiting):
            waiting.extend(row)
            continue
        if waiting:
            yield waiting
        waiting = row
    if waiting:
        yield waiting


def _lies_in(row: list[Character], other: list[Character]) -> bool:
    left, right = min(char.left for char in other), max(char.right for char in other)
    level = abs(row[0].baseline - other[0].baseline) < 0.2 * max(other[0].width, 1)
    return level and left - 1 <= row[0].left < right
