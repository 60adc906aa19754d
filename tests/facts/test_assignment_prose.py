"""Assignments in running prose: who is charged stands as subject, or nothing is read."""

from __future__ import annotations

import pytest

from generator.facts.assignments import read_assignments
from generator.model.agency import AgencyRegistry
from generator.model.facts import Assignment, AssignmentForm
from generator.model.text_document import TextDocument


def prose(text: str) -> tuple[Assignment, ...]:
    found = read_assignments(TextDocument.from_text(text), (), AgencyRegistry())
    return tuple(assignment for assignment in found if assignment.form is AssignmentForm.PROSE)


def roles(assignment: Assignment) -> tuple[str, str, str]:
    return "|".join(assignment.lead), "|".join(assignment.responsible), "|".join(assignment.supporting)


@pytest.mark.parametrize(
    ("text", "expected", "task"),
    [
        ("水窖由县水利局牵头建设，县财政局配合。", ("县水利局", "", "县财政局"), "水窖"),
        ("项目验收由县农业局牵头，县财政局配合。", ("县农业局", "", "县财政局"), "项目验收"),
        ("县水利局牵头，县应急局配合，做好防汛。", ("县水利局", "", "县应急局"), "做好防汛"),
        ("具体办法由县人民政府制定。", ("县人民政府", "", ""), "具体办法"),
        ("各乡镇负责落实到户资金。", ("", "各乡镇", ""), "落实到户资金"),
        (
            "县级水利、林业、残联等部门要共享数据。",
            ("", "县级水利部门|县级林业部门|县级残联", ""),
            "共享数据",
        ),
        ("县水利局和县林业局要每月会商。", ("", "县水利局|县林业局", ""), "每月会商"),
        ("县水利局会同县林业局负责巡查水库。", ("县水利局", "县林业局", ""), "巡查水库"),
        ("宣传部门要办好专栏。", ("宣传部门", "", ""), "办好专栏"),
        ("各级党委和政府要扛起责任。", ("", "各级党委和政府", ""), "扛起责任"),
        ("驻村第一书记要常驻村里。", ("驻村第一书记", "", ""), "常驻村里"),
        ("县水利局每季度通报一次进展。", ("县水利局", "", ""), "每季度通报一次进展"),
        ("以东坡镇、西岭镇为主体，种植药材。", ("东坡镇|西岭镇", "", ""), "种植药材"),
        ("支持县工商联开展帮扶。", ("", "县工商联", ""), "开展帮扶"),
        ("第八条 乡镇人民政府应当公示名单。", ("", "乡镇人民政府", ""), "公示名单"),
        ("各省、自治区、直辖市人民政府要制定方案。", ("", "各省、自治区、直辖市人民政府", ""), "制定方案"),
        ("区级负总责，办事处抓落实。", ("区级", "", ""), "负总责"),
        (
            "健康扶贫由县卫计局牵头，县财政局、县残联为责任单位。",
            ("县卫计局", "县财政局|县残联", ""),
            "健康扶贫",
        ),
        (
            "就业扶贫由县人社局牵头，责任单位县教育局、县妇联落实到位。",
            ("县人社局", "县教育局|县妇联", ""),
            "就业扶贫",
        ),
        ("健康扶贫由县卫计局牵头，县财政局为配合单位。", ("县卫计局", "", "县财政局"), "健康扶贫"),
        ("低保兜底归县民政局，危房归县住建局管。", ("县民政局", "", ""), "低保兜底"),
        ("养殖由县畜牧局挑头，县财政局配合。", ("县畜牧局", "", "县财政局"), "养殖"),
        ("旅游这一块，县旅游局主抓，年底见效。", ("县旅游局", "", ""), "旅游这一块"),
        ("县林业局主抓油茶，县农粮局主抓蔬菜。", ("县林业局", "", ""), "油茶"),
        ("暗访由县纪委和县委组织部按分工去办。", ("", "县纪委|县委组织部", ""), "暗访"),
    ],
)
def test_who_is_charged_with_what(text: str, expected: tuple[str, str, str], task: str) -> None:
    found = prose(text)
    assert roles(found[0]) == expected
    assert found[0].task == task
    assert found[0].quote == found[0].span.of(text)


def test_a_party_of_a_book_goes_by_its_name() -> None:
    found = prose("乙方：县住建局\n危房改造由乙方牵头，县财政局、县残联配合。\n乙方负责验收。")
    assert [roles(assignment) for assignment in found] == [
        ("县住建局", "", "县财政局|县残联"),
        ("", "县住建局", ""),
    ]
    assert prose("乙方负责验收。") == ()


@pytest.mark.parametrize(
    "text",
    [
        "贫困户要参加培训。",
        "资产归村集体，收益归贫困户。",
        "资金归口管理，专款专用。",
        "项目资金要专款专用。",
        "加强部门要素保障。",
        "坚持中央统筹、省负总责、市县抓落实。",
        "由输血向造血转变。",
        "由县财政局、县审计局组成工作组。",
        "以企业为主体，以市场为导向。",
        "以茶叶为龙头，发展三产。",
        "全县共有36家企业参与帮扶。",
        "领导带队、部门参与、企业上阵。",
        "对县水利局要求的材料已经报送。",
        "通过乡镇设立的窗口办理。",
        "向县政府汇报了进展。",
        "主要任务是修路。",
        "县水利局的负责人出席会议。",
        "会议要求落实资金。",
        "村民需要培训。",
        "一要压实责任。",
        "工作由易到难。",
        "《县水利局要点》印发。",
        "这些部署要求必须落实。",
        "人均收入应达到标准。",
    ],
)
def test_nothing_is_guessed(text: str) -> None:
    assert [roles(assignment) for assignment in prose(text)] == []


def test_prose_inside_a_bracket_is_read_once() -> None:
    text = "修路。（县交通局负责，县财政局配合）"
    (found,) = read_assignments(TextDocument.from_text(text), (), AgencyRegistry())
    assert found.form is AssignmentForm.BRACKET


@pytest.mark.parametrize(
    ("text", "responsible", "supporting"),
    [
        ("由县委组织部牵头，县扶贫办、县农业局、县民政局三家共同负责。", 3, 0),
        ("由县教育局牵头，县财政局、县扶贫办分头落实。", 2, 0),
        ("由县卫计局牵头，县财政局和县民政局共同参与。", 0, 2),
        ("由县教育局牵头，进展共同负责到底。", 0, 0),
    ],
)
def test_who_acts_together_behind_the_lead(text: str, responsible: int, supporting: int) -> None:
    (found,) = prose(text)
    assert len(found.lead) == 1
    assert (len(found.responsible), len(found.supporting)) == (responsible, supporting)
