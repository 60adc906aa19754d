"""The registry of agencies that a command works with: the shipped one, extended by the corpus's own."""

from __future__ import annotations

from pathlib import Path

from generator.errors import InputError, Problem
from generator.ingest.registry_yaml import load_registry
from generator.model.agency import AgencyRegistry
from generator.shipped_files import shipped_folder


def load_agencies(corpus: Path | None = None) -> AgencyRegistry:
    """Agencies of ``corpus/agencies/*.yaml``, the user's folder before the shipped one."""
    folders = dict.fromkeys(
        folder.resolve() for folder in (corpus_folder(corpus), shipped_folder("corpus")) if folder.is_dir()
    )
    return load_registry([file for folder in folders for file in _agency_files(folder)])


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
