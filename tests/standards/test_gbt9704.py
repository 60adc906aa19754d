"""The layout facts agree with the millimetres of the standard and with each other."""

from __future__ import annotations

import pytest

from generator.standards import gbt9704 as gb

TWIPS_PER_MM = 1440 / 25.4


def test_the_page_is_a4_and_the_type_area_156_by_225_mm() -> None:
    assert gb.PAGE.width / TWIPS_PER_MM == pytest.approx(210, abs=0.05)
    assert gb.PAGE.height / TWIPS_PER_MM == pytest.approx(297, abs=0.05)
    assert gb.PAGE.top / TWIPS_PER_MM == pytest.approx(37, abs=0.05)
    assert gb.PAGE.left / TWIPS_PER_MM == pytest.approx(28, abs=0.05)
    assert gb.PAGE.type_width / TWIPS_PER_MM == pytest.approx(156, abs=0.05)
    assert gb.PAGE.type_height / TWIPS_PER_MM == pytest.approx(225, abs=0.05)


def test_22_lines_of_28_characters_fit_and_not_one_more() -> None:
    grid, page = gb.GRID, gb.PAGE
    assert grid.lines * grid.line <= page.type_height < (grid.lines + 1) * grid.line
    assert grid.characters * grid.character <= page.type_width < (grid.characters + 1) * grid.character
    assert gb.pt(gb.SIZE_THREE) + grid.spacing == grid.character


@pytest.mark.parametrize(
    ("style", "points", "font"),
    [
        (gb.BODY, 16, "仿宋"),
        (gb.TITLE, 22, "小标宋"),
        (gb.HEADING_1, 16, "黑体"),
        (gb.HEADING_2, 16, "楷体"),
        (gb.IMPRINT, 14, "仿宋"),
        (gb.PAGE_NUMBER, 14, "宋体"),
    ],
)
def test_kind_and_size_of_type(style: gb.TypeStyle, points: float, font: str) -> None:
    assert style.points == points
    assert font in style.font


def test_millimetres_and_points_in_twips() -> None:
    assert gb.mm(25.4) == 1440
    assert gb.pt(12) == 240
