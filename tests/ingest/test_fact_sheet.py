"""Fact sheets: identity, figures and assignments over a listing that stands for the text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.errors import InputError
from generator.ingest.fact_sheet import load_fact_sheet
from generator.model.agency import Level
from generator.model.source import Source, SourceStatus

SHEET = """\
文件: {标题: 2017年工作要点, 发文机关: 县扶贫办, 级别: 县, 地区: 清原满族自治县, 发文字号: 清脱贫办发〔2017〕2号, 成文日期: 2017-02-14, 状态: 现行}
指标:
  - {指标: 产业脱贫人口, 数值: 4783人, 年度: 2017, 口径: 建档立卡, 位置: 二、2}
  - {指标: 脱贫人口, 数值: 812人, 年度: 2018-2020, 口径: [建档立卡, 贫困村], 地区: 清原镇}
任务:
  - {任务: 精准实施产业项目, 牵头单位: [县农发局], 责任单位: [县旅游局, 各乡镇], 配合单位: [], 位置: 三、1}
引用: [清脱贫办发〔2017〕1号, 《决定》（中发〔2015〕34号）, 《条例》]
"""


def load(folder: Path, text: str = SHEET) -> Source:
    path = folder / "清原2017.yaml"
    path.write_text(text, encoding="utf-8")
    return load_fact_sheet(path)


def test_the_identity_is_read(tmp_path: Path) -> None:
    identity = load(tmp_path).identity
    assert (identity.id, identity.title, identity.issuer) == ("清原2017", "2017年工作要点", "县扶贫办")
    assert (identity.level, identity.place, identity.status) == (
        Level.COUNTY,
        "清原满族自治县",
        SourceStatus.IN_FORCE,
    )
    assert (identity.document_number, identity.issue_date) == ("清脱贫办发〔2017〕2号", date(2017, 2, 14))


def test_figures_have_their_key_and_stand_in_the_listing(tmp_path: Path) -> None:
    facts = load(tmp_path).facts
    first, second = facts.figures
    assert (first.indicator, first.value, first.unit, first.year) == (
        "产业脱贫人口",
        Decimal(4783),
        "人",
        "2017",
    )
    assert (first.scope, first.place) == (("建档立卡",), "清原满族自治县")
    assert (second.scope, second.place, second.year) == (("建档立卡", "贫困村"), "清原镇", "2018-2020")
    for figure in facts.figures:
        assert figure.span.of(facts.document.text) == figure.quote == figure.quantity.written


def test_the_listing_has_a_line_for_each_fact(tmp_path: Path) -> None:
    assert load(tmp_path).facts.document.text.splitlines() == [
        "2017年工作要点",
        "清脱贫办发〔2017〕2号",
        "县扶贫办",
        "2017年2月14日",
        "产业脱贫人口（2017年，建档立卡）：4783人（二、2）",
        "脱贫人口（清原镇，2018-2020年，建档立卡，贫困村）：812人",
        "精准实施产业项目（牵头单位：县农发局；责任单位：县旅游局、各乡镇）（三、1）",
        "引用：清脱贫办发〔2017〕1号",
        "引用：《决定》（中发〔2015〕34号）",
        "引用：《条例》",
    ]


def test_assignments_keep_order_and_places(tmp_path: Path) -> None:
    facts = load(tmp_path).facts
    (assignment,) = facts.assignments
    assert (assignment.lead, assignment.responsible, assignment.supporting) == (
        ("县农发局",),
        ("县旅游局", "各乡镇"),
        (),
    )
    text = facts.document.text
    assert (
        assignment.span.of(text) == assignment.quote == "（牵头单位：县农发局；责任单位：县旅游局、各乡镇）"
    )
    assert assignment.task_span is not None
    assert assignment.task_span.of(text) == assignment.task
    assert [mention.span.of(text) for mention in assignment.agencies] == ["县农发局", "县旅游局", "各乡镇"]


def test_citations_are_split_into_title_and_number(tmp_path: Path) -> None:
    cited = [(each.title, each.document_number) for each in load(tmp_path).facts.citations]
    assert cited == [("", "清脱贫办发〔2017〕1号"), ("决定", "中发〔2015〕34号"), ("条例", "")]


def test_the_header_has_its_places(tmp_path: Path) -> None:
    facts = load(tmp_path).facts
    assert facts.header.document_number_span is not None
    assert facts.header.document_number_span.of(facts.document.text) == "清脱贫办发〔2017〕2号"


def test_an_identity_alone_is_enough(tmp_path: Path) -> None:
    source = load(tmp_path, "文件: {标题: 只有标题}\n")
    assert source.facts.figures == ()
    assert source.facts.document.text == "只有标题\n"


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("指标: []\n", 1, "缺少“文件”"),
        ("文件: {发文机关: 甲}\n", 1, "缺少“标题”"),
        ("文件: {标题: 甲, 状态: 失效}\n", 1, "现行、已废止"),
        ("文件: {标题: 甲}\n指标:\n  - {指标: 乙, 数值: 12}\n", 3, "缺计量单位"),
        ("文件: {标题: 甲}\n指标:\n  - {数值: 12人}\n", 3, "缺少“指标”"),
        ("文件: {标题: 甲}\n指标:\n  - {指标: 乙, 数值: 12人, 年份: 2017}\n", 3, "“年度”"),
        ("文件: {标题: 甲}\n任务:\n  - {任务: 丙}\n", 3, "没有写任何单位"),
        ("文件: {标题: 甲}\n任务:\n  - {任务: 丙, 牵头部门: [乙]}\n", 3, "“牵头单位”"),
        ("文件: {标题: 甲, 标题: 乙}\n", 1, "重复"),
        ("文件: {标题: 甲}\n指标: {乙: 12人}\n", 2, "列表"),
    ],
)
def test_faults_are_told_with_their_place(text: str, line: int, word: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        load(tmp_path, text)
    assert any(each.line == line and word in str(each) for each in caught.value.problems), str(caught.value)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = "文件: {标题: 甲, 级别: 区}\n指标:\n  - {指标: 乙, 数值: 12}\n  - {指标: 丙}\n"
    with pytest.raises(InputError) as caught:
        load(tmp_path, text)
    assert [each.line for each in caught.value.problems] == [1, 3, 4]
