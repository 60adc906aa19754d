"""Assignments by label: 民政局“低保兜底”：…, and on lines of their own: 责任单位：…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.agency import Role
from generator.model.place import Span
from generator.model.text_document import Block, BlockKind, TextDocument
from generator.patterns import compiled
from generator.text.agencies import is_agency_name, split_agency_list
from generator.text.agency_roles import AgencyInRole, RoleReading, read_labelled
from generator.text.headings import read_mark

_LABEL = compiled(
    r"(?P<name>[一-鿿（）()、]{2,24})(?:[“\"](?P<task>[^”\"\n]{2,30})[”\"][：:]|[：:](?=(?:主要|具体|牵头|统筹)?负责))"
)
_LINE = compiled(
    r"(?:^|(?<=[。\n]))[ \t　]*(?P<label>(?:(?:[—-]{1,2}|[（(]?\d{1,2}[）).、])[ \t　]*)?"
    r"(?:(?:牵头|[对归]口|主要责任|第一责任|责任|主办|承办|配合|协办|协同|参与|协作|其他责任)(?:责任|负责|实施|落实)?(?:单位|部门|机关)"
    r"|牵头|主办|承办|配合|协办)[\s　]?[：:]"
    r"|(?:[县市区乡镇]级)?(?:牵头|主要责任|主办)(?:责任)?(?:单位|部门)[为是](?=[\u4e00-\u9fff]{2}))"
    r"(?P<names>[^。\n]{2,300})",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelReading:
    """``task`` is where the label names its task; None where the task stands elsewhere."""

    span: Span
    reading: RoleReading
    task: Span | None = None


def find_label_assignments(document: TextDocument) -> Iterator[LabelReading]:
    """Paragraphs that open with an agency: 民政局“低保兜底”：…, 县民政局：负责…."""
    for block in document.blocks:
        if block.kind is BlockKind.PARAGRAPH:
            found = _labelled(document.text, block)
            if found is not None:
                yield found


def _labelled(text: str, block: Block) -> LabelReading | None:
    head = text[block.span.start : min(block.span.end, block.span.start + 90)]
    mark = read_mark(head)
    words = mark.end if mark else len(head) - len(head.lstrip())
    match = _LABEL.match(head, words)
    if match is None:
        return None
    start = block.span.start
    listed = split_agency_list(match["name"], start + match.start("name"))
    if not all(is_agency_name(agency.name) for agency in listed.agencies):
        return None
    role = Role.LEAD if match["task"] else Role.RESPONSIBLE
    task = Span(start + match.start("task"), start + match.end("task")) if match["task"] else None
    return LabelReading(
        span=Span(start + match.start(), start + match.end()),
        reading=RoleReading(
            agencies=tuple(AgencyInRole(agency=agency, role=role) for agency in listed.agencies)
        ),
        task=task,
    )


def find_line_assignments(text: str) -> list[LabelReading]:
    """责任单位：… on its own line or as the last sentence of a paragraph; neighbouring lines are one assignment."""
    found: list[LabelReading] = []
    for match in _LINE.finditer(text):
        span = Span(
            match.start("label"),
            match.start("label") + len(text[match.start("label") : match.end()].rstrip()),
        )
        reading = read_labelled(span.of(text), span.start)
        if reading is None:
            continue
        if found and not text[found[-1].span.end : span.start].strip(" 　\t\n。；;"):
            found[-1] = _merged(found[-1], span, reading)
        else:
            found.append(LabelReading(span=span, reading=reading))
    return found


def _merged(before: LabelReading, span: Span, reading: RoleReading) -> LabelReading:
    return LabelReading(
        span=before.span.cover(span),
        reading=RoleReading(
            agencies=(*before.reading.agencies, *reading.agencies),
            open_ended=before.reading.open_ended or reading.open_ended,
        ),
    )
