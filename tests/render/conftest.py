"""A policy built by hand: invented sentences and townships' shares, figures that add up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.model.agency import Role
from generator.model.policy import (
    Decomposition,
    DecompositionRow,
    DocumentHeader,
    Measure,
    Origin,
    PolicyAgency,
    PolicyDocument,
    Prose,
    ResponsibilityBook,
    Section,
    Target,
)
from generator.model.quantity import Quantity

ORIGIN = Origin(file="要点.yaml", line=12, column=5)
TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
SHARES = {"东河镇": "1204人", "西岭镇": "998人", "南沟乡": "866人", "北山乡": "1715人"}


def quantity(written: str) -> Quantity:
    digits = "".join(sign for sign in written if sign.isdigit() or sign == ".")
    return Quantity(value=Decimal(digits), unit=written[len(digits) :], written=written)


def prose(markdown: str) -> Prose:
    return Prose(markdown=markdown, origin=ORIGIN)


def target(key: str, written: str) -> Target:
    return Target(key=key, quantity=quantity(written), origin=ORIGIN)


def measure(title: str, text: str, *, deadline: str = "", **agencies: tuple[str, ...]) -> Measure:
    roles = {"lead": Role.LEAD, "responsible": Role.RESPONSIBLE, "supporting": Role.SUPPORTING}
    named = tuple(
        PolicyAgency(name=name, role=roles[role], origin=ORIGIN)
        for role, names in agencies.items()
        for name in names
    )
    return Measure(title=title, prose=prose(text), agencies=named, origin=ORIGIN, deadline=deadline)


def section(title: str, text: str = "", *measures: Measure) -> Section:
    return Section(title=title, prose=prose(text) if text else None, measures=measures, origin=ORIGIN)


HEADER = DocumentHeader(
    document_type="通知",
    issuer="青川县脱贫攻坚领导小组办公室",
    document_number="青脱贫办发〔2017〕8号",
    masthead="青川县脱贫攻坚领导小组办公室文件",
    recipients=("各乡镇党委、人民政府", "领导小组各成员单位"),
    copies_to=("市扶贫办", "县委办公室", "县政府办公室"),
    issue_date=date(2017, 3, 6),
    approved_by="县政府同意",
    print_agency="青川县扶贫办综合股",
    print_date=date(2017, 3, 8),
)

BOOK = ResponsibilityBook(
    title="青川县2017年脱贫攻坚目标责任书",
    first_party="青川县人民政府",
    second_party="{{ 乡镇 }}人民政府",
    preface=prose(
        "为把全年任务落到实处，甲乙双方约定，{{ 乡镇 }}全年脱贫{{ 本级.脱贫人口 }}（全县{{ 脱贫人口 }}）。"
    ),
    sections=(
        section("工作要求", "- 每月报送一次进度。\n- 帮扶台账一户一册。"),
        section("考核奖惩", "年底由甲方组织考核，结果在全县通报。"),
    ),
    period="2017年1月1日至2017年12月31日",
    copies="一式两份，甲乙双方各执一份",
    origin=ORIGIN,
)

POLICY = PolicyDocument(
    file="要点.yaml",
    header=HEADER,
    title="青川县2017年脱贫攻坚工作要点",
    targets={
        each.key: each
        for each in (
            target("脱贫人口", "4783人"),
            target("危房改造户数", "372户"),
            target("整合资金", "8320.4万元"),
            target("培训人次", "600人次"),
        )
    },
    introduction=prose("围绕年度减贫任务，现就今年工作提出以下安排。"),
    sections=(
        section(
            "目标任务",
            "全年完成{{ 脱贫人口 }}脱贫，改造危房{{ 危房改造户数 }}，办好三件事：\n\n1. 培训{{ 培训人次 }}。\n2. 筹资{{ 整合资金 }}。",
        ),
        section(
            "主要措施",
            "各单位按分工推进。",
            measure(
                "抓好产业项目",
                "整合{{ 整合资金 }}，**重点扶持种养大户**，再带动一批小农户。",
                lead=("县农业局",),
                responsible=("县林业局", "各乡镇"),
                supporting=("县妇联",),
                deadline="2017年11月底",
            ),
            measure("抓好危房改造", "改造{{ 危房改造户数 }}。", lead=("县住建局", "县扶贫办")),
        ),
        section("保障机制", "| 项目 | 数量 |\n|---|---|\n| 培训 | {{ 培训人次 }} |\n\n按季调度。"),
    ),
    decompositions=(
        Decomposition(
            target="脱贫人口",
            rows=tuple(
                DecompositionRow(party=party, quantity=quantity(written), origin=ORIGIN)
                for party, written in SHARES.items()
            ),
            origin=ORIGIN,
        ),
        Decomposition(
            target="危房改造户数",
            rows=(
                DecompositionRow(party="东河镇", quantity=quantity("200户"), origin=ORIGIN),
                DecompositionRow(party="南沟乡", quantity=quantity("172户"), origin=ORIGIN),
            ),
            origin=ORIGIN,
        ),
    ),
    book=BOOK,
)


@pytest.fixture
def policy() -> PolicyDocument:
    return POLICY


@pytest.fixture(scope="session")
def long_policy() -> PolicyDocument:
    """Four pages of prose and nothing else, then enough measures for a table of two pages."""
    paragraph = "抓紧抓实抓好各项工作的落实落地落细" * 30 + "。"
    tasks = section("主要措施", "", *(POLICY.sections[1].measures[0],) * 24)
    return replace(POLICY, introduction=prose("\n\n".join([paragraph] * 5)), sections=(tasks,))


@pytest.fixture
def notice_template() -> Path:
    return TEMPLATES / "通知.docx"


@pytest.fixture
def book_template() -> Path:
    return TEMPLATES / "责任书.docx"


@pytest.fixture
def with_prose() -> Callable[[str], PolicyDocument]:
    """The policy with one section only, whose prose is given."""
    return lambda markdown: replace(POLICY, sections=(section("说明", markdown),))
