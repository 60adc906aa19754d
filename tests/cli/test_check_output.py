"""Where the results of a check go."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import openpyxl
import pytest

from generator.cli.main import main

DRAFT = "全县脱贫6645人，其中产业脱贫4783人、就业脱贫162人、兜底脱贫1600人。\n按照国发[2016]64号执行。\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "稿.txt"
    path.write_text(DRAFT, encoding="utf-8")
    (tmp_path / "空").mkdir()
    return path


def _check(draft: Path, *options: str) -> int:
    return main(["check", str(draft), "--corpus", str(draft.parent / "空"), "--fail-on", "never", *options])


def test_the_word_copy_stands_beside_the_draft_with_a_comment_for_each_finding(draft: Path) -> None:
    assert _check(draft, "--format", "docx") == 0
    copy = docx.Document(str(draft.parent / "稿（核校）.docx"))
    assert [paragraph.text for paragraph in copy.paragraphs] == DRAFT.strip().split("\n")
    texts = [comment.text for comment in copy.comments]
    assert any("总数为6645人，分项合计6545人" in text for text in texts)
    assert draft.read_text(encoding="utf-8") == DRAFT


def test_fix_mends_the_brackets_as_a_tracked_change_and_no_figure(draft: Path) -> None:
    assert _check(draft, "--format", "docx", "--fix") == 0
    assert main(["extract", str(draft.parent / "稿（核校）.docx"), "--format", "json"]) == 0
    text = docx.Document(str(draft.parent / "稿（核校）.docx")).element.xml
    assert "国发〔2016〕64号" in text
    assert "6545人</w:t>" not in text


def test_several_drafts_go_into_a_folder(draft: Path) -> None:
    other = draft.with_name("二.txt")
    other.write_text("全县脱贫1人。\n", encoding="utf-8")
    out = draft.parent / "结果"
    files = [str(draft), str(other)]
    assert (
        main(
            [
                "check",
                *files,
                "--corpus",
                str(draft.parent / "空"),
                "--fail-on",
                "never",
                "--format",
                "docx",
                "-o",
                str(out),
            ]
        )
        == 0
    )
    assert sorted(path.name for path in out.iterdir()) == ["二（核校）.docx", "稿（核校）.docx"]


def test_the_draft_is_never_written_over(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = draft.with_suffix(".docx")
    docx.Document().save(str(source))
    before = source.read_bytes()
    assert _check(source, "--format", "docx", "-o", str(source)) == 2
    assert "输出位置就是稿件本身" in capsys.readouterr().err
    assert source.read_bytes() == before


def test_the_workbook_stands_beside_the_draft(draft: Path) -> None:
    assert _check(draft, "--format", "xlsx") == 0
    book = openpyxl.load_workbook(draft.parent / "稿（核校单）.xlsx")
    assert book.sheetnames == ["汇总", "核对意见", "数字台账", "任务分工台账", "算式"]


def test_sarif_goes_to_standard_output(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _check(draft, "--format", "sarif") == 0
    assert json.loads(capsys.readouterr().out)["version"] == "2.1.0"


def test_a_dismissed_finding_stays_away_and_is_shown_with_its_reason(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _check(draft) == 0
    before = capsys.readouterr().out
    assert "\n1. " in before
    assert _check(draft, "--dismiss", "1", "--reason", "含新增人口") == 0
    assert "已忽略第1条：总数为6645人" in capsys.readouterr().out
    assert _check(draft) == 0
    after = capsys.readouterr().out
    assert after.count("总数为6645人") == 1
    assert "理由：含新增人口" in after


@pytest.mark.parametrize(
    ("options", "what"),
    [
        (["--dismiss", "99", "--reason", "好"], "没有第99条意见"),
        (["--dismiss", "1"], "没有写忽略的理由"),
    ],
)
def test_a_dismissal_that_cannot_be_is_refused(
    options: list[str], what: str, draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _check(draft, *options) == 2
    assert what in capsys.readouterr().err
    assert [path.name for path in draft.parent.glob("*忽略*")] == []
