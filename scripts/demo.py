"""The main job on the shipped sample, into out/demo/: policy to issued documents, then the check of two drafts."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.cli.main import main as nigao  # noqa: E402 — the checkout must be importable first
from scripts.plant_slips import plant_slips, read_slips  # noqa: E402

POLICY = Path("policies/清原县2017年脱贫攻坚工作要点.yaml")
SLIPS = Path("policies/有误稿.yaml")
CORPUS = Path("corpus")
OUT = Path("out/demo")


def run(*arguments: str, allowed: tuple[int, ...] = (0,)) -> None:
    """Runs one command as a clerk would, showing it; anything but the expected exit code ends the demo."""
    print(f"\n$ nigao {' '.join(arguments)}", flush=True)
    code = nigao(arguments)
    if code not in allowed:
        sys.exit(f"演示中断：上面的命令返回了 {code}。")


def check(draft: Path, name: str) -> dict[str, object]:
    """Checks ``draft`` into an HTML page and a JSON file; returns the JSON."""
    for form in ("html", "json"):
        target = str(OUT / f"{name}.{form}")
        run("check", str(draft), "--corpus", str(CORPUS), "--format", form, "-o", target, allowed=(0, 1))
    report: dict[str, object] = json.loads((OUT / f"{name}.json").read_text(encoding="utf-8"))["documents"][0]
    return report


def summarise(title: str, report: dict[str, object]) -> None:
    """One line: findings by severity and the share of figures that were proved."""
    findings, figures = report["findings"], report["figures"]
    assert isinstance(findings, list)
    assert isinstance(figures, dict)
    severities = Counter(finding["severity"] for finding in findings)
    print(
        f"{title}：错误 {severities['error']}，存疑 {severities['warning']}，提示 {severities['hint']}；"
        f"全文 {figures['total']} 个数，已核实 {figures['verified']}，有矛盾 {figures['contradicted']}，"
        f"未核实 {figures['unverified']}"
    )


def main() -> int:
    os.chdir(ROOT)
    shutil.rmtree(OUT, ignore_errors=True)
    run("render", str(POLICY), "-o", str(OUT))
    run("books", str(POLICY), "-o", str(OUT / "责任书"))
    issued = next(OUT.glob("*.docx"))

    faulty = OUT / "有误稿.docx"
    plant_slips(issued, faulty, read_slips(SLIPS))
    shutil.copy(SLIPS, OUT / "有误稿的错处.yaml")
    print(f"\n为演示另做一份有意写错的稿子：{faulty}，错处列在 有误稿的错处.yaml")

    good_report = check(issued, "核对结果")
    faulty_report = check(faulty, "有误稿核对结果")
    run("check", str(faulty), "--corpus", str(CORPUS), allowed=(1,))

    print("\n== 小结 ==")
    for file in sorted(OUT.rglob("*")):
        if file.is_file():
            print(f"  {file}")
    summarise("印发稿", good_report)
    summarise("有误稿", faulty_report)
    return 0


if __name__ == "__main__":
    sys.exit(main())
