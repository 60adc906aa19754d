"""Composes the readable listing that stands for a document whose sentences may not be carried."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.place import Span


@dataclass(slots=True)
class Listing:
    """A text that grows piece by piece; every piece tells its span."""

    _pieces: list[str] = field(default_factory=list)
    _length: int = 0

    def add(self, piece: str) -> Span:
        """Appends ``piece`` and returns where it stands."""
        self._pieces.append(piece)
        self._length += len(piece)
        return Span(self._length - len(piece), self._length)

    def end_line(self) -> None:
        """Ends the line that is being written."""
        self.add("\n")

    def line(self, text: str) -> Span:
        """A whole line; the span leaves its end out."""
        span = self.add(text)
        self.end_line()
        return span

    def mark(self) -> int:
        """A point to which :meth:`since` can go back."""
        return len(self._pieces)

    def since(self, mark: int) -> tuple[Span, str]:
        """What was written since ``mark``, with its span."""
        written = "".join(self._pieces[mark:])
        return Span(self._length - len(written), self._length), written

    def text(self) -> str:
        """All that was written."""
        return "".join(self._pieces)
