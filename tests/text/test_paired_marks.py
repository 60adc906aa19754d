"""Marks whose other half is not in their paragraph."""

from __future__ import annotations

import pytest

from generator.model.place import Span
from generator.text.paired_marks import lonely_marks


@pytest.mark.parametrize(
    ("text", "lonely"),
    [
        ("落实“五个一批”要求", []),
        ("落实“五个一批要求", ["“"]),
        ("（一）（含街道办事处", ["（"]),
        ("各乡镇(含街道）按月", []),
        ("“甲《乙”丙》", ["《", "》"]),
        ("1）核对。a）公示。", []),
        ("McDonald’s", []),
        ("修改为：“编制报告书的项目应当报批。“编制登记表的项目备案。”", []),
    ],
)
def test_a_mark_without_its_other_half_is_lonely(text: str, lonely: list[str]) -> None:
    assert [text[offset] for offset in lonely_marks(text, Span(0, len(text)))] == lonely
