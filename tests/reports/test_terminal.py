"""What a clerk reads in the terminal."""

from __future__ import annotations

from dataclasses import replace

from generator.model.finding import DismissedFinding, Ledger
from generator.reports.terminal import render_terminal
from tests.reports.samples import SUM, here, report


def test_each_finding_is_one_line_with_place_severity_message_and_other_side() -> None:
    lines = render_terminal([report()]).splitlines()
    assert lines[0] == "== 稿.txt =="
    assert lines[1] == (
        "1. 第1段“6645人” 错误：总数为6645人，分项合计6644人；另见本文第1段“4783人” [sums.parts-differ-from-total]"
    )
    assert lines[2].startswith("2. 第2段“372户” 提示：")


def test_the_advice_stands_once_for_each_rule() -> None:
    text = render_terminal([report(SUM, replace(SUM, message="又一处"))])
    assert text.count("逐项核对") == 1


def test_the_share_of_proved_figures_always_stands_at_the_end() -> None:
    assert "错误1处，提示1处。全文3个数，已核实1，有矛盾1，未核实1。" in render_terminal([report()])


def test_no_finding_is_never_said_without_that_share() -> None:
    clean = replace(report(), findings=())
    assert "所查各项没有问题。全文3个数，已核实1，有矛盾1，未核实1。" in render_terminal([clean])
    empty = replace(clean, ledger=Ledger())
    assert "全文没有读到可以核对的数。" in render_terminal([empty])


def test_many_other_sides_are_counted() -> None:
    many = replace(SUM, related=tuple(here("4783人", number) for number in range(1, 6)))
    (line,) = (x for x in render_terminal([report(many)]).splitlines() if "错误：" in x)
    assert line.count("4783人") == 3
    assert "等5处" in line


def test_what_could_not_be_checked_is_said() -> None:
    assert "未查：figures（没有来源语料可比）" in render_terminal([report()])


def test_several_drafts_stand_apart() -> None:
    text = render_terminal([report(), report(name="乙.txt")])
    assert "\n\n== 乙.txt ==" in text


def test_what_a_person_set_aside_is_shown_with_the_reason_and_not_counted() -> None:
    done = replace(report(), findings=(), dismissed=(DismissedFinding(finding=SUM, reason="含新增人口"),))
    lines = render_terminal([done]).splitlines()
    assert lines[1].startswith("所查各项没有问题。")
    assert lines[-1].startswith("已忽略：第1段“6645人” 错误：总数为6645人")
    assert lines[-1].endswith("；理由：含新增人口")
