"""The year or period of a figure: from its clause, its sentence, its heading, the document's title."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from generator.facts.figure_clauses import Clause
from generator.model.facts import Heading
from generator.text.dates import read_year
from generator.text.quantities import QuantityMention

_YEAR = re.compile(
    r"(?P<first>(?:19|20)\d{2})年?\s*[-—－–~～至到]{1,2}\s*(?P<last>(?:19|20)\d{2})(?:年|(?=\)|）))|(?P<one>(?:19|20)\d{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2})年"
)
_CHANGED = re.compile("(?:降|提高|增加|增|上升|扩大|减少|减|升|下降|提升|上调|调整)(?:至|到|为)$")
_TITLE_REACH = 1500
_HEADING_LENGTH = 30
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
        if _CHANGED.search(self._text[max(0, at - 6) : at]):
            return self._before(at, clause.span.start, after_change=True) or self._inherited(at)
        floor = clause.sentence_start
        if self._text.startswith(_CONTINUES, floor):
            floor = self._text.rfind("\n", 0, floor) + 1
        return self._before(at, floor) or self._inherited(at)

    def _before(self, at: int, floor: int, *, after_change: bool = False) -> str:
        """The nearest year before ``at`` and not before ``floor``; after 由2014年的…降到 the year before is the old one."""
        index = bisect_right(self._starts, at) - 1
        if index < 0 or self._years[index][0] < floor:
            return ""
        _, end, year = self._years[index]
        between = self._text[end:at]
        return "" if after_change and re.search(r"\d", between) else year

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
            if len(line) < 40 and not re.search("[，。；,;]", line) and not re.match(r"\d{1,2}月", line):
                return year
        return ""


def _written(found: re.Match[str]) -> str:
    if found["one"]:
        return read_year(found["one"])
    return f"{found['first']}-{found['last']}"
