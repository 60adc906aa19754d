"""The tables of the index and how an older index is brought up to them."""

from __future__ import annotations

import sqlite3

_FIRST = """
CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (
    id TEXT PRIMARY KEY,
    file TEXT NOT NULL UNIQUE,
    stamp TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    title TEXT NOT NULL,
    document_number TEXT NOT NULL,
    place TEXT NOT NULL,
    identity TEXT NOT NULL,
    facts TEXT NOT NULL
);
CREATE TABLE unreadable (
    file TEXT PRIMARY KEY,
    stamp TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    problems TEXT NOT NULL
);
CREATE INDEX source_by_place ON source (place);
CREATE INDEX source_by_title ON source (title);
CREATE INDEX source_by_number ON source (document_number);
CREATE TABLE figure (
    source TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    value TEXT NOT NULL,
    unit TEXT NOT NULL,
    indicator TEXT NOT NULL,
    year TEXT NOT NULL,
    place TEXT NOT NULL
);
CREATE INDEX figure_of_source ON figure (source);
CREATE INDEX figure_by_value ON figure (value, unit);
CREATE TABLE assignment (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    task TEXT NOT NULL
);
CREATE INDEX assignment_of_source ON assignment (source);
CREATE TABLE agency (
    assignment INTEGER NOT NULL REFERENCES assignment (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL
);
CREATE INDEX agency_of_assignment ON agency (assignment);
CREATE INDEX agency_by_name ON agency (name);
CREATE TABLE passage (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL
);
CREATE INDEX passage_of_source ON passage (source);
CREATE VIRTUAL TABLE passage_words USING fts5 (words, tokenize = 'unicode61');
"""

MIGRATIONS: tuple[str, ...] = (_FIRST,)
"""Script ``n`` (counted from 0) brings an index of ``user_version`` n to n + 1. Only ever append."""


class NewerIndexError(sqlite3.DatabaseError):
    """The index was written by a later version of this program."""


def migrate(connection: sqlite3.Connection) -> None:
    """Brings the index to the present tables, all or nothing; raises NewerIndexError for a later one."""
    if _version(connection) > len(MIGRATIONS):
        raise NewerIndexError(f"index of version {_version(connection)}; known up to {len(MIGRATIONS)}")
    while _version(connection) < len(MIGRATIONS):
        _step(connection)


def _step(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _version(connection)  # another process may have been faster
        for statement in MIGRATIONS[version].split(";") if version < len(MIGRATIONS) else ():
            connection.execute(statement)
        connection.execute("PRAGMA user_version = " + str(min(version + 1, len(MIGRATIONS))))
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)
