"""Reading the index: sources, and the passages that hold some words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from generator.corpusdb.search_terms import query_terms
from generator.corpusdb.values_json import load_value
from generator.model.corpus import PassageHit
from generator.model.facts import DocumentFacts
from generator.model.place import Span
from generator.model.source import Source, SourceIdentity


def count_sources(connection: sqlite3.Connection) -> int:
    (count,) = connection.execute("SELECT count(*) FROM source").fetchone()
    return int(count)


def list_identities(connection: sqlite3.Connection) -> tuple[SourceIdentity, ...]:
    """Every source, in the order of its id."""
    rows = connection.execute("SELECT identity FROM source ORDER BY id")
    return tuple(load_value(SourceIdentity, identity) for (identity,) in rows)


def load_sources(connection: sqlite3.Connection) -> tuple[Source, ...]:
    """Every source with its facts, in the order of its id."""
    return tuple(
        _source(*row) for row in connection.execute("SELECT identity, facts FROM source ORDER BY id")
    )


def load_source(connection: sqlite3.Connection, source_id: str) -> Source | None:
    row = connection.execute("SELECT identity, facts FROM source WHERE id = ?", (source_id,)).fetchone()
    return _source(*row) if row else None


def agency_names(connection: sqlite3.Connection) -> tuple[tuple[str, int, str], ...]:
    """Every agency named in an assignment, how often, and the first source that names it."""
    rows = connection.execute(
        "SELECT agency.name, count(*), min(assignment.source) FROM agency"
        " JOIN assignment ON assignment.id = agency.assignment GROUP BY agency.name ORDER BY agency.name"
    )
    return tuple((str(name), int(count), str(source)) for name, count, source in rows)


def search_passages(connection: sqlite3.Connection, words: str, *, limit: int = 20) -> tuple[PassageHit, ...]:
    """The passages in which every word of ``words`` stands, the most telling first."""
    query = query_terms(words)
    if not query:
        return ()
    rows = connection.execute(
        "SELECT passage.source, passage.start, passage.end FROM passage_words"
        " JOIN passage ON passage.id = passage_words.rowid"
        " WHERE passage_words MATCH ? ORDER BY passage_words.rank, passage.id LIMIT ?",
        (query, limit),
    ).fetchall()
    sources = {name: found for name in {row[0] for row in rows} if (found := load_source(connection, name))}
    return tuple(_hit(sources[name], Span(start, end)) for name, start, end in rows if name in sources)


def _source(identity: str, facts: str) -> Source:
    return Source(identity=load_value(SourceIdentity, identity), facts=load_value(DocumentFacts, facts))


def _hit(source: Source, span: Span) -> PassageHit:
    facts = source.facts
    mentions = (mention.span for assignment in facts.assignments for mention in assignment.agencies)
    return PassageHit(
        source=source.identity,
        span=span,
        text=span.of(facts.document.text),
        figures=_within(span, (figure.span for figure in facts.figures)),
        agencies=_within(span, mentions),
    )


def _within(passage: Span, spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted({span for span in spans if passage.contains(span)}))
