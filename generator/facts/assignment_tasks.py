"""Which task an assignment belongs to: a heading, the title of its paragraph, or a sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.model.facts import Heading
from generator.model.place import Span
from generator.model.text_document import TextDocument
from generator.patterns import compiled

# A paragraph's first sentence names its task where it is as short as a title and states no figures.
_LEAD_SENTENCE = compiled(r"[\s　]*(?P<title>[^。；;：:！？\n]{4,40})(?:[。：:])")
_FIGURE = compiled(r"\d{2,}")
_SENTENCE_END = compiled(r"[。；;！？!?\n]")
# Conversion leaves spaces and line breaks inside words.
_SPACE_INSIDE = compiled(r"(?<=[一-鿿，、])\s+(?=[一-鿿])")
# 危房改造（对口部门：县住建局）: the units behind the name of a task.
_UNITS_BEHIND = compiled(r"[（(][^（）()]*(?:部门|单位|机关|牵头|负责)[^（）()]*[）)]$")
_ITEM = compiled(
    r"^[\s　]*(?:[一二三四五六七八九十]{1,2}[是要]|(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[）).、]))?[\s　]*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """The words of a task and where they stand."""

    text: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class TaskBinder:
    """Binds the places of one document to tasks. ``places`` are all brackets and lines that assign, in order."""

    document: TextDocument
    outline: Sequence[Heading]
    places: Sequence[Span]
    _starts: tuple[int, ...] = field(init=False, repr=False)
    _place_starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(heading.span.start for heading in self.outline))
        object.__setattr__(self, "_place_starts", tuple(place.start for place in self.places))

    def heading_at(self, offset: int) -> Heading | None:
        index = bisect_right(self._starts, offset) - 1
        return self.outline[index] if index >= 0 else None

    def task_of(self, place: Span) -> Task:
        """The task of an assignment at ``place``, which ends the passage that it assigns.

        A bracket alone in its paragraph or under its heading takes that heading; one of several takes the passage
        since the one before it.
        """
        block = self.document.block_at(place.start)
        start = block.span.start if block else 0
        heading = self.heading_at(place.start)
        earlier = self._last_before(place.start)
        if earlier is not None and earlier.end > start:
            return self._sentence(earlier.end, place.start) or self._titled(heading)
        if heading is not None and heading.span.start >= start:
            return self._titled(heading)
        if not self.document.text[start : place.start].strip():
            return self._above(start, heading, earlier)
        if heading is not None and self._is_only_one(heading, place):
            return self._titled(heading)
        return self._lead_sentence(start, place.start) or self._titled(heading)

    def sentence_of(self, span: Span) -> Task:
        """The heading, or else the sentence, in which ``span`` stands."""
        return self._titled(self.heading_at(span.start))

    def _above(self, start: int, heading: Heading | None, earlier: Span | None) -> Task:
        """The task of a bracket on a line of its own: the heading unless an earlier one took it."""
        if heading is not None and (earlier is None or earlier.start < heading.span.start):
            return self._titled(heading)
        block = self.document.block_at(max(0, start - 1))
        if block is None or block.span.end > start:
            return self._titled(heading)
        return self._lead_sentence(block.span.start, block.span.end) or self._titled(heading)

    def _last_before(self, offset: int) -> Span | None:
        index = bisect_right(self._place_starts, offset - 1) - 1
        return self.places[index] if index >= 0 else None

    def _is_only_one(self, heading: Heading, place: Span) -> bool:
        """Whether ``place`` is the only one that assigns between its heading and the next."""
        index = bisect_right(self._starts, place.start)
        end = self._starts[index] if index < len(self._starts) else len(self.document.text)
        first = bisect_right(self._place_starts, heading.span.start - 1)
        last = bisect_right(self._place_starts, end - 1)
        return last - first == 1

    def _titled(self, heading: Heading | None) -> Task:
        if heading is None:
            return Task(text="", span=None)
        return Task(text=_UNITS_BEHIND.sub("", heading.title), span=heading.span)

    def _lead_sentence(self, start: int, end: int) -> Task | None:
        match = _LEAD_SENTENCE.match(self.document.text, start, end)
        if match is None or _FIGURE.search(match["title"]):
            return None
        return Task(text=_bare(match["title"]), span=Span(match.start("title"), match.end("title")))

    def _sentence(self, start: int, end: int) -> Task | None:
        """The first sentence of the passage that a bracket closes."""
        text = self.document.text
        while start < end and (text[start].isspace() or text[start] in "。；;，,"):
            start += 1
        if start >= end:
            return None
        stop = _SENTENCE_END.search(text, start, end)
        span = Span(start, stop.start() if stop else end)
        return Task(text=_bare(span.of(text)), span=span) if len(span) else None


def _bare(text: str) -> str:
    return _SPACE_INSIDE.sub("", _ITEM.sub("", text).strip(" 　，,。；;\n").removeprefix("的"))


def plain_task(text: str, span: Span | None) -> Task:
    """The words at ``span`` as a task, without the breaks that tables and conversion leave in them."""
    return Task(text=_bare(span.of(text)), span=span) if span is not None else Task(text="", span=None)
