"""Reading many files of a corpus, on all processors where there are many."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from generator.corpusdb.indexer import FileMark, PreparedSource, prepare_source
from generator.errors import InputError, Problem
from generator.model.agency import AgencyRegistry
from generator.model.source import Source
from generator.usecases.corpus_files import FACT_SHEET_SUFFIXES, metadata_file
from generator.usecases.source_identity import guess_identity

_WORTH_A_POOL = 100  # starting processes costs as much as reading some dozen files


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
        from generator.usecases.reading_pool import (  # slow to import, rarely needed
            NoProcessesError,
            read_in_processes,
        )

        try:
            for result in read_in_processes(files, registry):
                yield result
                done += 1
        except NoProcessesError:
            pass  # the rest is read by this one
    for file in files[done:]:
        yield prepared(file, registry)


def read_source(file: SourceFile, registry: AgencyRegistry) -> Source:
    """The source in ``file``, named by its place in the corpus. Raises InputError where it cannot be read."""
    path, name = file.path, file.name
    if path.suffix.lower() in FACT_SHEET_SUFFIXES:
        from generator.ingest.fact_sheet import load_fact_sheet

        source = load_fact_sheet(path)
        identity = replace(source.identity, id=file.source_id, file=name)
        facts = source.facts
    else:
        from generator.facts.analyse import analyse_source
        from generator.ingest.drafts import read_document
        from generator.ingest.source_metadata import load_metadata

        facts = analyse_source(read_document(path), registry)
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


def prepared(file: SourceFile, registry: AgencyRegistry) -> ReadSource:
    """The file as the index will hold it, or its problems."""
    try:
        return file, prepare_source(read_source(file, registry))
    except InputError as error:
        return file, tuple(error.problems)
