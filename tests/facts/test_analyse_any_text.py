"""Analysis of any text ends in values whose places lie in it: nothing raises, no quote differs from its span."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.facts.analyse import analyse
from generator.model.agency import AgencyRegistry
from generator.model.facts import DocumentFacts
from generator.model.place import Span
from generator.model.text_document import TextDocument

EXAMPLES = int(os.environ.get("NIGAO_EXAMPLES", "300"))
CUTS = int(os.environ.get("NIGAO_CUTS", "60"))

# What official documents are made of, so that random texts reach the deep branches.
PIECES = [
    "一、",
    "（一）",
    "1.",
    "（1）",
    "①",
    "第一条",
    "附件：",
    "20xx年",
    "2017年",
    "二○一七年二月",
    "3月底前",
    "“十三五”",
    "〔2017〕2号",
    "《关于印发〈方案〉的通知》",
    "1.329万人",
    "３２００",
    "28,583万元",
    "60%以上",
    "0.8:1",
    "15至18",
    "——",
    "40—60平米",
    "三成五",
    "百分之六点四",
    "近千名",
    "二十余万",
    "户",
    "人次",
    "个",
    "贫困村",
    "其中",
    "共",
    "合计",
    "分别为",
    "占",
    "增长",
    "下降",
    "每人",
    "户均",
    "到2020年",
    "由",
    "提高到",
    "一是",
    "二是",
    "；",
    "，",
    "。",
    "、",
    "（牵头单位：县农业局；责任单位：县财政局、各乡镇）",
    "由县民政局牵头，县财政局配合",
    "负责",
    "等",
    "10个单位",
    "县委组织部",
    "各乡镇",
    "清原镇812人、红透山镇640人",
    "(",
    ")",
    "[",
    "]",
    "〈",
    "》",
    "\n",
    "\t",
    "\u3000",
    "x",
    "G50",
    "5A级",
]
official_text = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map("".join)


def every_place(facts: DocumentFacts) -> Iterator[tuple[Span, str]]:
    """Each span with the quote that it must cover."""
    for item in (*facts.figures, *facts.assignments, *facts.citations, *facts.dates):
        yield item.span, item.quote
    for relation in facts.relations:
        for term in (relation.total, *relation.terms):
            yield term.span, term.quote


def assert_in_text(facts: DocumentFacts) -> None:
    text = facts.document.text
    for span, quote in every_place(facts):
        assert span.end <= len(text)
        assert span.of(text) == quote
    assert all(heading.span.end <= len(text) for heading in facts.outline)
    figures = [figure.span for figure in facts.figures]
    assert figures == sorted(figures)


@settings(max_examples=EXAMPLES, deadline=None)
@given(official_text)
def test_no_text_is_too_strange(text: str) -> None:
    assert_in_text(analyse(TextDocument.from_text(text), AgencyRegistry()))


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.text(max_size=200))
def test_no_characters_are_too_strange(text: str) -> None:
    assert_in_text(analyse(TextDocument.from_text(text), AgencyRegistry()))


def test_a_document_may_break_off_anywhere(shared: Path) -> None:
    draw = random.Random(7)
    texts = [path.read_text(encoding="utf-8") for path in sorted((shared / "sources").glob("*.txt"))]
    for _ in range(CUTS):
        text = draw.choice(texts)
        end = draw.randrange(len(text))
        start = (
            draw.randrange(max(1, end - 3000), end) if draw.random() < 0.5 and end > 1 else max(0, end - 3000)
        )
        assert_in_text(analyse(TextDocument.from_text(text[start:end]), AgencyRegistry()))


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "。", "（", "\ufeff", "\x00", "9" * 500, "（" * 500, "《" * 500]
)
def test_edges(text: str) -> None:
    assert_in_text(analyse(TextDocument.from_text(text), AgencyRegistry()))
