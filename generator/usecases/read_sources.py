"""Reading many files of a corpus, on all processors where there are many."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
from time import sleep
from typing import TypeAlias

from generator.corpusdb.indexer import FileMark, PreparedSource, prepare_source
from generator.errors import InputError, Problem
from generator.model.agency import AgencyRegistry
from generator.model.source import Source
from generator.usecases.corpus_files import FACT_SHEET_SUFFIXES, metadata_file
from generator.usecases.source_identity import guess_identity

_WORTH_A_POOL = 100  # starting processes costs as much as reading some dozen files
_AT_ONCE = 16
_LOOK_SECONDS = 0.5
_RARELY = 200_000  # new objects between two searches for cycles


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file to be read: where it is, its name within the corpus, the id it gets."""

    path: Path
    name: str
    source_id: str
    mark: FileMark


ReadSource: TypeAlias = "tuple[SourceFile, PreparedSource | tuple[Problem, ...]]"


def read_sources(files: Sequence[SourceFile], registry: AgencyRegistry) -> Iterator[ReadSource]:
    """Every file with what the index will hold of it, or with why it cannot be read; in the order of ``files``."""
    done = 0
    if len(files) >= _WORTH_A_POOL and (os.cpu_count() or 1) > 1:
        try:
            for result in _in_processes(files, registry):
                yield result
                done += 1
        except (OSError, BrokenProcessPool):
            pass  # no processes to be had here: the rest is read by this one
    for file in files[done:]:
        yield _prepared(file, registry)


def read_source(file: SourceFile, registry: AgencyRegistry) -> Source:
    """The source in ``file``, named by its place in the corpus. Raises InputError where it cannot be read."""
    path, name = file.path, file.name
    if path.suffix.lower() in FACT_SHEET_SUFFIXES:
        from generator.ingest.fact_sheet import load_fact_sheet

        source = load_fact_sheet(path)
        identity = replace(source.identity, id=file.source_id, file=name)
        facts = source.facts
    else:
        from generator.facts.analyse import analyse
        from generator.ingest.drafts import read_document
        from generator.ingest.source_metadata import load_metadata

        facts = analyse(read_document(path), registry)
        identity = guess_identity(facts, source_id=file.source_id, file=name)
        beside = metadata_file(path)
        if beside.is_file():
            identity = replace(load_metadata(beside), id=file.source_id, file=name)
    document = replace(facts.document, source=name)
    return Source(identity=identity, facts=replace(facts, document=document))


def read_file_source(path: Path, registry: AgencyRegistry) -> Source:
    """A file that is not in a corpus yet, with the identity that it suggests itself."""
    mark = FileMark(stamp="", content_hash="")
    return read_source(SourceFile(path=path, name=path.name, source_id=path.stem, mark=mark), registry)


def _prepared(file: SourceFile, registry: AgencyRegistry) -> ReadSource:
    try:
        return file, prepare_source(read_source(file, registry))
    except InputError as error:
        return file, tuple(error.problems)


def _in_processes(files: Sequence[SourceFile], registry: AgencyRegistry) -> Iterator[ReadSource]:
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in methods else "spawn")
    with ProcessPoolExecutor(mp_context=context, initializer=_begin, initargs=(registry,)) as pool:
        yield from pool.map(_in_process, files, chunksize=_AT_ONCE)


_registry = AgencyRegistry()


def _begin(registry: AgencyRegistry) -> None:
    """What a process needs for every file it reads."""
    global _registry
    _registry = registry
    Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    # A document makes tens of thousands of small values and hardly a cycle: looking for cycles is a fifth of the time.
    gc.freeze()
    gc.set_threshold(_RARELY, 20, 20)


def _end_with(parent: int) -> None:
    """Ends this process when the one that started it was killed: it would wait for work for ever."""
    while os.getppid() == parent:
        sleep(_LOOK_SECONDS)
    os._exit(1)


def _in_process(file: SourceFile) -> ReadSource:
    return _prepared(file, _registry)
