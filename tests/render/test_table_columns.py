"""Columns that came with the data get their share of the width; a template's own widths stay."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from lxml import etree

from generator.render.table_columns import fit_columns
from generator.wordml.namespaces import W, w

TOTAL = 8844


def table(widths: Sequence[int], *rows: Sequence[str]) -> etree._Element:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    cell = '<w:tc><w:tcPr><w:tcW w:w="1" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>'
    lines = "".join(f"<w:tr>{''.join(cell.format(text) for text in row)}</w:tr>" for row in rows)
    return etree.fromstring(f'<w:tbl xmlns:w="{W}"><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>')


def columns(element: etree._Element) -> list[int]:
    return [int(each.get(w("w"), "0")) for each in element.iter(w("gridCol"))]


def cells(element: etree._Element) -> list[int]:
    return [int(each.get(w("w"), "0")) for each in element.iter(w("tcW"))]


def test_a_column_of_long_texts_is_wider_than_one_of_figures() -> None:
    head = ("项目", "资金", "主要任务")
    body = ("交通扶贫", "17080万元", "实施通畅工程并解决几个村的饮水和道路问题，年底前全部完工")
    element = table([TOTAL // 3] * 3, head, body)
    fit_columns(element)
    first, second, third = columns(element)
    assert sum(columns(element)) == TOTAL
    assert third > 2 * second > 2 * (first - 300)
    assert cells(element) == columns(element) * 2


@pytest.mark.parametrize("count", [2, 6, 8, 9])
def test_a_township_and_its_figures_stand_on_one_line_each(count: int) -> None:
    head = ("乡镇", *["产业脱贫人口"] * (count - 1))
    body = ("红透山镇", *["1700人"] * (count - 1))
    element = table([TOTAL // count] * count, head, body)
    total = sum(columns(element))
    fit_columns(element)
    assert sum(columns(element)) == total
    assert columns(element)[0] >= 4 * 240 + 120
    assert min(columns(element)[1:]) >= 3 * 240 + 120


def test_too_many_columns_take_from_the_widest() -> None:
    texts = ("甲", "乙" * 18, "丙" * 18, "丁" * 18)
    element = table([TOTAL // 4] * 4, ("一", "二", "三", "四"), texts)
    fit_columns(element)
    narrow, *wide = columns(element)
    assert narrow == pytest.approx(2 * 240 + 140, abs=2)
    assert max(wide) - min(wide) <= 3


def test_widths_that_a_person_has_set_stay() -> None:
    element = table([640, 2000, 6204], ("序号", "任务", "单位"), ("1", "很长的一项任务名称", "县农业局"))
    fit_columns(element)
    assert columns(element) == [640, 2000, 6204]
    assert cells(element) == [640, 2000, 6204] * 2
