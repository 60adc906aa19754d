"""Assignments bound to their tasks."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.agency import AgencyRegistry
from generator.model.facts import Assignment, Heading
from generator.model.text_document import TextDocument


def read_assignments(
    document: TextDocument, outline: Sequence[Heading], registry: AgencyRegistry
) -> tuple[Assignment, ...]:
    """Every assignment of the document, in text order."""
    return ()
