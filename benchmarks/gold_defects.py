"""How many of the genuine defects of the annotated documents `check` finds.

usage: gold_defects.py [-v]

The annotated documents lie in the shared folder (`gold/`, `sources/`, named by NIGAO_SHARED or beside the checkout). Of
their defects those count that are certain, of severity error or warning, and of the kinds of marks, numbering and form;
the rows of one systematic defect count once and are found where a finding of a fitting rule touches any of them. The bar is .85.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
# A kind of defect and the bundle of rules that names it: the brackets of a number say nothing about its missing title.
KINDS = {
    "docnumber_bracket": "document-number",
    "date_format": "dates",
    "wrong_plan": "dates",
    "numbering": "structure",
    "measure_word": "figure-form",
    "missing_unit": "figure-form",
    "stray_space": "marks",
    "artifact": "marks",
    "halfwidth_punct": "marks",
    "citation": "citations",
    "heading_style": "structure",
}
DOCUMENTS = ("000", "001", "003")
LOUD = frozenset({"error", "warning"})
BAR = 0.85

Row = Mapping[str, Any]


def defects(gold: Path) -> dict[str, list[Row]]:
    """The rows that count, by the defect they belong to."""
    found: dict[str, list[Row]] = defaultdict(list)
    for line in (gold / "defects.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        wanted = row["kind"] in KINDS and row["severity"] in LOUD and row["certainty"] == "certain"
        if wanted and row["doc"] in DOCUMENTS:
            found[row["group"] or row["id"]].append(row)
    return found


def findings(sources: Path) -> dict[str, list[Row]]:
    """What `check` says of each document on its own, by the first three characters of its name."""
    files = [str(path) for path in sorted(sources.glob("*.txt")) if path.name[:3] in DOCUMENTS]
    with tempfile.TemporaryDirectory() as empty:
        command = [
            sys.executable,
            "cli.py",
            "check",
            "--format",
            "json",
            "--fail-on",
            "never",
            "--corpus",
            empty,
        ]
        run = subprocess.run([*command, *files], cwd=ROOT, capture_output=True, text=True, check=True)
    return {Path(each["source"]).name[:3]: each["findings"] for each in json.loads(run.stdout)["documents"]}


def places(finding: Row) -> Iterator[tuple[int, int]]:
    yield finding["location"]["start"], finding["location"]["end"]
    for other in finding.get("related", ()):
        yield other["start"], other["end"]


def severities(rows: Sequence[Row], found: Mapping[str, list[Row]]) -> set[str]:
    """Severities of the findings of the fitting rules that touch one of ``rows``."""
    return {
        finding["severity"]
        for row in rows
        for finding in found[row["doc"]]
        if finding["rule"].startswith(f"{KINDS[row['kind']]}.")
        for start, end in places(finding)
        if start < row["offset"] + len(row["quote"]) and row["offset"] < end
    }


def main(arguments: Sequence[str]) -> int:
    shared = Path(os.environ.get("NIGAO_SHARED", ROOT.parent / "shared"))
    found = findings(shared / "sources")
    every = defects(shared / "gold")
    touched = {name: severities(rows, found) for name, rows in every.items()}
    loud = sum(bool(each & LOUD) for each in touched.values())
    for name, rows in every.items():
        if not touched[name] or (arguments and not touched[name] & LOUD):
            said = "hint only" if touched[name] else "missed"
            print(f"{said}: {name} {rows[0]['kind']} “{rows[0]['quote']}”: {rows[0]['why']}")
    total, any_severity = len(every), sum(map(bool, touched.values()))
    print(f"defects {total}: found by an error or warning {loud} ({loud / total:.3f})")
    print(f"with hints {any_severity} ({any_severity / total:.3f}; bar {BAR})")
    return 0 if any_severity >= BAR * total else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
