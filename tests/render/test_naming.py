"""File names that every system accepts, and no two alike."""

from __future__ import annotations

import pytest

from generator.render.naming import safe_name, unique_names


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("清原县2017年脱贫攻坚工作要点", "清原县2017年脱贫攻坚工作要点"),
        ("责任书（东河镇）", "责任书（东河镇）"),
        ("甲/乙\\丙", "甲_乙_丙"),
        ("方案<试行>", "方案〈试行〉"),
        ("甲:乙?", "甲：乙？"),
        ("CON", "_CON"),
        ("com1.x", "_com1.x"),
        ("CONTENT", "CONTENT"),
        ("末尾有点. ", "末尾有点"),
        ("..", "未命名"),
        ("", "未命名"),
        ("换\n行\t和\x00控制", "换 行 和控制"),
        ("隐藏\u202e反转", "隐藏反转"),
    ],
)
def test_safe_name(name: str, expected: str) -> None:
    assert safe_name(name) == expected


def test_a_long_name_fits_the_file_system_with_room_for_suffix_and_extension() -> None:
    assert len(safe_name("长" * 500).encode()) <= 200


def test_names_that_meet_are_told_apart_even_by_case() -> None:
    assert unique_names(["甲/乙", "甲\\乙", "A", "a", "丙"]) == ("甲_乙", "甲_乙（2）", "A", "a（2）", "丙")
