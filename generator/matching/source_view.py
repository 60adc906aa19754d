"""A source made ready for comparison with one draft."""

from __future__ import annotations

from dataclasses import dataclass

from generator.matching.bonds import Bond, bond_between
from generator.matching.pairing import SourceIndex
from generator.matching.reading import Reading, read_for_matching
from generator.model.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source with its standing towards the draft."""

    source: Source
    reading: Reading
    index: SourceIndex
    bond: Bond

    @classmethod
    def of(cls, draft: Reading, source: Source) -> SourceView:
        reading = read_for_matching(source.facts, home=source.identity.place or None)
        bond = bond_between(draft, reading, source.identity)
        return cls(source=source, reading=reading, index=SourceIndex.of(reading), bond=bond)
