"""Slips of one character, and names that only look like slips."""

from __future__ import annotations

import pytest

from generator.checking.misspelt_names import slip_between


@pytest.mark.parametrize(
    ("name", "known", "slip"),
    [
        ("县卫生计划局", "县卫生计生局", "“生”写成“划”"),
        ("县人力资源社会保局", "县人力资源社会保障局", "少“障”字"),
        ("县农业发局", "县农业发展局", "少“展”字"),
        ("县委传部", "县委宣传部", "少“宣”字"),
        ("县务局", "县水务局", "少“水”字"),
        ("县财财政局", "县财政局", "多“财”字"),
        ("县财正局", "县财政局", "“政”写成“正”"),
        ("市交通运疏局", "市交通运输局", "“输”写成“疏”"),
        ("清原县教预局", "清原县教育局", "“育”写成“预”"),
    ],
)
def test_one_character_wrong_missing_or_doubled(name: str, known: str, slip: str) -> None:
    assert slip_between(name, known) == slip


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("县财政局", "县财政局"),
        ("县水务局", "县水利局"),
        ("县农业局", "县农发局"),
        ("县商业局", "县商务局"),
        ("县国土局", "县国税局"),
        ("县人社局", "县人保局"),
        ("县交运局", "县交通局"),
        ("县文广局", "县文广新局"),
        ("县供销社", "县供销联社"),
        ("县农村信用社", "县农村信用联社"),
        ("县住房和城乡建设局", "县住房城乡建设局"),
        ("县发展改革局", "县发展和改革局"),
        ("县组织部", "县委组织部"),
        ("县城市建设局", "县城乡建设局"),
        ("市财政局", "县财政局"),
        ("清远县财政局", "清原县财政局"),
        ("县扶贫办", "县扶贫办公室"),
        ("县第一中学", "县第二中学"),
        ("水桥镇", "水塘镇"),
        ("水桥镇人民政府", "水塘镇人民政府"),
        ("县委办", "县政府办"),
        ("县发展改革委", "县发展改革局"),
        ("县旅游局", "县旅游发展局"),
        ("", "县财政局"),
        ("县局", "县财局"),
    ],
)
def test_names_that_may_both_be_right(name: str, known: str) -> None:
    assert slip_between(name, known) == ""
    assert slip_between(known, name) == ""


@pytest.mark.parametrize(
    ("name", "known", "slip"),
    [
        ("县业农局", "县农业局", "“农业”颠倒成“业农”"),
        ("县民整局", "县民政局", "“政”写成“整”"),
        ("县政府办室", "县政府办公室", "少“公”字"),
        ("各包部门", "各挂包部门", "少“挂”字"),
        ("县委监委", "县纪委监委", "少“纪”字"),
        ("原镇人民政府", "清原镇人民政府", ""),  # the first character belongs to what stands before
        ("清镇人民政府", "清原镇人民政府", "少“原”字"),
        ("县市场监督理局", "县市场监督管理局", "少“管”字"),
        ("人力资源会保障部", "人力资源社会保障部", "少“社”字"),
        ("县乡村村振兴局", "县乡村振兴局", "多“村”字"),
    ],
)
def test_endings_groups_and_order(name: str, known: str, slip: str) -> None:
    assert slip_between(name, known) == slip


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("苏河乡人民政府", "大苏河乡人民政府"),
        ("县里财政局", "县财政局"),
        ("县级财政局", "县财政局"),
        ("县烟叶局", "县烟草局"),
        ("县茶业局", "县林业局"),
        ("县药监局", "县食药监局"),
        ("县工商联合会", "县工商业联合会"),
        ("国网平山县供电公司", "国网平川县供电公司"),
        ("贫困县人民政府", "贫困县级人民政府"),
        ("各乡镇(街道)", "各乡镇（街道）"),
        ("县农业站", "县农业局"),
        ("城东街道办事处", "城西街道办事处"),
        ("县种子站", "县种子局"),
    ],
)
def test_neighbours_in_the_list_of_a_county(name: str, known: str) -> None:
    assert slip_between(name, known) == ""
    assert slip_between(known, name) == ""
