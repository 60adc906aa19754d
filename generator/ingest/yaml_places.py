"""Spans in a YAML's own text from the lines and columns of its values."""

from __future__ import annotations

from generator.model.place import Span
from generator.model.policy import Origin, Prose


class YamlPlaces:
    """The text of a policy file and where its values stand in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0]
        for line in text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)

    def offset(self, origin: Origin) -> int:
        return min(self._starts[origin.line - 1] + origin.column - 1, len(self.text))

    def span_of(self, written: str, origin: Origin) -> Span:
        """Where ``written`` stands at or after ``origin`` (a quotation mark may precede it)."""
        start = self.offset(origin)
        at = self.text.find(written, start)
        return Span(at, at + len(written)) if at >= 0 else Span(start, start)

    def lines_of(self, prose: Prose) -> tuple[Span, ...]:
        """The lines of a block of prose; one that the file breaks elsewhere is left out."""
        spans = []
        offset = self.offset(prose.origin)
        for line in prose.markdown.split("\n"):
            at = self.text.find(line.strip(), offset) if line.strip() else -1
            if at >= 0:
                offset = at + len(line.strip())
                spans.append(Span(at, offset))
        return tuple(spans)
