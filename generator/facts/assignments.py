"""Assignments bound to their tasks."""

from __future__ import annotations

from collections.abc import Sequence

from generator.facts.assignment_brackets import find_bracket_assignments
from generator.facts.assignment_tasks import TaskBinder
from generator.model.agency import AgencyRegistry
from generator.model.facts import AgencyMention, Assignment, AssignmentForm, Heading
from generator.model.place import Span
from generator.model.text_document import TextDocument
from generator.text.agency_roles import RoleReading


def read_assignments(
    document: TextDocument, outline: Sequence[Heading], registry: AgencyRegistry
) -> tuple[Assignment, ...]:
    """Every assignment of the document, in text order."""
    brackets = find_bracket_assignments(document.text)
    binder = TaskBinder(document, outline, tuple(item.span for item in brackets))
    found = [
        _assignment(document, binder, item.span, item.reading, AssignmentForm.BRACKET) for item in brackets
    ]
    return tuple(sorted(found, key=lambda assignment: assignment.span))


def _assignment(
    document: TextDocument, binder: TaskBinder, span: Span, reading: RoleReading, form: AssignmentForm
) -> Assignment:
    task = binder.task_of(span)
    return Assignment(
        span=span,
        quote=span.of(document.text),
        task=task.text,
        task_span=task.span,
        agencies=tuple(
            AgencyMention(name=item.agency.name, span=item.agency.span, role=item.role)
            for item in reading.agencies
        ),
        form=form,
        open_ended=reading.open_ended,
    )
