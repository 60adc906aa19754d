"""The years that a document or a figure speaks of."""

from __future__ import annotations

from generator.model.facts import DocumentFacts
from generator.patterns import compiled

Years = frozenset[int]

_RANGE = compiled(r"((?:19|20)\d\d)年?\s*[-—–－~～至到/]+\s*((?:19|20)\d\d)年?")
_YEAR = compiled(r"(?<!\d)((?:19|20)\d\d)(?:年|$|/)")
_YEAR_END = compiled(r"(?<!\d)((?:19|20)\d\d)年?(?:年底|年末|底|末)")
_OF_NUMBER = compiled(r"[〔\[【（(]((?:19|20)\d\d)[〕\]】）)]\d{1,4}号")
_LAW = compiled(r"(?:条例|办法|规定|细则|规则|章程)(?:[（(][^（()）]{1,8}[）)])?$")
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
    years that its opening speaks of."""
    header = facts.header
    if header.title and _LAW.search(header.title):
        return frozenset()  # a law speaks of every year from its own on
    if header.title and (named := years_in(header.title)):
        return named
    if header.issue_date:
        return frozenset({header.issue_date.year, header.issue_date.year - 1})
    begin = facts.document.begin
    return _years_of_opening(facts.document.text[begin : begin + _OPENING])


def _years_of_opening(text: str) -> Years:
    """Those that an undated paper names at its beginning: with the year after a year's end, of which only a later paper
    tells, and the years of the numbers it cites."""
    after = {int(year) + 1 for year in _YEAR_END.findall(text)}
    cited = {int(year) for year in _OF_NUMBER.findall(text)}
    return years_in(text) | after | cited


def compatible(some: Years, others: Years) -> bool:
    """Whether both may speak of one year; what names no year may speak of any."""
    return not some or not others or not some.isdisjoint(others)
