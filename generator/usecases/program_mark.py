"""Whether what an earlier run kept was made by this program."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator import __version__

_PACKAGE = Path(__file__).resolve().parent.parent


def program_mark(layers: Iterable[str]) -> bytes:
    """Changes with the version and with every module of ``layers``. Raises OSError where one cannot be looked at."""
    lines = [__version__]
    for layer in layers:
        for module in sorted((_PACKAGE / layer).rglob("*.py")):
            status = module.stat()
            lines.append(f"{module.name} {status.st_size} {status.st_mtime_ns}")
    return "\n".join(lines).encode()
