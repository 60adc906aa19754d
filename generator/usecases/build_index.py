"""The corpus folder and its index: what changed is read again, what vanished is dropped."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from time import time_ns
from weakref import finalize

from generator.corpusdb.candidates import candidate_ids
from generator.corpusdb.indexer import (
    FileMark,
    KnownFile,
    PreparedSource,
    clear,
    known_files,
    known_problems,
    put_prepared,
    put_unreadable,
    read_state,
    remove_files,
    restamp,
    write_state,
)
from generator.corpusdb.queries import (
    agency_names,
    count_sources,
    list_identities,
    load_source,
    load_sources,
    search_passages,
)
from generator.corpusdb.store import delete_store, open_memory_store, open_store, transaction
from generator.errors import InputError, Problem
from generator.model.agency import AgencyRegistry
from generator.model.corpus import PassageHit
from generator.model.facts import DocumentFacts
from generator.model.source import Source, SourceIdentity
from generator.usecases.corpus_files import (
    CorpusFile,
    folder_mark,
    list_files,
    mark_of,
    metadata_file,
    source_ids,
)
from generator.usecases.program_mark import program_mark
from generator.usecases.read_sources import ReadSource, SourceFile, read_sources

Progress = Callable[[int, int, str], None]

INDEX_NAME = ".nigao-index.sqlite"
_FEW = 200
_MOST_RELEVANT = 60
_BATCH = 40
_TICK_NS = 2_000_000_000
_READING_LAYERS = ("standards", "text", "facts", "model", "ingest", "wordml")


@dataclass(frozen=True, kw_only=True)
class OpenCorpus:
    """An open index over a corpus folder. ``problems``: the files in it that could not be read."""

    connection: sqlite3.Connection = field(repr=False)
    problems: tuple[Problem, ...] = ()

    def __post_init__(self) -> None:
        # A command that stops half-way must not leave the log of the index unmerged.
        finalize(self, self.connection.close)

    @cached_property
    def identities(self) -> tuple[SourceIdentity, ...]:
        """Every source, in the order of its id."""
        return list_identities(self.connection)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Every source with its facts."""
        return load_sources(self.connection)

    def source(self, source_id: str) -> Source | None:
        return load_source(self.connection, source_id)

    def relevant(self, draft: DocumentFacts) -> tuple[Source, ...]:
        """The sources to hold ``draft`` against: all of a small corpus, the likely ones of a large one."""
        if count_sources(self.connection) <= _FEW:
            return self.sources
        names = candidate_ids(self.connection, draft, most=_MOST_RELEVANT)
        return tuple(found for name in names if (found := self.source(name)))

    def nearest(self, facts: DocumentFacts, *, most: int) -> tuple[Source, ...]:
        """At most ``most`` sources, those that share most with ``facts``."""
        names = candidate_ids(self.connection, facts, most=most + 1)
        return tuple(found for name in names if (found := self.source(name)))

    def search(self, words: str, *, limit: int = 20) -> tuple[PassageHit, ...]:
        """The passages in which every word stands."""
        return search_passages(self.connection, words, limit=limit)

    def agency_names(self) -> tuple[tuple[str, int, str], ...]:
        """Every agency named in an assignment, how often, and the first source that names it."""
        return agency_names(self.connection)

    def close(self) -> None:
        self.connection.close()


def open_corpus(folder: Path, registry: AgencyRegistry, *, progress: Progress | None = None) -> OpenCorpus:
    """The index of ``folder``, brought up to date.

    Raises InputError where the folder is missing or cannot be read. A source that cannot be read is a problem of the
    result and does not keep the others out.
    """
    if unchanged := _unchanged(folder, registry):
        return unchanged
    files = list_files(folder)
    for open_index in (_open_index, _open_anew, _open_in_memory):
        connection = open_index(folder)
        try:
            problems = _update(connection, folder, files, registry, progress or _silent)
        except sqlite3.DatabaseError:  # damaged in its middle, locked for long, or the disk is full
            connection.close()
            continue
        return OpenCorpus(connection=connection, problems=problems)
    raise AssertionError("an index in memory can always be built")


def _unchanged(folder: Path, registry: AgencyRegistry) -> OpenCorpus | None:
    """The index of a folder in which nothing has changed since; None where anything may have."""
    path = folder / INDEX_NAME
    try:
        if not path.is_file():
            return None
        mark = folder_mark(folder)
        connection = open_store(path)
    except (OSError, sqlite3.Error):
        return None
    try:
        same = (
            time_ns() - mark.newest_ns > _TICK_NS
            and read_state(connection, "reading") == _reading_mark(registry)
            and read_state(connection, "folder") == mark.mark
        )
        if same:
            return OpenCorpus(connection=connection, problems=tuple(known_problems(connection)))
    except sqlite3.Error:
        same = False
    connection.close()
    return None


def rebuild_corpus(folder: Path, registry: AgencyRegistry, *, progress: Progress | None = None) -> OpenCorpus:
    """Throws the index of ``folder`` away and reads every source again."""
    list_files(folder)
    try:
        delete_store(folder / INDEX_NAME)
    except OSError as error:
        raise InputError(
            Problem(
                file=str(folder / INDEX_NAME),
                what="旧索引删不掉",
                remedy=f"请关闭正在使用它的程序，并检查文件夹的写入权限（{error.strerror}）",
            )
        ) from error
    return open_corpus(folder, registry, progress=progress)


def _open_index(folder: Path) -> sqlite3.Connection:
    """The index in the folder; in memory where the folder cannot be written."""
    try:
        return open_store(folder / INDEX_NAME)
    except (sqlite3.OperationalError, OSError):
        return open_memory_store()


def _open_anew(folder: Path) -> sqlite3.Connection:
    """An empty index in the place of one that turned out to be unusable."""
    try:
        delete_store(folder / INDEX_NAME)
    except OSError:
        return open_memory_store()
    return _open_index(folder)


def _open_in_memory(folder: Path) -> sqlite3.Connection:
    return open_memory_store()


def _update(
    connection: sqlite3.Connection,
    folder: Path,
    entries: Sequence[CorpusFile],
    registry: AgencyRegistry,
    progress: Progress,
) -> tuple[Problem, ...]:
    reading = _reading_mark(registry)
    if read_state(connection, "reading") != reading:
        clear(connection)
        write_state(connection, "reading", reading)
    known = known_files(connection)
    if vanished := sorted(known.keys() - {entry.name for entry in entries}):
        remove_files(connection, vanished)
    passing: list[Problem] = []
    changed = list(_changed(connection, folder, entries, known, passing))
    done = 0
    for batch in _batches(read_sources(changed, registry)):
        with transaction(connection):
            for file, result in batch:
                if isinstance(result, PreparedSource):
                    put_prepared(connection, result, file.mark)
                else:
                    put_unreadable(connection, file.name, result, file.mark)
        for file, _ in batch:  # what is reported is safe
            done += 1
            progress(done, len(changed), file.name)
    _remember(connection, entries, whole=not passing)
    return (*passing, *known_problems(connection))


def _remember(connection: sqlite3.Connection, entries: Sequence[CorpusFile], *, whole: bool) -> None:
    """Notes that the index holds these files as they are, so that the next opening need not look at each."""
    mark = mark_of((entry.name, entry.size, entry.changed_ns) for entry in entries) if whole else None
    value = mark.mark if mark else ""
    if read_state(connection, "folder") != value:
        write_state(connection, "folder", value)


def _batches(results: Iterable[ReadSource]) -> Iterator[list[ReadSource]]:
    """Some results at a time, each lot one transaction: an interrupted build keeps the lots before."""
    batch: list[ReadSource] = []
    for result in results:
        batch.append(result)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _changed(
    connection: sqlite3.Connection,
    folder: Path,
    entries: Sequence[CorpusFile],
    known: Mapping[str, KnownFile],
    problems: list[Problem],
) -> Iterator[SourceFile]:
    """The files that the index does not hold as they are; what cannot be opened joins ``problems``."""
    now = time_ns()
    ids = source_ids(entry.name for entry in entries)
    for entry in entries:
        kept = known.get(entry.name)
        if kept and kept.source_id not in ("", ids[entry.name]):
            kept = None
        # A file written just now may be written again within one tick of its clock.
        if kept and kept.stamp == entry.stamp and now - entry.changed_ns > _TICK_NS:
            continue
        path = folder / entry.name
        try:
            content = _content_hash(path)
        except OSError as error:
            what = f"来源读不了（{error.strerror}）"
            problems.append(Problem(file=str(path), what=what, remedy="请检查读取权限"))
            continue
        if kept and kept.content_hash == content:
            restamp(connection, entry.name, entry.stamp)
            continue
        mark = FileMark(stamp=entry.stamp, content_hash=content)
        yield SourceFile(path=path, name=entry.name, source_id=ids[entry.name], mark=mark)


def _content_hash(path: Path) -> str:
    """Of the file with what is kept of its identity beside it."""
    mark = sha256(path.read_bytes())
    beside = metadata_file(path)
    if beside.is_file():
        mark.update(b"\0" + beside.read_bytes())
    return mark.hexdigest()


def _reading_mark(registry: AgencyRegistry) -> str:
    """Changes whenever the same file could be read otherwise: another program, another registry."""
    return sha256(program_mark(_READING_LAYERS) + f"\n{registry.agencies!r}\n".encode()).hexdigest()


def _silent(done: int, total: int, what: str) -> None:
    """No progress wanted."""
