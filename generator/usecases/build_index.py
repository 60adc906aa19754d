"""The corpus folder and its index: what changed is read again, what vanished is dropped."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from weakref import finalize

from generator import __version__
from generator.corpusdb.indexer import (
    clear,
    put_source,
    read_state,
    remove_files,
    stored_hashes,
    write_state,
)
from generator.corpusdb.queries import (
    PassageHit,
    list_identities,
    load_source,
    load_sources,
    search_passages,
)
from generator.corpusdb.store import delete_store, open_memory_store, open_store
from generator.errors import InputError, Problem
from generator.model.agency import AgencyRegistry
from generator.model.facts import DocumentFacts
from generator.model.source import Source, SourceIdentity
from generator.usecases.source_identity import guess_identity

Progress = Callable[[int, int, str], None]

INDEX_NAME = ".nigao-index.sqlite"
FACT_SHEET_SUFFIXES = (".yaml", ".yml")
DOCUMENT_SUFFIXES = (".txt", ".md", ".docx", ".doc", ".pdf", ".html", ".htm", ".xlsx")
_NO_SOURCES = ("agencies", "readme.md")
_PACKAGE = Path(__file__).resolve().parent.parent
_READING_LAYERS = ("text", "facts", "model", "ingest", "wordml")


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
        """The sources to hold ``draft`` against: all of them."""
        return self.sources

    def search(self, words: str, *, limit: int = 20) -> tuple[PassageHit, ...]:
        """The passages in which every word stands."""
        return search_passages(self.connection, words, limit=limit)

    def close(self) -> None:
        self.connection.close()


def open_corpus(folder: Path, registry: AgencyRegistry, *, progress: Progress | None = None) -> OpenCorpus:
    """The index of ``folder``, brought up to date.

    Raises InputError where the folder is missing or cannot be read. A source that cannot be read is a problem of the
    result and does not keep the others out.
    """
    files = _list_files(folder)
    connection = _open_index(folder)
    problems = _update(connection, folder, files, registry, progress or _silent)
    return OpenCorpus(connection=connection, problems=problems)


def rebuild_corpus(folder: Path, registry: AgencyRegistry, *, progress: Progress | None = None) -> OpenCorpus:
    """Throws the index of ``folder`` away and reads every source again."""
    _list_files(folder)
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


def _list_files(folder: Path) -> tuple[Path, ...]:
    """The files of ``folder`` that can be sources; hidden ones and the agencies' are none."""
    if not folder.is_dir():
        what = "语料文件夹不存在" if not folder.exists() else "语料应当是文件夹，这里却是文件"
        raise InputError(
            Problem(file=str(folder), what=what, remedy="请检查路径，或用 --corpus 指定存放来源文件的文件夹")
        )
    try:
        return tuple(sorted(_walk(folder)))
    except OSError as error:
        raise InputError(
            Problem(
                file=str(error.filename or folder),
                what="语料文件夹读不了",
                remedy=f"请检查读取权限（{error.strerror}）",
            )
        ) from error


def _walk(folder: Path) -> Iterable[Path]:
    for entry in folder.iterdir():
        if entry.name.startswith((".", "~$")) or entry.name.lower() in _NO_SOURCES:
            continue
        if entry.is_dir():
            yield from _walk(entry)
        elif entry.suffix.lower() in FACT_SHEET_SUFFIXES + DOCUMENT_SUFFIXES:
            yield entry


def _open_index(folder: Path) -> sqlite3.Connection:
    """The index in the folder; in memory where the folder cannot be written."""
    try:
        return open_store(folder / INDEX_NAME)
    except (sqlite3.OperationalError, OSError):
        return open_memory_store()


def _update(
    connection: sqlite3.Connection,
    folder: Path,
    files: Iterable[Path],
    registry: AgencyRegistry,
    progress: Progress,
) -> tuple[Problem, ...]:
    reading = _reading_mark(registry)
    if read_state(connection, "reading") != reading:
        clear(connection)
        write_state(connection, "reading", reading)
    known = stored_hashes(connection)
    present = {path.relative_to(folder).as_posix(): path for path in files}
    if vanished := sorted(known.keys() - present.keys()):
        remove_files(connection, vanished)
    return tuple(_read_changed(connection, present, known, registry, progress))


def _read_changed(
    connection: sqlite3.Connection,
    present: Mapping[str, Path],
    known: Mapping[str, str],
    registry: AgencyRegistry,
    progress: Progress,
) -> Iterable[Problem]:
    ids = _ids(present)
    hashes: dict[str, str] = {}
    for name, path in present.items():
        try:
            hashes[name] = sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            yield Problem(file=str(path), what=f"来源读不了（{error.strerror}）", remedy="请检查读取权限")
    changed = [name for name, content in hashes.items() if known.get(name) != content]
    for number, name in enumerate(changed, start=1):
        try:
            put_source(connection, _read(present[name], name, ids[name], registry), hashes[name])
        except InputError as error:
            remove_files(connection, [name])
            yield from error.problems
        progress(number, len(changed), name)


def _ids(names: Iterable[str]) -> dict[str, str]:
    """A name for each file: without its extension, unless another file differs in nothing else."""
    bare: dict[str, list[str]] = {}
    for name in names:
        bare.setdefault(name.rpartition(".")[0], []).append(name)
    return {name: stem if len(same) == 1 else name for stem, same in bare.items() for name in same}


def _read(path: Path, name: str, source_id: str, registry: AgencyRegistry) -> Source:
    """The source in ``path``, named by its place in the corpus."""
    if path.suffix.lower() in FACT_SHEET_SUFFIXES:
        from generator.ingest.fact_sheet import load_fact_sheet

        source = load_fact_sheet(path)
        identity = replace(source.identity, id=source_id, file=name)
        facts = source.facts
    else:
        from generator.facts.analyse import analyse
        from generator.ingest.drafts import read_document

        facts = analyse(read_document(path), registry)
        identity = guess_identity(facts, source_id=source_id, file=name)
    document = replace(facts.document, source=name)
    return Source(identity=identity, facts=replace(facts, document=document))


def _reading_mark(registry: AgencyRegistry) -> str:
    """Changes whenever the same file could be read otherwise: another program, another registry."""
    mark = sha256(f"{__version__}\n{registry.agencies!r}\n".encode())
    for layer in _READING_LAYERS:
        for file in sorted((_PACKAGE / layer).rglob("*.py")):
            mark.update(f"{file.name} {file.stat().st_size} {file.stat().st_mtime_ns}\n".encode())
    return mark.hexdigest()


def _silent(done: int, total: int, what: str) -> None:
    """No progress wanted."""
