"""A killed `corpus add` loses nothing of what it had reported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_three_kills_lose_nothing(checkout: Path) -> None:
    run = subprocess.run(
        [sys.executable, str(checkout / "benchmarks" / "corpus_kill.py"), "3"],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "0 lost" in run.stdout
