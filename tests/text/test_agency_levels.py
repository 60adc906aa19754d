"""The level and the place in front of an agency's name."""

from __future__ import annotations

import pytest

from generator.text.agency_levels import county_form, has_level, place_of, without_place


@pytest.mark.parametrize(
    ("name", "place", "body"),
    [
        ("清原县财政局", "清原县", "县财政局"),
        ("清原满族自治县财政局", "清原满族自治县", "县财政局"),
        ("新平县委组织部", "新平县", "县委组织部"),
        ("明山区农委", "明山区", "区农委"),
        ("县城乡建设局", "", "县城乡建设局"),
        ("县市场监管局", "", "县市场监管局"),
        ("市生态环境局", "", "市生态环境局"),
        ("各县区人民政府", "", "各县区人民政府"),
        ("经济开发区管委会", "", "经济开发区管委会"),
        ("城市管理局", "", "城市管理局"),
        ("民政局", "", "民政局"),
        ("清原镇", "", "清原镇"),
    ],
)
def test_the_place_before_the_level_is_no_part_of_the_name(name: str, place: str, body: str) -> None:
    assert (place_of(name), without_place(name)) == (place, body)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("区财政局", "县财政局"),
        ("市农业农村局", "县农业农村局"),
        ("旗林业局", "县林业局"),
        ("县财政局", "县财政局"),
        ("省财政厅", "省财政厅"),
        ("财政局", "财政局"),
    ],
)
def test_districts_and_cities_have_the_bodies_of_counties(name: str, form: str) -> None:
    assert county_form(name) == form
    assert has_level(name) == (name != "财政局")
