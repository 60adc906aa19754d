"""The registry of agencies that a command works with: the shipped one, extended by the corpus's own."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from generator.corpusdb.kept_registry import keep_registry, kept_registry
from generator.errors import InputError, Problem
from generator.model.agency import AgencyRegistry
from generator.shipped_files import shipped_folder
from generator.usecases.program_mark import program_mark

_READING_LAYERS = ("ingest", "model")


def load_agencies(corpus: Path | None = None) -> AgencyRegistry:
    """Agencies of ``corpus/agencies/*.yaml``, the user's folder before the shipped one."""
    folders = dict.fromkeys(
        folder.resolve() for folder in (corpus_folder(corpus), shipped_folder("corpus")) if folder.is_dir()
    )
    files = [file for folder in folders for file in _agency_files(folder)]
    mark = _mark(files)
    registry = kept_registry(mark) if mark else None
    if registry is None:
        from generator.ingest.registry_yaml import load_registry  # YAML is slow to import

        registry = load_registry(files)
        if mark:
            keep_registry(mark, registry)
    return registry


def _mark(files: Sequence[Path]) -> str:
    """Of the files' contents and of the program that reads them; empty where a file cannot be read."""
    mark = sha256()
    try:
        mark.update(program_mark(_READING_LAYERS))
        for file in files:
            mark.update(b"\0" + file.read_bytes())
    except OSError:
        return ""
    return mark.hexdigest()


def _agency_files(folder: Path) -> list[Path]:
    try:
        return sorted((folder / "agencies").glob("*.yaml"))
    except PermissionError as error:
        problem = Problem(
            file=str(folder),
            what="没有权限读取语料文件夹",
            remedy="请在文件夹属性里给自己读取权限，或用 --corpus 换一个",
        )
        raise InputError(problem) from error


def corpus_folder(chosen: Path | None) -> Path:
    """The corpus that the user named, else ``corpus/`` where she stands, else the shipped one."""
    if chosen is not None:
        return chosen
    here = Path("corpus")
    return here if here.is_dir() else shipped_folder("corpus")
