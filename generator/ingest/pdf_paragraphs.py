"""Printed lines to paragraphs: page furniture dropped, lines that run on joined."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.ingest.pdf_lines import Line, seam
from generator.ingest.pdf_page import PdfTable
from generator.model.text_document import Cell
from generator.patterns import compiled

_DASHED_NUMBER = compiled(r"[—–\-－―~·•]+\s*\d{1,4}\s*[—–\-－―~·•]+")
_WORDED_NUMBER = compiled(
    r"第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}|Page\s*\d+.*"
)
_BARE_NUMBER = compiled(r"\d{1,4}")
_DIGITS = compiled(r"\d+")
_NUMBERED = compiled(
    r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)]"
)
_ENDS = "。；：！？!?;:"
_MARGIN = 0.13
_LEAST_REPEATS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph, or a cell of a table; ``page`` counts from 1."""

    page: int
    text: str
    cell: Cell | None = None


def paragraphs(content: Sequence[Line | PdfTable]) -> Iterator[Paragraph]:
    """Every paragraph and every filled cell, in order; tables are counted over the whole document."""
    lines = [each for each in content if isinstance(each, Line)]
    furniture = _furniture(lines)
    left, right = _measure([line for line in lines if line not in furniture])
    text, page, tables = "", 1, 0
    last: Line | None = None
    for each in content:
        if isinstance(each, Line) and each in furniture:
            continue
        if isinstance(each, Line) and last is not None and _runs_on(last, each, left=left, right=right):
            text += seam(text, each.text) + each.text
            last = each
            continue
        if text:
            yield Paragraph(page=page, text=text)
        if isinstance(each, Line):
            text, page, last = each.text, each.page, each
            continue
        text, last = "", None
        yield from _cells(each, tables)
        tables += 1
    if text:
        yield Paragraph(page=page, text=text)


def _cells(table: PdfTable, number: int) -> Iterator[Paragraph]:
    for cell, text in table.cells:
        yield Paragraph(page=table.page, text=text, cell=replace(cell, table=number))


def _furniture(lines: Sequence[Line]) -> frozenset[Line]:
    """Page numbers, and lines that repeat at one height in the margins of the pages."""
    edges = [line for line in lines if not _MARGIN < line.height_share < 1 - _MARGIN]
    pages = max((line.page for line in lines), default=0)
    found = {
        line for line in edges if _DASHED_NUMBER.fullmatch(line.text) or _WORDED_NUMBER.fullmatch(line.text)
    }
    found.update(_counting(edges))
    by_form: dict[tuple[str, int], list[Line]] = defaultdict(list)
    for line in edges:
        by_form[_DIGITS.sub("#", line.text), round(line.y / 4)].append(line)
    for same in by_form.values():
        if len({line.page for line in same}) >= max(_LEAST_REPEATS, pages / 3):
            found.update(same)
    return frozenset(found)


def _counting(edges: Sequence[Line]) -> Iterator[Line]:
    """Bare numbers that count with the pages; a lone 5 in the margin may be a cell of a table."""
    bare = [line for line in edges if _BARE_NUMBER.fullmatch(line.text)]
    shifts = Counter(int(line.text) - line.page for line in bare)
    for line in bare:
        if shifts[int(line.text) - line.page] >= 2:
            yield line


def _measure(lines: Sequence[Line]) -> tuple[float, float]:
    """Left and right edge of the type area: the edges that most characters keep to."""
    lefts: Counter[int] = Counter()
    for line in lines:
        lefts[round(line.left)] += len(line.text)
    rights = sorted(line.right for line in lines)
    if not rights:
        return 0.0, 0.0
    common = max(lefts.values())
    left = min(edge for edge, weight in lefts.items() if weight * 4 >= common)
    return float(left), rights[int(len(rights) * 0.9)]


def _runs_on(last: Line, line: Line, *, left: float, right: float) -> bool:
    """Whether ``line`` goes on with the paragraph of ``last``: that one is full, this one is not indented."""
    if last.right < right - 1.6 * last.em or line.left > left + 0.8 * line.em:
        return False
    if last.page == line.page and not 0 < last.y - line.y < 3.2 * last.em:
        return False
    if abs(last.em - line.em) > 0.15 * last.em and min(len(last.text), len(line.text)) > 3:
        return False
    return not (last.text[-1] in _ENDS and _NUMBERED.match(line.text))
