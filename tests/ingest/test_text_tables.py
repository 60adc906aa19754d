"""Tables typed into plain text become cells, and nothing else does."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.text_tables import text_blocks
from generator.model.text_document import TextDocument


def rows(text: str) -> list[list[str]]:
    """The cells of all tables in ``text`` by row; columns left blank are left out."""
    found: dict[tuple[int, int], list[str]] = {}
    for block in text_blocks(text):
        if block.cell:
            found.setdefault((block.cell.table, block.cell.row), []).append(block.span.of(text))
    return list(found.values())


@pytest.mark.parametrize(
    "text",
    [
        "乡镇\t户数\t人数\n清原镇\t120\t300\n",
        "乡镇 | 户数 | 人数\n清原镇 | 120 | 300\n",
        "| 乡镇 | 户数 | 人数 |\n|---|---|---|\n| 清原镇 | 120 | 300 |\n",
        "｜乡镇｜户数｜人数｜\n｜清原镇｜120｜300｜\n",
        "乡镇│户数│人数\n────┼──┼──\n清原镇│120│300\n",
    ],
)
def test_tabs_and_bars_make_columns(text: str) -> None:
    assert rows(text) == [["乡镇", "户数", "人数"], ["清原镇", "120", "300"]]


def test_wide_gaps_make_columns_over_three_rows() -> None:
    text = "乡镇    户数   人数\n清原镇   120    300\n红透山镇  80　　210\n"
    assert rows(text) == [["乡镇", "户数", "人数"], ["清原镇", "120", "300"], ["红透山镇", "80", "210"]]


def test_an_empty_cell_keeps_the_columns_behind_it() -> None:
    text = "乡镇\t户数\t人数\n清原镇\t\t300\n"
    (cell,) = (block.cell for block in text_blocks(text) if block.span.of(text) == "300")
    assert cell is not None
    assert (cell.row, cell.column) == (1, 2)


def test_two_tables_are_two() -> None:
    text = "甲\t乙\n1\t2\n\n说明。\n丙\t丁\n3\t4\n"
    tables = {block.cell.table for block in text_blocks(text) if block.cell}
    assert tables == {0, 1}
    assert [block.span.of(text) for block in text_blocks(text) if not block.cell] == ["说明。"]


@pytest.mark.parametrize(
    "text",
    [
        "\t一段缩进的话。\n\t又一段缩进的话。\n",
        "　　今年脱贫6645人。\n　　明年脱贫1200人。\n",
        "甲方：县政府\t乙方：清原镇\n",
        "清原县人民政府        红透山镇人民政府\n2017年2月14日         2017年2月14日\n",
        "一个|半行\n没有竖线的下一行\n",
        "完成  了  任务，年底前  全部  销号，各乡镇要逐村  逐户  核对，不得漏报瞒报，确保真脱贫\n" * 3,
    ],
)
def test_running_text_is_no_table(text: str) -> None:
    assert rows(text) == []
    assert [b.span for b in text_blocks(text)] == [b.span for b in TextDocument.from_text(text).blocks]


@given(st.text(alphabet="甲1 \t|　\n-", max_size=60))
def test_any_text_is_cut_into_blocks_in_order_that_lie_apart(text: str) -> None:
    blocks = text_blocks(text)
    assert [block.number for block in blocks] == list(range(1, len(blocks) + 1))
    for one, other in pairwise(blocks):
        assert one.span.end <= other.span.start
    assert all("\n" not in block.span.of(text) and block.span.of(text).strip() for block in blocks)
