"""A progress line on standard error; silent when that is not a terminal."""

from __future__ import annotations

import sys


def show_progress(done: int, total: int, what: str) -> None:
    """``[3/40] 清原镇``, overwriting itself; the last one ends the line."""
    if not sys.stderr.isatty():
        return
    end = "\n" if done >= total else ""
    print(f"\r\033[K[{done}/{total}] {what}", end=end, file=sys.stderr, flush=True)
