"""What `nigao --help` costs over starting bare Python: median of several runs of each, interleaved, in milliseconds."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 15
COMMANDS = {"bare": [sys.executable, "-c", "pass"], "help": [sys.executable, str(ROOT / "cli.py"), "--help"]}


def milliseconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return (time.perf_counter() - start) * 1000


def main() -> None:
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(RUNS):
        for name, command in COMMANDS.items():
            times[name].append(milliseconds(command))
    medians = {name: statistics.median(values) for name, values in times.items()}
    print(f"bare Python {medians['bare']:.0f} ms, nigao --help {medians['help']:.0f} ms")
    print(f"--help costs {medians['help'] - medians['bare']:.0f} ms more (bar: at most 250)")


if __name__ == "__main__":
    main()
