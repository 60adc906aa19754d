"""A township's plan that cites its county's paper: the county's figures are restated, leads and deadlines are its own."""

from __future__ import annotations

import pytest

from generator.facts.analyse import analyse
from generator.matching.match import match_facts
from generator.matching.verdicts import Matches, Verdict
from generator.model.agency import AgencyRegistry
from generator.model.source import Source, SourceIdentity
from generator.model.text_document import TextDocument

TITLE = "云溪县2019年脱贫攻坚工作要点"
COUNTY = (
    f"{TITLE}\n（一）产业扶贫。帮助2356户发展茶叶。（牵头单位：县农业局；责任单位：县财政局、县扶贫办）\n"
    "（二）安置点建设。各安置点3月底前全部开工建设。（牵头单位：县发改局；责任单位：县住建局）\n"
)


def township(body: str) -> Matches:
    registry = AgencyRegistry()
    text = f"东河镇2019年脱贫攻坚实施计划\n根据《{TITLE}》制定本计划。\n{body}\n"
    facts = analyse(TextDocument.from_text(COUNTY, source="要点.txt"), registry)
    given = Source(identity=SourceIdentity(id="要点", file="要点.txt", title=TITLE), facts=facts)
    return match_facts(analyse(TextDocument.from_text(text), registry), [given], registry)


def test_the_township_charges_its_own_offices() -> None:
    assert township("产业扶贫由镇农业服务中心牵头，镇财政所、镇扶贫办配合。").assignments == ()


def test_the_township_sets_its_own_deadlines() -> None:
    assert township("我镇安置点2月底前全部开工建设。").dates == ()


def test_the_county_s_figure_is_held_against_the_county_s_paper() -> None:
    (match,) = township("全县产业扶贫帮助2536户发展茶叶。").figures
    assert (match.figure.quote, match.verdict.value, match.counterpart.quote) == (
        "2536户",
        "contradicts",
        "2356户",
    )


def test_the_township_s_own_figure_is_not() -> None:
    assert township("我镇产业扶贫帮助2536户发展茶叶。").figures == ()


def unlike(body: str) -> list[str]:
    return [match.difference for match in township(body).assignments if match.verdict is Verdict.CONTRADICTS]


def test_the_county_s_units_are_the_county_s_to_charge() -> None:
    told = unlike(
        "（一）产业扶贫。帮助2356户发展茶叶。（牵头单位：县财政局；责任单位：县农业局、县扶贫办；承办单位：镇农业服务中心）"
    )
    assert told == ["牵头单位不同（来源为县农业局）"]


def test_a_unit_of_the_county_that_is_missing_where_all_are_promised() -> None:
    bracket = "（一）产业扶贫。帮助2356户发展茶叶。（牵头单位：县农业局；责任单位：县财政局；承办单位：镇农业服务中心）"
    assert unlike(bracket) == []
    assert unlike(f"县级责任单位按要点全数列出。\n{bracket}") == ["缺县扶贫办"]


@pytest.mark.parametrize(
    "bracket",
    [
        "（牵头单位：县农业局；责任单位：县财政局、县扶贫办；承办单位：镇农业服务中心）",
        "（牵头单位：镇农业服务中心；责任单位：县财政局、县农业局、镇财政所）",
        "（牵头单位：县农业局；责任单位：镇农业服务中心）",
        "（镇农业服务中心牵头，镇财政所、镇扶贫办配合）",
        "（牵头单位：镇农业服务中心；责任单位：各村）",
    ],
)
def test_the_township_adds_its_own_units(bracket: str) -> None:
    assert unlike(f"（一）产业扶贫。帮助2356户发展茶叶。{bracket}") == []
