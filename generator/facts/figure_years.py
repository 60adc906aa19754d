"""The year or period of a figure: from its clause, its sentence, its heading, the document's title."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from generator.facts.figure_clauses import Clause
from generator.model.facts import Heading
from generator.patterns import compiled
from generator.text.dates import read_year
from generator.text.quantities import QuantityMention

_YEAR = compiled(
    r"(?P<first>(?:19|20)\d{2})年?\s*[-—－–~～至到]{1,2}\s*(?P<last>(?:19|20)\d{2})(?:年|(?=\)|）))|(?P<one>(?:19|20)\d{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2})年"
)
_TITLE_REACH = 1500
_HEADING_LENGTH = 30
_FROM = ("从", "由")
_COMPARED = ("比", "较")
_DIGIT = compiled(r"\d")
_FAR = 200
_NOW = compiled("现有|目前|当前|现存")
_CONTINUES = ("其中", "分别", "包括")


class YearReader:
    """Answers which year a figure belongs to; built once for a text."""

    def __init__(self, text: str, outline: Sequence[Heading]) -> None:
        self._text = text
        self._years = [(m.start(), m.end(), _written(m)) for m in _YEAR.finditer(text)]
        self._starts = [start for start, _, _ in self._years]
        self._outline = tuple(outline)
        self._heading_starts = [heading.span.start for heading in self._outline]
        self._own = self._document_year()

    def year_of(self, mention: QuantityMention, clause: Clause) -> str:
        """Four digits, ``2018-2020``, or empty where nothing says."""
        at = mention.span.start
        floor = clause.sentence_start
        if _NOW.search(self._text, max(clause.span.start, at - _FAR), at):
            return self._before(at, clause.span.start) or self._own[:4]
        if self._text.startswith(_CONTINUES, floor):
            floor = self._text.rfind("\n", 0, floor) + 1
        return self._before(at, floor) or self._inherited(at)

    def _before(self, at: int, floor: int) -> str:
        """The nearest year between ``floor`` and ``at`` that the figure itself may have.

        比2010年 names what is compared with, and 从2014年的6.4%降至 gives its year to the 6.4% alone.
        """
        index = bisect_right(self._starts, at) - 1
        while index >= 0 and self._years[index][0] >= floor:
            start, end, year = self._years[index]
            before = self._text[max(0, start - 1) : start]
            spent = before in _FROM and _DIGIT.search(self._text, end, min(at, end + _FAR)) is not None
            if before not in _COMPARED and not spent:
                return year
            index -= 1
        return ""

    def _inherited(self, at: int) -> str:
        index = bisect_right(self._heading_starts, at) - 1
        if index >= 0:
            span = self._outline[index].span
            if len(span) > _HEADING_LENGTH:  # a numbered paragraph, whose years belong to its own sentences
                return self._own
            if year := self._before(span.end, span.start):
                return year
        return self._own

    def _document_year(self) -> str:
        """The first year of the text that stands in a title: near the start, followed by no comma in its line."""
        for start, end, year in self._years[:6]:
            if start > _TITLE_REACH:
                break
            line_end = self._text.find("\n", end)
            line = self._text[end : line_end if line_end >= 0 else len(self._text)]
            if (
                len(line) < 40
                and not compiled("[，。；,;]").search(line)
                and not compiled(r"\d{1,2}月").match(line)
            ):
                return year
        return ""


def _written(found: re.Match[str]) -> str:
    if found["one"]:
        return read_year(found["one"])
    return f"{found['first']}-{found['last']}"
