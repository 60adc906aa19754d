"""What a check may ask of a corpus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from generator.model.facts import DocumentFacts
from generator.model.source import Source, SourceIdentity


class CorpusLookup(Protocol):
    """A corpus as a check sees it, wherever its sources are kept."""

    @property
    def identities(self) -> Sequence[SourceIdentity]:
        """Every source that there is."""
        ...

    def relevant(self, draft: DocumentFacts) -> Sequence[Source]:
        """The sources that may speak of what ``draft`` states: a superset of those that do."""
        ...
