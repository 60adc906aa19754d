"""What a document states of its own identity."""

from __future__ import annotations

from generator.model.facts import HeaderFacts
from generator.model.text_document import TextDocument


def read_header(document: TextDocument) -> HeaderFacts:
    """Title, number, issuer, recipients and date, where the document states them."""
    return HeaderFacts()
