"""A draft's facts held against the facts of sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from generator.matching.article_matching import match_articles
from generator.matching.assignment_matching import match_assignments
from generator.matching.bonds import Bond
from generator.matching.citation_matching import match_citations
from generator.matching.cited_dates import match_cited_dates
from generator.matching.cited_names import match_near_titles, match_short_numbers
from generator.matching.deadline_matching import match_deadlines
from generator.matching.figure_matching import match_with_source
from generator.matching.named_lists import match_named_lists
from generator.matching.numerals_in_context import match_numerals
from generator.matching.period_matching import match_periods
from generator.matching.place_lists import match_place_lists
from generator.matching.provinces import match_provinces
from generator.matching.quoted_words import match_quoted_words
from generator.matching.reading import Reading, read_for_matching
from generator.matching.source_view import SourceView
from generator.matching.verdicts import (
    AssignmentMatch,
    CitationMatch,
    FigureMatch,
    Matches,
    PlaceMatch,
    Verdict,
    WordMatch,
)
from generator.matching.village_matching import match_single_villages, match_villages
from generator.matching.wording import Weights
from generator.matching.yearly_plans import match_yearly_plans
from generator.model.agency import AgencyRegistry, Level
from generator.model.facts import DocumentFacts, RelationKind
from generator.model.place import Span
from generator.model.source import Source, SourceStatus

__all__ = [
    "AssignmentMatch",
    "CitationMatch",
    "FigureMatch",
    "Matches",
    "PlaceMatch",
    "Verdict",
    "match_facts",
]

_ARITHMETIC = frozenset({RelationKind.SUM, RelationKind.PRODUCT, RelationKind.RATIO})
_VERDICTS = (Verdict.SAME, Verdict.CONTRADICTS, Verdict.NEARBY)


def match_facts(draft: DocumentFacts, sources: Sequence[Source], registry: AgencyRegistry) -> Matches:
    """Binds what ``draft`` states to what ``sources`` state, by key.

    A figure or an assignment that some source gives alike is the same, whatever others say; of several that
    contradict it, the superior's and then the newest speaks.
    """
    reading = read_for_matching(draft)
    first_views = [view for source in sources for view in SourceView.each_of(reading, source)]
    weights = Weights()
    for view in first_views:
        weights.learn(mention.words | mention.statement for mention in view.reading.mentions)
    proved = frozenset(_proved_totals(draft))
    bound = [match_with_source(reading, view, weights, proved) for view in first_views]
    views = [view for view, _ in bound]
    figures = [match for _, found in bound for match in found]
    assignments = (match for view in views for match in match_assignments(reading, view, registry))
    places = (
        match
        for view in views
        for match in (
            *match_villages(reading, view),
            *match_single_villages(reading, view),
            *match_provinces(reading, view),
        )
    )
    return Matches(
        figures=tuple(_best_figures(figures)),
        assignments=tuple(_best_assignments(assignments)),
        citations=tuple(match_citations(draft, sorted(sources, key=authority))),
        places=tuple(_best_places(places)),
        place_lists=tuple(
            _best_places(
                match
                for view in views
                for match in (*match_place_lists(reading, view), *match_named_lists(reading, view))
            )
        ),
        dates=tuple(
            match
            for view in views
            for match in (
                *match_deadlines(reading, view, weights),
                *match_periods(reading, view),
                *match_yearly_plans(reading, view),
            )
        ),
        phrases=tuple(_phrases(reading, views)),
        cited_dates=tuple(match_cited_dates(draft, sources)),
        short_numbers=tuple(match_short_numbers(draft, sources)),
        near_titles=tuple(match_near_titles(draft, sources)),
        articles=tuple(match for view in views for match in match_articles(reading, view)),
        numerals=tuple(match for view in views for match in match_numerals(reading, view)),
        disputed=tuple(_disputed(figures)),
    )


def _phrases(draft: Reading, views: Sequence[SourceView]) -> Iterator[WordMatch]:
    """Phrases that no source has as they stand."""
    held = [view.reading.facts.document.text for view in views if view.bond is Bond.CLOSE]
    seen: set[Span] = set()
    for view in views:
        for match in match_quoted_words(draft, view):
            if match.span not in seen and not any(match.quote in text for text in held):
                seen.add(match.span)
                yield match


def _proved_totals(draft: DocumentFacts) -> Iterator[Span]:
    """Figures that follow from others of the draft: a source need not hold them."""
    for relation in draft.relations:
        if relation.holds and relation.certain and relation.kind in _ARITHMETIC and relation.terms:
            yield relation.total.span


def _best_figures(matches: Iterable[FigureMatch]) -> Iterator[FigureMatch]:
    grouped: Mapping[Span, list[FigureMatch]] = defaultdict(list)
    for match in matches:
        grouped[match.figure.span].append(match)
    for span in sorted(grouped):
        yield min(grouped[span], key=_order)


def _disputed(matches: Iterable[FigureMatch]) -> Iterator[tuple[FigureMatch, FigureMatch]]:
    grouped: Mapping[Span, list[FigureMatch]] = defaultdict(list)
    for match in matches:
        if match.source.identity.status is SourceStatus.IN_FORCE:
            grouped[match.figure.span].append(match)
    for span in sorted(grouped):
        ordered = sorted(grouped[span], key=_order)
        against = next((match for match in ordered if match.verdict is Verdict.CONTRADICTS), None)
        if ordered[0].verdict is Verdict.SAME and against is not None:
            yield ordered[0], against


def _best_assignments(matches: Iterable[AssignmentMatch]) -> Iterator[AssignmentMatch]:
    grouped: Mapping[Span, list[AssignmentMatch]] = defaultdict(list)
    for match in matches:
        grouped[match.assignment.span].append(match)
    for span in sorted(grouped):
        yield min(grouped[span], key=_order)


def _best_places(matches: Iterable[PlaceMatch]) -> Iterator[PlaceMatch]:
    found: dict[Span, PlaceMatch] = {}
    for match in matches:
        found.setdefault(match.span, match)
    yield from (found[span] for span in sorted(found))


def _order(match: FigureMatch | AssignmentMatch) -> tuple[float, ...]:
    return (_VERDICTS.index(match.verdict), *authority(match.source), -match.score)


def authority(source: Source) -> tuple[float, ...]:
    """In force before superseded, the superior before the lower, the newer before the older."""
    identity = source.identity
    level = list(Level).index(identity.level) if identity.level else len(Level)
    age = -(identity.issue_date or date.min).toordinal()
    return (identity.status is SourceStatus.SUPERSEDED, level, age)
