"""Keyed figures."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.agency import AgencyRegistry
from generator.model.facts import Figure, Heading
from generator.model.text_document import TextDocument


def read_figures(
    document: TextDocument, outline: Sequence[Heading], registry: AgencyRegistry
) -> tuple[Figure, ...]:
    """Every figure of the document with its key, in text order."""
    return ()
