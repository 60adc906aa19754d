"""Several papers in one file: each speaks for its own place and its own years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from generator.model.facts import DocumentFacts, HeaderFacts
from generator.model.place import Span
from generator.model.text_document import BlockKind, TextDocument
from generator.patterns import compiled

_TITLE = compiled(
    r"[\s　]*(?:[\u4e00-\u9fff]{2,40})?关于[^，,。；;：:！？!?]{4,60}(?:意见|决定|通知|方案|规划|计划|要点|报告|办法|通报)[\s　]*"
)
_LEAST = 1500  # characters of a paper; a nearer title belongs to the paper around it (an annex, a notice's enclosure)


def papers_of(facts: DocumentFacts) -> tuple[DocumentFacts, ...]:
    """The papers that one file holds, each with the facts that stand in it; the file as it is where it holds one.

    A paper begins with a line that is a title (关于…的意见) after a longer stretch of another paper. Offsets stay those of
    the file.
    """
    starts = list(_starts(facts))
    if not starts:
        return (facts,)
    ends = [*starts, len(facts.document.text)]
    opening = _first_title(facts.document, starts[0])
    # What stands over the first title was written by whoever gathered the papers.
    header = facts.header if opening is None else HeaderFacts(title=_line_at(facts.document, opening))
    first = _part(facts, Span(opening or 0, starts[0]), header)
    others = (
        _part(facts, Span(start, end), HeaderFacts(title=_line_at(facts.document, start)))
        for start, end in pairwise(ends)
    )
    return (first, *others)


def _first_title(document: TextDocument, end: int) -> int | None:
    return next(
        (
            block.span.start
            for block in document.blocks
            if block.span.start < min(end, _LEAST) and _TITLE.fullmatch(block.span.of(document.text))
        ),
        None,
    )


def _starts(facts: DocumentFacts) -> Iterator[int]:
    text = facts.document.text
    last = 0
    for block in facts.document.blocks:
        if block.kind is not BlockKind.PARAGRAPH or not _TITLE.fullmatch(block.span.of(text)):
            continue
        if block.span.start - last >= _LEAST and len(text) - block.span.end >= _LEAST:
            yield block.span.start
            last = block.span.start


def _line_at(document: TextDocument, start: int) -> str:
    block = document.block_at(start)
    return block.span.of(document.text).strip() if block else ""


def _part(facts: DocumentFacts, span: Span, header: HeaderFacts) -> DocumentFacts:
    document = facts.document
    blocks = tuple(block for block in document.blocks if span.start <= block.span.start < span.end)
    return replace(
        facts,
        document=replace(document, blocks=blocks),
        header=header,
        figures=tuple(each for each in facts.figures if span.contains(each.span)),
        assignments=tuple(each for each in facts.assignments if span.contains(each.span)),
        relations=tuple(each for each in facts.relations if span.contains(each.total.span)),
        citations=tuple(each for each in facts.citations if span.contains(each.span)),
        outline=tuple(each for each in facts.outline if span.contains(each.span)),
        dates=tuple(each for each in facts.dates if span.contains(each.span)),
    )
