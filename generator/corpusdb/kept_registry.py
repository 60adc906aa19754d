"""The agencies of the last registry that was read, so that reading its YAML need not be repeated for every command.

One small file in the user's cache folder. Its mark tells from which files and by which program it was made; with any other
mark the YAML is read again.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from generator.atomic_files import write_text_atomically
from generator.cache_folder import cache_folder
from generator.corpusdb.values_json import dump_value, load_values
from generator.errors import InputError
from generator.model.agency import Agency, AgencyRegistry

_NAME = "agencies.json"


def kept_registry(mark: str) -> AgencyRegistry | None:
    """The registry that was kept under ``mark``; None where another or none is kept."""
    path = _path()
    if path is None:
        return None
    try:
        kept_mark, _, agencies = path.read_text(encoding="utf-8").partition("\n")
        return AgencyRegistry(load_values(Agency, agencies)) if kept_mark == mark else None
    except (OSError, ValueError):
        return None


def keep_registry(mark: str, registry: AgencyRegistry) -> None:
    """Keeps ``registry`` instead of the one before; where that cannot be done the next command reads the YAML again."""
    path = _path()
    if path is not None:
        with contextlib.suppress(InputError):
            write_text_atomically(path, f"{mark}\n{dump_value(registry.agencies)}")


def _path() -> Path | None:
    folder = cache_folder()
    return None if folder is None else folder / _NAME
