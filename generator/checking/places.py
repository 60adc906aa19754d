"""Places and sources as a reader finds them: 第7段, 表2第3行第1列, 《…》（清脱贫办发〔2017〕2号）."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from generator.model.facts import Heading
from generator.model.place import Span
from generator.model.source import SourceIdentity, SourceStatus
from generator.model.text_document import TextDocument

_STOPS = "。；！？\n"
_FAR = 80
_INNER_MARKS = str.maketrans("《》", "〈〉")  # GB/T 15834, 4.15.3.5: single marks inside double ones


def describe_place(document: TextDocument, offset: int) -> str:
    """The paragraph at ``offset``, or the cell where it stands in a table; counted from 1."""
    block = document.block_at(offset)
    if block is None or block.cell is None:
        return f"第{document.paragraph_at(offset)}段"
    cell = block.cell
    return f"表{cell.table + 1}第{cell.row + 1}行第{cell.column + 1}列"


def section_at(outline: Sequence[Heading], offset: int) -> str:
    """The heading under which ``offset`` stands, with its number; empty before the first. ``outline`` is in order."""
    index = bisect_right(outline, offset, key=lambda heading: heading.span.start) - 1
    return f"{outline[index].number}{outline[index].title}" if index >= 0 else ""


def describe_source(identity: SourceIdentity) -> str:
    """Title, number and date of a source, as far as it has them; its id where it has none."""
    title = identity.title.translate(_INNER_MARKS)
    name = f"《{title}》" if title else identity.id
    details = [
        identity.document_number,
        chinese_date(identity.issue_date) if identity.issue_date else "",
        identity.status.value if identity.status is SourceStatus.SUPERSEDED else "",
    ]
    told = "，".join(detail for detail in details if detail)
    return f"{name}（{told}）" if told else name


def passage_around(text: str, span: Span) -> Span:
    """The sentence that holds ``span``, without blanks at its ends; at most some 80 characters to either side."""
    low, high = max(span.start - _FAR, 0), min(span.end + _FAR, len(text))
    start = max(text.rfind(stop, low, span.start) for stop in _STOPS) + 1 or low
    ends = [at for at in (text.find(stop, span.end, high) for stop in _STOPS) if at >= 0]
    end = min(ends) + (text[min(ends)] != "\n") if ends else high
    while start < span.start and text[start].isspace():
        start += 1
    return Span(start, end)


def chinese_date(day: date) -> str:
    """The form of a 成文日期: Arabic numerals without leading zeros (GB/T 9704, 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"
