"""Which names divide into the words that agencies' names are made of."""

from __future__ import annotations

import pytest

from generator.text.agency_words import abbreviates, is_made_of_words


@pytest.mark.parametrize(
    "name",
    [
        "县财政局",
        "县人力资源和社会保障局",
        "县人社局",
        "县住房城乡建设局",
        "县文化广电新闻出版局",
        "县文广新局",
        "县委组织部",
        "县委编办",
        "县委农村工作领导小组办公室",
        "县纪委监委",
        "县政府办公室",
        "县政务服务和大数据管理局",
        "县供销合作社联合社",
        "县农村信用合作联社",
        "县工商业联合会",
        "县退役军人事务局",
        "区卫生健康局",
        "市发展和改革委员会",
        "省农业农村厅",
        "清原县财政局",
        "清原满族自治县财政局",
        "县直机关工委",
        "县委农办（县农业农村局）",
        "各乡镇人民政府",
        "各挂包部门",
        "县直有关部门",
        "县级相关部门",
        "人力资源社会保障部",
        "县机构编制委员会办公室",
        "县脱贫攻坚领导小组成员单位",
        "各金融机构",
        "县电子商务办公室",
        "县动物疫病预防控制中心",
    ],
)
def test_real_names_of_many_counties(name: str) -> None:
    assert is_made_of_words(name)


@pytest.mark.parametrize(
    "name",
    [
        "县化广电体育局",
        "县人力资源社会保局",
        "县卫生计划局",
        "县农业村局",
        "县场监管局",
        "县委织部",
        "县委监委",
        "县政府办室",
        "县供销作社",
        "县残疾人合会",
        "各包部门",
        "各人民政府",
        "县关工作委",
        "县残疾联合会",
        "县人民院",
        "县业园区管委会",
        "",
        "局",
        "县局",
    ],
)
def test_names_that_a_slip_has_broken(name: str) -> None:
    assert not is_made_of_words(name)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("县人社局", "县人力资源和社会保障局"),
        ("县市场监管局", "县市场监督管理局"),
        ("县食药监局", "县食品药品监督管理局"),
        ("县农发局", "县农业发展局"),
        ("县文体局", "县文化广电体育局"),
        ("县旅游局", "县旅游发展局"),
        ("县桔橼局", "县桔子香橼局"),  # unknown words: any characters in order
    ],
)
def test_short_names_take_the_beginnings_of_words(short: str, full: str) -> None:
    assert abbreviates(short, full)
    assert not abbreviates(full, short)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("县社保局", "县人力资源和社会保障局"),
        ("县委办", "县委农办"),
        ("县政府办", "县政府法制办"),
        ("县林业局", "县农业林业局"),
        ("县财政局", "市财政局"),
        ("县人社局", "县人社局"),
        ("县局", "县财政局"),
        ("县工商联", "县工商业联合会"),
    ],
)
def test_another_body_is_no_short_name(short: str, full: str) -> None:
    assert not abbreviates(short, full)
