"""Bare lists of units: what is one, where it begins and ends, what the words around it say."""

from __future__ import annotations

import pytest

from generator.facts.assignment_lists import UnitList, find_unit_lists


def only(text: str) -> UnitList:
    (found,) = find_unit_lists(text)
    return found


def names(found: UnitList) -> str:
    return "、".join(agency.name for agency in found.agencies)


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("改造372户。（县城建局、县扶贫办、各乡镇）", "县城建局、县扶贫办、各乡镇"),
        ("国家层面：农业农村部、发展改革委、财政部。", "农业农村部、发展改革委、财政部"),
        ("国家层面由发展改革委、邮政局和供销合作总社负责。", "发展改革委、邮政局、供销合作总社"),
        ("此项由人力资源社会保障部、医保局负责，县里照办。", "人力资源社会保障部、医保局"),
        ("督查由县纪委、县精准扶贫办两家承担，每季一次。", "县纪委、县精准扶贫办"),
        ("参与部门：民政、人社、财政、农委、公安。", "民政、人社、财政、农委、公安"),
        ("由民政、人社、财政、公安等4个部门比对。", "民政、人社、财政、公安"),
        ("由《方案》点名的民政、人社、财政、公安4个部门比对。", "民政、人社、财政、公安"),
        ("由县纪委、县委组织部和县扶贫办采取不打招呼的方式检查。", "县纪委、县委组织部、县扶贫办"),
        ("由县教育局、县人力资源社会保障局争取项目。", "县教育局、县人力资源社会保障局"),
        ("（二）加快网点建设：商务部、交通运输部、邮政局。", "商务部、交通运输部、邮政局"),
        ("支付方式改革：财政部、医保局，6月底前。", "财政部、医保局"),
        (
            "（国务院医改办、卫生计生委、各省〔区、市〕人民政府）",
            "国务院医改办、卫生计生委、各省〔区、市〕人民政府",
        ),
        (
            "县财政局、县农业农村局（原县农业局）、县林业局配合。",
            "县财政局、县农业农村局（原县农业局）、县林业局",
        ),
    ],
)
def test_units_are_listed_from_the_first_to_the_last(text: str, listed: str) -> None:
    assert names(only(text)) == listed
    assert only(text).charged


@pytest.mark.parametrize(
    "text",
    [
        "做到教育、医疗、住房有保障，饮水、用电、通讯有改善。",
        "发展高山蔬菜、芳香花木、油茶、脐橙等产业。",
        "白沙镇、龙泉乡的道路、桥梁和水渠。",
        "低保、五保、残疾补助资金、危房改造资金分别下达。",
        "县民政局负责。",
        "主送：县财政局、县民政局、县扶贫办。",
        "参加座谈的有三类人：县教育局、县财政局的干部，教师。",
    ],
)
def test_what_lists_no_units(text: str) -> None:
    assert not [found for found in find_unit_lists(text) if found.charged]


@pytest.mark.parametrize(
    ("text", "open_ended", "tally"),
    [
        ("由县财政局、县民政局等负责。", True, 0),
        ("由县财政局、县民政局等单位负责。", True, 0),
        ("由县财政局、县民政局等2个部门负责。", False, 2),
        ("由县财政局、县民政局等5个部门负责。", True, 5),
        ("由县财政局、县民政局负责。", False, 0),
        ("点名的3个部门比对，即县财政局、县民政局、县教育局。", False, 3),
        ("由县财政局、县民政局、县教育局十二家承担。", False, 12),
    ],
)
def test_whether_a_list_is_whole(text: str, *, open_ended: bool, tally: int) -> None:
    assert (only(text).open_ended, only(text).tally) == (open_ended, tally)


def test_an_item_that_is_no_unit_leaves_the_list_ragged() -> None:
    assert only("由县财政局、县民政局、社会各界负责。").ragged
    assert not only("由县财政局、县民政局、县教育局负责。").ragged


def test_units_that_only_meet_are_not_charged() -> None:
    assert not only("县卫计局、县医保局、县扶贫办召开会议。").charged


def test_long_lines_are_read_in_no_time() -> None:
    assert find_unit_lists("县财政局、" * 4000) == ()
