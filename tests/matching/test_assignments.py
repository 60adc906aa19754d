"""Which assignments of a draft a source confirms or contradicts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.facts.assignments import read_assignments
from generator.facts.outline import read_outline
from generator.matching.assignment_matching import compare
from generator.matching.match import match_facts
from generator.model.agency import Agency, AgencyRegistry
from tests.matching.statements import assigned, source, stated

REGISTRY = AgencyRegistry(
    (
        Agency(name="县农业发展局", short="县农发局", successors=("县农业农村局",)),
        Agency(name="县农业农村局"),
    )
)


@pytest.mark.parametrize(
    ("draft", "given", "difference"),
    [
        (("县林业局", "县财政局"), ("县林业局", "县财政局"), ""),
        (("县农发局", "县财政局"), ("县农业发展局", "县财政局"), ""),
        (("县农业农村局", ""), ("县农业发展局", ""), ""),
        (("县人社局", ""), ("县人力资源社会保障局", ""), ""),
        (("县卫生健康局", "县自然资源局"), ("县卫生计生局", "县国土资源局"), ""),
        (
            ("县教育局", ""),
            ("县卫生计生局", ""),
            "牵头单位不同（来源为县卫生计生局）；缺县卫生计生局；多县教育局",
        ),
        (
            ("市卫生健康局", ""),
            ("县卫生计生局", ""),
            "牵头单位不同（来源为县卫生计生局）；缺县卫生计生局；多市卫生健康局",
        ),
        (("县扶贫办", "各乡镇"), ("县扶贫办", "各乡镇（街道）"), ""),
        (("县林业局", "县农业局、县财政局"), ("县林业局", "县财政局、县农业局"), ""),
        (("县林业局", "县财政局、各乡镇"), ("县林业局、县财政局、各乡镇", ""), ""),
        (("县农业局", "县林业局"), ("县林业局", "县农业局"), "牵头单位不同（来源为县林业局）"),
        (("县林业局", "县财政局"), ("县林业局", "县财政局、县民政局"), "缺县民政局"),
        (("县林业局", "县财政局、县民政局"), ("县林业局", "县财政局"), "多县民政局"),
        (
            ("县林业局", "县财政局"),
            ("县林业局、县农业局", "县财政局"),
            "牵头单位不同（来源为县林业局、县农业局）；缺县农业局",
        ),
    ],
)
def test_agencies_are_compared_by_what_they_mean(
    draft: tuple[str, str], given: tuple[str, str], difference: str
) -> None:
    ours, theirs = (assigned("实施生态扶贫项目", *names).assignments[0] for names in (draft, given))
    assert compare(ours, theirs, REGISTRY) == difference


def test_a_list_of_leads_alone_lacks_only_leads() -> None:
    ours = assigned("实施生态扶贫项目", "县林业局", "").assignments[0]
    theirs = assigned("实施生态扶贫项目", "县林业局", "县财政局、县民政局").assignments[0]
    assert compare(ours, theirs, REGISTRY) == ""


def test_a_short_name_of_the_task_is_enough_where_several_agencies_are_the_same() -> None:
    draft = assigned("健康扶贫继续", "县人社局", "县扶贫办、各乡镇")
    given = assigned("精准实施健康扶贫项目", "县卫计局、县扶贫办、各乡镇", "")
    (match,) = match_facts(draft, [source(given)], REGISTRY).assignments
    assert match.difference.startswith("牵头单位不同")


def test_a_figure_of_the_task_finds_it_where_its_name_is_another() -> None:
    draft = stated("一、转移就业。三年新增⟦770人⟧。（牵头单位：县农业局）", title="云溪县2018年任务分解表")
    given = stated(
        "扎实推进就业扶贫行动。新增转移就业⟦770人⟧。（牵头单位：县人社局；责任单位：县农业局）\n"
        "推进生态扶贫行动。聘用护林员⟦320人⟧。（牵头单位：县林业局；责任单位：县农业局）",
        title="云溪县2018年要点",
    )
    facts = [
        replace(each, assignments=read_assignments(each.document, read_outline(each.document), REGISTRY))
        for each in (draft, given)
    ]
    (match,) = match_facts(facts[0], [source(facts[1])], REGISTRY).assignments
    assert match.difference.startswith("牵头单位不同（来源为县人社局）")


def test_a_list_that_goes_on_with_etc_lacks_nothing() -> None:
    ours = assigned("实施生态扶贫项目", "县林业局", "县财政局", open_ended=True).assignments[0]
    theirs = assigned("实施生态扶贫项目", "县林业局", "县财政局、县民政局").assignments[0]
    assert compare(ours, theirs, REGISTRY) == ""


def test_the_task_is_found_in_other_words() -> None:
    draft = assigned("生态扶贫", "县农业局", "县林业局、县财政局", before="落实公益林补偿，选聘护林员。")
    given = assigned(
        "全力推进生态保护扶贫", "县林业局", "县农业局、县财政局", before="兑现公益林补偿，聘用护林员。"
    )
    (match,) = match_facts(draft, [source(given)], REGISTRY).assignments
    assert (match.verdict.value, match.difference) == ("contradicts", "牵头单位不同（来源为县林业局）")


@pytest.mark.parametrize("task", ["实施光伏扶贫项目", "加强督查考核", "完善社会保障兜底"])
def test_another_task_says_nothing(task: str) -> None:
    draft = assigned(task, "县发改局", "县供电公司")
    given = assigned("实施教育扶贫项目", "县教育局", "县财政局")
    assert match_facts(draft, [source(given)], REGISTRY).assignments == ()
