"""Paragraphs with the figures that stand in them: the rooms in which relations are looked for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.model.facts import Figure, FigureRole
from generator.model.place import Span
from generator.model.text_document import BlockKind, TextDocument
from generator.patterns import compiled

_STOP = compiled(r"[。；;！？!?]")
_FULL_STOP = compiled(r"[。！？!?]")
_MARK = compiled(r"[，；。]")
_SHORTEST = 16  # characters of a cell
_FAR = 600  # code points that one statement may span; keeps the work per figure bounded


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One paragraph: ``text`` is the whole document's, ``span`` the paragraph's place in it.

    ``figures`` are those that count something: no rates (每人50元), no conditions (30户以上的村).
    ``all_figures`` has these too.
    """

    text: str
    span: Span
    number: int
    figures: tuple[Figure, ...]
    all_figures: tuple[Figure, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(figure.span.start for figure in self.figures))

    def between(self, start: int, end: int) -> tuple[Figure, ...]:
        """The counting figures that begin in ``[start, end)``."""
        return self.figures[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def before(self, offset: int, count: int = 12) -> tuple[Figure, ...]:
        """The last ``count`` counting figures that begin before ``offset``."""
        index = bisect_left(self._starts, offset)
        return self.figures[max(0, index - count) : index]

    def after(self, offset: int, count: int = 12) -> tuple[Figure, ...]:
        """The first ``count`` counting figures that begin at or after ``offset``."""
        index = bisect_left(self._starts, offset)
        return self.figures[index : index + count]

    def clause_start(self, offset: int) -> int:
        """Where the sentence or semicolon clause that holds ``offset`` begins."""
        return self._last(_STOP, offset)

    def sentence_start(self, offset: int) -> int:
        """Where the sentence that holds ``offset`` begins."""
        return self._last(_FULL_STOP, offset)

    def clause_end(self, offset: int) -> int:
        """Where the sentence or semicolon clause that holds ``offset`` ends."""
        return self._next(_STOP, offset)

    def sentence_end(self, offset: int) -> int:
        """Where the sentence that holds ``offset`` ends."""
        return self._next(_FULL_STOP, offset)

    def _last(self, stop: re.Pattern[str], offset: int) -> int:
        start = max(self.span.start, offset - _FAR)
        for found in stop.finditer(self.text, start, offset):
            start = found.end()
        return start

    def _next(self, stop: re.Pattern[str], offset: int) -> int:
        limit = min(self.span.end, offset + _FAR)
        found = stop.search(self.text, offset, limit)
        return found.start() if found else limit


def passages(document: TextDocument, figures: Sequence[Figure]) -> Iterator[Passage]:
    """Every paragraph, and every table cell with sentences in it, in text order, with its figures."""
    starts = [figure.span.start for figure in figures]
    for block in document.blocks:
        if block.kind in (BlockKind.HEADER, BlockKind.FOOTER):
            continue
        if block.kind is BlockKind.CELL and not _is_prose(block.span.of(document.text)):
            continue
        first = bisect_left(starts, block.span.start)
        last = bisect_right(starts, block.span.end)
        inside = tuple(figures[first:last])
        counting = tuple(filter(counts_something, inside))
        yield Passage(
            text=document.text, span=block.span, number=block.number, figures=counting, all_figures=inside
        )


def _is_prose(words: str) -> bool:
    """Whether a cell tells something in sentences; what other cells say, the table says."""
    return len(words) >= _SHORTEST and bool(_MARK.search(words))


def counts_something(figure: Figure) -> bool:
    """Whether a figure states an amount of its own: neither a rate nor a condition."""
    return not figure.per and figure.role is not FigureRole.CONDITION


_OWN_PARTS = compiled(
    r"(?:^|[，,；;。：:])(?P<names>[^，,；;。：:\d、]{2,12}(?:[、和与][^，,；;。：:\d、和与]{2,12})+)$"
)
_NAME_EDGE = 2


def names_others(passage: Passage, offset: int, parts: Sequence[Figure]) -> bool:
    """芳香花木、油茶 of 芳香花木、油茶两类基地合计1.11万亩, where none of the figures in front is told of either."""
    start = max(passage.clause_start(offset), offset - 40)
    found = _OWN_PARTS.search(passage.text[start:offset])
    if found is None:
        return False
    names = [name[:_NAME_EDGE] for name in compiled("[、和与]").split(found["names"])]
    words = [passage.text[passage.clause_start(part.span.start) : part.span.start] for part in parts]
    return not any(name in clause for name in names for clause in words)
