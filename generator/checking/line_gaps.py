"""Where a short line stands between the edges of the type area, counted in characters (字) of the standard."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from generator.checking.context import RuleContext
from generator.checking.page_elements import looked
from generator.model.text_document import Block, BlockKind
from generator.standards.gbt9704 import BODY, GRID

_TWIPS_PER_HALF_POINT = 10
_RIGHT = frozenset({"right", "end"})
_SET_FROM_ELSEWHERE = _RIGHT | {"center"}
_BLANK = " \u3000"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineGaps:
    """The free space before and behind a line, in characters of three 号 (28 to the line), to the nearest tenth."""

    left: float
    right: float

    @property
    def centre(self) -> float:
        """How far the line's middle lies to the right of the type area's middle, in characters."""
        return (self.left - self.right) / 2


def line_gaps(ctx: RuleContext, block: Block) -> LineGaps | None:
    """The gaps of a line of one block; None where the file doesn't tell them.

    Indents, alignment and blanks count. A tab, a cell, a text longer than the line, and blanks at the end of a line set
    from the middle or the right (programs differ in what they do with these) leave it open.
    """
    page = ctx.layout.page_of(block.number) if ctx.layout else None
    text = block.span.of(ctx.text)
    if page is None or block.kind is not BlockKind.PARAGRAPH or "\t" in text or "\n" in text:
        return None
    look = looked(ctx, block)
    unit = (look.size or round(BODY.points * 2)) * _TWIPS_PER_HALF_POINT
    before = _width(text[: len(text) - len(text.lstrip(_BLANK))]) * unit
    wide = _width(text.strip(_BLANK)) * unit
    left, right = float(look.left + look.first), float(look.right)
    free = page.width - page.left - page.right - left - right - before - wide
    if free < 0 or not wide or (look.alignment in _SET_FROM_ELSEWHERE and text != text.rstrip(_BLANK)):
        return None
    share = 0.5 if look.alignment == "center" else 1 if look.alignment in _RIGHT else 0
    left += before + free * share
    right += free * (1 - share)
    return LineGaps(left=round(left / GRID.character, 1), right=round(right / GRID.character, 1))


def _width(text: str) -> float:
    """In characters: a Chinese one is 1, a letter, a figure or a half-width blank a half."""
    return sum(1 if unicodedata.east_asian_width(sign) in "WFA" else 0.5 for sign in text)
