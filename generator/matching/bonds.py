"""What a draft and a source have to do with each other: only then may one contradict the other."""

from __future__ import annotations

from enum import Enum

from generator.matching.citation_titles import bare, bare_title
from generator.matching.home import COUNTY_RANK, place_rank, place_stem, same_place
from generator.matching.reading import Reading
from generator.model.source import SourceIdentity


class Bond(Enum):
    """``CLOSE``: one document, one place, or one cites the other; ``ABOVE``: the source is that of a place above, as a
    county is above a township, and the draft cites it; ``OPEN``: nothing is known; ``NONE``: other places."""

    CLOSE = "close"
    ABOVE = "above"
    OPEN = "open"
    NONE = "none"


def bond_between(draft: Reading, home: str, identity: SourceIdentity) -> Bond:
    """How ``draft`` stands to the source that speaks for ``home``."""
    if draft.home and home and not same_place(draft.home, home):
        # A township's plan restates the county's figures, but leads, deadlines and shares are its own.
        below = 0 < place_rank(draft.home) < place_rank(home)
        return Bond.ABOVE if below and _cites(draft, identity) and _names(draft, home) else Bond.NONE
    if draft.home and home:
        return Bond.CLOSE
    if one_document(draft, identity) or _cites(draft, identity):
        return Bond.CLOSE
    return Bond.CLOSE if _is_fragment(draft) else Bond.OPEN


def _names(draft: Reading, home: str) -> bool:
    """Whether the draft says whose paper it cites: papers of one title are many, but for a county's own."""
    return place_rank(home) <= COUNTY_RANK or place_stem(home) in draft.facts.document.text


def _is_fragment(draft: Reading) -> bool:
    """A piece that says nothing of itself belongs to the corpus that the clerk chose for it."""
    header = draft.facts.header
    return not (draft.home or header.title or header.issuer or header.document_number)


def one_document(draft: Reading, identity: SourceIdentity) -> bool:
    """Whether the draft is the source itself, by number or title."""
    header = draft.facts.header
    if header.document_number and bare(header.document_number) == bare(identity.document_number):
        return True
    return bool(header.title) and bare_title(header.title or "") == bare_title(identity.title)


def _cites(draft: Reading, identity: SourceIdentity) -> bool:
    title, number = bare_title(identity.title), bare(identity.document_number)
    return any(
        (title and bare_title(citation.title) == title)
        or (number and bare(citation.document_number) == number)
        for citation in draft.facts.citations
    )
