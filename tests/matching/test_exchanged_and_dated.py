"""Figures in each other's place, of a wider scope than the draft says, and dated otherwise than the source dates them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.facts import Citation
from generator.model.place import Span
from tests.matching.statements import source, stated, verdicts
from tests.matching.test_figures import TITLE, against


def test_two_figures_in_each_others_place_are_both_named_though_their_sentences_differ() -> None:
    given = "移民扶贫资金⟦455万元⟧，修建移民村路灯。民族扶贫资金⟦227万元⟧，支持民族村村寨整治。"
    found = against("民族村寨整治安排民族扶贫资金⟦455万元⟧。移民村路灯安排移民扶贫资金⟦227万元⟧。", given)
    assert found == {"455万元": "contradicts 227万元", "227万元": "contradicts 455万元"}


def test_two_figures_in_their_own_places_are_confirmed_in_whatever_order() -> None:
    given = "移民扶贫资金⟦455万元⟧，修建移民村路灯。民族扶贫资金⟦227万元⟧，支持民族村村寨整治。"
    found = against("民族村寨整治安排民族扶贫资金⟦227万元⟧。移民村路灯安排移民扶贫资金⟦455万元⟧。", given)
    assert set(found.values()) == {"same"}


def test_a_figure_of_all_that_the_draft_tells_of_a_part_is_named() -> None:
    given = "全年资助贫困家庭学生⟦1103人次⟧，其中建档立卡贫困家庭学生⟦265人次⟧，补助资金⟦1695.18万元⟧。"
    found = against("助学资金⟦1695.18万元⟧，资助建档立卡学生⟦1103人次⟧。", given)
    assert found["1103人次"] == "contradicts 265人次"
    assert against("助学资金⟦1695.18万元⟧，资助贫困家庭学生⟦1103人次⟧。", given)["1103人次"] == "same"


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("要稳住2018年已脱贫的⟦2979户⟧⟦7247人⟧。", "contradicts"),
        ("要稳住2017年已脱贫的⟦2979户⟧⟦7247人⟧。", "same"),
        ("要稳住已脱贫的⟦2979户⟧⟦7247人⟧。", "same"),
    ],
)
def test_a_year_before_a_bracket_dates_what_the_bracket_spells_out(draft: str, expected: str) -> None:
    given = "巩固2017年脱贫成果（即已出列的⟦27个⟧村，已脱贫的⟦2979户⟧⟦7247人⟧）。"
    found = against(
        draft, given, draft_title="云溪县2018年脱贫攻坚工作总结", title="云溪县2018年脱贫攻坚工作要点"
    )
    assert {said.split()[0] for said in found.values()} == {expected}


@pytest.mark.parametrize(("year", "contradicted"), [("2018", True), ("2020", False)])
def test_an_aim_set_for_another_year_is_named(year: str, contradicted: bool) -> None:
    given = "到2020年贫困村村集体经济年收入达到⟦5万元以上⟧。"
    draft = f"到{year}年，贫困村村集体经济年收入都要达到⟦5万元以上⟧。"
    found = against(draft, given, draft_title="云溪县2017年工作通报", title="云溪县2017年工作要点")
    assert (found.get("5万元") == "contradicts 5万元") is contradicted


ITEMS = (
    "一是村容整治，整合资金⟦600万元⟧，对⟦6个⟧村实施绿化；二是文化扶贫，整合资金⟦40万元⟧，用于⟦16个⟧村体育器材；"
    "三是移民扶贫，整合资金⟦227万元⟧，用于⟦10个⟧村路灯。"
)


def test_a_figure_between_the_same_two_of_its_unit_stands_in_its_place() -> None:
    found = against("村容整治⟦600万元⟧，文化扶贫⟦400万元⟧，移民扶贫⟦227万元⟧。", ITEMS)
    assert found["400万元"] == "contradicts 40万元"


def test_a_list_in_another_order_binds_nothing_by_its_place() -> None:
    found = against("移民⟦227万元⟧，教育⟦400万元⟧，卫生⟦120万元⟧。", ITEMS)
    assert not [said for said in found.values() if said.startswith("contradicts")]


def test_two_digits_exchanged_in_a_figure_that_either_text_holds_nowhere_else() -> None:
    given = "全面巩固基础设施建设计划投入⟦426万元⟧，涉及水塘镇、建兴乡、老厂乡⟦3个⟧乡镇的⟦7个⟧行政村。"
    assert (
        against("资金⟦462万元⟧，涉及水塘镇、建兴乡、老厂乡⟦3个⟧乡镇⟦7个⟧村。", given)["462万元"]
        == "contradicts 426万元"
    )
    twice = given + "另有产业资金⟦462万元⟧。"
    found = against("资金⟦462万元⟧，涉及水塘镇、建兴乡、老厂乡⟦3个⟧乡镇⟦7个⟧村。", twice)
    assert found.get("462万元") != "contradicts 426万元"


COUNTY = "帮助贫困劳动力就业创业⟦530人以上⟧，技能培训⟦300人以上⟧。"
PLAN = "东河镇2019年脱贫攻坚实施计划"


def township(draft: str) -> dict[str, str]:
    facts = stated(f"根据《{TITLE}》制定本计划。{draft}", title=PLAN)
    cited = Citation(span=Span(2, 4 + len(TITLE)), quote=f"《{TITLE}》", title=TITLE)
    return verdicts(replace(facts, citations=(cited,)), source(stated(COUNTY, title=TITLE)))


def test_a_township_that_cites_the_county_s_paper_restates_the_county_s_figures() -> None:
    assert (
        township("全县贫困劳动力就业创业⟦350人以上⟧、技能培训⟦300人以上⟧。")["350人"] == "contradicts 530人"
    )


def test_what_a_township_undertakes_itself_is_not_the_county_s() -> None:
    found = township("全县就业创业⟦530人以上⟧，我镇承担就业创业⟦53人⟧、技能培训⟦45人⟧。")
    assert found.get("53人") is None
    assert found.get("45人") is None
