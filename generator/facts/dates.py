"""Dates and periods of a document."""

from __future__ import annotations

from generator.model.facts import DateMention
from generator.model.text_document import TextDocument


def read_dates(document: TextDocument) -> tuple[DateMention, ...]:
    """Every date and period, in text order."""
    return ()
