"""The files of a corpus folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from os import scandir
from pathlib import Path

from generator.errors import InputError, Problem

FACT_SHEET_SUFFIXES = (".yaml", ".yml")
DOCUMENT_SUFFIXES = (".txt", ".md", ".docx", ".doc", ".pdf", ".html", ".htm", ".xlsx")
METADATA_SUFFIX = ".元数据.yaml"
_SUFFIXES = FACT_SHEET_SUFFIXES + DOCUMENT_SUFFIXES
_NO_SOURCES = ("agencies", "readme.md")


def metadata_file(path: Path) -> Path:
    """Where the metadata of the source at ``path`` is kept: 要点.docx → 要点.docx.元数据.yaml."""
    return path.with_name(f"{path.name}{METADATA_SUFFIX}")


@dataclass(frozen=True, slots=True)
class CorpusFile:
    """A file of the corpus folder: its name within it, and size and time of change."""

    name: str
    size: int
    changed_ns: int

    @property
    def stamp(self) -> str:
        return f"{self.size} {self.changed_ns}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderMark:
    """Two equal marks mean the same files of the same sizes and times; ``newest_ns`` is the latest of these times."""

    mark: str
    newest_ns: int


def list_files(folder: Path) -> tuple[CorpusFile, ...]:
    """The files of ``folder`` that can be sources; hidden ones and the agencies' are none."""
    if not folder.is_dir():
        what = "语料文件夹不存在" if not folder.exists() else "语料应当是文件夹，这里却是文件"
        raise InputError(
            Problem(file=str(folder), what=what, remedy="请检查路径，或用 --corpus 指定存放来源文件的文件夹")
        )
    try:
        return tuple(sorted(_walk(folder, ""), key=lambda entry: entry.name))
    except OSError as error:
        raise InputError(
            Problem(
                file=str(error.filename or folder),
                what="语料文件夹读不了",
                remedy=f"请检查读取权限（{error.strerror}）",
            )
        ) from error


def folder_mark(folder: Path) -> FolderMark:
    """The mark of the folder as it is; an OSError where it cannot be read."""
    return mark_of(_entries(folder, ""))


def mark_of(entries: Iterable[tuple[str, int, int]]) -> FolderMark:
    """The mark of files by name, size and time, whatever their order."""
    lines: list[str] = []
    newest = 0
    for name, size, changed_ns in entries:
        lines.append(f"{name}\n{size} {changed_ns}\n")
        if changed_ns > newest:
            newest = changed_ns
    lines.sort()
    digest = blake2b("".join(lines).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
    return FolderMark(mark=f"{len(lines)} {digest}", newest_ns=newest)


def _walk(folder: Path, inside: str) -> Iterator[CorpusFile]:
    return (CorpusFile(*entry) for entry in _entries(folder, inside))


def _entries(folder: Path, inside: str) -> Iterator[tuple[str, int, int]]:
    """Name, size and time of each file that can be a source, in no order; its metadata file counts with it."""
    found: list[tuple[str, int, int]] = []
    beside: dict[str, tuple[int, int]] = {}
    with scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            lower = name.lower()
            if name.startswith((".", "~$")) or lower in _NO_SOURCES:
                continue
            if lower.endswith(_SUFFIXES) and not entry.is_dir():
                status = entry.stat()
                if lower.endswith(METADATA_SUFFIX):
                    beside[name.removesuffix(METADATA_SUFFIX)] = status.st_size, status.st_mtime_ns
                else:
                    found.append((name, status.st_size, status.st_mtime_ns))
            elif entry.is_dir():
                yield from _entries(folder / entry.name, f"{inside}{entry.name}/")
    for name, size, changed_ns in found:
        more, later = beside.get(name, (0, 0))
        yield f"{inside}{name}", size + more, max(changed_ns, later)


def source_ids(names: Iterable[str]) -> dict[str, str]:
    """A name for each file: without its extension, unless another file differs in nothing else."""
    bare: dict[str, list[str]] = {}
    for name in names:
        bare.setdefault(name.rpartition(".")[0], []).append(name)
    return {name: stem if len(same) == 1 else name for stem, same in bare.items() for name in same}
