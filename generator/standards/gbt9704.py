"""GB/T 9704-2012 党政机关公文格式: paper, type area, grid, type sizes and places, as data.

Lengths are in twips (1/20 pt, 1440 to the inch) unless the name says otherwise. ``Strength`` tells how binding the
standard's wording is: only 规定 may ever be reported as an error.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

TWIPS_PER_MM = 1440 / 25.4


def mm(length: float) -> int:
    """Millimetres in twips, rounded to the nearest."""
    return round(length * TWIPS_PER_MM)


def millimetres(twips: int) -> str:
    """A length in twips as a person reads it: 37, 25.4."""
    return f"{twips / TWIPS_PER_MM:.1f}".removesuffix(".0")


def pt(size: float) -> int:
    """Points in twips."""
    return round(size * 20)


class Strength(Enum):
    """How binding a clause is: 规定, 一般, 推荐, or mere practice of the offices."""

    REQUIRED = "规定"
    USUAL = "一般"
    RECOMMENDED = "推荐"
    PRACTICE = "实务"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Paper and margins; the type area (版心) is what the margins leave: 156 × 225 mm (5.1, 5.2.1, 规定)."""

    width: int = 11906
    height: int = 16838
    top: int = 2098
    bottom: int = 1985
    left: int = 1588
    right: int = 1474
    footer: int = 1440

    @property
    def type_width(self) -> int:
        return self.width - self.left - self.right

    @property
    def type_height(self) -> int:
        return self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """22 lines of 28 characters on every full page (5.2.3, 一般).

    ``line`` is the largest pitch of which 22 fit; ``spacing`` narrows Word's 三号 (16 pt) to the printers' (15.75 pt),
    of which 28 fit; ``character`` is the pitch that results.
    """

    lines: int = 22
    characters: int = 28
    line: int = 579
    spacing: int = -5
    character: int = 315


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeStyle:
    """Font and size of one element; ``points`` is the size in points, ``clause`` where the standard says so."""

    font: str
    points: float
    clause: str
    strength: Strength = Strength.USUAL
    color: str = ""


PAGE = Page()
TOLERANCE = mm(1)  # 5.2.1 allows 1 mm
GRID = Grid()

# The standard names kinds of type (仿宋体, 小标宋体); these are the fonts that offices have for them (实务).
FANG_SONG = "仿宋_GB2312"
KAI_TI = "楷体_GB2312"
HEI_TI = "黑体"
SMALL_TITLE_SONG = "方正小标宋简体"
SONG_TI = "宋体"
LATIN = "Times New Roman"

SIZE_TWO = 22.0
SIZE_THREE = 16.0
SIZE_FOUR = 14.0
RED = "FF0000"

BODY = TypeStyle(font=FANG_SONG, points=SIZE_THREE, clause="5.2.2")
MARK = TypeStyle(font=SMALL_TITLE_SONG, points=44, clause="7.2.4", strength=Strength.RECOMMENDED, color=RED)
NUMBER = TypeStyle(font=FANG_SONG, points=SIZE_THREE, clause="7.2.5", strength=Strength.REQUIRED)
TITLE = TypeStyle(font=SMALL_TITLE_SONG, points=SIZE_TWO, clause="7.3.1")
HEADING_1 = TypeStyle(font=HEI_TI, points=SIZE_THREE, clause="7.3.3")
HEADING_2 = TypeStyle(font=KAI_TI, points=SIZE_THREE, clause="7.3.3")
ANNEX_MARK = TypeStyle(font=HEI_TI, points=SIZE_THREE, clause="7.3.7", strength=Strength.REQUIRED)
IMPRINT = TypeStyle(font=FANG_SONG, points=SIZE_FOUR, clause="7.4")
PAGE_NUMBER = TypeStyle(font=SONG_TI, points=SIZE_FOUR, clause="7.5")

MARK_BELOW_TYPE_AREA_MM = 35.0  # 7.2.4 规定: upper edge of the mark to upper edge of the type area
NUMBER_BELOW_MARK_LINES = 2  # 7.2.5 规定
RED_LINE_BELOW_NUMBER_MM = 4.0  # 7.2.7 规定; as wide as the type area
TITLE_BELOW_RED_LINE_LINES = 2  # 7.3.1 一般
RECIPIENTS_BELOW_TITLE_LINES = 1  # 7.3.2 规定
SIGNATURE_RIGHT_CHARACTERS = 2  # 7.3.5.2 规定, without a seal
DATE_RIGHT_OF_SIGNATURE_CHARACTERS = 2  # 7.3.5.2 规定: its first character against the signature's first
ANNEX_TITLE_LINE = 3  # 7.3.7 规定: the annex's title stands on the third line
IMPRINT_OUTER_RULE_MM = 0.35  # 7.4.1 推荐
IMPRINT_INNER_RULE_MM = 0.25  # 7.4.1 推荐
PAGE_NUMBER_BELOW_TYPE_AREA_MM = 7.0  # 7.5 一般: of the dashes beside the number
