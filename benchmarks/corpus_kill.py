"""Kills `corpus add` at random moments; what was reported as added must be there, and the index must open.

usage: corpus_kill.py [TIMES]   (default 50)

Each time a few texts are added to one growing corpus and the process is killed (SIGKILL) after a random while. Then the
index is opened, and every file ever reported as added is looked for: its document and its figures.
"""

from __future__ import annotations

import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
AT_ONCE = 60
MOST = 4  # runs for each kill that is wanted: some end before they are struck


def texts(folder: Path, round_number: int) -> dict[str, int]:
    """Files to add, with a figure that stands in no other."""
    folder.mkdir()
    values = {f"材料{round_number:02d}-{n:02d}.txt": 10_000 + round_number * 100 + n for n in range(AT_ONCE)}
    for name, value in values.items():
        (folder / name).write_text(
            f"今年完成危房改造{value}户。\n" + "各乡镇要抓好落实。\n" * 300, encoding="utf-8"
        )
    return values


def killed(corpus: Path, files: list[str], after: float) -> tuple[str, bool]:
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "cli.py"), "corpus", "add", *files, "--corpus", str(corpus)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
    time.sleep(after)
    ended = process.poll() is not None
    process.send_signal(signal.SIGKILL)
    output, _ = process.communicate()
    return output, not ended


def lost(corpus: Path, reported: dict[str, int]) -> list[str]:
    """The reported files whose figure the index does not hold after it has been opened again."""
    run = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), "corpus", "list", "--corpus", str(corpus)],
        capture_output=True,
        text=True,
    )
    if run.returncode:
        sys.exit(f"the index does not open: {run.stderr}")
    connection = sqlite3.connect(corpus / ".nigao-index.sqlite")
    rows = connection.execute(
        "SELECT file, value FROM source JOIN figure ON figure.source = source.id"
    ).fetchall()
    connection.close()
    held = {(str(file), str(value)) for file, value in rows}
    return [name for name, value in reported.items() if (name, str(value)) not in held]


def undisturbed(folder: Path) -> float:
    """How long a run takes that nobody kills."""
    values = texts(folder / "whole", 98)
    files = [str(folder / "whole" / file) for file in values]
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), "corpus", "add", *files, "--corpus", str(folder / "other")],
        capture_output=True,
    )
    return time.perf_counter() - start


def main() -> int:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    rng = random.Random(50)
    reported: dict[str, int] = {}
    struck = gone = 0
    with tempfile.TemporaryDirectory() as name:
        corpus = Path(name) / "corpus"
        corpus.mkdir()
        whole = undisturbed(Path(name))
        number = 0
        while struck < times and number < MOST * times:
            number += 1
            values = texts(Path(name) / str(number), number)
            files = [str(Path(name) / str(number) / file) for file in values]
            output, hit = killed(corpus, files, rng.uniform(0.05, whole))
            struck += hit
            told = re.findall(r"已加入 (\S+)", output)
            reported |= {file: values[file] for file in told}
            gone += len(lost(corpus, reported))
    print(
        f"killed {struck} of {times} runs while they worked; {len(reported)} files reported as added, {gone} lost"
    )
    return 1 if gone else 0


if __name__ == "__main__":
    sys.exit(main())
