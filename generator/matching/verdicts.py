"""What a source says of a draft's statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from generator.model.facts import Assignment, Figure
from generator.model.source import Source


class Verdict(Enum):
    """What a source says of a draft's statement with the same key."""

    SAME = "same"
    CONTRADICTS = "contradicts"
    NEARBY = "nearby"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureMatch:
    """A draft's figure and the source's figure with the same (or a nearby) key.

    ``difference`` says in Chinese what differs beside the value itself (计量单位不同, 年度不同, 与另一指标互换), empty where
    nothing does. ``score`` tells how surely the two speak of one thing, between 0 and 1.
    """

    figure: Figure
    verdict: Verdict
    source: Source
    counterpart: Figure
    difference: str = ""
    score: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentMatch:
    """A draft's assignment and the source's assignment of the same task.

    ``difference`` says in Chinese what differs (牵头单位不同, 缺县财政局), empty where nothing does.
    """

    assignment: Assignment
    verdict: Verdict
    source: Source
    counterpart: Assignment
    difference: str = ""
    score: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """The best match of each figure and assignment that has one, in the draft's order."""

    figures: tuple[FigureMatch, ...] = ()
    assignments: tuple[AssignmentMatch, ...] = ()

    def of_figure(self, figure: Figure) -> FigureMatch | None:
        """What a source says of ``figure``."""
        return next((match for match in self.figures if match.figure.span == figure.span), None)


def in_text_order(matches: Iterable[FigureMatch]) -> tuple[FigureMatch, ...]:
    return tuple(sorted(matches, key=lambda match: match.figure.span))
