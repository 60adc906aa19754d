"""A draft's facts held against the facts of sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from generator.model.agency import AgencyRegistry
from generator.model.facts import Assignment, DocumentFacts, Figure
from generator.model.source import Source


class Verdict(Enum):
    """What a source says of a draft's statement with the same key."""

    SAME = "same"
    CONTRADICTS = "contradicts"
    NEARBY = "nearby"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureMatch:
    """A draft's figure and the source's figure with the same (or a nearby) key."""

    figure: Figure
    verdict: Verdict
    source: Source
    counterpart: Figure


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """The best match of each figure and assignment that has one, in the draft's order."""

    figures: tuple[FigureMatch, ...] = ()
    assignments: tuple[AssignmentMatch, ...] = ()


def match_facts(draft: DocumentFacts, sources: Sequence[Source], registry: AgencyRegistry) -> Matches:
    """Binds what ``draft`` states to what ``sources`` state, by key."""
    return Matches()
