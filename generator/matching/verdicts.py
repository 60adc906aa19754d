"""What a source says of a draft's statement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from generator.model.facts import Assignment, Citation, Figure
from generator.model.place import Span
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

    ``difference`` says in Chinese what differs (牵头单位不同, 缺县财政局), empty where nothing does. ``by_order``: the lead of
    either is told by its place in the list alone.
    """

    assignment: Assignment
    verdict: Verdict
    source: Source
    counterpart: Assignment
    difference: str = ""
    score: float = 1.0
    by_order: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationMatch:
    """A document number of the draft (cited, or its own) and what the source gives for the same document.

    ``difference`` says in Chinese which part differs (发文字号的序号不同).
    """

    citation: Citation
    verdict: Verdict
    source: Source
    counterpart: Citation
    difference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMatch:
    """A village of the draft, at ``span``, that the source at ``counterpart`` puts elsewhere (来源中川垇村属龙下乡)."""

    span: Span
    verdict: Verdict
    source: Source
    counterpart: Span
    difference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordMatch:
    """Words of the draft at ``span`` (a deadline, a day of issue, a set phrase) for which the source, at ``counterpart``,
    has others."""

    span: Span
    quote: str
    source: Source
    counterpart: Span
    counterpart_quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """The best match of each figure, assignment, citation and place that has one, in the draft's order.

    ``disputed``: figures that one source in force confirms and another contradicts, with both matches in that order.
    """

    figures: tuple[FigureMatch, ...] = ()
    assignments: tuple[AssignmentMatch, ...] = ()
    citations: tuple[CitationMatch, ...] = ()
    places: tuple[PlaceMatch, ...] = ()
    place_lists: tuple[PlaceMatch, ...] = ()
    dates: tuple[WordMatch, ...] = ()
    cited_dates: tuple[WordMatch, ...] = ()
    phrases: tuple[WordMatch, ...] = ()
    short_numbers: tuple[WordMatch, ...] = ()
    near_titles: tuple[WordMatch, ...] = ()
    articles: tuple[WordMatch, ...] = ()
    numerals: tuple[WordMatch, ...] = ()
    disputed: tuple[tuple[FigureMatch, FigureMatch], ...] = ()

    def of_figure(self, figure: Figure) -> FigureMatch | None:
        """What a source says of ``figure``."""
        return next((match for match in self.figures if match.figure.span == figure.span), None)
