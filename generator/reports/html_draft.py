"""The draft's text in HTML: paragraphs and tables with every figure and every finding marked."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from generator.model.finding import CheckReport, FigureEntry
from generator.model.place import Span
from generator.model.text_document import Block, TextDocument
from generator.reports.html_marks import Mark, runs

_OTHER_WEIGHT, _FIGURE_WEIGHT = 5, 9


def render_draft(report: CheckReport, key: str) -> str:
    """All blocks in text order; ``key`` starts every id."""
    document = report.facts.document
    if not document.blocks:
        return '<p class="empty">稿件里没有文字。</p>'
    marks = _marks_by_block(document, sorted(_marks(report, key), key=lambda mark: mark.span.start))
    levels = _heading_levels(report)
    pieces: list[str] = []
    for table, group in groupby(enumerate(document.blocks), key=lambda pair: _table_of(pair[1])):
        blocks = list(group)
        if table is None:
            pieces += (_paragraph(document, block, marks[i], levels.get(i, "")) for i, block in blocks)
        else:
            pieces.append(_table(document, blocks, marks))
    return "\n".join(pieces)


def _table_of(block: Block) -> int | None:
    return block.cell.table if block.cell else None


def _marks(report: CheckReport, key: str) -> Iterator[Mark]:
    """A mark for each finding, each other side in the draft, and each figure of the ledger."""
    for number, finding in enumerate(report.findings):
        card = f"{key}-c{number}"
        if finding.span.start < finding.span.end:
            yield Mark(
                span=finding.span,
                name=finding.severity.value,
                weight=finding.severity.rank,
                anchor=f"{key}-f{number}",
                target=card,
                hover=f"{finding.severity.label}：{finding.message}",
            )
        for order, other in enumerate(finding.related):
            if other.source == report.facts.document.source and len(other.span):
                anchor = f"{key}-f{number}-{order}"
                yield Mark(
                    span=other.span,
                    name="other",
                    weight=_OTHER_WEIGHT,
                    anchor=anchor,
                    target=card,
                    hover="另一处",
                )
    for number, entry in enumerate(report.ledger.figures):
        yield Mark(
            span=entry.figure.span,
            name=entry.status.value,
            weight=_FIGURE_WEIGHT,
            anchor=f"{key}-n{number}",
            hover=_hover(entry),
        )


def _hover(entry: FigureEntry) -> str:
    return f"{entry.status.label}：{entry.proof}" if entry.proof else entry.status.label


def _marks_by_block(document: TextDocument, marks: Sequence[Mark]) -> defaultdict[int, list[Mark]]:
    starts = [block.span.start for block in document.blocks]
    by_block: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        index = max(bisect_right(starts, mark.span.start) - 1, 0)
        while index < len(starts) and starts[index] < mark.span.end:
            by_block[index].append(mark)
            index += 1
    return by_block


def _heading_levels(report: CheckReport) -> dict[int, str]:
    """The class of every block that is a heading, by the block's index."""
    document = report.facts.document
    starts = [block.span.start for block in document.blocks]
    levels = {
        bisect_right(starts, heading.span.start) - 1: f"level{min(heading.level, 3)}"
        for heading in report.facts.outline
        if heading.level and not heading.run_in
    }
    title = (report.facts.header.title or "").replace(" ", "")
    for index, block in enumerate(document.blocks[:40] if title else ()):
        if block.span.of(document.text).replace(" ", "").strip("　") == title:
            levels[index] = "title"
    return levels


def _paragraph(document: TextDocument, block: Block, marks: Sequence[Mark], level: str) -> str:
    name = f' class="{level}"' if level else ""
    return f'<p{name} data-number="{block.number}">{render_run(document.text, block.span, marks)}</p>'


def _table(
    document: TextDocument, blocks: Sequence[tuple[int, Block]], marks: defaultdict[int, list[Mark]]
) -> str:
    """Cells in their rows; a cell with several paragraphs keeps them apart by line breaks."""
    rows: defaultdict[int, defaultdict[int, list[tuple[int, Block]]]] = defaultdict(lambda: defaultdict(list))
    for index, block in blocks:
        if block.cell:
            rows[block.cell.row][block.cell.column].append((index, block))
    lines = (
        "".join(_cell(document, cell, marks) for _, cell in sorted(cells.items()))
        for _, cells in sorted(rows.items())
    )
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f'<div class="scroll"><table class="sheet">{body}</table></div>'


def _cell(
    document: TextDocument, blocks: Sequence[tuple[int, Block]], marks: defaultdict[int, list[Mark]]
) -> str:
    cell = blocks[0][1].cell
    spans = f' rowspan="{cell.row_span}" colspan="{cell.column_span}"' if cell else ""
    inner = "<br>".join(render_run(document.text, block.span, marks[index]) for index, block in blocks)
    return f"<td{spans}>{inner}</td>"


def render_run(text: str, span: Span, marks: Sequence[Mark]) -> str:
    """The characters of ``span`` with ``marks``; an anchor stands before the first character of each mark."""
    pieces: list[str] = []
    for run, active in runs(span, marks):
        pieces += (
            f'<span id="{mark.anchor}" class="anchor"></span>'
            for mark in active
            if mark.span.start == run.start
        )
        pieces.append(_marked(escape(run.of(text)), active))
    return "".join(pieces)


def _marked(inner: str, active: Sequence[Mark]) -> str:
    if not active:
        return inner
    first = active[0]
    names = " ".join(dict.fromkeys(mark.name for mark in active))
    hover = escape(first.hover)
    if not first.target:
        return f'<span class="fig {names}" title="{hover}">{inner}</span>'
    cards = " ".join(dict.fromkeys(mark.target for mark in active if mark.target))
    return f'<a class="mark {names}" href="#{first.target}" data-cards="{cards}" title="{hover}">{inner}</a>'
