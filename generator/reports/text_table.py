"""Plain-text tables that line up with Chinese characters, two columns wide each."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

_WIDE = ("W", "F", "A")
_MOST = 40


def display_width(text: str) -> int:
    """Columns that ``text`` takes on a terminal."""
    return sum(2 if unicodedata.east_asian_width(character) in _WIDE else 1 for character in text)


def shorten(text: str, most: int = _MOST) -> str:
    """``text`` on one line of at most ``most`` columns, cut with an ellipsis."""
    flat = " ".join(text.split())
    if display_width(flat) <= most:
        return flat
    kept = ""
    for character in flat:
        if display_width(kept + character) > most - 2:
            break
        kept += character
    return kept + "…"


def render_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table with a rule under its head; long cells are cut, columns padded by display width."""
    lines = [tuple(head), *(tuple(shorten(cell) for cell in row) for row in rows)]
    widths = [max(display_width(line[column]) for line in lines) for column in range(len(head))]
    printed = [
        "  ".join(
            cell + " " * (width - display_width(cell)) for cell, width in zip(line, widths, strict=True)
        ).rstrip()
        for line in lines
    ]
    printed.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(printed)
