"""The workbook: every finding and every figure a row, totals as formulas, text never as one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from generator.checking.ledger import build_ledger
from generator.errors import InputError
from generator.facts.analyse import analyse
from generator.matching.match import Matches
from generator.model.agency import AgencyRegistry
from generator.model.finding import CheckReport
from generator.model.text_document import TextDocument
from generator.reports.workbook import write_workbook
from tests.reports.samples import SCOPE, SUM, report


def _opened(tmp_path: Path, *reports: CheckReport) -> openpyxl.Workbook:
    out = tmp_path / "核校单.xlsx"
    write_workbook(reports, out)
    return openpyxl.load_workbook(out)


def test_each_finding_is_a_row_with_both_sides(tmp_path: Path) -> None:
    sheet = _opened(tmp_path, report(SUM, SCOPE))["核对意见"]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [row[1] for row in rows] == ["错误", "提示"]
    assert rows[0][3:5] == ("6645人", "总数为6645人，分项合计6644人")
    assert rows[1][5:7] == ("《市任务》（市发〔2017〕1号）第2段", "397户")


def test_the_summary_counts_by_formulas_over_the_other_sheets(tmp_path: Path) -> None:
    book = _opened(tmp_path, report(SUM, SCOPE))
    row = [cell.value for cell in book["汇总"][2]]
    assert row[0] == "稿.txt"
    assert all(str(value).startswith("=") for value in row[1:])
    names = [cell.value for cell in book["核对意见"]["A"]][1:]
    assert names == ["稿.txt", "稿.txt"]


def test_a_sum_can_be_recomputed(tmp_path: Path) -> None:
    facts = analyse(
        TextDocument.from_text(
            "全县脱贫6645人，其中产业脱贫4783人、就业脱贫162人、兜底脱贫1700人。", source="稿.txt"
        ),
        AgencyRegistry(),
    )
    done = CheckReport(facts=facts, findings=(), ledger=build_ledger(facts, Matches()))
    row = [cell.value for cell in _opened(tmp_path, done)["算式"][2]]
    assert row[2:4] == [6645, "人"]
    assert row[4:6] == ["=SUM(H2:J2)", "=C2-E2"]
    assert sorted(row[7:10]) == [162, 1700, 4783]


@pytest.mark.parametrize("words", ["=1+1", "=cmd|'/c calc'!A1", "+8613", "@SUM(A1)"])
def test_text_of_a_draft_never_becomes_a_formula(words: str, tmp_path: Path) -> None:
    sheet = _opened(tmp_path, report(replace(SUM, message=words, quote=words)))["核对意见"]
    assert (sheet["D2"].value, sheet["D2"].data_type) == (words, "s")
    assert (sheet["E2"].value, sheet["E2"].data_type) == (words, "s")


def test_control_characters_and_very_long_passages_are_no_trouble(tmp_path: Path) -> None:
    sheet = _opened(tmp_path, report(replace(SUM, message="甲\x07乙", advice="长" * 40_000)))["核对意见"]
    assert sheet["E2"].value == "甲乙"
    assert len(sheet["I2"].value) <= 32_767


def test_a_folder_that_cannot_be_written_is_said_in_chinese(tmp_path: Path) -> None:
    blocked = tmp_path / "文件"
    blocked.write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="上级不是文件夹"):
        write_workbook([report(SUM)], blocked / "核校单.xlsx")
