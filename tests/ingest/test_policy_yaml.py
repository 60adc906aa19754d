"""A right policy becomes its values; a wrong one hears of all its faults at once, each with place and remedy."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.model.agency import AgencyRegistry, Role
from tests.ingest.policies import RIGHT, changed, load, problems_of


def test_a_right_policy_becomes_its_values(tmp_path: Path) -> None:
    policy = load(tmp_path, RIGHT)
    header = policy.header
    assert (header.document_type, header.document_number) == ("通知", "清脱贫办发〔2017〕2号")
    assert header.recipients == ("各乡镇党委、人民政府", "领导小组成员单位")
    assert (header.issue_date, header.print_date) == (date(2017, 2, 14), None)
    assert policy.title == "清原满族自治县2017年脱贫攻坚工作要点"
    assert [section.title for section in policy.sections] == ["目标任务", "主要措施"]
    (measure,) = policy.measures()
    assert [(agency.name, agency.role) for agency in measure.agencies] == [
        ("县农发局", Role.LEAD),
        ("县旅游局", Role.RESPONSIBLE),
        ("各乡镇", Role.RESPONSIBLE),
        ("县财政局", Role.SUPPORTING),
    ]
    assert measure.deadline == "2017年12月底"
    assert policy.parties() == ("清原镇", "红透山镇", "大孤家镇")
    assert policy.book is not None
    assert policy.book.second_party == "{{ 乡镇 }}人民政府"
    assert policy.book.sections[0].title == "考核"


def test_targets_keep_wording_key_and_place(tmp_path: Path) -> None:
    targets = load(tmp_path, RIGHT).targets
    total, part = targets["脱贫人口"], targets["产业脱贫人口"]
    assert (total.quantity.value, total.quantity.unit, total.quantity.written) == (
        Decimal(6645),
        "人",
        "6645人",
    )
    assert total.sum_of == ("产业脱贫人口", "就业脱贫人口", "兜底脱贫人口")
    assert (part.year, part.scope, part.place) == ("2017", "建档立卡", "清原满族自治县")
    assert part.source is not None
    assert (part.source.document, part.source.passage) == ("市级任务书", "二（三）")
    assert (total.origin.line, total.origin.column) == (9, 18)
    assert targets["兜底脱贫人口"].quantity.written == "1700人"
    assert targets["产业资金"].quantity.value == Decimal(4_200_000)


def test_prose_is_kept_as_written(tmp_path: Path) -> None:
    prose = load(tmp_path, RIGHT).sections[0].prose
    assert prose is not None
    assert prose.markdown == "全县{{ 脱贫人口 }}脱贫，\n其中产业{{ 产业脱贫人口 }}。\n"


# name: old passage, new passage, line, column, key path, words that must be said
WRONG: dict[str, tuple[str, str, int, int, str, tuple[str, ...]]] = {
    "错键": ("  发文机关:", "  发文机构:", 3, 3, "公文.发文机构", ("发文机构", "发文机关")),
    "错键没有相近的": ("  成文日期:", "  密级:", 6, 3, "公文.密级", ("密级", "可以写", "成文日期")),
    "重复键": ("\n章节:", "\n印发: 另一个\n章节:", 17, 1, "印发", ("重复", "第7行")),
    "裸数": ("数值: 6645人", "数值: 6645", 9, 18, "指标.脱贫人口.数值", ("“6645”缺计量单位", "6645人")),
    "裸数短写": ("1700人", "1700", 12, 11, "指标.兜底脱贫人口", ("缺计量单位", "1700人")),
    "户数裸数": ("372户", "372", 13, 11, "指标.危房改造户数", ("372户",)),
    "资金裸数": ("420万元", "420", 14, 9, "指标.产业资金", ("420万元",)),
    "没有数": ("1700人", "若干", 12, 11, "指标.兜底脱贫人口", ("“若干”读不出",)),
    "没有数值键": ("{数值: 162人}", "{年度: 2017}", 11, 11, "指标.就业脱贫人口.数值", ("缺少“数值”",)),
    "指标写成列表": ("1700人", "[1700人]", 12, 11, "指标.兜底脱贫人口", ("列表",)),
    "和不等": ("数值: 6645人", "数值: 6646人", 9, 39, "指标.脱贫人口.等于", ("6646人", "6645人")),
    "等于没有的指标": (
        "等于: 产业脱贫人口 +",
        "等于: 产业脱贫人囗 +",
        *(9, 39, "指标.脱贫人口.等于"),
        ("“产业脱贫人囗”", "“产业脱贫人口”"),
    ),
    "等于单位不同": ("1700人", "1700户", 9, 57, "指标.脱贫人口.等于", ("户", "人", "兜底脱贫人口")),
    "等于自己": ("等于: 产业脱贫人口 +", "等于: 脱贫人口 +", 9, 39, "指标.脱贫人口.等于", ("自己",)),
    "年度不对": ("年度: 2017, 口径", "年度: 今年, 口径", 10, 27, "指标.产业脱贫人口.年度", ("今年", "2017")),
    "年度颠倒": (
        "年度: 2017, 口径",
        "年度: 2020-2018, 口径",
        10,
        27,
        "指标.产业脱贫人口.年度",
        ("2018-2020",),
    ),
    "指标名以数字开头": ("  产业资金: 420", "  6岁资金: 420", 14, 3, "指标.6岁资金", ("数字开头",)),
    "指标名是保留字": ("  危房改造户数:", "  乡镇:", 13, 3, "指标.乡镇", ("另有用处",)),
    "日期不存在": ("2017-02-14", "2017-02-30", 6, 9, "公文.成文日期", ("2017年2月只有28天",)),
    "月份不存在": ("2017-02-14", "2017-13-01", 6, 9, "公文.成文日期", ("13月",)),
    "日期写法": ("2017-02-14", "二月十四日", 6, 9, "公文.成文日期", ("2017-02-14",)),
    "文种": ("文种: 通知", "文种: 通报函", 2, 7, "公文.文种", ("决议、决定", "纪要")),
    "字号方括号": ("〔2017〕2号", "[2017]2号", 4, 9, "公文.发文字号", ("六角括号", "清脱贫办发〔2017〕2号")),
    "字号圆括号": ("〔2017〕2号", "（2017）2号", 4, 9, "公文.发文字号", ("六角括号",)),
    "字号虚位": ("〔2017〕2号", "〔2017〕02号", 4, 9, "公文.发文字号", ("虚位", "〔2017〕2号")),
    "字号加第": ("〔2017〕2号", "〔2017〕第2号", 4, 9, "公文.发文字号", ("“第”", "〔2017〕2号")),
    "字号缺号": ("〔2017〕2号", "〔2017〕2", 4, 9, "公文.发文字号", ("缺“号”字",)),
    "字号两位年份": ("〔2017〕2号", "〔17〕2号", 4, 9, "公文.发文字号", ("四位",)),
    "字号不成形": ("清脱贫办发〔2017〕2号", "第二号文件", 4, 9, "公文.发文字号", ("形式不对",)),
    "引言引用未定义": (
        "今年的任务是{{ 脱贫人口 }}",
        "今年的任务是{{ 脱贫人囗 }}",
        16,
        9,
        "引言",
        ("脱贫人囗", "“脱贫人口”"),
    ),
    "正文第二行引用未定义": (
        "产业{{ 产业脱贫人口 }}",
        "产业{{ 产业脱贫户数 }}",
        *(21, 11, "章节.第1项.内容"),
        ("产业脱贫户数", "产业脱贫人口"),
    ),
    "引用里写算式": (
        "{{ 产业资金 }}",
        "{{ 产业资金 * 2 }}",
        29,
        17,
        "章节.第2项.措施.第1项.内容",
        ("只能写一个",),
    ),
    "引用里用过滤器": (
        "{{ 产业资金 }}",
        "{{ 产业资金|upper }}",
        29,
        17,
        "章节.第2项.措施.第1项.内容",
        ("只能写一个",),
    ),
    "空引用": ("{{ 产业资金 }}", "{{ }}", 29, 17, "章节.第2项.措施.第1项.内容", ("没有写指标名",)),
    "引用没有配对": ("{{ 产业资金 }}", "{{ 产业资金", 29, 17, "章节.第2项.措施.第1项.内容", ("没有配对",)),
    "其他模板标记": ("  今年的", "  {% if 真 %}今年的", 16, 3, "引言", ("{% if 真 %}",)),
    "模板注释": ("  今年的", "  {# 注 #}今年的", 16, 3, "引言", ("{# 注 #}",)),
    "正文用本级": ("任务是{{ 脱贫人口 }}", "任务是{{ 本级.脱贫人口 }}", 16, 9, "引言", ("本级.脱贫人口",)),
    "责任书用未分解的": (
        "{{ 本级.脱贫人口 }}（",
        "{{ 本级.产业资金 }}（",
        36,
        22,
        "责任书.引言",
        ("还没有分解",),
    ),
    "责任书乙方错": ('"{{ 乡镇 }}人民', '"{{ 乡填 }}人民', 35, 8, "责任书.乙方", ("“乡镇”",)),
    "标题里引用": ("标题: 目标任务", '标题: "{{ 脱贫人口 }}目标"', 18, 9, "章节.第1项.标题", ("标题里",)),
    "单位未登记": (
        "牵头单位: 县农发局",
        "牵头单位: 县农业局",
        25,
        15,
        "章节.第2项.措施.第1项.牵头单位",
        ("县农业局", "县农业发展局"),
    ),
    "单位写在一起": (
        "[县旅游局, 各乡镇]",
        "县旅游局、各乡镇",
        *(26, 15, "章节.第2项.措施.第1项.责任单位"),
        ("[县旅游局, 各乡镇]",),
    ),
    "单位写两次": (
        "[县旅游局, 各乡镇]",
        "[县旅游局, 各乡镇, 县旅游发展局]",
        26,
        27,
        "章节.第2项.措施.第1项.责任单位.第3项",
        ("两次",),
    ),
    "措施错键": ("        完成时限:", "        时限:", 28, 9, "章节.第2项.措施.第1项.时限", ("“完成时限”",)),
    "缺标题": ("  - 标题: 目标任务\n    内容", "  - 内容", 18, 5, "章节.第1项.标题", ("缺少“标题”",)),
    "标题没有写": ("标题: 目标任务", "标题:", 18, 8, "章节.第1项.标题", ("没有写内容",)),
    "分解的和": ("大孤家镇: 1000人", "大孤家镇: 1001人", 31, 3, "分解.脱贫人口", ("6645人", "6646人")),
    "分解单位不同": ("大孤家镇: 1000人", "大孤家镇: 1000户", 31, 41, "分解.脱贫人口.大孤家镇", ("户", "人")),
    "分解裸数": ("大孤家镇: 1000人", "大孤家镇: 1000", 31, 41, "分解.脱贫人口.大孤家镇", ("1000人",)),
    "分解没有的指标": (
        "  脱贫人口: {清原镇",
        "  脱贫人数: {清原镇",
        31,
        3,
        "分解.脱贫人数",
        ("不是已有的指标", "“脱贫人口”"),
    ),
    "分解重复的乡镇": ("大孤家镇: 1000人", "清原镇: 1000人", 31, 35, "分解.脱贫人口.清原镇", ("重复",)),
    "分解同一乡镇两个写法": (
        "大孤家镇: 1000人",
        "清原镇人民政府: 1000人",
        *(31, 35, "分解.脱贫人口.清原镇人民政府"),
        ("前面的“清原镇”",),
    ),
    "分解乡镇写错": (
        "大孤家镇: 1000人",
        "大弧家镇: 1000人",
        31,
        35,
        "分解.脱贫人口.大弧家镇",
        ("“大孤家镇”",),
    ),
    "分解写成文字": (
        "{清原镇: 3000人, 红透山镇: 2645人, 大孤家镇: 1000人}",
        "6645人",
        31,
        9,
        "分解.脱贫人口",
        ("各乡镇的数",),
    ),
    "整段写成中文冒号": ("公文:\n  文种: 通知\n", "公文:\n  文种：通知\n", 2, 5, "", ("中文冒号",)),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_policy_is_told_where_and_what(name: str, tmp_path: Path) -> None:
    old, new, line, column, key_path, words = WRONG[name]
    problems = problems_of(tmp_path, changed(old, new))
    found = [each for each in problems if (each.line, each.column) == (line, column)]
    assert found, [str(each) for each in problems]
    assert any(each.key_path == key_path for each in found), found
    said = " ".join(str(each) for each in found)
    for word in words:
        assert word in said
    assert all(each.remedy for each in problems)


@pytest.mark.parametrize("key", ["公文", "印发", "章节"])
def test_a_missing_part_is_named(key: str, tmp_path: Path) -> None:
    lines = RIGHT.splitlines(keepends=True)
    start = next(number for number, line in enumerate(lines) if line.startswith(f"{key}:"))
    end = next(n for n in range(start + 1, len(lines) + 1) if n == len(lines) or not lines[n].startswith(" "))
    (problem,) = problems_of(tmp_path, "".join(lines[:start] + lines[end:]))
    assert f"缺少“{key}”" in problem.what
    assert problem.key_path == key


def test_all_faults_are_told_at_once_in_the_order_of_their_lines(tmp_path: Path) -> None:
    text = changed("文种: 通知", "文种: 通报函")
    text = changed("数值: 6645人", "数值: 6646人", text)
    text = changed("任务是{{ 脱贫人口 }}", "任务是{{ 没有这个 }}", text)
    text = changed("牵头单位: 县农发局", "牵头单位: 县没有局", text)
    text = changed("大孤家镇: 1000人", "大孤家镇: 1000户", text)
    assert [each.line for each in problems_of(tmp_path, text)] == [2, 9, 16, 25, 31]


def test_a_fault_of_a_figure_is_not_told_again_by_those_who_use_it(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, changed("数值: 4783人", "数值: 4783"))
    assert problem.key_path == "指标.产业脱贫人口.数值"


RIGHT_TOO = {
    "没有指标、分解和责任书": (RIGHT[RIGHT.index("指标:") : RIGHT.index("章节:")], ""),
    "中文日期": ("2017-02-14", "2017年2月14日"),
    "年度范围": ("年度: 2017, 口径", "年度: 2018—2020年, 口径"),
    "全角加号": ("产业脱贫人口 + 就业脱贫人口", "产业脱贫人口＋就业脱贫人口"),
    "引用不空格": ("{{ 产业资金 }}", "{{产业资金}}"),
    "没有字号": ("  发文字号: 清脱贫办发〔2017〕2号\n", ""),
    "没有主送": ("  主送: [各乡镇党委、人民政府, 领导小组成员单位]\n", ""),
    "主送只有一个": ("[各乡镇党委、人民政府, 领导小组成员单位]", "各乡镇党委、人民政府"),
    "单位用全称": ("牵头单位: 县农发局", "牵头单位: 县农业发展局"),
    "牵头和责任有同一个单位": ("[县旅游局, 各乡镇]", "[县农发局, 各乡镇]"),
    "正文里有花括号": ("安排资金", "用{}括起，安排资金"),
    "正文里有百分号": ("安排资金", "增长6%，安排资金"),
    "分解到没有登记的村": (
        "{清原镇: 3000人, 红透山镇: 2645人, 大孤家镇: 1000人}",
        "{甲村: 3000人, 乙村: 2645人, 丙村: 1000人}",
    ),
    "单位的总数按万元取整": (
        "产业资金: 420万元",
        "产业资金: {数值: 420万元, 等于: 甲资金}\n  甲资金: 4203000元",
    ),
}


@pytest.mark.parametrize("name", RIGHT_TOO)
def test_what_is_right_is_left_alone(name: str, tmp_path: Path) -> None:
    old, new = RIGHT_TOO[name]
    text = changed(old, new)
    if name.startswith("没有指标"):
        text = text[: text.index("章节:")] + "章节: [{标题: 总则, 内容: 没有数字。}]\n"
    load(tmp_path, text)


def test_an_empty_registry_holds_nothing_against_a_name(tmp_path: Path) -> None:
    load(tmp_path, changed("牵头单位: 县农发局", "牵头单位: 县没有局"), AgencyRegistry())


@pytest.mark.parametrize("text", ["只是一段文字\n", "- 一\n- 二\n", "12\n"])
def test_a_file_of_another_shape_is_refused(text: str, tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, text)
    assert "键: 值" in problem.what


@pytest.mark.parametrize("part", ["公文", "指标", "章节", "分解", "责任书"])
@pytest.mark.parametrize(
    "value", ["", " 一段文字", " [一, 二]", " {甲: 乙}", " [[一]]", " {甲: [乙]}", " 12"]
)
def test_no_shape_of_a_part_stops_the_loader(part: str, value: str, tmp_path: Path) -> None:
    lines = RIGHT.splitlines(keepends=True)
    start = next(number for number, line in enumerate(lines) if line.startswith(f"{part}:"))
    end = next(n for n in range(start + 1, len(lines) + 1) if n == len(lines) or not lines[n].startswith(" "))
    text = "".join([*lines[:start], f"{part}:{value}\n", *lines[end:]])
    if part == "分解" and not value:
        load(tmp_path, text[: text.index("责任书:")])
    else:
        assert all(each.line for each in problems_of(tmp_path, text))
