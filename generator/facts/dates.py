"""Dates and periods of a document, with the year that the context gives those that name none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from generator.model.facts import DateMention
from generator.model.text_document import TextDocument
from generator.patterns import compiled
from generator.text.dates import DateFound, find_dates

_DEADLINE = compiled("[之以]?前(?![期提后年])")
_TITLE_REACH = 1500
_TITLE_LENGTH = 40
_YEARLESS = compiled(r"\d{2}(?:-\d{2})?(?:/\d{2}(?:-\d{2})?)?")
_HALVES = {"上": ("01-01", "06-30"), "下": ("07-01", "12-31")}


def read_dates(document: TextDocument) -> tuple[DateMention, ...]:
    """Every date and period, in text order.

    ``value`` is empty where no calendar has the date. A date followed by 前 has the kind ``deadline``. Months and words
    such as 今年 and 年底 take their year from the last year named before them in their paragraph, else from the title.
    """
    text = document.text
    found = find_dates(text)
    return tuple(_mentions(document, found, document_year(text, found)))


def document_year(text: str, dates: tuple[DateFound, ...]) -> str:
    """The first year of a title or of the date under it: near the start, in a short line without a comma; else empty."""
    for mention in dates:
        if mention.span.start > _TITLE_REACH:
            break
        line_start = text.rfind("\n", 0, mention.span.start) + 1
        line_end = text.find("\n", mention.span.end)
        line = text[line_start : line_end if line_end >= 0 else len(text)]
        in_title = len(line) < _TITLE_LENGTH * 2 and not compiled("[。；，,;〔]").search(line)
        if in_title and mention.kind in ("year", "year_range", "date") and mention.value:
            return mention.value[:4]
    return ""


def _mentions(document: TextDocument, found: tuple[DateFound, ...], own: str) -> Iterator[DateMention]:
    text, paragraph, year = document.text, -1, own
    starts = [block.span.start for block in document.blocks]
    for mention in found:
        block = bisect_right(starts, mention.span.start)
        if block != paragraph:
            paragraph, year = block, own
        every_year = text.startswith("每年", max(0, mention.span.start - 2))
        dated = mention if every_year else _dated(text, mention, year, own)
        if dated.kind == "relative" and not dated.value:
            continue
        if dated.kind != "relative" and dated.value[:4].isdigit():
            year = dated.value[-10:][:4] if "/" not in dated.value else dated.value[:4]
        deadline = _DEADLINE.match(text, mention.span.end) or mention.span.of(text).endswith("前")
        yield DateMention(
            span=mention.span,
            quote=mention.span.of(text),
            value=dated.value,
            kind="deadline" if deadline and dated.kind not in ("named_day", "five_year_plan") else dated.kind,
        )


def _dated(text: str, mention: DateFound, year: str, own: str) -> DateFound:
    if mention.kind == "relative":
        word = mention.span.of(text)
        base = own if word[0] in "今本明去上前" and "半" not in word[:2] else year
        return replace(mention, value=_relative(word, base, mention.value))
    if year and mention.value and mention.kind != "named_day" and _YEARLESS.fullmatch(mention.value):
        return replace(mention, value="/".join(f"{year}-{end}" for end in mention.value.split("/")))
    return mention


def _relative(word: str, year: str, distance: str) -> str:
    if not year:
        return ""
    named = f"{int(year) + int(distance)}"
    if "半年" in word:
        first, last = _HALVES[word[word.index("半") - 1]]
        return f"{named}-{first}/{named}-{last}"
    return f"{named}-12-31" if "底" in word or "末" in word else named
