"""Assignments bound to their tasks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.facts.assignment_brackets import find_bracket_assignments
from generator.facts.assignment_labels import LabelReading, find_label_assignments, find_line_assignments
from generator.facts.assignment_prose import find_prose_assignments
from generator.facts.assignment_tables import find_table_assignments
from generator.facts.assignment_tasks import Task, TaskBinder, plain_task
from generator.model.agency import AgencyRegistry
from generator.model.facts import AgencyMention, Assignment, AssignmentForm, Heading
from generator.model.place import Span
from generator.model.text_document import BlockKind, TextDocument
from generator.patterns import compiled
from generator.text.agency_actors import PARTIES
from generator.text.agency_roles import RoleReading

_PARTY = compiled(r"(?m)^[ \t　]*(?P<party>[甲乙]方)[：:][ \t　]*(?P<name>[^\s（(、，]{3,24})[ \t　]*$")


def read_assignments(
    document: TextDocument, outline: Sequence[Heading], registry: AgencyRegistry
) -> tuple[Assignment, ...]:
    """Every assignment of the document, in text order; where two readings overlap, the more formal one stands:
    brackets and tables before lines and labels before prose."""
    found: list[Assignment] = []
    taken = _Taken()
    for assignment in _formal_first(document, outline):
        if taken.claims(assignment.span):
            found.append(assignment)
    return tuple(sorted(found, key=lambda assignment: assignment.span))


class _Taken:
    """Spans already read, by the line of a hundred characters they touch: overlap tests stay constant in cost."""

    def __init__(self) -> None:
        self._by_bucket: dict[int, list[Span]] = {}

    def claims(self, span: Span) -> bool:
        buckets = range(span.start // 100, span.end // 100 + 1)
        if any(span.overlaps(other) for bucket in buckets for other in self._by_bucket.get(bucket, ())):
            return False
        for bucket in buckets:
            self._by_bucket.setdefault(bucket, []).append(span)
        return True


def _formal_first(document: TextDocument, outline: Sequence[Heading]) -> Iterator[Assignment]:
    text = document.text
    parties = {found["party"]: found["name"] for found in _PARTY.finditer(text)}
    brackets = find_bracket_assignments(text)
    lines = find_line_assignments(text)
    places = sorted([*(item.span for item in brackets), *(item.span for item in lines)])
    binder = TaskBinder(document, outline, tuple(places))
    for item in brackets:
        yield _assignment(text, item.span, item.reading, binder.task_of(item.span), AssignmentForm.BRACKET)
    for row in find_table_assignments(document):
        yield _assignment(text, row.span, row.reading, plain_task(text, row.task), AssignmentForm.TABLE)
    for line in lines:
        block = document.block_at(line.span.start)
        if block is None or block.kind is not BlockKind.CELL:
            yield _assignment(text, line.span, line.reading, binder.task_of(line.span), AssignmentForm.LINE)
    for label in find_label_assignments(document):
        yield _assignment(
            text, label.span, label.reading, _label_task(text, label, binder), AssignmentForm.LABEL
        )
    for prose in find_prose_assignments(text):
        said = _assignment(
            text, prose.span, prose.reading, plain_task(text, prose.task), AssignmentForm.PROSE
        )
        if named := _with_parties(said, parties):
            yield named


def _with_parties(assignment: Assignment, parties: Mapping[str, str]) -> Assignment | None:
    """乙方牵头 by the name that the book gives the party; None where only nameless parties are charged."""
    agencies = tuple(
        replace(agency, name=parties.get(agency.name, agency.name)) for agency in assignment.agencies
    )
    nameless = all(agency.name in PARTIES for agency in agencies)
    return None if nameless else replace(assignment, agencies=agencies)


def _label_task(text: str, label: LabelReading, binder: TaskBinder) -> Task:
    if label.task is not None:
        return plain_task(text, label.task)
    following = compiled(r"[^。；;\n]+").match(text, label.span.end)
    return (
        plain_task(text, Span(following.start(), following.end()))
        if following
        else binder.sentence_of(label.span)
    )


def _assignment(text: str, span: Span, reading: RoleReading, task: Task, form: AssignmentForm) -> Assignment:
    return Assignment(
        span=span,
        quote=span.of(text),
        task=task.text,
        task_span=task.span,
        agencies=tuple(
            AgencyMention(name=item.agency.name, span=item.agency.span, role=item.role)
            for item in reading.agencies
        ),
        form=form,
        open_ended=reading.open_ended,
    )
