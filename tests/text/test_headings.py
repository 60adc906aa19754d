"""Number marks at the start of lines."""

from __future__ import annotations

import pytest

from generator.text.headings import NumberStyle, chinese_ordinal, read_mark


@pytest.mark.parametrize(
    ("line", "number", "ordinal", "level"),
    [
        ("一、总体要求", "一、", 1, 1),
        ("　　十二、附则", "十二、", 12, 1),
        ("（三）健康扶贫。", "（三）", 3, 2),
        ("(三)健康扶贫。", "(三)", 3, 2),
        ("1.改造危房", "1.", 1, 3),
        ("2、改造危房", "2、", 2, 3),
        ("3．改造危房", "3．", 3, 3),
        ("10、 民政局", "10、", 10, 3),
        ("（1）摸底", "（1）", 1, 4),
        ("1.2017年任务", "1.", 1, 3),
        ("①摸底", "①", 1, 5),
        ("第二章  保障", "第二章", 2, 1),
        ("第三节 资金", "第三节", 3, 2),
        ("第十五条 本办法自印发之日起施行。", "第十五条", 15, 3),
        ("四要强化督导。", "四要", 4, 2),
        ("## 第一章 总则", "第一章", 1, 1),
        ("[bookmark: _x]7、修路", "7、", 7, 3),
    ],
)
def test_marks_of_all_levels(line: str, number: str, ordinal: int, level: int) -> None:
    mark = read_mark(line)
    assert mark is not None
    assert (mark.number, mark.ordinal, mark.level) == (number, ordinal, level)
    assert line[mark.start : mark.end].strip() == number


@pytest.mark.parametrize(
    "line",
    [
        "",
        "1.5万元用于修路",
        "2017年工作要点",
        "一是修路",
        "一、二级公路全部通车",
        "三、四月份完成",
        "（2016年）",
        "（含村级）",
        "10.17全国扶贫日",
        "第一书记驻村",
        "第一产业增长",
        "第三方评估",
        "五个一批",
    ],
)
def test_words_and_figures_are_no_marks(line: str) -> None:
    assert read_mark(line) is None


@pytest.mark.parametrize(
    ("text", "value"), [("十", 10), ("二十", 20), ("三十五", 35), ("一百零二", 102), ("甲", 0)]
)
def test_ordinals(text: str, value: int) -> None:
    assert chinese_ordinal(text) == value


def test_style_and_separator_are_kept() -> None:
    mark = read_mark("1、修路")
    assert mark is not None
    assert (mark.style, mark.separator) == (NumberStyle.ARABIC, "、")
