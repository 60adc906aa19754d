"""Builds a TextDocument block by block, a line each."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.place import Span
from generator.model.text_document import Block, BlockKind, Cell, TextDocument


@dataclass(slots=True)
class BlockWriter:
    """A text that grows by lines; each line that is not blank becomes a numbered block."""

    _lines: list[str] = field(default_factory=list)
    _blocks: list[Block] = field(default_factory=list)
    _length: int = 0

    def add(
        self,
        text: str,
        *,
        cell: Cell | None = None,
        heading_level: int | None = None,
        locator: str = "",
    ) -> None:
        """Appends the lines of ``text``, each as a block of its own."""
        for line in text.split("\n"):
            if line.strip():
                self._blocks.append(
                    Block(
                        span=Span(self._length, self._length + len(line)),
                        number=len(self._blocks) + 1,
                        kind=BlockKind.PARAGRAPH if cell is None else BlockKind.CELL,
                        cell=cell,
                        heading_level=heading_level,
                        locator=locator,
                    )
                )
                self._lines.append(line)
                self._length += len(line) + 1

    @property
    def empty(self) -> bool:
        return not self._blocks

    def document(self, *, source: str, file_format: str) -> TextDocument:
        """What was written so far."""
        return TextDocument(
            source=source, text="\n".join(self._lines), blocks=tuple(self._blocks), file_format=file_format
        )
