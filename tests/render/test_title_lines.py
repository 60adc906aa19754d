"""Long titles are broken between words, never inside one, and short ones not at all."""

from __future__ import annotations

import pytest

from generator.render.title_lines import LINE_CHARACTERS, title_lines


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("青川县2017年脱贫攻坚工作要点", 1),
        ("东原满族自治县2017年脱贫攻坚目标责任书", 1),
        ("关于印发《东原满族自治县2017年脱贫攻坚工作要点》的通知", 2),
        ("关于印发《东河市西岭区脱贫攻坚三年专项行动方案（2018—2020年）》的通知", 2),
    ],
)
def test_number_of_lines(title: str, lines: int) -> None:
    broken = title_lines(title)
    assert broken.replace("\n", "") == title
    assert broken.count("\n") + 1 == lines


@pytest.mark.parametrize(
    "title",
    [
        "关于印发《东原满族自治县2017年脱贫攻坚工作要点》的通知",
        "关于印发《东河县2018—2020年脱贫攻坚三年行动计划实施方案》的通知",
        "东河县人民政府关于进一步做好2019年度产业扶贫工作的实施意见",
    ],
)
def test_no_line_parts_a_name_a_year_or_begins_with_a_closing_mark(title: str) -> None:
    lines = title_lines(title).split("\n")
    for whole in ("2017年", "脱贫攻坚", "自治县", "人民政府", "实施方案", "的通知"):
        assert title.count(whole) == sum(line.count(whole) for line in lines)
    assert all(line[0] not in "》）、，的" and line[-1] not in "《（" for line in lines)
    assert all(sum(0.5 if c.isascii() else 1 for c in line) <= LINE_CHARACTERS for line in lines)


@pytest.mark.parametrize("title", ["无可断处" * 8, "长" * 10_000, ""])
def test_a_title_without_safe_places_is_left_alone(title: str) -> None:
    assert title_lines(title) == title
