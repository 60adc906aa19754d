"""The main job end to end on the shipped sample: policy to issued notice and books, good draft and faulty draft."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml

from generator.cli.main import main
from scripts.plant_slips import Slip, plant_slips, read_slips

POLICY = "policies/清原县2017年脱贫攻坚工作要点.yaml"
SLIPS = "policies/有误稿.yaml"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("out")


@pytest.fixture(scope="module")
def issued(out: Path, checkout: Path) -> Path:
    """The notice rendered from the shipped policy."""
    assert main(["render", str(checkout / POLICY), "-o", str(out)]) == 0
    (file,) = out.glob("*.docx")
    return file


def all_text(path: Path) -> str:
    """Every paragraph of body and tables, read with python-docx and not with our own reader."""
    document = docx.Document(str(path))
    lines = [paragraph.text for paragraph in document.paragraphs]
    lines += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(lines)


def check_json(draft: Path, checkout: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    capsys.readouterr()
    main(
        ["check", str(draft), "--corpus", str(checkout / "corpus"), "--format", "json", "--fail-on", "never"]
    )
    report: dict[str, Any] = json.loads(capsys.readouterr().out)["documents"][0]
    return report


def extracted_text(draft: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The text to which the offsets of the check's JSON refer."""
    capsys.readouterr()
    assert main(["extract", str(draft), "--format", "json"]) == 0
    text: str = json.loads(capsys.readouterr().out)["documents"][0]["text"]
    return text


def test_the_notice_says_what_the_policy_says(issued: Path, checkout: Path) -> None:
    policy = yaml.safe_load((checkout / POLICY).read_text(encoding="utf-8"))
    text = all_text(issued)
    assert policy["公文"]["发文字号"] in text
    for section in policy["章节"]:
        assert section["标题"] in text
        for measure in section.get("措施", ()):
            assert measure["标题"] in text
    for value in policy["指标"].values():
        assert (value if isinstance(value, str) else value["数值"]) in text
    assert "{{" not in text
    assert "2017年2月14日" in text


def test_the_books_add_up_to_the_county(out: Path, checkout: Path) -> None:
    policy = yaml.safe_load((checkout / POLICY).read_text(encoding="utf-8"))
    folder = out / "责任书"
    assert main(["books", str(checkout / POLICY), "-o", str(folder)]) == 0
    books = {path.name: all_text(path) for path in folder.glob("*.docx")}
    parts = policy["分解"]["脱贫人口"]
    assert len(books) == len(parts) >= 6
    for party, share in parts.items():
        (text,) = (text for name, text in books.items() if f"（{party}）" in name)
        assert share in text
    total = policy["指标"]["脱贫人口"]["数值"].removesuffix("人")
    assert sum(Decimal(share.removesuffix("人")) for share in parts.values()) == Decimal(total)


def test_a_township_s_share_is_not_held_against_the_county(
    out: Path, checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = out / "各乡镇责任书"
    assert main(["books", str(checkout / POLICY), "-o", str(folder)]) == 0
    reports = [check_json(book, checkout, capsys) for book in sorted(folder.glob("*.docx"))[:4]]
    assert len(reports) == 4
    for report in reports:
        assert [f["message"] for f in report["findings"] if f["severity"] != "hint"] == []


def test_the_good_draft_raises_nothing_and_most_of_it_is_proved(
    issued: Path, checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = check_json(issued, checkout, capsys)
    loud = [f for f in report["findings"] if f["severity"] in ("error", "warning")]
    assert loud == []
    figures = report["figures"]
    assert figures["total"] > 80
    assert figures["verified"] / figures["total"] > 0.7


def test_all_twelve_slips_of_the_faulty_draft_are_found(
    issued: Path, out: Path, checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    slips = read_slips(checkout / SLIPS)
    assert len(slips) == 12
    assert Counter(slip.kind for slip in slips) == dict.fromkeys({slip.kind for slip in slips}, 2)
    faulty = out / "faulty" / "有误稿.docx"
    faulty.parent.mkdir(exist_ok=True)
    plant_slips(issued, faulty, slips)
    report = check_json(faulty, checkout, capsys)
    text = extracted_text(faulty, capsys)
    missed = [slip.why for slip in slips if not found(report, slip, text)]
    assert missed == []


def found(report: dict[str, Any], slip: Slip, text: str) -> bool:
    """Whether a loud finding of the slip's own rule touches the wrong words, itself or with its other side."""
    starts = [at for at in range(len(text)) if text.startswith(slip.wrong, at)]
    assert starts, f"not planted: {slip.wrong}"
    places = [
        (place["start"], place["end"])
        for finding in report["findings"]
        if finding["rule"] == slip.rule and finding["severity"] in ("error", "warning")
        for place in (finding["location"], *finding["related"])
        if place.get("source", report["source"]) == report["source"]
    ]
    return any(start < at + len(slip.wrong) and at < end for at in starts for start, end in places)
