"""The folder for what can be made again at any time: of this user alone, never the shared temporary one."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def cache_folder() -> Path | None:
    """``nigao`` in the user's cache folder, made when missing; None where none can be made or another user could write it."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        folder = (Path(base) if base else Path.home() / ".cache") / "nigao"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        ours = _is_ours(folder)
    except (OSError, RuntimeError):
        return None
    return folder if ours and os.access(folder, os.W_OK) else None


def _is_ours(folder: Path) -> bool:
    if not hasattr(os, "getuid"):  # Windows: the folder lies in the user's own profile
        return True
    status = folder.stat()
    return status.st_uid == os.getuid() and not status.st_mode & 0o022
