"""Number, date and imprint that somebody moved in Word are found; where our own notice puts them they are not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from generator.cli.main import main

POLICY = "policies/清原县2017年脱贫攻坚工作要点.yaml"
RULES = ("layout.number-place", "layout.date-place", "layout.imprint", "structure.annex-behind-imprint")


@pytest.fixture(scope="module")
def notice(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Path:
    out = tmp_path_factory.mktemp("out")
    assert main(["render", str(checkout / POLICY), "-o", str(out)]) == 0
    (file,) = out.glob("*.docx")
    return file


def found(draft: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    choice = [word for rule in RULES for word in ("--select", rule)]
    main(["check", str(draft), "--format", "json", "--fail-on", "never", *choice])
    return [finding["rule"] for finding in json.loads(capsys.readouterr().out)["documents"][0]["findings"]]


def _number_to_the_left(document: Document) -> None:
    (number,) = (each for each in document.paragraphs if each.text.startswith("清脱贫办发"))
    number.alignment = WD_ALIGN_PARAGRAPH.LEFT


def _date_to_the_left(document: Document) -> None:
    (day,) = (each for each in document.paragraphs if each.text.strip() == "2017年2月14日")
    day.alignment = WD_ALIGN_PARAGRAPH.LEFT
    day.paragraph_format.left_indent = day.paragraph_format.right_indent = Pt(0)


def _large_imprint(document: Document) -> None:
    cells = (cell for row in document.tables[-1].rows for cell in row.cells)
    for run in (run for cell in cells for paragraph in cell.paragraphs for run in paragraph.runs):
        run.font.size = Pt(16)


def _another_annex(document: Document) -> None:
    document.add_paragraph("附件2")


def test_our_own_notice_has_everything_in_its_place(notice: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert found(notice, capsys) == []


@pytest.mark.parametrize(
    ("move", "rule"),
    [
        (_number_to_the_left, "layout.number-place"),
        (_date_to_the_left, "layout.date-place"),
        (_large_imprint, "layout.imprint"),
        (_another_annex, "structure.annex-behind-imprint"),
    ],
)
def test_what_was_moved_is_found(
    notice: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    move: Callable[[Document], None],
    rule: str,
) -> None:
    document = docx.Document(str(notice))
    move(document)
    moved = tmp_path / "稿.docx"
    document.save(str(moved))
    assert found(moved, capsys) == [rule]
