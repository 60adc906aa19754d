"""Dates as written: which are dates, which day they name, which no calendar has."""

from __future__ import annotations

from datetime import date

import pytest

from generator.text.dates import find_dates, parse_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2017年2月14日", date(2017, 2, 14)),
        ("2017 年 2 月 14 日", date(2017, 2, 14)),
        ("２０１７年２月１４日", date(2017, 2, 14)),
        ("2017-02-14", date(2017, 2, 14)),
        ("2017/2/14", date(2017, 2, 14)),
        ("2017.2.14", date(2017, 2, 14)),
        ("二○一七年二月十四日", date(2017, 2, 14)),  # U+25CB, the usual typing
        ("二〇一七年十二月三十一日", date(2017, 12, 31)),
        ("二零二〇年十月二十日", date(2020, 10, 20)),
        ("2020年2月29日", date(2020, 2, 29)),
    ],
)
def test_a_full_date_is_read(text: str, expected: date) -> None:
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2017年2月29日",
        "2017年13月1日",
        "2018-02-30",
        "二〇一七年二月三十日",
        "2017年2月",
        "2017",
        "",
        "14日",
        "2017-02/14",
    ],
)
def test_what_no_calendar_has_or_no_full_date_is_none(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "quote", "value", "kind"),
    [
        ("于2018年11月28日印发", "2018年11月28日", "2018-11-28", "date"),
        ("定于2017年2月30日前", "2017年2月30日", "", "date"),
        ("为2018—2020年规划", "2018—2020年", "2018/2020", "year_range"),
        ("自2018年至2020年", "2018年至2020年", "2018/2020", "year_range"),
        ("（2015-2020）", "2015-2020", "2015/2020", "year_range"),
        ("到2020年底，", "2020年底", "2020-12-31", "year_end"),
        ("到2020年，", "2020年", "2020", "year"),
        ("2016年度工作", "2016年度", "2016", "year"),
        ("2019年上半年完成", "2019年上半年", "2019-01-01/2019-06-30", "half_year"),
        ("2016年6月底完成", "2016年6月底", "2016-06-30", "month_end"),
        ("2017年1月-10月", "2017年1月-10月", "2017-01/2017-10", "month_range"),
        ("2019年1月1日至12月31日", "2019年1月1日至12月31日", "2019-01-01/2019-12-31", "date_range"),
        ("“十三五”规划", "十三五", "2016/2020", "five_year_plan"),
        ("十四五期间", "十四五", "2021/2025", "five_year_plan"),
        ("开展10.17全国扶贫日活动", "10.17", "10-17", "named_day"),
        ("二〇一七年十月召开", "二〇一七年十月", "2017-10", "month"),
    ],
)
def test_a_date_in_running_text(text: str, quote: str, value: str, kind: str) -> None:
    (found,) = find_dates(text)
    assert (found.span.of(text), found.value, found.kind) == (quote, value, kind)


@pytest.mark.parametrize(
    "text",
    [
        "清脱贫办发〔2017〕2号",
        "（云开办〔2018〕136号）",
        "20xx年实现脱贫",  # a mask, not a year
        "补助2000-3000元",
        "共有2018个项目",
        "每人1900元",
        "住房面积10.17平方米",
        "三年行动",
        "培训15天",
        "十五个村",
        "热线0431-88905678",
        "每年年底公示",
        "上午9:30开会",
        "10月租金",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    assert [found.span.of(text) for found in find_dates(text)] == []
