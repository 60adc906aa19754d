"""Assignments on lines of their own, by label, and in tables."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.facts.assignments import read_assignments
from generator.facts.citations import read_citations
from generator.facts.header import read_header
from generator.facts.outline import read_outline
from generator.model.agency import AgencyRegistry
from generator.model.facts import Assignment, AssignmentForm
from generator.model.place import Span
from generator.model.text_document import Block, BlockKind, Cell, TextDocument


def read(document: TextDocument) -> tuple[Assignment, ...]:
    return read_assignments(document, read_outline(document), AgencyRegistry())


def table(rows: list[list[str]], spans: dict[tuple[int, int], int] | None = None) -> TextDocument:
    """A document of one table; ``spans`` says how many rows a cell covers. An empty string is a covered cell."""
    blocks, text = [], ""
    for row, cells in enumerate(rows):
        for column, words in enumerate(cells):
            if not words:
                continue
            cell = Cell(table=0, row=row, column=column, row_span=(spans or {}).get((row, column), 1))
            span = Span(len(text), len(text) + len(words))
            blocks.append(Block(span=span, number=len(blocks) + 1, kind=BlockKind.CELL, cell=cell))
            text += words + "\n"
    return TextDocument(source="", text=text, blocks=tuple(blocks), file_format="docx")


def test_lines_of_their_own_are_one_assignment() -> None:
    text = "（一）修建水窖\n年内完成。\n牵头单位：县水利局\n责任单位：县财政局、各乡镇\n配合单位：县残联\n（二）修路\n"
    (found,) = read(TextDocument.from_text(text))
    assert (found.lead, found.responsible, found.supporting) == (
        ("县水利局",),
        ("县财政局", "各乡镇"),
        ("县残联",),
    )
    assert found.form is AssignmentForm.LINE
    assert found.task == "修建水窖"


def test_a_label_names_agency_and_task() -> None:
    (found,) = read(TextDocument.from_text("1、民政局“兜底保障”：全部纳入低保。\n"))
    assert (found.lead, found.task, found.form) == (("民政局",), "兜底保障", AssignmentForm.LABEL)


def test_a_label_may_name_several() -> None:
    (found,) = read(TextDocument.from_text("3．县教育局、县卫健局：负责落实行业政策。\n"))
    assert (found.responsible, found.task) == (("县教育局", "县卫健局"), "负责落实行业政策")


def test_a_quoted_word_before_a_colon_is_no_label() -> None:
    assert read(TextDocument.from_text("实现“三有”：有水、有电、有路。\n")) == ()


def test_table_columns_give_roles() -> None:
    document = table(
        [
            ["序号", "工作任务", "牵头单位", "责任单位", "配合单位", "完成时限"],
            ["1", "修建水窖", "县水利局", "县财政局、各乡镇", "县残联", "12月底"],
            ["2", "修路", "县交通局", "县财政局", "/", "10月底"],
        ]
    )
    first, second = read(document)
    assert (first.task, first.lead, first.responsible) == ("修建水窖", ("县水利局",), ("县财政局", "各乡镇"))
    assert first.supporting == ("县残联",)
    assert (second.task, second.supporting) == ("修路", ())
    assert first.form is AssignmentForm.TABLE


def test_a_task_cell_over_several_rows_holds_for_each() -> None:
    document = table(
        [["任务", "责任单位"], ["改善用水", "县水利局"], ["", "县住建局"]],
        {(1, 0): 2},
    )
    assert [(a.task, a.responsible) for a in read(document)] == [
        ("改善用水", ("县水利局",)),
        ("改善用水", ("县住建局",)),
    ]


def test_a_table_of_figures_assigns_nothing() -> None:
    assert read(table([["乡镇", "人数"], ["东坡镇", "812人"], ["西岭镇", "640人"]])) == ()


# The characters that steer these readers, so that short random texts reach every branch.
TEXTS = st.text(
    alphabet="一二十（）()〔〕《》〈〉、，。；：:\n 县局委办部各乡镇牵头责任单位负配合由要应和等会同0129年月日号发第条“”①.",
    max_size=120,
)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_no_text_breaks_the_readers_and_all_spans_lie_inside(text: str) -> None:
    document = TextDocument.from_text(text)
    header = read_header(document)
    outline = read_outline(document)
    spans = [heading.span for heading in outline]
    spans += [citation.span for citation in read_citations(document)]
    for assignment in read_assignments(document, outline, AgencyRegistry()):
        spans += [assignment.span, *(mention.span for mention in assignment.agencies)]
        spans += [assignment.task_span] if assignment.task_span else []
        assert assignment.quote == assignment.span.of(text)
    spans += [span for span in (header.document_number_span, header.issue_date_span) if span]
    assert all(span.end <= len(text) for span in spans)


@pytest.mark.parametrize(
    "piece",
    [
        "\n \n",
        "　",
        "（牵头单位：",
        "《",
        "由县局",
        "县水利局要负责、",
        "（县局负责）",
        "（",
        "）",
        "县局、",
        "县水利局要负责修路，",
        "一、",
        "按职责",
    ],
)
def test_cost_grows_with_length_only(piece: str) -> None:
    short, long = (_seconds(piece * count) for count in (2_000, 16_000))
    assert long < 8 * 4 * max(short, 0.002)  # eight times the text; four times that for a busy machine


def _seconds(text: str) -> float:
    document = TextDocument.from_text(text)
    best = 9e9
    for _ in range(2):
        start = time.perf_counter()
        read_header(document)
        read_citations(document)
        read(document)
        best = min(best, time.perf_counter() - start)
    return best


def test_cut_documents_are_read_too(shared: Path) -> None:
    for path in sorted((shared / "sources").glob("*.txt")):
        text = path.read_text(encoding="utf-8-sig")
        for cut in range(0, len(text), max(1, len(text) // 6)):
            document = TextDocument.from_text(text[:cut])
            read_header(document)
            read_citations(document)
            assert all(a.span.end <= cut for a in read(document))
