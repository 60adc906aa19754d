"""The outline of a document."""

from __future__ import annotations

from generator.model.facts import Heading
from generator.model.text_document import TextDocument


def read_outline(document: TextDocument) -> tuple[Heading, ...]:
    """Numbered headings of all levels, in text order."""
    return ()
