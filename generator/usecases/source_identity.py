"""Who issued a plain text of the corpus, where and when, as far as the text itself tells."""

from __future__ import annotations

from generator.matching.home import home_place
from generator.model.agency import Level
from generator.model.facts import DocumentFacts
from generator.model.source import SourceIdentity
from generator.patterns import compiled

_LEVELS = (
    (compiled(r"村$|社区$"), Level.VILLAGE),
    (compiled(r"(?:乡|镇|街道)$"), Level.TOWNSHIP),
    (compiled(r"(?:县|区|旗|自治县)$"), Level.COUNTY),
    (compiled(r"(?:市|州|盟|地区)$"), Level.CITY),
    (compiled(r"(?:省|自治区)$"), Level.PROVINCE),
)
_CENTRAL = compiled(r"^(?:中共中央|中央|国务院|国家)")


def guess_identity(facts: DocumentFacts, *, source_id: str, file: str) -> SourceIdentity:
    """The identity that ``facts`` suggest; empty where they suggest nothing."""
    header = facts.header
    place = home_place(facts)
    return SourceIdentity(
        id=source_id,
        file=file,
        title=header.title or "",
        issuer=header.issuer or "",
        level=_level(header.issuer or "", place),
        place=place,
        document_number=header.document_number or "",
        issue_date=header.issue_date,
    )


def _level(issuer: str, place: str) -> Level | None:
    if _CENTRAL.match(issuer):
        return Level.CENTRAL
    if place.endswith("自治区"):
        return Level.PROVINCE
    return next((level for pattern, level in _LEVELS if pattern.search(place)), None)
