"""A source made ready for comparison with one draft."""

from __future__ import annotations

from dataclasses import dataclass

from generator.matching.bonds import Bond, bond_between
from generator.matching.home import home_place, same_place
from generator.matching.pairing import SourceIndex
from generator.matching.reading import Reading, read_for_matching
from generator.model.facts import DocumentFacts
from generator.model.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source with its standing towards the draft."""

    source: Source
    reading: Reading
    index: SourceIndex
    bond: Bond

    @classmethod
    def of(cls, draft: Reading, source: Source) -> SourceView | None:
        """The view of ``source``; None where it can have nothing to say of ``draft``."""
        home = source.identity.place or home_place(source.facts)
        bond = bond_between(draft, home, source.identity)
        if (
            bond is Bond.NONE
            and not _speaks_of(source.facts, draft.home)
            and not _speaks_of(draft.facts, home)
        ):
            return None
        reading = read_for_matching(source.facts, home=home)
        return cls(source=source, reading=reading, index=SourceIndex.of(reading), bond=bond)


def _speaks_of(facts: DocumentFacts, place: str) -> bool:
    """Whether any figure is of ``place``."""
    named = {figure.place for figure in facts.figures if figure.place}
    return any(same_place(place, name) for name in named)
