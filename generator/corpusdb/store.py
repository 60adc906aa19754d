"""Opening the index: an embedded SQLite file that can always be made again from the corpus."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.corpusdb.migrations import migrate

_WAIT_SECONDS = 15
_ASIDE = ("", "-wal", "-shm", "-journal")


def open_store(path: Path) -> sqlite3.Connection:
    """The index at ``path``, created where there is none.

    An index that is damaged or of a later version is thrown away and begun anew: it holds nothing that the corpus
    does not hold. Raises sqlite3.OperationalError where the folder cannot be written.
    """
    try:
        return _connect(str(path))
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        delete_store(path)
        return _connect(str(path))


def open_memory_store() -> sqlite3.Connection:
    """An index that lives as long as the connection."""
    return _connect(":memory:")


def delete_store(path: Path) -> None:
    """Removes the index with what SQLite keeps beside it."""
    for suffix in _ASIDE:
        path.with_name(path.name + suffix).unlink(missing_ok=True)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; waits for another writer instead of failing half-way."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _connect(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(
            "PRAGMA wal_autocheckpoint = 8000"
        )  # pages: a large build need not merge every lot
        migrate(connection)
        _look_over(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _look_over(connection: sqlite3.Connection) -> None:
    """Finds gross damage early: the list of tables and one row of each must be readable."""
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    connection.execute("SELECT id, file, content_hash FROM source LIMIT 1").fetchone()
    connection.execute("SELECT rowid FROM passage_words LIMIT 1").fetchone()
