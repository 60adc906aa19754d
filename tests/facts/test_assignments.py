"""Assignments bound to tasks with their roles in order."""

from __future__ import annotations

import pytest

from generator.facts.assignments import read_assignments
from generator.facts.outline import read_outline
from generator.model.agency import AgencyRegistry
from generator.model.facts import Assignment, AssignmentForm
from generator.model.text_document import TextDocument


def assignments(text: str) -> tuple[Assignment, ...]:
    document = TextDocument.from_text(text)
    return read_assignments(document, read_outline(document), AgencyRegistry())


def roles(assignment: Assignment) -> tuple[str, str, str]:
    return "、".join(assignment.lead), "、".join(assignment.responsible), "、".join(assignment.supporting)


BRACKETS = [
    ("（牵头责任单位：县农业局、各乡镇）", ("县农业局、各乡镇", "", "")),
    ("（牵头单位：县水务局；责任单位：县财政局、县审计局）", ("县水务局", "县财政局、县审计局", "")),
    (
        "（牵头单位：县林业局，责任单位：县财政局、各乡镇〈街道〉）",
        ("县林业局", "县财政局、各乡镇〈街道〉", ""),
    ),
    ("(牵头单位:县林业局;配合单位:县财政局)", ("县林业局", "", "县财政局")),
    ("〔责任单位：县教育局〕", ("", "县教育局", "")),
    ("【牵头单位：县教育局】", ("县教育局", "", "")),
    ("（牵头单位：县发改局、县住建局；协办单位：县水利局）", ("县发改局、县住建局", "", "县水利局")),
    ("（主要责任单位：县残联；其他责任单位：县民政局）", ("县残联", "", "县民政局")),
    ("（县农业局、县财政局负责）", ("", "县农业局、县财政局", "")),
    ("（省农业厅牵头，省财政厅配合）", ("省农业厅", "", "省财政厅")),
    ("（省农业厅牵头，省财政厅、省水利厅负责）", ("省农业厅", "省财政厅、省水利厅", "")),
    ("（县农业局会同县财政局负责）", ("县农业局", "县财政局", "")),
    ("（卫生部、商务部，各省级人民政府按职责分工负责）", ("", "卫生部、商务部、各省级人民政府", "")),
    ("（县水利局、县财政局等负责，县残联参与）", ("", "县水利局、县财政局", "县残联")),
    ("（责任单位：县教育局；责任人：王某；完成时限：12月底）", ("", "县教育局", "")),
    ("（县水利局、县财政局 分别负 责）", ("", "县水利局、县财政局", "")),
    ("（县住建局负责，10月底前完成）", ("", "县住建局", "")),
    ("（牵头单位：县扶贫办，其他责任单位按职责分工负责）", ("县扶贫办", "其他责任单位", "")),
    ("（由县教育局牵头，县妇联、县残联等部门配合）", ("县教育局", "", "县妇联、县残联")),
    ("（牵头市领导：张某；牵头单位：县教育局 责任单位：县妇联）", ("县教育局", "县妇联", "")),
    ("（牵头单位为县教育局，责任单位为各乡镇）", ("县教育局", "各乡镇", "")),
    ("［责任单位：县发展和改革局及各乡镇（街道）］", ("", "县发展和改革局、各乡镇（街道）", "")),
    ("（责任单位　县教育局、县妇联）", ("", "县教育局、县妇联", "")),
]


@pytest.mark.parametrize(("bracket", "expected"), BRACKETS)
def test_brackets_of_every_form(bracket: str, expected: tuple[str, str, str]) -> None:
    text = f"一、主要措施\n（一）修建水窖。解决两个村的用水。{bracket}\n"
    (found,) = assignments(text)
    assert roles(found) == expected
    assert found.quote == bracket
    assert found.span.of(text) == bracket
    assert found.task == "修建水窖"
    assert found.form is AssignmentForm.BRACKET
    for mention in found.agencies:
        assert "".join(mention.span.of(text).split()) == mention.name


@pytest.mark.parametrize(
    "text",
    [
        "修建水窖（含配套设施）。",
        "实行包保（县级领导负责制）。",
        "完成改造（其中重点对象参与两成）。",
        "（详见责任清单）",
        "建立队伍（人员由各村自定）。",
        "（责任到人、措施到户）",
        "（责任领导：李某）",
        "（县教育局、县妇联）",
        "（排名第一的为牵头单位）",
    ],
)
def test_other_brackets_assign_nothing(text: str) -> None:
    assert [a for a in assignments(text) if a.form is AssignmentForm.BRACKET] == []


def test_the_first_named_leads_from_where_the_document_says_so() -> None:
    text = (
        "1.修路。（县交通局、县财政局负责。列第一位的为牵头单位，下同）\n"
        "2.修渠。（县水利局、县财政局、各乡镇负责，县残联参与）\n"
        "3.植树。（县林业局、县农业局牵头负责）\n"
    )
    assert [roles(a) for a in assignments(text)] == [
        ("县交通局", "县财政局", ""),
        ("县水利局", "县财政局、各乡镇", "县残联"),
        ("县林业局、县农业局", "", ""),
    ]


def test_without_that_sentence_the_order_gives_no_lead() -> None:
    (found,) = assignments("1.修路。（县交通局、县财政局负责）\n")
    assert roles(found) == ("", "县交通局、县财政局", "")


def test_an_open_list_is_marked() -> None:
    (found,) = assignments("1.修路。（县交通局、县财政局等部门负责）\n")
    assert found.open_ended


def test_each_bracket_of_a_paragraph_binds_to_its_own_sentence() -> None:
    text = "（一）改善用水。修建水窖。（县水利局负责）实施管网延伸，改造水厂。（县住建局负责）\n"
    assert [a.task for a in assignments(text)] == ["改善用水", "实施管网延伸，改造水厂"]


def test_unnumbered_paragraphs_under_one_heading_keep_their_own_titles() -> None:
    text = (
        "（一）增收\n开展产业帮扶。种好茶。（牵头单位：县农业局）\n"
        "推进劳务输出。办培训。（牵头单位：县人社局）\n"
    )
    assert [a.task for a in assignments(text)] == ["开展产业帮扶", "推进劳务输出"]


def test_a_bracket_on_its_own_line_takes_the_heading_above() -> None:
    text = "（一）修建水窖\n今年修建三口。\n（牵头单位：县水利局）\n（二）修路\n硬化两条。\n（牵头单位：县交通局）\n"
    assert [(a.task, roles(a)[0]) for a in assignments(text)] == [
        ("修建水窖", "县水利局"),
        ("修路", "县交通局"),
    ]


def test_a_bracket_left_open_ends_with_its_line() -> None:
    (found,) = assignments("1.修路。（牵头单位：县交通局；责任单位：县财政局\n2.修渠。\n")
    assert roles(found) == ("县交通局", "县财政局", "")
