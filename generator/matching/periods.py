"""The years that a document or a figure speaks of."""

from __future__ import annotations

from generator.model.facts import DocumentFacts
from generator.patterns import compiled

Years = frozenset[int]

_RANGE = compiled(r"((?:19|20)\d\d)年?\s*[-—–－~～至到/]+\s*((?:19|20)\d\d)年?")
_YEAR = compiled(r"(?<!\d)((?:19|20)\d\d)(?:年|$|/)")
_LONGEST = 15
_OPENING = 200


def years_in(text: str) -> Years:
    """Every year that ``text`` names; all years of a range."""
    found: set[int] = set()
    for span in _RANGE.finditer(text):
        first, last = int(span.group(1)), int(span.group(2))
        if first <= last <= first + _LONGEST:
            found.update(range(first, last + 1))
    found.update(int(year) for year in _YEAR.findall(text))
    return frozenset(found)


def document_years(facts: DocumentFacts) -> Years:
    """The years in the title; else the year of issue with the one before, on which a paper may look back; else the
    years that its opening names."""
    header = facts.header
    if header.title and (named := years_in(header.title)):
        return named
    if header.issue_date:
        return frozenset({header.issue_date.year, header.issue_date.year - 1})
    return years_in(facts.document.text[:_OPENING])


def compatible(some: Years, others: Years) -> bool:
    """Whether both may speak of one year; what names no year may speak of any."""
    return not some or not others or not some.isdisjoint(others)
