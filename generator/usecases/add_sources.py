"""Adding files to the corpus: copied, described in a file beside each, indexed; reported only when all that is done."""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.atomic_files import atomic_target
from generator.errors import InputError, Problem
from generator.ingest.source_metadata import write_metadata
from generator.model.agency import AgencyRegistry
from generator.model.corpus import Added
from generator.model.source import Source, SourceIdentity
from generator.usecases.build_index import OpenCorpus, open_corpus
from generator.usecases.corpus_files import (
    DOCUMENT_SUFFIXES,
    FACT_SHEET_SUFFIXES,
    METADATA_SUFFIX,
    metadata_file,
)
from generator.usecases.read_sources import read_file_source
from generator.usecases.registry import corpus_folder, load_agencies

_AT_ONCE = 20  # files between two reports
_READABLE = "能加入的格式：.docx、.doc、.pdf、.txt、.md、.html、.xlsx，和要素表 .yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """What became of a call: the index, what was added or known, and why the rest could not be."""

    corpus: OpenCorpus
    added: tuple[Added, ...]
    problems: tuple[Problem, ...]


def add_sources(files: Sequence[Path], corpus: Path | None, *, report: Callable[[Added], None]) -> Addition:
    """Adds ``files``; each is given to ``report`` once neither a crash nor a kill can lose it.

    A file that cannot be read is a problem and does not keep the others out. A file of the same name and another
    content is never written over: the new one gets a number.
    """
    folder = corpus_folder(corpus)
    folder.mkdir(parents=True, exist_ok=True)
    registry = load_agencies(corpus)
    problems: list[Problem] = []
    done: list[Added] = []
    opened = None
    for start in range(0, len(files), _AT_ONCE):
        copied: dict[str, Added] = {}
        for file in files[start : start + _AT_ONCE]:
            try:
                added = _copy(file, folder, registry)
                copied[added.name] = added
            except InputError as error:
                problems.extend(error.problems)
        opened = _index(folder, registry, copied, report)
        done += copied.values()
    opened = opened or open_corpus(folder, registry)
    return Addition(corpus=opened, added=tuple(done), problems=tuple(problems))


def _index(
    folder: Path, registry: AgencyRegistry, copied: Mapping[str, Added], report: Callable[[Added], None]
) -> OpenCorpus:
    """Brings the index up to date, reporting each of ``copied`` as soon as it is in there for good."""
    waiting = dict(copied)

    def indexed(_done: int, _total: int, name: str) -> None:
        if name in waiting:
            report(waiting.pop(name))

    opened = open_corpus(folder, registry, progress=indexed)
    unreadable = {problem.file for problem in opened.problems}
    for name, added in waiting.items():  # the index knew it already
        if str(folder / name) not in unreadable:
            report(added)
    return opened


def _copy(file: Path, folder: Path, registry: AgencyRegistry) -> Added:
    """The file in the corpus, under its own name or a free one, with what is known of it beside it."""
    suffix = file.suffix.lower()
    if file.name.endswith(METADATA_SUFFIX):
        raise _refused(file, "这是来源的元数据，不是来源", "请给出公文文件本身")
    if suffix not in DOCUMENT_SUFFIXES + FACT_SHEET_SUFFIXES:
        raise _refused(file, f"不能加入“{suffix or file.name}”文件", _READABLE)
    source = read_file_source(file, registry)
    target, fresh = _place(file, folder)
    sheet = suffix in FACT_SHEET_SUFFIXES
    beside = None if sheet else metadata_file(target)
    identity = replace(source.identity, id=target.stem, file=target.name)
    if fresh:
        if beside is not None and not beside.exists():
            write_metadata(beside, identity)
        with atomic_target(target) as temporary:
            shutil.copyfile(file, temporary)
            _flush(temporary)
    return Added(
        name=target.name, identity=_described(source, identity, beside), fresh=fresh, metadata=beside
    )


def _described(source: Source, guessed: SourceIdentity, beside: Path | None) -> SourceIdentity:
    """What the file beside says, where there is one that can be read."""
    if beside is None or not beside.is_file():
        return guessed
    from generator.ingest.source_metadata import load_metadata

    try:
        return replace(load_metadata(beside), id=guessed.id, file=guessed.file)
    except InputError:
        return guessed


def _place(file: Path, folder: Path) -> tuple[Path, bool]:
    """Where in ``folder`` the file belongs, and whether it still has to be written there."""
    number = 1
    target = folder / file.name
    while target.exists():
        if target.samefile(file) or filecmp.cmp(target, file, shallow=False):
            return target, False
        number += 1
        target = folder / f"{file.stem}（{number}）{file.suffix}"
    return target, True


def _flush(path: Path) -> None:
    """What is reported as added must outlive a power cut."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _refused(file: Path, what: str, remedy: str) -> InputError:
    return InputError(Problem(file=str(file), what=what, remedy=remedy))
