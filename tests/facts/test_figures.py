"""Keyed figures: what each figure counts, when, where, under which condition."""

from __future__ import annotations

import pytest

from generator.facts.figures import read_figures
from generator.facts.outline import read_outline
from generator.model.facts import Figure, FigureRole
from generator.model.text_document import TextDocument


def figures(text: str) -> tuple[Figure, ...]:
    document = TextDocument.from_text(text)
    return read_figures(document, read_outline(document))


def named(text: str) -> list[tuple[str, str]]:
    return [(figure.quote, figure.indicator) for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the words before an amount
        ("全镇整合涉农资金300万元。", [("300万元", "全镇整合涉农资金")]),
        ("到2020年，自来水普及率达到85%以上。", [("85%", "自来水普及率")]),
        ("把村卫生室达标率控制在90%左右。", [("90%", "村卫生室达标率")]),
        ("总投资：500万元。", [("500万元", "总投资")]),
        # the noun behind a classifier, with the verb before it
        ("新建16个村级文化广场。", [("16个", "新建村级文化广场")]),
        ("选派驻村干部20名。", [("20名", "选派驻村干部")]),
        ("今年3个贫困村如期退出。", [("3个", "贫困村如期退出")]),
        ("完成饮水工程巩固提升7处。", [("7处", "饮水工程巩固提升")]),
        ("安排80万元扶贫车间补助。", [("80万元", "安排扶贫车间补助")]),
        # two figures with one wording
        ("通过发展食用菌脱贫30户95人。", [("30户", "发展食用菌脱贫"), ("95人", "发展食用菌脱贫")]),
        ("带动41户103人脱贫。", [("41户", "带动脱贫"), ("103人", "带动脱贫")]),
        ("每户补助2万至3万元。", [("2万", "每户补助"), ("3万元", "每户补助")]),
        # a change names its indicator once
        ("住院报销比例由70%提高到85%。", [("70%", "住院报销比例"), ("85%", "住院报销比例")]),
        ("人均纯收入达到6800元，比上年增长9.5%。", [("6800元", "人均纯收入"), ("9.5%", "人均纯收入增长")]),
        # 、 within a name is no border, between figures it is
        ("村医签约率、建档率均达100%。", [("100%", "村医签约率、建档率")]),
        ("新建水池5座、管网12公里。", [("5座", "新建水池"), ("12公里", "管网")]),
        # a bracket without figures does not cut the phrase
        ("培训乡村（社区）医生60人次。", [("60人次", "培训乡村医生")]),
        # list marks, dates and adverbs say nothing
        ("2.到2019年底，力争全县贫困发生率下降到1.5%。", [("1.5%", "全县贫困发生率")]),
        ("一要进一步加快推进危房改造40户。", [("40户", "推进危房改造")]),
    ],
)
def test_the_indicator_is_what_the_figure_counts(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "quote", "indicator"),
    [
        ("一是水利扶贫项目。整合各类资金90万元。", "90万元", "水利扶贫整合各类资金"),
        (
            "一是水利扶贫项目。整合各类资金90万元；二是道路扶贫项目。整合各类资金70万元。",
            "70万元",
            "道路扶贫整合各类资金",
        ),
        ("建设光伏电站8座，覆盖6个村。", "6个", "建设光伏电站覆盖村"),
        ("危房改造共60户，其中建档立卡贫困户21户。", "21户", "危房改造建档立卡贫困户"),
        ("外贸总额8亿元，同比增长3%，增速比同期提高1个百分点。", "1个百分点", "外贸总额增速比同期提高"),
        ("执行国家标准（2017年为3335元）。", "3335元", "执行国家标准"),
        ("新建5个卫生中心和6个乡村卫生站。", "6个", "乡村卫生站"),
        ("建成30个省级和美村庄。", "30个", "建成省级和美村庄"),
        ("三、主要措施\n1、精准实施文化扶贫项目。整合资金15万元。", "15万元", "文化扶贫整合资金"),
    ],
)
def test_a_name_that_says_too_little_takes_what_the_passage_is_about(
    text: str, quote: str, indicator: str
) -> None:
    assert dict(named(text))[quote] == indicator


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2018年脱贫12人。", ["2018"]),
        ("2018—2020年脱贫120人。", ["2018-2020"]),
        ("关于印发2017年工作要点的通知\n\n脱贫12人。", ["2017"]),
        ("关于印发2017年工作要点的通知\n\n2018年搬迁30人。完成培训40人。", ["2018", "2017"]),
        ("发生率从2014年的6%降至1%。", ["2014", ""]),
        ("2017年，发生率由2014年的6%降至1%。", ["2014", "2017"]),
        ("2017年收入达到8000元，比2015年增长9%。", ["2017", "2017"]),
        ("某区2018—2020年行动方案\n\n全区现有贫困户80户。", ["2018"]),
        ("二○一七年脱贫12人。", ["2017"]),
        ("脱贫12人。", [""]),
    ],
)
def test_the_year_is_the_nearest_that_belongs_to_the_figure(text: str, years: list[str]) -> None:
    assert [figure.year for figure in figures(text)] == years


def test_the_place_is_the_one_named_before_and_no_member_of_a_list() -> None:
    assert [figure.place for figure in figures("红山镇脱贫81人。")] == ["红山镇"]
    assert [figure.place for figure in figures("老旧小区改造68户。")] == [""]
    assert [figure.place for figure in figures("在甲水镇、乙田乡、丙山乡等3个乡镇实施。")] == [""]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("确保脱贫20户。", FigureRole.TARGET),
        ("已脱贫20户。", FigureRole.FACT),
        ("修通30户以上自然村道路。", FigureRole.CONDITION),
    ],
)
def test_the_role_tells_aims_results_and_conditions_apart(text: str, role: FigureRole) -> None:
    assert figures(text)[0].role is role


@pytest.mark.parametrize(
    ("text", "per"), [("每人补助50元。", "每人"), ("户均增收3000元。", "户均"), ("共补助50元。", "")]
)
def test_per_is_the_denominator_of_a_rate(text: str, per: str) -> None:
    assert figures(text)[0].per == per


def test_scope_words_and_the_heading_come_with_the_figure() -> None:
    text = "一、产业扶贫\n其中建档立卡户参加合作社45户。"
    (figure,) = figures(text)
    assert (figure.task, figure.scope) == ("产业扶贫", ("其中", "建档立卡"))


def test_spans_quote_the_text_and_stand_in_order() -> None:
    text = "投入1,020.5万元，建成2.3万亩，覆盖32个村1.24万户4.09万人，人均增收１２００元。"
    found = figures(text)
    assert [figure.quote for figure in found] == [
        "1,020.5万元",
        "2.3万亩",
        "32个",
        "1.24万户",
        "4.09万人",
        "１２００元",
    ]
    assert all(figure.span.of(text) == figure.quote for figure in found)


def test_what_the_passage_has_said_holds_on_for_a_figure_without_words() -> None:
    first, second = figures("甲水镇确保建档立卡危房改造60户、150人。")
    assert (second.place, second.scope, second.role) == (first.place, first.scope, first.role)
    assert (first.place, first.scope, first.role) == ("甲水镇", ("建档立卡",), FigureRole.TARGET)


def test_the_whole_county_is_not_the_township_named_before() -> None:
    assert [figure.place for figure in figures("甲水镇脱贫81人，全县脱贫900人。")] == ["甲水镇", ""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("原煤、原油、天然气产量分别达到70万吨、12万吨、10万吨。", ["原煤产量", "原油产量", "天然气产量"]),
        ("脱贫户和监测户分别为30户和12户。", ["脱贫户", "监测户"]),
        ("水稻种植、收获机械化率分别达到65%和55%。", ["水稻种植机械化率", "收获机械化率"]),
        (
            "接待游客30万人次、旅游收入2亿元，分别增长5%、6%。",
            ["接待游客", "旅游收入", "接待游客增长", "旅游收入增长"],
        ),
        ("死亡人数、受伤人数分别下降30%、20%。", ["死亡人数下降", "受伤人数下降"]),
        ("甲水镇、乙田乡和丙河镇分别带动20人、30人、40人。", ["甲水镇带动", "乙田乡带动", "丙河镇带动"]),
    ],
)
def test_figures_told_with_respectively_are_named_after_their_own_item(
    text: str, expected: list[str]
) -> None:
    assert [figure.indicator for figure in figures(text)] == expected


def test_a_row_with_fewer_names_than_figures_is_left_alone() -> None:
    assert [figure.indicator for figure in figures("增速分别达到3%、5%、7%。")] == ["增速"] * 3
