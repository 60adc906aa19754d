"""What reading costs: warm analysis over jieba's cut of the same text, growth with length, peak memory.

usage: reading.py [FILE]    FILE: a long official text (default: the longest county plan of the shared documents)
"""

from __future__ import annotations

import logging
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.facts.analyse import analyse  # noqa: E402 — the checkout must be importable first
from generator.model.text_document import TextDocument  # noqa: E402
from generator.usecases.registry import load_agencies  # noqa: E402

RUNS = 7
LENGTHS = (14_000, 1_400_000)


def default_text() -> Path:
    shared = Path(os.environ.get("NIGAO_SHARED", ROOT.parent / "shared"))
    found = sorted((shared / "sources").glob("004*.txt"))
    if not found:
        sys.exit("no text given and no shared documents found (set NIGAO_SHARED)")
    return found[0]


def median_seconds(work: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def compare_with_jieba(text: str) -> None:
    import jieba

    jieba.setLogLevel(logging.ERROR)
    registry, document = load_agencies(), TextDocument.from_text(text)
    with tempfile.TemporaryDirectory() as folder:
        tokenizer = jieba.Tokenizer()
        tokenizer.tmp_dir = folder
        tokenizer.initialize()
        analyse(document, registry)
        cut = median_seconds(lambda: tokenizer.lcut(text))
        read = median_seconds(lambda: analyse(document, registry))
    print(
        f"analyse {read * 1000:.1f} ms, jieba.lcut {cut * 1000:.1f} ms: ratio {read / cut:.2f} (bar: at most 1.5)"
    )
    for times in (4, 16):
        longer = TextDocument.from_text(text * times)
        cost = median_seconds(partial(analyse, longer, registry))
        print(f"text {times}x long: {cost / read / times:.2f} of linear cost (bar: at most 1.2)")


def peak_megabytes(path: Path, characters: int) -> float:
    """Peak memory of a process of its own that analyses ``characters`` characters."""
    run = subprocess.run(
        [sys.executable, __file__, str(path), str(characters)], check=True, capture_output=True, text=True
    )
    return float(run.stdout)


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else default_text()
    text = path.read_text(encoding="utf-8")
    if len(sys.argv) > 2:
        wanted = int(sys.argv[2])
        repeated = (text * (wanted // len(text) + 1))[:wanted]
        analyse(TextDocument.from_text(repeated), load_agencies())
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        return
    # Before anything large is loaded here: a child's peak counts the memory of the parent that started it.
    small, large = (peak_megabytes(path, characters) for characters in LENGTHS)
    print(f"peak memory {small:.0f} MB and {large:.0f} MB: ratio {large / small:.2f} (bar: at most 2.5)")
    compare_with_jieba(text)


if __name__ == "__main__":
    main()
