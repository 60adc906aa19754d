"""Check results as JSON, version 1: what ``check --format json`` prints. Keys are only ever added."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from generator.model.finding import (
    AssignmentEntry,
    CheckReport,
    FigureEntry,
    Finding,
    Ledger,
    Related,
    Status,
    Suggestion,
)
from generator.model.place import Span
from generator.model.source import SourceIdentity
from generator.model.text_document import TextDocument

VERSION = 1


def render_json(reports: Iterable[CheckReport]) -> str:
    """One JSON object; offsets are half-open and count Unicode code points of each document's text."""
    return "".join(json_parts(reports))


def json_parts(reports: Iterable[CheckReport]) -> Iterator[str]:
    """The object of :func:`render_json` piece by piece, a draft at a time."""
    yield f'{{"version": {VERSION}, "documents": ['
    for number, report in enumerate(reports):
        yield (", " if number else "") + json.dumps(_document(report), ensure_ascii=False)
    yield "]}"


def _document(report: CheckReport) -> dict[str, object]:
    document = report.facts.document
    return {
        "source": document.source,
        "findings": [_finding(finding) for finding in report.findings],
        "figures": summarise_figures(report.ledger),
        "ledger": {
            "figures": [_figure(entry, document) for entry in report.ledger.figures],
            "assignments": [_assignment(entry, document) for entry in report.ledger.assignments],
        },
        "sources": [_identity(identity) for identity in report.sources],
        "dismissed": [{**_finding(each.finding), "reason": each.reason} for each in report.dismissed],
        "skipped": [{"rule": rule, "reason": reason} for rule, reason in report.skipped],
    }


def summarise_figures(ledger: Ledger) -> dict[str, int]:
    """How many figures there are, and how many of each status."""
    return {"total": len(ledger.figures), **{status.value: ledger.count(status) for status in Status}}


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "location": _place(finding.span, finding.quote, finding.paragraph),
        "related": [_related(related) for related in finding.related],
        "suggestion": _suggestion(finding.suggestion),
        "advice": finding.advice,
    }


def _place(span: Span, quote: str, paragraph: int) -> dict[str, object]:
    return {"start": span.start, "end": span.end, "quote": quote, "paragraph": paragraph}


def _related(related: Related) -> dict[str, object]:
    place = _place(related.span, related.quote, related.paragraph)
    return {"source": related.source, **place, "label": related.label, "passage": related.passage}


def _suggestion(suggestion: Suggestion | None) -> dict[str, object] | None:
    if suggestion is None:
        return None
    return {"replace": suggestion.replace, "safety": "safe" if suggestion.safe else "unsafe"}


def _figure(entry: FigureEntry, document: TextDocument) -> dict[str, object]:
    figure = entry.figure
    return {
        **_place(figure.span, figure.quote, document.paragraph_at(figure.span.start)),
        "indicator": figure.indicator,
        "year": figure.year,
        **_standing(entry),
    }


def _assignment(entry: AssignmentEntry, document: TextDocument) -> dict[str, object]:
    assignment = entry.assignment
    return {
        **_place(assignment.span, assignment.quote, document.paragraph_at(assignment.span.start)),
        "task": assignment.task,
        **_standing(entry),
    }


def _standing(entry: FigureEntry | AssignmentEntry) -> dict[str, object]:
    related = [_related(related) for related in entry.related]
    return {"status": entry.status.value, "proof": entry.proof, "related": related}


def _identity(identity: SourceIdentity) -> dict[str, object]:
    return {
        "id": identity.id,
        "file": identity.file,
        "title": identity.title,
        "document_number": identity.document_number,
        "issue_date": identity.issue_date.isoformat() if identity.issue_date else None,
        "status": identity.status.value,
    }
