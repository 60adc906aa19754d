"""Writes docs/rules/ from the rules' own documentation; --check only says whether the pages are up to date."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.checking.documentation import page  # noqa: E402 — the checkout must be importable first
from generator.checking.registry import all_rules  # noqa: E402

FOLDER = ROOT / "docs" / "rules"


def pages() -> dict[str, str]:
    """Every page's text by its file's name: one for each rule, and the list of all."""
    return {"README.md": _index(), **{f"{rule.name}.md": f"{page(rule)}\n" for rule in all_rules()}}


def _index() -> str:
    lines = [
        "# 核对规则",
        "",
        "这些页由规则文件里的说明生成（`scripts/make_rule_docs.py`），请改规则文件，不要改这里。",
    ]
    for bundle, rules in groupby(all_rules(), key=lambda rule: rule.bundle):
        lines += ["", f"## {bundle}", "", "| 规则 | 级别 | 档次 | 查什么 |", "|---|---|---|---|"]
        lines += [
            f"| [{rule.name}]({rule.name}.md) | {rule.severity.label} | {rule.profile.label} | {rule.title} |"
            for rule in rules
        ]
    return "\n".join(lines) + "\n"


def stale(folder: Path, wanted: Mapping[str, str]) -> list[str]:
    """Names of the pages in ``folder`` that are missing, outdated, or of no rule."""
    present = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    return sorted(name for name in wanted.keys() | present.keys() if wanted.get(name) != present.get(name))


def write(folder: Path, wanted: Mapping[str, str]) -> None:
    """Makes ``folder`` hold exactly the pages ``wanted``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in stale(folder, wanted):
        if name in wanted:
            (folder / name).write_text(wanted[name], encoding="utf-8")
        else:
            (folder / name).unlink()


def main() -> int:
    wanted = pages()
    outdated = stale(FOLDER, wanted)
    if "--check" not in sys.argv[1:]:
        write(FOLDER, wanted)
        return 0
    if outdated:
        print(f"docs/rules is out of date ({', '.join(outdated)}): run python scripts/make_rule_docs.py")
    else:
        print(f"docs/rules: {len(wanted)} pages up to date")
    return 1 if outdated else 0


if __name__ == "__main__":
    sys.exit(main())
