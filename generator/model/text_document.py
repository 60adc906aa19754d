"""A document as plain text with the blocks it is made of: what every reader yields and every analysis takes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from generator.model.place import Span


class BlockKind(Enum):
    """What a block of text is in its file."""

    PARAGRAPH = "paragraph"
    CELL = "cell"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    TEXT_BOX = "text_box"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Place of a table cell: numbers of table, row and column count from 0; spans are 1 unless merged."""

    table: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph of a document's text.

    ``span`` covers its characters without the line break that ends it. ``number`` is its paragraph number, counted
    from 1 over the whole document. ``heading_level`` is the level that the file itself gives (a Word heading style),
    None where it says nothing. ``generated`` counts the characters at the block's start that the file does not hold
    as characters (Word's automatic numbering, resolved to its text). ``locator`` tells the reader of that format how
    to find the paragraph again in the file.
    """

    span: Span
    number: int
    kind: BlockKind = BlockKind.PARAGRAPH
    cell: Cell | None = None
    style: str = ""
    heading_level: int | None = None
    generated: int = 0
    locator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextDocument:
    """A draft or a source as text. ``source`` is the file as the user named it; blocks are in text order."""

    source: str
    text: str
    blocks: tuple[Block, ...]
    file_format: str = "txt"
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(block.span.start for block in self.blocks))

    @classmethod
    def from_text(cls, text: str, *, source: str = "", file_format: str = "txt") -> TextDocument:
        """One block per line of ``text``; blank lines get none and are not counted as paragraphs."""
        return cls(source=source, text=text, blocks=tuple(_line_blocks(text)), file_format=file_format)

    @property
    def begin(self) -> int:
        """Where the first block begins; 0 where there is none."""
        return self.blocks[0].span.start if self.blocks else 0

    def block_at(self, offset: int) -> Block | None:
        """The block that holds ``offset``, or the nearest one before it; None before the first."""
        index = bisect_right(self._starts, offset) - 1
        return self.blocks[index] if index >= 0 else None

    def paragraph_at(self, offset: int) -> int:
        """The number of the paragraph at ``offset``, 1 before the first."""
        block = self.block_at(offset)
        return block.number if block else 1


def _line_blocks(text: str) -> Iterator[Block]:
    start = number = 0
    for line in text.split("\n"):
        if line.strip():
            number += 1
            yield Block(span=Span(start, start + len(line)), number=number)
        start += len(line) + 1
