"""Marks over a text: spans that may overlap, cut into runs of characters with the same marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model.place import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A span with how it looks and what it leads to.

    ``name`` is one of error, warning, hint (the place of a finding), other (its other side), or a ledger status;
    ``weight`` 0 wins where marks overlap. ``anchor`` is the id by which the page jumps here, ``target`` the id of the
    card to which a click leads.
    """

    span: Span
    name: str
    weight: int
    anchor: str
    target: str = ""
    hover: str = ""


def runs(span: Span, marks: Sequence[Mark]) -> Iterator[tuple[Span, tuple[Mark, ...]]]:
    """Cuts ``span`` wherever a mark begins or ends; each run comes with its marks, the weightiest first.

    ``marks`` are in the order of their starts and all touch ``span``.
    """
    edges = sorted(
        {span.start, span.end}
        | {min(max(edge, span.start), span.end) for m in marks for edge in (m.span.start, m.span.end)}
    )
    waiting, active = list(reversed(marks)), list[Mark]()
    for start, end in pairwise(edges):
        while waiting and waiting[-1].span.start <= start:
            active.append(waiting.pop())
        active = [mark for mark in active if mark.span.end > start]
        yield Span(start, end), tuple(sorted(active, key=lambda mark: mark.weight))
