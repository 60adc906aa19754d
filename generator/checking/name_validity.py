"""Whether an agency bore its name when a document was issued."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from generator.model.agency import Agency, AgencyRegistry
from generator.model.facts import HeaderFacts
from generator.text.document_numbers import parse_document_number

_LONGEST_CHAIN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """When a document was issued: on one day, or some day of the year that its number gives."""

    earliest: date
    latest: date

    def __str__(self) -> str:
        day = self.earliest
        if day == self.latest:
            return f"{day.year}年{day.month}月{day.day}日"
        return f"{day.year}年"


class Validity(Enum):
    """How a name stands to the time of a document."""

    RIGHT = "right"
    ENDED = "ended"
    NOT_YET = "not yet"


def issued(header: HeaderFacts) -> Issued | None:
    """From the date of issue, else from the year in the document's own number; None where it states neither."""
    if header.issue_date is not None:
        return Issued(earliest=header.issue_date, latest=header.issue_date)
    number = parse_document_number(header.document_number or "")
    if number is None or not (number.year.isdecimal() and len(number.year) == 4):
        return None
    return Issued(earliest=date(int(number.year), 1, 1), latest=date(int(number.year), 12, 31))


def validity(agency: Agency, when: Issued) -> Validity:
    """RIGHT also where the registry knows no dates of ``agency``."""
    if agency.valid_until is not None and agency.valid_until < when.earliest:
        return Validity.ENDED
    if agency.valid_from is not None and agency.valid_from > when.latest:
        return Validity.NOT_YET
    return Validity.RIGHT


def names_then(agency: Agency, when: Issued, registry: AgencyRegistry) -> tuple[str, ...]:
    """What an agency that had ended by then, or was not yet, was called when the document was issued."""
    step = _successors if validity(agency, when) is Validity.ENDED else _predecessors
    current, seen = [agency], {agency.name}
    for _ in range(_LONGEST_CHAIN):
        following = [other for each in current for other in step(each, registry) if other.name not in seen]
        right = [other.name for other in following if validity(other, when) is Validity.RIGHT]
        if right:
            return tuple(dict.fromkeys(right))
        seen |= {other.name for other in following}
        current = following
    return ()


def _successors(agency: Agency, registry: AgencyRegistry) -> Iterator[Agency]:
    return (other for name in agency.successors if (other := registry.find(name)) is not None)


def _predecessors(agency: Agency, registry: AgencyRegistry) -> Iterator[Agency]:
    """Those that became ``agency``; one that began later was merged into it (乡村振兴局 into 农业农村局)."""
    became = (other for other in registry if any(name in agency.names for name in other.successors))
    return (other for other in became if not _began_after(other, agency))


def _began_after(one: Agency, other: Agency) -> bool:
    return bool(one.valid_from and other.valid_from and one.valid_from > other.valid_from)
