"""The day on which a cited document is said to have been issued, against the day on which the source was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from generator.matching.citation_titles import bare, bare_title
from generator.matching.verdicts import WordMatch
from generator.model.facts import Citation, DocumentFacts
from generator.model.place import Span
from generator.model.source import Source
from generator.patterns import compiled
from generator.text.dates import parse_date

_DAY = r"(?P<day>(?:(?:19|20)\d{2}年)?(?<!\d)\d{1,2}月\d{1,2}日)"
_ISSUED = r"(?:审议通过|通过|印发|下发|出台|发布|公布|签发|发出|制定)"
_BEFORE = compiled(rf"{_DAY}[^，,。；;\n\d]{{0,8}}?{_ISSUED}[^，,。；;\n]{{0,10}}$")
_BEHIND = compiled(
    rf"[，,（(\s]{{0,2}}(?:于|系)?{_DAY}(?:{_ISSUED}|[）)])"
    # …》（以下简称《方案》）已由县委、县政府于某日印发
    rf"|[^。；;\n《]{{0,8}}(?:《[^》\n]{{1,20}}》)?[）)]?(?:已?(?:经|由)[^，,。；;\n\d]{{2,40}}[，,]?|已)?于(?P<later>(?:(?:19|20)\d{{2}}年)?\d{{1,2}}月\d{{1,2}}日){_ISSUED}"
)
_REACH = 80


def match_cited_dates(draft: DocumentFacts, sources: Sequence[Source]) -> Iterator[WordMatch]:
    """Days of issue that differ from the day of the source cited by its title or number."""
    for citation in draft.citations:
        source = next((source for source in sources if _is_cited(citation, source)), None)
        told = _told_day(draft.document.text, citation)
        if source is None or told is None or source.identity.issue_date is None:
            continue
        quote = told.of(draft.document.text)
        issued, span = source.identity.issue_date, source.facts.header.issue_date_span
        if not _is_day(quote, issued):
            yield WordMatch(
                span=told,
                quote=quote,
                source=source,
                counterpart=span or Span(0, 0),
                counterpart_quote=f"{issued.year}年{issued.month}月{issued.day}日",
            )


def _is_cited(citation: Citation, source: Source) -> bool:
    number = bare(source.identity.document_number)
    if number and citation.document_number:
        return bare(citation.document_number) == number
    title = bare_title(source.identity.title)
    return bool(title) and bare_title(citation.title) == title


def _told_day(text: str, citation: Citation) -> Span | None:
    """The day told right before the citation (某日印发的《…》), within its bracket or right behind it."""
    start, end = citation.span.start, citation.span.end
    inside = compiled(rf"[，,]{_DAY}(?:{_ISSUED})?[）)]?$").search(text[start:end])
    if inside:
        return Span(start + inside.start("day"), start + inside.end("day"))
    behind = _BEHIND.match(text, end, min(len(text), end + _REACH))
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    found = behind or before
    if not found:
        return None
    return Span(*found.span("day" if found.groupdict()["day"] else "later"))


def _is_day(quote: str, issued: date) -> bool:
    """Whether ``quote`` tells the day; without a year the month and the day alone. True for what no calendar has."""
    told = parse_date(quote if "年" in quote else f"{issued.year}年{quote}")
    return told in (None, issued)
