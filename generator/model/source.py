"""Sources: documents of the corpus with their identity and what they state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from generator.model.agency import Level
from generator.model.facts import DocumentFacts


class SourceStatus(Enum):
    """Whether a source may still be relied on."""

    IN_FORCE = "现行"
    SUPERSEDED = "已废止"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceIdentity:
    """Who issued a source, when, under which number. ``id`` is its file's name without the extension."""

    id: str
    file: str
    title: str = ""
    issuer: str = ""
    level: Level | None = None
    place: str = ""
    document_number: str = ""
    issue_date: date | None = None
    status: SourceStatus = SourceStatus.IN_FORCE


def identity_fields(identity: SourceIdentity) -> dict[str, str]:
    """The fields of an identity under their Chinese names, empty where nothing is known."""
    return {
        "标题": identity.title,
        "发文机关": identity.issuer,
        "级别": identity.level.value if identity.level else "",
        "地区": identity.place,
        "发文字号": identity.document_number,
        "成文日期": identity.issue_date.isoformat() if identity.issue_date else "",
        "状态": identity.status.value,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A corpus document: its identity and its facts.

    For a fact sheet (no sentences may be carried) ``facts.document.text`` is a listing that the reader composes, one
    line per figure and assignment, so that spans and quotes work alike for sheets and for full texts.
    """

    identity: SourceIdentity
    facts: DocumentFacts
