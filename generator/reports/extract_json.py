"""The facts of documents as JSON, version 1: what ``extract --format json`` prints."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal

from generator.model.facts import (
    Assignment,
    Citation,
    DateMention,
    DocumentFacts,
    Figure,
    Heading,
    Relation,
    Term,
)
from generator.model.place import Span

VERSION = 1


def render_extract_json(documents: Sequence[DocumentFacts]) -> str:
    """One JSON object; offsets are half-open and count Unicode code points of each document's ``text``."""
    return json.dumps(
        {"version": VERSION, "documents": [_document(facts) for facts in documents]}, ensure_ascii=False
    )


def plain_decimal(value: Decimal) -> str:
    """An exact decimal without exponent or needless zeros: ``4783``, ``0.81``."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _document(facts: DocumentFacts) -> dict[str, object]:
    header = facts.header
    return {
        "source": facts.document.source,
        "text": facts.document.text,
        "title": header.title,
        "document_number": header.document_number,
        "issuer": header.issuer,
        "issue_date": header.issue_date.isoformat() if header.issue_date else None,
        "figures": [_figure(figure) for figure in facts.figures],
        "assignments": [_assignment(assignment) for assignment in facts.assignments],
        "relations": [_relation(relation) for relation in facts.relations],
        "citations": [_citation(citation) for citation in facts.citations],
        "outline": [_heading(heading) for heading in facts.outline],
        "dates": [_date(mention) for mention in facts.dates],
    }


def _place(span: Span, quote: str) -> dict[str, object]:
    return {"start": span.start, "end": span.end, "quote": quote}


def _figure(figure: Figure) -> dict[str, object]:
    quantity = figure.quantity
    return {
        **_place(figure.span, figure.quote),
        "value": plain_decimal(quantity.value),
        "upper": plain_decimal(quantity.upper) if quantity.upper is not None else None,
        "unit": quantity.unit,
        "indicator": figure.indicator,
        "noun": figure.noun,
        "qualifier": quantity.bound.value,
        "year": figure.year,
        "place": figure.place,
        "scope": list(figure.scope),
        "per": figure.per,
        "role": figure.role.value,
        "task": figure.task,
    }


def _assignment(assignment: Assignment) -> dict[str, object]:
    return {
        **_place(assignment.span, assignment.quote),
        "task": assignment.task,
        "lead": list(assignment.lead),
        "responsible": list(assignment.responsible),
        "supporting": list(assignment.supporting),
        "form": assignment.form.value,
        "open_ended": assignment.open_ended,
    }


def _relation(relation: Relation) -> dict[str, object]:
    return {
        "kind": relation.kind.value,
        "holds": relation.holds,
        "certain": relation.certain,
        "formula": relation.formula,
        "expected": plain_decimal(relation.expected) if relation.expected is not None else None,
        "total": _term(relation.total),
        "terms": [_term(term) for term in relation.terms],
    }


def _term(term: Term) -> dict[str, object]:
    return _place(term.span, term.quote)


def _citation(citation: Citation) -> dict[str, object]:
    return {
        **_place(citation.span, citation.quote),
        "title": citation.title,
        "document_number": citation.document_number,
    }


def _heading(heading: Heading) -> dict[str, object]:
    return {
        "level": heading.level,
        "number": heading.number,
        "title": heading.title,
        "start": heading.span.start,
        "end": heading.span.end,
    }


def _date(mention: DateMention) -> dict[str, object]:
    return {**_place(mention.span, mention.quote), "value": mention.value, "kind": mention.kind}
