"""Likeness of wordings, contrasts within them, and the years they name."""

from __future__ import annotations

import pytest

from generator.matching.contrasts import apart
from generator.matching.periods import compatible, years_in
from generator.matching.wording import Weights, pairs


def weights() -> Weights:
    learnt = Weights()
    learnt.learn(map(pairs, ["贫困村退出", "贫困村饮水", "贫困村道路", "光伏电站建设", "贫困村电商服务站"]))
    return learnt


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("村级光伏电站", "分布式光伏发电站建设"),
        ("减贫人口", "脱贫退出人口"),
        ("贫困村出列", "贫困村摘帽"),
        ("参加新农合", "参加城乡居民基本医疗保险"),
        ("易地扶贫搬迁安置", "易地搬迁安置"),
    ],
)
def test_what_means_the_same_is_alike(one: str, other: str) -> None:
    assert weights().likeness(pairs(one), pairs(other)) > 0.5


@pytest.mark.parametrize(
    ("one", "other"),
    [("光伏电站", "电商服务站点"), ("危房改造", "医疗救助"), ("", "医疗救助"), ("贫困村", "贫困户")],
)
def test_what_means_something_else_is_not(one: str, other: str) -> None:
    assert weights().likeness(pairs(one), pairs(other)) <= 0.5


def test_a_word_that_stands_everywhere_tells_little() -> None:
    learnt = weights()
    assert learnt.of("贫困") < learnt.of("光伏")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("第一批项目", "第二批项目", True),
        ("小学学生", "初中学生", True),
        ("城镇居民收入", "农村居民收入", True),
        ("第一批项目", "水利项目", False),
        ("小学和初中", "初中和高中", False),
        ("", "第一批", False),
    ],
)
def test_contrasts(one: str, other: str, expected: bool) -> None:
    assert apart(one, other) is expected


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2017年要点", {2017}),
        ("（2018—2020年）三年行动", {2018, 2019, 2020}),
        ("2018-2020", {2018, 2019, 2020}),
        ("到2020年，比2014年", {2014, 2020}),
        ("投资2017万元", set()),
        ("12017年", set()),
        ("2020—2018年", {2018}),
        ("", set()),
    ],
)
def test_years(text: str, years: set[int]) -> None:
    assert years_in(text) == years


def test_what_names_no_year_may_speak_of_any() -> None:
    assert compatible(frozenset(), frozenset({2017}))
    assert compatible(frozenset({2017, 2018}), frozenset({2018}))
    assert not compatible(frozenset({2017}), frozenset({2018}))
