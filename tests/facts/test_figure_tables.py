"""Figures in tables: the key comes from the head of the column, the start of the row and the caption."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.facts.figures import read_figures
from generator.model.facts import Figure
from generator.model.place import Span
from generator.model.text_document import Block, BlockKind, Cell, TextDocument


def document(caption: str, *rows: str) -> TextDocument:
    """A caption and a table, rows written as ``甲|乙|丙``."""
    text, blocks = caption, [Block(span=Span(0, len(caption)), number=1)]
    for row, line in enumerate(rows):
        for column, words in enumerate(line.split("|")):
            start = len(text) + 1
            text += "\n" + words
            cell = Cell(table=0, row=row, column=column)
            blocks.append(
                Block(
                    span=Span(start, start + len(words)),
                    number=len(blocks) + 1,
                    kind=BlockKind.CELL,
                    cell=cell,
                )
            )
    return TextDocument(source="", text=text, blocks=tuple(blocks))


def figures(caption: str, *rows: str) -> tuple[Figure, ...]:
    return read_figures(document(caption, *rows), ())


def key(figure: Figure) -> tuple[str, str, Decimal, str]:
    return figure.indicator, figure.place, figure.value, figure.unit


def test_a_row_names_the_place_and_the_column_the_indicator() -> None:
    found = figures(
        "各乡镇任务表", "乡镇|脱贫人口|危房改造", "甲水镇|81人|30户", "乙田乡|62人|21户", "合计|143人|51户"
    )
    assert [key(figure) for figure in found] == [
        ("脱贫人口", "甲水镇", Decimal(81), "人"),
        ("危房改造", "甲水镇", Decimal(30), "户"),
        ("脱贫人口", "乙田乡", Decimal(62), "人"),
        ("危房改造", "乙田乡", Decimal(21), "户"),
        ("脱贫人口", "", Decimal(143), "人"),
        ("危房改造", "", Decimal(51), "户"),
    ]
    assert {figure.task for figure in found} == {"各乡镇任务表"}


@pytest.mark.parametrize(
    ("caption", "rows", "expected"),
    [
        # the unit stands in the head of the column, in the caption, in the row, in a column of its own
        ("投资表", ["村名|资金（万元）", "丙山村|12.5"], ("资金", "丙山村", "125000", "元")),
        ("投资表\n单位：万元", ["项目|金额", "道路硬化|1,020"], ("道路硬化金额", "", "10200000", "元")),
        ("生产表", ["指标|年末数", "生猪（万头）|2.1"], ("生猪年末数", "", "21000", "头")),
        ("生产表", ["指标|计量单位|数量", "粮食|万吨|3.6"], ("粮食数量", "", "36000", "吨")),
        ("任务表", ["乡镇|搬迁户数", "丁河镇|45"], ("搬迁户数", "丁河镇", "45", "户")),
        ("情况表", ["指标|完成率", "危房改造|98.5"], ("危房改造完成率", "", "98.5", "%")),
        ("变化表", ["指标|增长率", "猪肉|-3.5"], ("猪肉增长率", "", "-3.5", "%")),
    ],
)
def test_a_bare_number_takes_its_unit_from_around(
    caption: str, rows: list[str], expected: tuple[str, str, str, str]
) -> None:
    (figure,) = figures(caption, *rows)
    indicator, place, value, unit = expected
    assert key(figure) == (indicator, place, Decimal(value), unit)


def test_a_column_may_be_a_year() -> None:
    found = figures("滚动计划表", "指标|2018年|2019年", "脱贫人数|120人|60人")
    assert [(figure.indicator, figure.year) for figure in found] == [
        ("脱贫人数", "2018"),
        ("脱贫人数", "2019"),
    ]


def test_the_caption_gives_the_year() -> None:
    (figure,) = figures("2018年度任务表", "乡镇|脱贫人口", "甲水镇|81人")
    assert figure.year == "2018"


@pytest.mark.parametrize(
    "rows",
    [
        ["序号|任务", "1|宣传", "2|培训"],
        ["姓名|联系电话", "甲|13912345678"],
        ["村名|数量", "丙山村|12"],  # no unit anywhere
        ["项目|年度", "道路|2018"],
        ["项目|完成时限", "道路|2018年6月底"],
    ],
)
def test_numbers_that_count_nothing_known_are_left_alone(rows: list[str]) -> None:
    assert figures("任务表", *rows) == ()


def test_prose_in_a_cell_is_read_as_prose() -> None:
    (figure,) = figures("任务表", "任务|主要内容", "产业|新建蔬菜大棚20个。")
    assert (figure.indicator, figure.quote) == ("新建蔬菜大棚", "20个")
