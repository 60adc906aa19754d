"""What a document says of its own identity."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.facts.header import read_header
from generator.model.facts import HeaderFacts
from generator.model.text_document import TextDocument


def header(text: str) -> HeaderFacts:
    return read_header(TextDocument.from_text(text))


NOTICE = (
    "东山县脱贫攻坚领导小组办公室文件\n东脱贫办发〔2017〕5号\n关于印发《东山县2017年\n水利扶贫工作要点》的通知\n"
    "各乡镇党委、人民政府，县直各单位：\n现将要点印发给你们。\n"
    "东山县脱贫攻坚领导小组办公室\n2017年3月8日\n东山县2017年水利扶贫工作要点\n一、目标\n"
)


def test_a_notice_with_a_title_over_two_lines() -> None:
    found = header(NOTICE)
    assert found.title == "关于印发《东山县2017年水利扶贫工作要点》的通知"
    assert found.document_number == "东脱贫办发〔2017〕5号"
    assert found.issuer == "东山县脱贫攻坚领导小组办公室"
    assert found.recipients == "各乡镇党委、人民政府，县直各单位"
    assert found.issue_date == date(2017, 3, 8)
    assert found.document_number_span is not None
    assert found.document_number_span.of(NOTICE) == "东脱贫办发〔2017〕5号"
    assert found.issue_date_span is not None
    assert found.issue_date_span.of(NOTICE) == "2017年3月8日"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("二○一七年二月十四日", date(2017, 2, 14)),
        ("二〇一七年十二月三十一日", date(2017, 12, 31)),
        ("二0一八年十月十日", date(2018, 10, 10)),
        ("2018年11月28日", date(2018, 11, 28)),
        ("2018 年 1 月 2 日", date(2018, 1, 2)),
        ("二〇二〇年一月二十日", date(2020, 1, 20)),
    ],
)
def test_dates_in_every_numeral(written: str, value: date) -> None:
    text = f"关于修路的通知\n各乡镇：\n请照办。\n东山县交通局\n　　{written}\n"
    found = header(text)
    assert found.issue_date == value
    assert found.issue_date_span is not None
    assert found.issue_date_span.of(text) == written
    assert found.issuer == "东山县交通局"


def test_a_date_that_no_calendar_has_is_none() -> None:
    assert header("关于修路的通知\n东山县交通局\n2017年2月30日\n").issue_date is None


def test_joint_issuers_stand_in_order() -> None:
    text = "关于修路的意见\n各乡镇：\n请照办。\n中共东山县委\n东山县人民政府\n2018年5月1日\n"
    assert header(text).issuer == "中共东山县委、东山县人民政府"


def test_the_title_gives_the_issuer_where_nothing_else_does() -> None:
    found = header("东山县人民政府办公室关于加强\n农村饮水工作的意见\n一、总体要求\n")
    assert found.title == "东山县人民政府办公室关于加强农村饮水工作的意见"
    assert found.issuer == "东山县人民政府办公室"


def test_a_paper_without_header_has_only_its_title() -> None:
    found = header("东山县2017年脱贫攻坚工作要点\n为做好工作，特制定如下要点。\n一、目标\n")
    assert found == HeaderFacts(title="东山县2017年脱贫攻坚工作要点")


@pytest.mark.parametrize("text", ["", "\n\n", "一、目标\n完成任务。\n", "1.修建水窖标准\n2.修路标准\n"])
def test_what_is_not_stated_is_none(text: str) -> None:
    assert header(text) == HeaderFacts()


def test_a_number_in_the_text_is_not_the_document_s_own() -> None:
    assert header("修路方案\n根据东政发〔2017〕5号要求，制定本方案。\n").document_number is None


@pytest.mark.parametrize(
    ("name", "number", "issued"),
    [
        ("sources/000", "清脱贫办发[2017]2号", date(2017, 2, 14)),
        ("sources/003", "明扶办发﹝2018﹞4号", None),
        ("sources/004", "新发〔2018〕24号", date(2018, 11, 28)),
        ("field/083", "国发〔2018〕42号", date(2018, 12, 21)),
    ],
)
def test_real_documents(shared: Path, name: str, number: str, issued: date | None) -> None:
    folder, prefix = name.split("/")
    text = next((shared / folder).glob(f"{prefix}_*.txt")).read_text(encoding="utf-8-sig")
    found = header(text)
    assert (found.document_number, found.issue_date) == (number, issued)


def test_a_date_alone_is_no_title() -> None:
    assert header("县扶贫办要把各乡镇报来的数字逐项核对清楚，有出入的当面问明。\n2017年2月14日").title is None
