"""Printed lines: characters of one height put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.ingest.pdf_characters import Character, is_wide

_LATIN_GAP = 0.12
_CHINESE_GAP = 0.45


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line as printed. Places are in points, ``y`` of the baseline from the page's lower edge.

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


def make_line(characters: Iterable[Character], *, page: int, height: float) -> Line:
    """The line of at least one printed character."""
    printed = sorted(characters, key=lambda char: char.left)
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


def _with_gaps(printed: Sequence[Character], em: float) -> str:
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


def seam(before: str, after: str) -> str:
    """What joins two lines: a blank between Latin words, nothing between Chinese characters or in a number."""
    latin = before[-1].isascii() and before[-1].isalpha() and after[0].isascii() and after[0].isalpha()
    return " " if latin else ""
