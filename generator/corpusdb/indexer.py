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
from generator.model.facts import Assignment
from generator.model.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class FileMark:
    """What tells whether a file is still the one that was read.

    ``stamp``: its size and time, which are quickly had; ``content_hash``: what counts where they differ.
    """

    stamp: str
    content_hash: str


def put_source(connection: sqlite3.Connection, source: Source, mark: FileMark) -> None:
    """Adds ``source`` or replaces what the index holds of its file."""
    identity = source.identity
    with transaction(connection):
        for (old,) in connection.execute(
            "SELECT id FROM source WHERE file = ? OR id = ?", (identity.file, identity.id)
        ).fetchall():
            _delete(connection, old)
        connection.execute("DELETE FROM unreadable WHERE file = ?", (identity.file,))
        connection.execute(
            "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                identity.id,
                identity.file,
                mark.stamp,
                mark.content_hash,
                identity.title,
                identity.document_number,
                place_stem(identity.place),
                dump_value(identity),
                dump_value(source.facts),
            ),
        )
        _put_figures(connection, source)
        for assignment in source.facts.assignments:
            _put_assignment(connection, identity.id, assignment)
        _put_passages(connection, source)


def put_unreadable(
    connection: sqlite3.Connection, file: str, problems: Sequence[Problem], mark: FileMark
) -> None:
    """Notes why ``file`` cannot be read, and drops what was read from it before."""
    with transaction(connection):
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


def _put_figures(connection: sqlite3.Connection, source: Source) -> None:
    connection.executemany(
        "INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                source.identity.id,
                figure.span.start,
                figure.span.end,
                value_key(figure.value),
                figure.unit,
                figure.indicator,
                figure.year,
                figure.place,
            )
            for figure in source.facts.figures
        ),
    )


def _put_assignment(connection: sqlite3.Connection, source_id: str, assignment: Assignment) -> None:
    row = connection.execute(
        "INSERT INTO assignment (source, start, end, task) VALUES (?, ?, ?, ?)",
        (source_id, assignment.span.start, assignment.span.end, assignment.task),
    ).lastrowid
    connection.executemany(
        "INSERT INTO agency VALUES (?, ?, ?, ?, ?)",
        (
            (row, mention.span.start, mention.span.end, mention.name, mention.role.value)
            for mention in assignment.agencies
        ),
    )


def _put_passages(connection: sqlite3.Connection, source: Source) -> None:
    for start, end, words in _passages(source):
        row = connection.execute(
            "INSERT INTO passage (source, start, end) VALUES (?, ?, ?)", (source.identity.id, start, end)
        ).lastrowid
        connection.execute("INSERT INTO passage_words (rowid, words) VALUES (?, ?)", (row, words))


def _passages(source: Source) -> Iterator[tuple[int, int, str]]:
    document = source.facts.document
    for block in document.blocks:
        if words := index_terms(block.span.of(document.text)):
            yield block.span.start, block.span.end, words
