"""Places and sources in a reader's words."""

from __future__ import annotations

from datetime import date

import pytest

from generator.checking.places import describe_place, describe_source, passage_around, section_at
from generator.model.facts import Heading
from generator.model.place import Span
from generator.model.source import SourceIdentity, SourceStatus
from generator.model.text_document import Block, BlockKind, Cell, TextDocument

TEXT = "第一句有3个村。  第二句有12个乡镇；第三句没有。\n下一段有5户"


@pytest.mark.parametrize(
    ("quote", "sentence"),
    [
        ("3个", "第一句有3个村。"),
        ("12个", "第二句有12个乡镇；"),
        ("没有", "第三句没有。"),
        ("5户", "下一段有5户"),
    ],
)
def test_the_passage_is_the_sentence_of_the_quote(quote: str, sentence: str) -> None:
    start = TEXT.index(quote)
    assert passage_around(TEXT, Span(start, start + len(quote))).of(TEXT) == sentence


def test_an_endless_sentence_is_cut() -> None:
    text = "甲" * 500 + "3个" + "乙" * 500
    passage = passage_around(text, Span(500, 502))
    assert "3个" in passage.of(text)
    assert len(passage) <= 170


def test_a_paragraph_by_its_number_and_a_cell_by_table_row_and_column() -> None:
    blocks = (
        Block(span=Span(0, 2), number=1),
        Block(span=Span(3, 5), number=2, kind=BlockKind.CELL, cell=Cell(table=0, row=2, column=1)),
    )
    document = TextDocument(source="稿.docx", text="正文\n单格", blocks=blocks)
    assert describe_place(document, 1) == "第1段"
    assert describe_place(document, 4) == "表1第3行第2列"


@pytest.mark.parametrize(
    ("offset", "section"), [(0, ""), (5, "一、目标"), (30, "一、目标"), (40, "（一）产业")]
)
def test_the_section_is_the_last_heading_before_the_place(offset: int, section: str) -> None:
    outline = (
        Heading(span=Span(5, 9), level=1, number="一、", title="目标"),
        Heading(span=Span(40, 45), level=2, number="（一）", title="产业"),
    )
    assert section_at(outline, offset) == section


@pytest.mark.parametrize(
    ("identity", "words"),
    [
        (SourceIdentity(id="市任务", file="a.txt"), "市任务"),
        (SourceIdentity(id="a", file="a.txt", title="任务书"), "《任务书》"),
        (
            SourceIdentity(id="a", file="a.txt", title="关于印发《任务书》的通知"),
            "《关于印发〈任务书〉的通知》",
        ),
        (
            SourceIdentity(
                id="a",
                file="a.txt",
                title="任务书",
                document_number="抚委发〔2017〕3号",
                issue_date=date(2017, 1, 5),
                status=SourceStatus.SUPERSEDED,
            ),
            "《任务书》（抚委发〔2017〕3号，2017年1月5日，已废止）",
        ),
    ],
)
def test_a_source_by_title_number_and_date(identity: SourceIdentity, words: str) -> None:
    assert describe_source(identity) == words
