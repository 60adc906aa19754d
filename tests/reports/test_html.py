"""The self-contained page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from generator.model.finding import DismissedFinding, Finding, Ledger, Related, Severity
from generator.model.place import Span
from generator.model.text_document import Block, BlockKind, Cell, TextDocument
from generator.reports.html import render_html
from tests.reports.samples import IN_SOURCE, SCOPE, SUM, TEXT, report

VOID = {"meta", "input", "br", "link", "img"}


class Page(HTMLParser):
    """What a browser would make of the page: elements, and the text of draft and cards."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.texts: Counter[str] = Counter()
        self.draft = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "p" and "main" in self.open:
            self.draft += "\n" * bool(self.draft)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "main" in self.open and data != "\n":
            self.draft += data

    def values(self, attribute: str) -> list[str]:
        return [attributes[attribute] for _, attributes in self.elements if attribute in attributes]

    def classed(self, name: str) -> list[dict[str, str]]:
        return [a for _, a in self.elements if name in a.get("class", "").split()]


def test_every_element_is_closed_in_order() -> None:
    assert Page(render_html([report(), report(name="乙.txt")])).open == []


def test_nothing_is_fetched_from_anywhere() -> None:
    page = render_html([report()])
    assert not re.search(r"https?:|//[a-z]|@import|url\(|\ssrc=|<link|<iframe|<img", page)
    assert "default-src 'none'" in page


def test_the_draft_stands_there_character_by_character() -> None:
    assert Page(render_html([report()])).draft == TEXT


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>有5人", "</main></style>有5人", "&lt;有5人", '"5人"']
)
def test_text_of_the_draft_is_never_markup(text: str) -> None:
    finding = replace(SUM, span=Span(0, len(text)), quote=text, message=text, related=())
    page = Page(render_html([report(finding, text=text, name=text, figures=False)]))
    assert page.open == []
    assert page.draft == text
    assert Counter(tag for tag, _ in page.elements)["script"] == 1


def test_the_script_and_the_style_hold_no_closing_tag() -> None:
    page = render_html([report()])
    assert page.count("</script>") == 1
    assert page.count("</style>") == 1


def test_every_link_leads_somewhere_and_no_place_has_two_names() -> None:
    page = Page(render_html([report(), report(name="乙.txt")]))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {href.removeprefix("#") for href in page.values("href")} <= set(ids)
    assert {card for cards in page.values("data-cards") for card in cards.split()} <= set(ids)
    assert {place for place in page.values("data-place") if place} <= set(ids)


def test_each_finding_has_a_mark_and_a_card_that_lead_to_each_other() -> None:
    page = Page(render_html([report()]))
    cards = page.classed("card")
    assert [card["data-severity"] for card in cards] == ["error", "hint"]
    targets = {mark["href"] for mark in page.classed("mark")}
    assert targets == {f"#{card['id']}" for card in cards}


def test_both_values_stand_side_by_side_with_the_sources_name() -> None:
    other = replace(IN_SOURCE, passage="全县改造危房397户。", passage_offset=6)
    page = render_html([report(replace(SCOPE, related=(other,)))])
    assert '<mark class="hint">372户</mark>' in page
    assert '全县改造危房<mark class="source">397户</mark>。' in page
    assert "<figcaption>《市任务》（市发〔2017〕1号）第2段</figcaption>" in page


def test_other_sides_in_the_same_sentence_are_marked_in_it() -> None:
    page = render_html([report(SUM)])
    assert '<mark class="error">6645人</mark>' in page
    assert '<mark class="other">4783人</mark>' in page
    assert len(Page(page).classed("side")) == 1


def test_the_shares_and_the_ledger_are_there() -> None:
    page = Page(render_html([report()]))
    assert "全文3个数，已核实1，有矛盾1，未核实1。" in render_html([report()])
    rows = [attributes["data-status"] for tag, attributes in page.elements if tag == "tr" and attributes]
    assert rows == ["contradicted", "verified", "unverified"]


def test_a_clean_draft_still_says_how_much_was_proved() -> None:
    page = render_html([replace(report(), findings=())])
    assert "所查各项没有问题。" in page
    assert "已核实1" in page


def test_marks_may_overlap_and_cross_paragraphs() -> None:
    crossing = Finding(
        rule="a.b", severity=Severity.WARNING, message="跨段", span=Span(3, len(TEXT) - 5), quote="…"
    )
    page = Page(render_html([report(SUM, crossing, SCOPE)]))
    assert page.draft == TEXT
    assert page.open == []


def test_a_crash_has_a_card_without_a_place() -> None:
    crash = Finding(rule="engine.rule-crashed", severity=Severity.WARNING, message="出错", span=Span(0, 0))
    page = Page(render_html([report(crash)]))
    assert [card["data-place"] for card in page.classed("card")] == [""]
    assert page.classed("mark") == []


def test_a_table_keeps_its_rows_and_merged_cells() -> None:
    text = "表头\n清原镇\n812人\n红透山镇\n640人"
    places = [(0, 2, Cell(table=0, row=0, column=0, column_span=2))]
    places += [(3, 6, Cell(table=0, row=1, column=0)), (7, 11, Cell(table=0, row=1, column=1))]
    places += [(12, 16, Cell(table=0, row=2, column=0)), (17, 21, Cell(table=0, row=2, column=1))]
    blocks = tuple(
        Block(span=Span(start, end), number=number, kind=BlockKind.CELL, cell=cell)
        for number, (start, end, cell) in enumerate(places, start=1)
    )
    base = report(replace(SUM, span=Span(7, 11), quote="812人", related=()), text="", figures=False)
    document = TextDocument(source="稿.docx", text=text, blocks=blocks)
    page = render_html([replace(base, facts=replace(base.facts, document=document))])
    assert page.count("<tr><td") == 3
    assert '<td rowspan="1" colspan="2">表头</td>' in page
    assert "表1第2行第2列" in page


def test_nothing_at_all_is_still_a_page() -> None:
    assert Page(render_html([])).open == []
    empty = replace(report(text="", figures=False), findings=(), ledger=Ledger(), sources=(), skipped=())
    assert "稿件里没有文字" in render_html([empty])


def test_ten_thousand_marks_in_one_paragraph_are_cut_in_reasonable_time() -> None:
    text = "有5人，" * 10_000
    findings = [
        replace(SUM, span=Span(4 * i + 1, 4 * i + 3), quote="5人", related=(), message=f"第{i}处")
        for i in range(0, 10_000, 10)
    ]
    page = render_html([report(*findings, text=text, figures=False)])
    assert page.count('class="mark error"') == 1_000


def test_a_related_place_of_a_source_with_the_drafts_text_is_no_mark() -> None:
    other = Related(source="市任务.txt", span=Span(0, 4), quote="年内脱贫", label="来源")
    page = Page(render_html([report(replace(SUM, related=(other,)))]))
    assert [mark["class"] for mark in page.classed("mark")] == ["mark error contradicted"]


def test_findings_can_be_narrowed_to_one_rule() -> None:
    page = render_html([report(SUM, SCOPE)])
    assert '<option value="sums.parts-differ-from-total">' in page
    assert page.count('data-rule="figures.nearby-source"') == 1
    assert "<select data-rules" not in render_html([report(SUM)])


def test_what_was_set_aside_is_listed_with_its_reason_and_is_no_card() -> None:
    done = replace(report(SCOPE), dismissed=(DismissedFinding(finding=SUM, reason="含新增<人口>"),))
    page = render_html([done])
    assert "已忽略的意见" in page
    assert "含新增&lt;人口&gt;" in page
    assert page.count('<section class="card') == 1
