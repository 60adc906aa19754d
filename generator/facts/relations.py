"""Relations between the figures of one document."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.facts import Figure, Heading, Relation
from generator.model.text_document import TextDocument


def find_relations(
    document: TextDocument, figures: Sequence[Figure], outline: Sequence[Heading]
) -> tuple[Relation, ...]:
    """Every relation that the document states, whether it holds or not."""
    return ()
