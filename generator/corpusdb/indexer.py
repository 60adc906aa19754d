"""Writing sources into the index: one transaction per source, so that an interrupted build leaves it usable."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.corpusdb.search_terms import index_terms
from generator.corpusdb.store import transaction
from generator.corpusdb.values_json import dump_value, load_values
from generator.errors import Problem
from generator.matching.home import place_stem
from generator.model.facts import Assignment, Figure
from generator.model.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class FileMark:
    """What tells whether a file is still the one that was read.

    ``stamp``: its size and time, which are quickly had; ``content_hash``: what counts where they differ.
    """

    stamp: str
    content_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedSource:
    """A source as the rows that the index holds of it: made apart from the index, by another process if need be."""

    id: str
    file: str
    columns: tuple[str, ...]
    figures: tuple[tuple[int, int, str, str, str, str, str], ...]
    assignments: tuple[tuple[int, int, str, tuple[tuple[int, int, str, str], ...]], ...]
    passages: tuple[tuple[int, int, str], ...]


def prepare_source(source: Source) -> PreparedSource:
    """The rows of ``source``."""
    identity = source.identity
    return PreparedSource(
        id=identity.id,
        file=identity.file,
        columns=(
            identity.title,
            identity.document_number,
            place_stem(identity.place),
            dump_value(identity),
            dump_value(source.facts),
        ),
        figures=tuple(map(_figure_row, source.facts.figures)),
        assignments=tuple(map(_assignment_row, source.facts.assignments)),
        passages=tuple(_passages(source)),
    )


def put_source(connection: sqlite3.Connection, source: Source, mark: FileMark) -> None:
    """Adds ``source`` or replaces what the index holds of its file."""
    with transaction(connection):
        put_prepared(connection, prepare_source(source), mark)


def put_prepared(connection: sqlite3.Connection, source: PreparedSource, mark: FileMark) -> None:
    """Adds or replaces within a transaction of the caller's."""
    for (old,) in connection.execute(
        "SELECT id FROM source WHERE file = ? OR id = ?", (source.file, source.id)
    ).fetchall():
        _delete(connection, old)
    connection.execute("DELETE FROM unreadable WHERE file = ?", (source.file,))
    connection.execute(
        "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (source.id, source.file, mark.stamp, mark.content_hash, *source.columns),
    )
    connection.executemany(
        "INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?, ?)", ((source.id, *row) for row in source.figures)
    )
    first = _next_id(connection, "assignment")
    connection.executemany(
        "INSERT INTO assignment (id, source, start, end, task) VALUES (?, ?, ?, ?, ?)",
        (
            (number, source.id, start, end, task)
            for number, (start, end, task, _) in enumerate(source.assignments, start=first)
        ),
    )
    connection.executemany(
        "INSERT INTO agency VALUES (?, ?, ?, ?, ?)",
        (
            (number, *row)
            for number, (_, _, _, agencies) in enumerate(source.assignments, start=first)
            for row in agencies
        ),
    )
    first = _next_id(connection, "passage")
    connection.executemany(
        "INSERT INTO passage (id, source, start, end) VALUES (?, ?, ?, ?)",
        (
            (number, source.id, start, end)
            for number, (start, end, _) in enumerate(source.passages, start=first)
        ),
    )
    connection.executemany(
        "INSERT INTO passage_words (rowid, words) VALUES (?, ?)",
        ((number, words) for number, (_, _, words) in enumerate(source.passages, start=first)),
    )


_LAST = {
    "assignment": "SELECT coalesce(max(id), 0) FROM assignment",
    "passage": "SELECT coalesce(max(id), 0) FROM passage",
}


def _next_id(connection: sqlite3.Connection, table: str) -> int:
    """The number after the last one; the caller's transaction keeps every other writer out."""
    (last,) = connection.execute(_LAST[table]).fetchone()
    return int(last) + 1


def put_unreadable(
    connection: sqlite3.Connection, file: str, problems: Sequence[Problem], mark: FileMark
) -> None:
    """Notes why ``file`` cannot be read, and drops what was read from it before; in a transaction of the caller's."""
    for (old,) in connection.execute("SELECT id FROM source WHERE file = ?", (file,)).fetchall():
        _delete(connection, old)
    connection.execute(
        "INSERT OR REPLACE INTO unreadable VALUES (?, ?, ?, ?)",
        (file, mark.stamp, mark.content_hash, dump_value(tuple(problems))),
    )


def remove_files(connection: sqlite3.Connection, files: Iterable[str]) -> None:
    """Drops what is known of ``files``."""
    with transaction(connection):
        for file in files:
            connection.execute("DELETE FROM unreadable WHERE file = ?", (file,))
            for (old,) in connection.execute("SELECT id FROM source WHERE file = ?", (file,)).fetchall():
                _delete(connection, old)


def clear(connection: sqlite3.Connection) -> None:
    """Drops every source."""
    with transaction(connection):
        connection.execute("DELETE FROM passage_words")
        connection.execute("DELETE FROM source")
        connection.execute("DELETE FROM unreadable")


@dataclass(frozen=True, slots=True)
class KnownFile:
    """What the index knows of a file: the id of its source (empty for an unreadable one), stamp and content hash."""

    source_id: str
    stamp: str
    content_hash: str


def known_files(connection: sqlite3.Connection) -> dict[str, KnownFile]:
    """Every file that was read or tried."""
    rows = connection.execute(
        "SELECT file, id, stamp, content_hash FROM source"
        " UNION ALL SELECT file, '', stamp, content_hash FROM unreadable"
    )
    return {file: KnownFile(source_id, stamp, content) for file, source_id, stamp, content in rows}


def known_problems(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Why the unreadable files cannot be read, in the order of their names."""
    for (problems,) in connection.execute("SELECT problems FROM unreadable ORDER BY file"):
        yield from load_values(Problem, problems)


def restamp(connection: sqlite3.Connection, file: str, stamp: str) -> None:
    """Notes a new time of a file whose content is the same."""
    with transaction(connection):
        connection.execute("UPDATE source SET stamp = ? WHERE file = ?", (stamp, file))
        connection.execute("UPDATE unreadable SET stamp = ? WHERE file = ?", (stamp, file))


def read_state(connection: sqlite3.Connection, key: str) -> str:
    """A remark kept with the index, empty where there is none."""
    row = connection.execute("SELECT value FROM state WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else ""


def write_state(connection: sqlite3.Connection, key: str, value: str) -> None:
    with transaction(connection):
        connection.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (key, value))


def value_key(value: Decimal) -> str:
    """One wording for each value: 500 for 500.0."""
    return f"{value.normalize():f}"


def _delete(connection: sqlite3.Connection, source_id: str) -> None:
    # The full-text table knows no foreign keys.
    connection.execute(
        "DELETE FROM passage_words WHERE rowid IN (SELECT id FROM passage WHERE source = ?)", (source_id,)
    )
    connection.execute("DELETE FROM source WHERE id = ?", (source_id,))


def _figure_row(figure: Figure) -> tuple[int, int, str, str, str, str, str]:
    return (
        figure.span.start,
        figure.span.end,
        value_key(figure.value),
        figure.unit,
        figure.indicator,
        figure.year,
        figure.place,
    )


def _assignment_row(assignment: Assignment) -> tuple[int, int, str, tuple[tuple[int, int, str, str], ...]]:
    agencies = tuple(
        (mention.span.start, mention.span.end, mention.name, mention.role.value)
        for mention in assignment.agencies
    )
    return assignment.span.start, assignment.span.end, assignment.task, agencies


def _passages(source: Source) -> Iterator[tuple[int, int, str]]:
    document = source.facts.document
    for block in document.blocks:
        if words := index_terms(block.span.of(document.text)):
            yield block.span.start, block.span.end, words
