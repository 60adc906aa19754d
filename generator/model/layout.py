"""How a .docx sets its pages and paragraphs, as far as the file itself says so. Lengths in twips (1/20 pt)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLayout:
    """One section's paper, margins and grid; ``first_block`` is the number of the block with which it begins.

    ``grid`` is Word's kind of grid (``lines``, ``linesAndChars``, …; empty for none), ``line_pitch`` its pitch.
    ``page_number``: a footer of the section numbers its pages.
    """

    first_block: int
    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    grid: str = ""
    line_pitch: int = 0
    page_number: bool = False

    @property
    def landscape(self) -> bool:
        return self.width > self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphLook:
    """How most characters of a block look; empty and 0 where the file does not say.

    ``font`` is the font of Chinese characters, ``size`` in half-points, ``alignment`` Word's word for it, ``left`` and
    ``right`` the indents of the paragraph and ``first`` that of its first line against ``left`` (negative where it
    hangs), all in twips, ``line`` the pitch in twips where it is exact, ``latin_marks`` the offsets in the document's text of quotes and dashes that Word
    sets in a Latin font, ``overridden`` the font that is written in the file and does not take effect because a theme
    font stands beside it.
    """

    font: str = ""
    latin: str = ""
    size: int = 0
    bold: bool = False
    alignment: str = ""
    left: int = 0
    right: int = 0
    first: int = 0
    line: int = 0
    latin_marks: tuple[int, ...] = ()
    overridden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLayout:
    """Pages in order; a look for each block of the document, by its number."""

    pages: tuple[PageLayout, ...]
    looks: dict[int, ParagraphLook]

    def look(self, number: int) -> ParagraphLook:
        return self.looks.get(number, ParagraphLook())

    def page_of(self, number: int) -> PageLayout | None:
        """The page on which the block of that number stands; None where the file says nothing of its pages."""
        return next((page for page in reversed(self.pages) if page.first_block <= number), None)
