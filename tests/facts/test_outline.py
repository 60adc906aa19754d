"""The outline: numbered headings of all levels, run-in titles, unnumbered ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.facts.outline import heading_at, read_outline
from generator.model.place import Span
from generator.model.text_document import Block, TextDocument


def outline(text: str) -> list[tuple[int, str, str, bool]]:
    return [(h.level, h.number, h.title, h.run_in) for h in read_outline(TextDocument.from_text(text))]


def test_levels_and_run_in_titles() -> None:
    text = "一、主要任务\n（一）产业扶贫。发展茶园。\n1.种茶\n（1）选苗。\n①育苗\n二、保障\n一要压实责任。各村签字。\n"
    assert outline(text) == [
        (1, "一、", "主要任务", False),
        (2, "（一）", "产业扶贫", True),
        (3, "1.", "种茶", False),
        (4, "（1）", "选苗", False),
        (5, "①", "育苗", False),
        (1, "二、", "保障", False),
        (2, "一要", "压实责任", True),
    ]


def test_a_colon_ends_a_short_title() -> None:
    assert outline("1、 民政局“兜底”：全部纳入低保。\n") == [(3, "1、", "民政局“兜底”", True)]


def test_items_of_a_sentence_and_figures_are_no_headings() -> None:
    assert outline("一是修路。\n二是修渠。\n1.5万元已拨付。\n2017年完成。\n") == []


def test_a_list_of_attachments_is_no_series_of_headings() -> None:
    assert outline("一、任务\n附件：1.名单\n2.分工表\n东山县水利局\n") == [(1, "一、", "任务", False)]


def test_a_short_line_over_a_new_series_is_an_unnumbered_title() -> None:
    text = "一、计划\n上半年重点：\n（一）摸底。\n下半年重点\n（一）建设。\n"
    assert [h for h in outline(text) if not h[1]] == [
        (0, "", "上半年重点", False),
        (0, "", "下半年重点", False),
    ]


def test_the_file_decides_where_it_styles_a_heading() -> None:
    text = "总体思路\n一、任务"
    blocks = (
        Block(span=Span(0, 4), number=1, style="Heading 2", heading_level=2),
        Block(span=Span(5, 9), number=2),
    )
    found = read_outline(TextDocument(source="", text=text, blocks=blocks))
    assert [(h.level, h.title) for h in found] == [(2, "总体思路"), (1, "任务")]


def test_the_title_of_the_issued_paper_is_a_heading_again() -> None:
    text = "关于印发《某县脱贫工作要点》的通知\n各乡镇：\n现印发给你们。\n某县脱贫工作要点\n一、任务\n"
    assert (0, "", "某县脱贫工作要点", False) in outline(text)


def test_the_heading_of_a_place() -> None:
    document = TextDocument.from_text("前言。\n一、甲\n正文\n二、乙\n")
    found = read_outline(document)
    assert heading_at(found, 0) is None
    assert [h.title for h in (heading_at(found, 8), heading_at(found, len(document.text))) if h] == [
        "甲",
        "乙",
    ]


@pytest.mark.parametrize("name", ["000", "001", "003"])
def test_outlines_of_real_documents(name: str, shared: Path) -> None:
    gold = json.loads((shared / "gold" / "structure.json").read_text(encoding="utf-8"))[name]
    text = next((shared / "sources").glob(f"{name}_*.txt")).read_text(encoding="utf-8-sig")
    found = {
        (h.span.start, h.number.strip(), h.ordinal > 0) for h in read_outline(TextDocument.from_text(text))
    }
    expected = [h for h in _flat(gold["documents"][0]["headings"]) if h["number"]]
    missing = [h for h in expected if (h["offset"], h["number"].strip(), True) not in found]
    assert missing == []


def _flat(headings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [item for heading in headings for item in (heading, *_flat(heading["children"]))]
