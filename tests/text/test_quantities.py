"""Quantities: value, unit, bound and step as the wording gives them; what is no figure is left alone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.quantity import Bound
from generator.text.quantities import find_quantities, parse_quantity


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("6645人", "6645", "人"),
        ("1.329万人", "13290", "人"),
        ("262.746万元", "2627460", "元"),
        ("28,583万元", "285830000", "元"),
        ("28，583万元", "285830000", "元"),
        ("1，329.5万元", "13295000", "元"),
        ("1.28亿元", "128000000", "元"),
        ("4.78万亿元", "4780000000000", "元"),
        ("３２００万元", "32000000", "元"),
        ("1亿2千万元", "120000000", "元"),
        ("50元6角3分", "50.63", "元"),
        ("￥300", "300", "元"),
        ("38亿美元", "3800000000", "美元"),
        ("150名", "150", "人"),
        ("1200人（次）", "1200", "人次"),
        ("60平米", "60", "平方米"),
        ("36.5千米", "36.5", "公里"),
        ("800斤", "400", "公斤"),
        ("3兆瓦", "3000", "千瓦"),
        ("120万千瓦时", "1200000", "千瓦时"),
        ("12.5％", "12.5", "%"),
        ("3‰", "0.3", "%"),
        ("2.3个百分点", "2.3", "百分点"),
        ("0.8:1", "0.8", "比"),
        ("1200元/年", "1200", "元/年"),
        ("600元／头", "600", "元/头"),
        ("14周岁", "14", "岁"),
        ("6个月", "6", "个月"),
        ("10.5年", "10.5", "年"),
        ("60万亩次", "600000", "亩次"),
        ("129万人公里", "1290000", "人公里"),
        ("6村", "6", "个"),
        ("8大类", "8", "类"),
        ("百分之六点四", "6.4", "%"),
        ("百分之2.4", "2.4", "%"),
        ("百分之百", "100", "%"),
        ("七成", "70", "%"),
        ("三成五", "35", "%"),
        ("三百二十万元", "3200000", "元"),
        ("一千二百三十四户", "1234", "户"),
        ("两万三千亩", "23000", "亩"),
        ("壹佰贰拾万元", "1200000", "元"),
        ("三点五万元", "35000", "元"),
        ("一吨半", "1.5", "吨"),
        ("三个百分点", "3", "百分点"),
    ],
)
def test_a_quantity_has_its_value_in_the_base_unit(text: str, value: str, unit: str) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert (quantity.value, quantity.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("6645人", "1"),
        ("1.329万人", "10"),
        ("7.33亿元", "1000000"),
        ("73263.24万元", "100"),
        ("500万元", "10000"),
        ("0.81%", "0.01"),
        ("三百二十万元", "10000"),
        ("3万4千元", "1000"),
    ],
)
def test_the_step_is_what_the_last_written_digit_is_worth(text: str, step: str) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert quantity.step == Decimal(step)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("15千瓦以上", Bound.AT_LEAST),
        ("20%左右", Bound.ABOUT),
        ("10%以下", Bound.AT_MOST),
        ("60平米以内", Bound.AT_MOST),
        ("不低于9500人", Bound.AT_LEAST),
        ("至少20人", Bound.AT_LEAST),
        ("不超过18平方米", Bound.AT_MOST),
        ("约40%", Bound.ABOUT),
        ("近3万人", Bound.ABOUT),
        ("超过100人", Bound.MORE_THAN),
        ("1500余人", Bound.MORE_THAN),
        ("20多万元", Bound.MORE_THAN),
        ("二十余万元", Bound.MORE_THAN),
        ("6645人", Bound.EXACT),
    ],
)
def test_the_words_around_a_number_bound_it(text: str, bound: Bound) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert quantity.bound is bound


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("每年至少集中走访2次", Bound.AT_LEAST),
        ("增幅不低于上年的10%", Bound.AT_LEAST),
        ("增幅不高于上年的10%", Bound.AT_MOST),
        ("支出不超过总额的3%", Bound.AT_MOST),
        ("高于上年水平，增长10%", Bound.EXACT),
        ("不低于上年，其中增长10%", Bound.EXACT),
    ],
)
def test_a_claim_stands_before_the_verb_or_before_what_is_compared_with(text: str, bound: Bound) -> None:
    (mention,) = find_quantities(text)
    assert mention.quantity.bound is bound


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("40—60平米", "40", "60", "平方米"),
        ("63%～68%", "63", "68", "%"),
        ("13万元～17万元", "130000", "170000", "元"),
        ("2万至3万元", "20000", "30000", "元"),
        ("100-150万元", "1000000", "1500000", "元"),
        ("500—1万元", "500", "10000", "元"),
        ("1-2门", "1", "2", "门"),
        ("0―6岁", "0", "6", "岁"),
    ],
)
def test_a_range_has_two_ends(text: str, low: str, high: str, unit: str) -> None:
    first, last = find_quantities(f"按{text}安排")
    assert (first.quantity.value, first.quantity.upper) == (Decimal(low), Decimal(high))
    assert (last.quantity.value, first.quantity.unit, last.quantity.unit) == (Decimal(high), unit, unit)
    assert first.quantity.bound is Bound.RANGE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("惠及1.24万户4.09万人", [("12400", "户"), ("40900", "人")]),
        ("由3万元提高到4万元", [("30000", "元"), ("40000", "元")]),
        ("从70%到90%", [("70", "%"), ("90", "%")]),
        ("分别提高0.9、5.9个百分点", [("0.9", "百分点"), ("5.9", "百分点")]),
        ("投入分别为30和45万元", [("300000", "元"), ("450000", "元")]),
        ("覆盖14597建档立卡户", [("14597", "")]),
        ("帮扶1.5万以上农村群众", [("15000", "")]),
        ("查出85条203具体问题", [("85", "条"), ("203", "")]),
        ("同比增长-3.5%", [("-3.5", "%")]),
        ("同比-5.2%", [("-5.2", "%")]),
        ("净增-20户", [("-20", "户")]),
        ("个人自负30%", [("30", "%")]),
        ("提高5个点", [("5", "百分点")]),
        ("架设35kV线路", [("35", "千伏")]),
        ("近千名干部", [("1000", "人")]),
        ("突破千亿元", [("100000000000", "元")]),
        ("每半年检查一次", [("0.5", "年"), ("1", "次")]),
        ("四个涉农部门", [("4", "个")]),
        ("十大项目", [("10", "个")]),
        ("5大工程", [("5", "个")]),
        ("30万人口以上的县", [("300000", "人")]),
        ("人民币8千元", [("8000", "元")]),
    ],
)
def test_quantities_in_running_text(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(mention.quantity.value, mention.quantity.unit) for mention in find_quantities(text)]
    assert found == [(Decimal(value), unit) for value, unit in expected]


@pytest.mark.parametrize(
    "text",
    [
        "清脱贫办发〔2017〕2号",
        "清脱贫办发[2017]2号",
        "（云开办〔2018〕136号）",
        "二○一七年二月十四日",
        "2018年11月28日印发",
        "2018—2020年三年行动方案",
        "到2020年底",
        "1—10月",
        "上午9:30",
        "10.17全国扶贫日",
        "到20xx年",
        "补助20xx元",
        "上世纪90年代",
        "近3年来",
        "驻村第一书记",
        "第三批、第4批",
        "第一、二、三产业",
        "居全省第3位",
        "居全省前5位",
        "排名由369位上升到235位",
        "中国企业500强",
        "“五个一批”",
        "五个一批和六个精准",
        "两不愁三保障",
        "两个维护",
        "四个意识",
        "8+4工程",
        "“1+N”体系",
        "“7+2”安置点",
        "一村一品",
        "一户一策",
        "一二三产业融合",
        "三次产业",
        "党的十九大精神",
        "省委十四届九次全会",
        "“十三五”规划",
        "中央八项规定",
        "进一步统一思想",
        "千家万户",
        "百姓",
        "四川",
        "千万吨炼化基地",
        "二、重点工作\n（一）产业扶贫",
        "1.组织领导\n2.资金保障",
        "1.1 总体要求",
        "做好以下工作：（1）宣传；（2）培训",
        "附件1",
        "附件：2",
        "表3",
        "邮编：113300",
        "电话：024-53022345",
        "拨打12317监督举报电话",
        "联系人13912345678",
        "见http://www.example.cn/2017/12个",
        "5G基站",
        "5A级景区",
        "PM2.5",
        "COVID-19",
        "信息化2.0行动计划",
        "比重为3.9：59.5：36.6",
        "合格数/总数×100%",
        "“3个100万”",
        "尺寸为4×6米",
        "2017年",
        "每一名孩子",
        "最后一公里",
        "十几个人",
        "三五户",
        "3人制篮球场",
        "两个月内",
        "2，000",
        "20 17年",
        "五百分之",
        "C级",
    ],
)
def test_what_is_no_figure_is_left_alone(text: str) -> None:
    assert [mention.span.of(text) for mention in find_quantities(text)] == []


@pytest.mark.parametrize("text", ["", "6645", "人", "多少人", "2017年", "6645人和162人", "第3名", "约"])
def test_what_is_not_one_quantity_is_not_parsed(text: str) -> None:
    assert parse_quantity(text) is None


@given(
    st.decimals(min_value=0, max_value=10**9, places=2),
    st.sampled_from(["", "万", "亿"]),
    st.sampled_from(["元", "人", "户", "亩", "公里", "%", "个", "平方米"]),
)
def test_any_plain_amount_is_read_exactly(number: Decimal, big: str, unit: str) -> None:
    worth = {"": 1, "万": 10**4, "亿": 10**8}[big]
    quantity = parse_quantity(f"{number:f}{big}{unit}")
    assert quantity is not None
    assert (quantity.value, quantity.unit) == (number * worth, unit)


@given(
    st.text(
        alphabet="0123456789０３.．,，%万亿千百十两二三半个年月日号户人元亩/:：×+-—至〔〕（）第前近x\n 约以上成倍",
        max_size=40,
    )
)
def test_any_text_is_read_without_error_and_spans_lie_in_it_in_order(text: str) -> None:
    end = 0
    for mention in find_quantities(text):
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert mention.quantity.written == mention.span.of(text)
        end = mention.span.end
