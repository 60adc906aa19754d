"""Documents that a document names."""

from __future__ import annotations

from generator.model.facts import Citation
from generator.model.text_document import TextDocument


def read_citations(document: TextDocument) -> tuple[Citation, ...]:
    """Every citation by title, number, or both, in text order."""
    return ()
