"""What explain prints."""

from __future__ import annotations

import pytest

from generator.checking.documentation import HEADINGS, explain, overview
from generator.checking.registry import all_rules
from generator.checking.runner import CRASHED
from generator.errors import InputError


def test_the_page_has_title_severity_advice_and_every_heading() -> None:
    page = explain("sums.parts-differ-from-total")
    assert page.startswith("# sums.parts-differ-from-total\n\n分项之和与总数不符。")
    assert "级别：错误" in page
    assert "怎么办：" in page
    assert all(f"## {heading}" in page for heading in HEADINGS)


def test_a_crash_is_explained_too() -> None:
    assert "没有查完" in explain(CRASHED)


def test_an_unknown_rule_is_answered_with_near_names() -> None:
    with pytest.raises(InputError, match=r"是不是：sums\.parts-differ-from-total"):
        explain("sums.parts-differ")


def test_the_overview_names_every_rule_with_its_title() -> None:
    lines = overview().splitlines()
    for rule in all_rules():
        assert any(line.startswith(rule.name) and line.endswith(rule.title) for line in lines)
