"""What a check costs: cold over cold jieba on the same text, and many drafts in one call over the first.

usage: check_time.py DRAFT.txt [CORPUS]

Cold: a new process each time, interleaved, medians of seven. jieba runs with its cache file made before. The check runs once
with rjieba where it is installed and once without. Many: 200 copies of the draft in one call; time of each further
draft over the time of the first, and peak memory for 200 over that for 20.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 7
_JIEBA = "import jieba, sys; jieba.setLogLevel(60); jieba.lcut(open(sys.argv[1], encoding='utf-8').read())"
_WITHOUT_RUST = "import sys; sys.modules['rjieba'] = None\n"
# A small parent starts the measured process: a child's peak memory begins with its parent's.
_PEAK = (
    "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL);"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)


def seconds(command: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, env=environment)
    return time.perf_counter() - start


def peak(command: list[str], environment: dict[str, str]) -> int:
    done = subprocess.run(
        [sys.executable, "-c", _PEAK, *command], capture_output=True, text=True, env=environment
    )
    return int(done.stdout)


def cold(draft: Path, check: list[str], folder: Path) -> None:
    (folder / "sitecustomize.py").write_text(_WITHOUT_RUST, encoding="utf-8")
    plain = dict(os.environ)
    without = {**plain, "PYTHONPATH": str(folder)}
    commands = {
        "jieba": ([sys.executable, "-c", _JIEBA, str(draft)], plain),
        "check": ([*check, str(draft)], plain),
        "check without rjieba": ([*check, str(draft)], without),
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(RUNS + 1):
        for name, (command, environment) in commands.items():
            taken = seconds(command, environment)
            if run:  # the first fills caches
                times[name].append(taken)
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, median in medians.items():
        print(f"{name:<22} {median:.3f} s  {median / medians['jieba']:.2f} × jieba")


def many(draft: Path, check: list[str], folder: Path) -> None:
    copies = [folder / f"{number:03d}.txt" for number in range(200)]
    for copy in copies:
        shutil.copyfile(draft, copy)
    environment = dict(os.environ)
    names = [str(copy) for copy in copies]
    one = statistics.median(seconds([*check, names[0]], environment) for _ in range(3))
    all_of_them = seconds([*check, *names], environment)
    each = (all_of_them - one) / (len(names) - 1)
    print(f"first draft {one:.3f} s, each further {each:.3f} s: {each / one:.2f} of the first")
    few, full = peak([*check, *names[:20]], environment), peak([*check, *names], environment)
    print(f"peak memory: 20 drafts {few / 1024:.0f} MB, 200 drafts {full / 1024:.0f} MB: {full / few:.2f}×")


def main() -> int:
    if not 2 <= len(sys.argv) <= 3:
        print(__doc__)
        return 2
    draft = Path(sys.argv[1])
    corpus = ["--corpus", sys.argv[2]] if len(sys.argv) == 3 else []
    check = [sys.executable, str(ROOT / "cli.py"), "check", "--format", "json", "--fail-on", "never", *corpus]
    with tempfile.TemporaryDirectory() as folder:
        cold(draft, check, Path(folder))
        many(draft, check, Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
