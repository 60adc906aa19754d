"""Which names mean one agency."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.ingest.registry_yaml import load_registry
from generator.matching.agency_names import lacking, one_agency
from generator.model.agency import Agency, AgencyRegistry

NONE = AgencyRegistry()


@pytest.fixture(scope="module")
def shipped(checkout: Path) -> AgencyRegistry:
    return load_registry(sorted((checkout / "corpus" / "agencies").glob("*.yaml")))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("县人社局", "县人力资源社会保障局"),
        ("县住建局", "县住房和城乡建设局"),
        ("县文广新局", "县文化广电新闻出版局"),
        ("县市场监管局", "县市场监督管理局"),
        ("县发改委", "县发展和改革委员会"),
        ("县政府办", "县人民政府办公室"),
        ("县委农办", "县委农村工作领导小组办公室"),
        ("县住房城乡建设局", "县住房和城乡建设局"),
        ("各乡镇", "各乡镇（街道）"),
        ("清原镇", "清原镇人民政府"),
        ("县财政局", "清原县财政局"),
        ("清原县财政局", "清原满族自治县财政局"),
        ("县扶贫办", "县乡村振兴局"),
        ("县扶贫开发领导小组办公室", "县乡村振兴局"),
        ("县扶贫开发领导小组", "县脱贫攻坚领导小组"),
        ("县国土资源局", "县自然资源和规划局"),
        ("县卫生计生局", "县卫生健康局"),
        ("县卫计委", "县卫健委"),
        ("县环保局", "县生态环境分局"),
        ("县农牧局", "县农业农村局"),
        ("县林业局", "县林草局"),
        ("县旅发委", "县文化广电和旅游局"),
        ("区卫计局", "区卫生健康局"),
        ("县安监局", "县应急管理局"),
        ("民政局", "区民政局"),
        ("人社局", "县人社局"),
        ("扶贫办", "国务院扶贫办"),
        ("卫生计生委", "国家卫生计生委"),
        ("中医药局", "国家中医药管理局"),
        ("发展改革委", "国家发展和改革委员会"),
        ("四个涉农办事处", "4个涉农办事处"),
        ("人社局", "区人力资源和社会保障局"),
        ("市场监管局", "县市场监督管理局"),
        ("住建局", "市住房城乡建设局"),
        ("卫计局", "区卫生健康局"),
        ("发改委", "县发展和改革委员会"),
    ],
)
def test_one_agency_without_any_registry(one: str, other: str) -> None:
    assert one_agency(one, other, NONE)
    assert one_agency(other, one, NONE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("县委办", "县委农办"),
        ("民政局", "省民政局"),
        ("民政局", "区财政局"),
        ("农业局", "县畜牧农业局"),
        ("县委办公室", "县委编办"),
        ("县政府办", "县政府法制办"),
        ("县社保局", "县人力资源社会保障局"),
        ("县财政局", "市财政局"),
        ("清原县财政局", "新宾县财政局"),
        ("县水利局", "县水务局"),
        ("县农业局", "县林业局"),
        ("县教育局", "县卫生局"),
        ("县国土资源局", "县国税局"),
        ("清原镇", "草市镇"),
        ("县工商局", "县工商联"),
        ("县文联", "县残联"),
        ("县妇联", "县残疾人联合会"),
        ("县卫生健康局", "县医疗保障局"),
        ("县扶贫办", "县农业农村局"),
        ("市卫生健康局", "县卫计局"),
        ("人社局", "省人力资源和社会保障厅"),
        ("教育局", "区体育局"),
        ("社保局", "区人力资源和社会保障局"),
        ("国家林业局", "县林业局"),
        ("农业农村部", "县农业农村局"),
    ],
)
def test_two_agencies(one: str, other: str, shipped: AgencyRegistry) -> None:
    for registry in (NONE, shipped):
        assert not one_agency(one, other, registry)
        assert not one_agency(other, one, registry)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("县工商联", "县工商业联合会"),
        ("县供销社", "县供销合作社联合社"),
        ("区扶贫办", "区乡村振兴局"),
        ("县纪委", "县纪委监委"),
        ("县医保局", "县医疗保障局"),
        ("县质监局", "县市场监管局"),
        ("县国税局", "县税务局"),
        ("县公安消防大队", "县消防救援大队"),
        ("市质监局", "市市场监督管理局"),
    ],
)
def test_one_agency_by_the_shipped_registry(one: str, other: str, shipped: AgencyRegistry) -> None:
    assert one_agency(one, other, shipped)


@pytest.mark.parametrize(("one", "other"), [("县法制办", "县司法局"), ("县物价局", "县发改局")])
def test_what_was_merged_into_a_body_that_was_there_is_not_that_body(
    one: str, other: str, shipped: AgencyRegistry
) -> None:
    assert not one_agency(one, other, shipped)


def test_a_renaming_needs_no_dates() -> None:
    former = Agency(name="县农发局", successors=("县农业农村局",))
    dated = Agency(name="县商业局", successors=("县商务局",), valid_until=date(2019, 3, 31))
    registry = AgencyRegistry((former, dated, Agency(name="县商务局")))
    assert one_agency("县农发局", "县农业农村局", registry)
    assert not one_agency("县商业局", "县商务局", registry)


def test_names_that_nobody_else_means_are_lacking() -> None:
    assert lacking(("县人社局", "县财政局"), ("县人力资源社会保障局", "县民政局"), NONE) == ("县财政局",)
