"""The printed lines of a PDF page with their places."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_NEWLINES = frozenset({10, 13})
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
    code: int
    left: float
    bottom: float
    right: float
    generated: bool

    @property
    def text(self) -> str:
        return chr(self.code)

    @property
    def width(self) -> float:
        return self.right - self.left


def page_lines(page: Any, number: int) -> tuple[Line, ...]:
    """Lines of a pypdfium2 page in the order of its content; blank ones are left out."""
    text_page = page.get_textpage()
    try:
        height = float(page.get_height())
        lines = (_line(row, number, height) for row in _rows(text_page))
        return tuple(line for line in lines if line.text)
    finally:
        text_page.close()


def _rows(text_page: Any) -> Iterator[list[_Character]]:
    from pypdfium2 import raw

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
        elif code not in _UNPRINTABLE and code:
            left, bottom, right, _ = text_page.get_charbox(index, loose=True)
            generated = raw.FPDFText_IsGenerated(text_page, index) == 1
            row.append(_Character(code, left, bottom, right, generated))
    if row:
        yield row


def _line(row: list[_Character], page: int, height: float) -> Line:
    printed = [char for char in row if not char.text.isspace()]
    if not printed:
        return Line(text="", page=page, left=0, right=0, y=0, em=0, page_height=height)
    wide = sorted(char.width for char in printed if is_wide(char.text)) or sorted(
        2 * char.width for char in printed
    )
    em = wide[len(wide) // 2]
    return Line(
        text=_without_gaps(row, em).strip(),
        page=page,
        left=min(char.left for char in printed),
        right=max(char.right for char in printed),
        y=sorted(char.bottom for char in printed)[len(printed) // 2],
        em=em,
        page_height=height,
    )


def _without_gaps(row: list[_Character], em: float) -> str:
    """The text without the blanks that PDFium puts where justified Chinese characters stand a little apart."""
    kept = []
    for index, char in enumerate(row):
        if char.generated and char.text.isspace() and 0 < index < len(row) - 1:
            before, after = row[index - 1], row[index + 1]
            if (is_wide(before.text) or is_wide(after.text)) and after.left - before.right < em / 2:
                continue
        kept.append(char.text)
    return "".join(kept)


def is_wide(char: str) -> bool:
    """Whether a character is printed a full em wide."""
    return unicodedata.east_asian_width(char) in "WF"
