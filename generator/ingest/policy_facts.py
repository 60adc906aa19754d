"""A policy's own facts, so that its YAML can be checked like any draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.facts.figures import read_figures
from generator.ingest.policy_relations import policy_sums
from generator.ingest.yaml_places import YamlPlaces
from generator.ingest.yaml_text import read_yaml_text
from generator.model.facts import (
    AgencyMention,
    Assignment,
    AssignmentForm,
    DocumentFacts,
    Figure,
    FigureRole,
    HeaderFacts,
    Heading,
)
from generator.model.place import Span
from generator.model.policy import Decomposition, Measure, Origin, PolicyAgency, PolicyDocument, Prose, Target
from generator.model.quantity import Quantity
from generator.model.text_document import TextDocument


def policy_facts(policy: PolicyDocument, path: Path) -> DocumentFacts:
    """The facts of ``policy`` over the text of its file: targets and shares as figures, measures as assignments."""
    text = read_yaml_text(path)
    places = YamlPlaces(text)
    document = TextDocument.from_text(text, source=str(path), file_format="yaml")
    outline = tuple(_outline(policy, places))
    figures = (*_figures(policy, places), *_typed_figures(policy, places, document, outline))
    return DocumentFacts(
        document=document,
        header=_header(policy, places),
        figures=tuple(sorted(figures, key=lambda figure: figure.span)),
        assignments=tuple(_assignments(policy, places)),
        relations=policy_sums(policy, places),
        outline=outline,
    )


def _header(policy: PolicyDocument, places: YamlPlaces) -> HeaderFacts:
    header = policy.header
    number = header.document_number
    at = places.text.find(number) if number else -1
    return HeaderFacts(
        title=policy.title or None,
        document_number=number or None,
        document_number_span=Span(at, at + len(number)) if at >= 0 else None,
        issuer=header.issuer or None,
        recipients="，".join(header.recipients) or None,
        issue_date=header.issue_date,
    )


def _figures(policy: PolicyDocument, places: YamlPlaces) -> Iterator[Figure]:
    for target in policy.targets.values():
        yield _figure(target, target.quantity, target.origin, places, place=target.place)
    for decomposition in policy.decompositions:
        yield from _shares(decomposition, policy, places)


def _typed_figures(
    policy: PolicyDocument, places: YamlPlaces, document: TextDocument, outline: Sequence[Heading]
) -> Iterator[Figure]:
    """Figures that the clerk typed into the prose instead of naming a target."""
    lines = [span for prose in _prose(policy) for span in places.lines_of(prose)]
    for figure in read_figures(document, outline):
        if any(line.contains(figure.span) for line in lines):
            yield figure


def _prose(policy: PolicyDocument) -> Iterator[Prose]:
    sections = (*policy.sections, *(policy.book.sections if policy.book else ()))
    found = [policy.introduction, *(section.prose for section in sections)]
    found += [measure.prose for measure in policy.measures()]
    if policy.book:
        found.append(policy.book.preface)
    yield from (prose for prose in found if prose is not None)


def _shares(decomposition: Decomposition, policy: PolicyDocument, places: YamlPlaces) -> Iterator[Figure]:
    target = policy.targets[decomposition.target]
    for row in decomposition.rows:
        yield _figure(target, row.quantity, row.origin, places, place=row.party)


def _figure(target: Target, quantity: Quantity, origin: Origin, places: YamlPlaces, *, place: str) -> Figure:
    span = places.span_of(quantity.written, origin)
    return Figure(
        span=span,
        quote=span.of(places.text),
        quantity=quantity,
        indicator=target.key,
        year=target.year,
        place=place,
        scope=(target.scope,) if target.scope else (),
        role=FigureRole.TARGET,
    )


def _assignments(policy: PolicyDocument, places: YamlPlaces) -> Iterator[Assignment]:
    for measure in policy.measures():
        if measure.agencies:
            yield _assignment(measure, places)


def _assignment(measure: Measure, places: YamlPlaces) -> Assignment:
    """The span runs from the first agency to the last as the file writes them, whatever the order of its keys."""
    mentions = tuple(_mention(agency, places) for agency in measure.agencies)
    first, last = min(each.span for each in mentions), max(each.span for each in mentions)
    span = first.cover(last)
    return Assignment(
        span=span,
        quote=span.of(places.text),
        task=measure.title,
        agencies=mentions,
        form=AssignmentForm.LINE,
        task_span=places.span_of(measure.title, measure.origin),
    )


def _mention(agency: PolicyAgency, places: YamlPlaces) -> AgencyMention:
    return AgencyMention(name=agency.name, span=places.span_of(agency.name, agency.origin), role=agency.role)


def _outline(policy: PolicyDocument, places: YamlPlaces) -> Iterator[Heading]:
    for section in policy.sections:
        span = places.span_of(section.title, section.origin)
        yield Heading(span=span, level=1, number="", title=section.title)
        for measure in section.measures:
            span = places.span_of(measure.title, measure.origin)
            yield Heading(span=span, level=2, number="", title=measure.title)
