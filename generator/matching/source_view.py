"""A source made ready for comparison with one draft."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass, replace

from generator.matching.bonds import Bond, bond_between, one_document
from generator.matching.citation_titles import bare_title
from generator.matching.home import home_place, place_rank, place_stem, same_place
from generator.matching.pairing import SourceIndex, rarity
from generator.matching.papers import papers_of
from generator.matching.reading import Key, Reading, read_for_matching
from generator.model.facts import DocumentFacts
from generator.model.source import Source, SourceIdentity
from generator.patterns import compiled

_UNLIKELY = 1.0  # four digits alike
_RATHER_RARE = 0.8  # three digits
_REACH = 3
_SEVERAL, _FEW = 4, 2
_LONGEST_TITLE = 90
_OURS = compiled(r"[全我本][县区市旗]|[县区]委")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source with its standing towards the draft."""

    source: Source
    reading: Reading
    index: SourceIndex
    bond: Bond

    @classmethod
    def each_of(cls, draft: Reading, source: Source) -> Iterator[SourceView]:
        """A view of each paper of ``source`` that can have something to say of ``draft``."""
        whole = one_document(draft, source.identity)
        papers = (source.facts,) if whole else papers_of(source.facts)
        # What is known of a file's place is known of all its papers together.
        known = source.identity.place if len(papers) == 1 else ""
        places = [known or home_place(papers[0]), *map(home_place, papers[1:])]
        bonds = [
            bond_between(draft, home, _identity(source, paper))
            for paper, home in zip(papers, places, strict=True)
        ]
        # Of several papers under one title the place says which is cited.
        placed = bool(draft.home) and any(
            home and bond in (Bond.CLOSE, Bond.ABOVE) for home, bond in zip(places, bonds, strict=True)
        )
        for paper, home, bond in zip(papers, places, bonds, strict=True):
            if view := cls._of(draft, source, paper, home, bond, cited=not placed):
                yield view

    @classmethod
    def _of(
        cls, draft: Reading, source: Source, paper: DocumentFacts, home: str, bond: Bond, *, cited: bool
    ) -> SourceView | None:
        below = bond is Bond.NONE and 0 < place_rank(draft.home) < place_rank(home)
        named = below and place_stem(home) in draft.facts.document.text
        if bond is Bond.NONE and not (
            named or _speaks_of(paper, draft.home) or _speaks_of(draft.facts, home)
        ):
            return None
        reading = read_for_matching(paper, home=home)
        if named and (_share_what_is_no_chance(draft, reading) or _stand_together_in_both(draft, reading)):
            bond = Bond.ABOVE
        if bond is Bond.OPEN and (
            _share_what_is_no_chance(draft, reading)
            or _stand_together_in_both(draft, reading)
            or (cited and _holds_what_is_cited(draft, reading))
        ):
            bond = Bond.CLOSE
        return cls(source=source, reading=reading, index=SourceIndex.of(reading), bond=bond)


def _identity(source: Source, paper: DocumentFacts) -> SourceIdentity:
    """The identity of one paper of a file: its own title where it is not the file's first."""
    title = paper.header.title or ""
    return source.identity if title == source.identity.title else replace(source.identity, title=title)


def _share_what_is_no_chance(draft: Reading, source: Reading) -> bool:
    """Figures of four digits that both hold; fewer are enough where the draft speaks of 全县 without saying which."""
    shared = sum(rarity(key) >= _UNLIKELY for key in draft.keys & source.keys)
    own = not draft.home and _OURS.search(draft.facts.document.text)
    return shared >= (_FEW if own else _SEVERAL)


def _stand_together_in_both(draft: Reading, source: Reading) -> bool:
    """Whether rare figures that both hold are neighbours in both: 791人、977人、946人 of four years, in whatever order."""
    shared = {key for key in draft.keys & source.keys if rarity(key) >= _RATHER_RARE}
    near = _neighbours(draft, shared) & _neighbours(source, shared)
    return len({key for pair in near for key in pair}) >= _SEVERAL


def _neighbours(reading: Reading, wanted: Set[Key]) -> frozenset[frozenset[Key]]:
    """The pairs of wanted figures that stand a few figures apart at most."""
    found = [mention.key for mention in reading.mentions if mention.key in wanted]
    places = [mention.index for mention in reading.mentions if mention.key in wanted]
    return frozenset(
        frozenset({found[one], found[other]})
        for one in range(len(found))
        for other in range(one + 1, min(one + _REACH + 1, len(found)))
        if places[other] - places[one] <= _REACH and found[one] != found[other]
    )


def _holds_what_is_cited(draft: Reading, source: Reading) -> bool:
    """Whether a title that the draft cites stands in the source on a line of its own: one file may hold several papers."""
    cited = {bare_title(citation.title) for citation in draft.facts.citations} - {""}
    document = source.facts.document
    lines = (block.span.of(document.text) for block in document.blocks if len(block.span) <= _LONGEST_TITLE)
    return any(bare_title(line) in cited for line in lines) if cited else False


def _speaks_of(facts: DocumentFacts, place: str) -> bool:
    """Whether any figure is of ``place``."""
    named = {figure.place for figure in facts.figures if figure.place}
    return any(same_place(place, name) for name in named)
