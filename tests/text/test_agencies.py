"""Names of agencies by shape, in lists and in running text."""

from __future__ import annotations

import pytest

from generator.model.agency import Agency, AgencyRegistry
from generator.text.agencies import find_agencies, is_agency_name, split_agency_list


@pytest.mark.parametrize(
    "name",
    [
        "县农业局",
        "县委组织部",
        "人民银行清原县中心支行",
        "县人力资源社会保障局",
        "各乡镇（街道）",
        "各乡镇〈街道〉",
        "县残联",
        "团县委",
        "县纪委监委",
        "国务院扶贫办",
        "工业和信息化部",
        "县供销合作联社",
        "各相关单位",
        "发展改革委",
        "国务院",
    ],
)
def test_names_have_the_shape(name: str) -> None:
    assert is_agency_name(name)


@pytest.mark.parametrize(
    "text", ["", "局", "全部", "干部", "举办", "承办", "内部", "贫困人口", "项目资金", "2017年"]
)
def test_everyday_words_have_not(text: str) -> None:
    assert not is_agency_name(text)


@pytest.mark.parametrize(
    ("text", "names", "open_ended"),
    [
        ("县农业局、县财政局", ["县农业局", "县财政局"], False),
        ("县农业局，县财政局", ["县农业局", "县财政局"], False),
        ("县纪委、县委组织部和县扶贫办", ["县纪委", "县委组织部", "县扶贫办"], False),
        ("工业和信息化部、文化和旅游部", ["工业和信息化部", "文化和旅游部"], False),
        ("县人力资源和社会保障局及各乡镇", ["县人力资源和社会保障局", "各乡镇"], False),
        ("商务部、财政部等和各省级人民政府", ["商务部", "财政部", "各省级人民政府"], True),
        ("县教育局、县财政局等部门", ["县教育局", "县财政局"], True),
        ("教育部等有关部门和单位", ["教育部"], True),
        ("各有关部门和单位", ["各有关部门和单位"], False),
        ("各乡镇（街道、园区）、县水利局", ["各乡镇（街道、园区）", "县水利局"], False),
        ("各乡镇党委、人民政府，县直各单位", ["各乡镇党委、人民政府", "县直各单位"], False),
        ("县委、县政府", ["县委", "县政府"], False),
        ("县农业局 县财政局", ["县农业局", "县财政局"], False),
        ("卫生 计生委、财政 部", ["卫生计生委", "财政部"], False),
        ("", [], False),
    ],
)
def test_lists_keep_order_and_whole_names(text: str, names: list[str], open_ended: bool) -> None:
    listed = split_agency_list(text, 100)
    assert [agency.name for agency in listed.agencies] == names
    assert listed.open_ended is open_ended
    for agency in listed.agencies:
        assert "".join(text[agency.span.start - 100 : agency.span.end - 100].split()) == agency.name


def test_registered_names_are_found_in_running_text() -> None:
    registry = AgencyRegistry((Agency(name="烟草专卖局"), Agency(name="县农业发展局", short="县农发局")))
    text = "烟草专卖局会同县农发局开展检查，县水利局负责水源。"
    found = find_agencies(text, registry)
    assert [mention.name for mention in found] == ["烟草专卖局", "县农发局", "县水利局"]
    assert [mention.agency is not None for mention in found] == [True, True, False]
    assert all(mention.span.of(text) == mention.name for mention in found)


@pytest.mark.parametrize(
    "text",
    [
        "全县部署会议",
        "小区业主委员会",
        "全市布局",
        "全县干部",
        "县里不再举办",
        "东山县大河镇指挥部",
        "我省办理案件",
        "各级干部进村入户",
        "贫困县退出标准",
        "全县办成实事",
    ],
)
def test_running_text_without_agencies_names_none(text: str) -> None:
    assert find_agencies(text, AgencyRegistry()) == ()


def test_a_ministry_is_not_found_in_a_kind_of_departments() -> None:
    registry = AgencyRegistry((Agency(name="农业农村部"),))
    assert find_agencies("各级农业农村部门", registry) == ()
    assert [found.name for found in find_agencies("按农业农村部要求", registry)] == ["农业农村部"]
