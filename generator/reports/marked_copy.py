"""The draft itself with Word comments: one for each finding, on exactly the characters meant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from generator.checking.places import describe_place
from generator.model.finding import CheckReport, Finding, Related
from generator.model.text_document import BlockKind, TextDocument
from generator.wordml.annotate import Remark, Signature, write_annotated

AUTHOR = "拟稿核校"
_INITIALS = "核校"
_MOST_SIDES = 4
_OUTSIDE = {
    BlockKind.HEADER: "页眉",
    BlockKind.FOOTER: "页脚",
    BlockKind.FOOTNOTE: "注释",
    BlockKind.TEXT_BOX: "文本框",
}


def write_marked_copy(report: CheckReport, draft: Path, out: Path, *, fix: bool, when: datetime) -> None:
    """Writes a copy of ``draft`` with comments to ``out``.

    A draft that is no .docx is set as a plain one first. ``fix``: safe suggestions (never a figure) are also made, as
    tracked changes. Raises InputError where the draft cannot be read again or the copy not be written.
    """
    from generator.reports.plain_docx import as_docx

    document = report.facts.document
    with as_docx(document, draft) as (path, placed):
        remarks = tuple(_remark(document, finding, fix=fix) for finding in report.findings)
        signature = Signature(author=AUTHOR, initials=_INITIALS, when=when)
        write_annotated(path, placed, remarks, out, signature)


def _remark(document: TextDocument, finding: Finding, *, fix: bool) -> Remark:
    suggestion = finding.suggestion
    safe = fix and suggestion is not None and suggestion.safe
    return Remark(
        span=finding.span,
        lines=tuple(_lines(document, finding)),
        replacement=suggestion.replace if safe and suggestion else None,
    )


def _lines(document: TextDocument, finding: Finding) -> Iterator[str]:
    block = document.block_at(finding.span.start)
    where = _OUTSIDE.get(block.kind, "") if block else ""
    place = f"（{where}“{finding.quote}”）" if where else ""
    yield f"【{finding.severity.label}】{place}{finding.message}"
    for other in finding.related[:_MOST_SIDES]:
        yield _side(document, other)
    if len(finding.related) > _MOST_SIDES:
        yield f"等{len(finding.related)}处"
    if finding.suggestion:
        note = "" if finding.suggestion.safe else "（须由人核定）"
        yield f"可改为：{finding.suggestion.replace}{note}"
    if finding.advice:
        yield f"怎么办：{finding.advice}"
    yield f"规则：{finding.rule}"


def _side(document: TextDocument, other: Related) -> str:
    if other.source == document.source:
        return f"另见本文{describe_place(document, other.span.start)}：{other.quote}"
    return f"来源{other.label or other.source}：{other.passage or other.quote}"
