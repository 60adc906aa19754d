"""Sources of a corpus that contradict each other: shown side by side, decided by nobody but the clerk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checking.places import describe_place, describe_source, passage_around
from generator.matching.match import FigureMatch, Verdict, match_facts
from generator.model.agency import AgencyRegistry
from generator.model.corpus import Conflict, Side
from generator.model.facts import Figure
from generator.model.source import Source, SourceStatus
from generator.usecases.build_index import OpenCorpus

_NEAREST = 12  # sources that share most with one: holding every two of a large corpus together takes hours


def find_conflicts(
    corpus: OpenCorpus, registry: AgencyRegistry, names: Sequence[str] | None = None
) -> Iterator[Conflict]:
    """The contradictions between sources in force; with ``names`` only those that these sources take part in.

    Each source is held against those that share most figures, place or citations with it.
    """
    wanted = None if names is None else set(names)
    told: set[tuple[object, ...]] = set()
    for identity in corpus.identities:
        if identity.status is SourceStatus.SUPERSEDED or (wanted is not None and identity.file not in wanted):
            continue
        source = corpus.source(identity.id)
        if source is None:
            continue
        others = [
            other
            for other in corpus.nearest(source.facts, most=_NEAREST)
            if other.identity.id != identity.id and other.identity.status is SourceStatus.IN_FORCE
        ]
        matches = match_facts(source.facts, others, registry)
        found = [*matches.figures, *(against for _, against in matches.disputed)]
        for match in found:
            if match.verdict is Verdict.CONTRADICTS and (key := _key(source, match)) not in told:
                told.add(key)
                yield _conflict(source, match)


def _key(source: Source, match: FigureMatch) -> tuple[object, ...]:
    """The same for both directions."""
    sides = sorted(
        ((source.identity.id, match.figure.span), (match.source.identity.id, match.counterpart.span))
    )
    return tuple(sides)


def _conflict(source: Source, match: FigureMatch) -> Conflict:
    ours, theirs = _side(source, match.figure), _side(match.source, match.counterpart)
    higher = rank(match.source) < rank(source)
    first, second = (theirs, ours) if higher else (ours, theirs)
    return Conflict(indicator=match.figure.indicator, first=first, second=second)


def rank(source: Source) -> tuple[float, ...]:
    """Smaller ranks higher: in force before superseded, the superior's before ours, the newer before the older."""
    from generator.matching.match import authority

    return authority(source)


def _side(source: Source, figure: Figure) -> Side:
    document = source.facts.document
    return Side(
        source=describe_source(source.identity),
        place=describe_place(document, figure.span.start),
        quote=figure.quote,
        passage=passage_around(document.text, figure.span).of(document.text),
    )
