"""What a draft and a source have to do with each other: only then may one contradict the other."""

from __future__ import annotations

import re
from enum import Enum

from generator.matching.home import same_place
from generator.matching.reading import Reading
from generator.model.source import SourceIdentity

_MARKS = re.compile(r"[\s《》〈〉“”\"'（）()〔〕\[\]﹝﹞—–\-－]")
_TITLE_FRAME = re.compile(r"^(?:.{0,30}?关于)?(?:印发|转发)?|的通知$")


class Bond(Enum):
    """``CLOSE``: one document, one place, or one cites the other; ``OPEN``: nothing is known; ``NONE``: other places."""

    CLOSE = "close"
    OPEN = "open"
    NONE = "none"


def bond_between(draft: Reading, home: str, identity: SourceIdentity) -> Bond:
    """How ``draft`` stands to the source that speaks for ``home``."""
    if draft.home and home:
        return Bond.CLOSE if same_place(draft.home, home) else Bond.NONE
    if _one_document(draft, identity) or _cites(draft, identity):
        return Bond.CLOSE
    return Bond.CLOSE if _is_fragment(draft) else Bond.OPEN


def _is_fragment(draft: Reading) -> bool:
    """A piece that says nothing of itself belongs to the corpus that the clerk chose for it."""
    header = draft.facts.header
    return not (draft.home or header.title or header.issuer or header.document_number)


def _one_document(draft: Reading, identity: SourceIdentity) -> bool:
    header = draft.facts.header
    if header.document_number and _bare(header.document_number) == _bare(identity.document_number):
        return True
    return bool(header.title) and _bare_title(header.title or "") == _bare_title(identity.title)


def _cites(draft: Reading, identity: SourceIdentity) -> bool:
    title, number = _bare_title(identity.title), _bare(identity.document_number)
    return any(
        (title and _bare_title(citation.title) == title)
        or (number and _bare(citation.document_number) == number)
        for citation in draft.facts.citations
    )


def _bare_title(title: str) -> str:
    return _TITLE_FRAME.sub("", _bare(title))


def _bare(text: str) -> str:
    return _MARKS.sub("", text)
