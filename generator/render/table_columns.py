"""Widths of table columns that came with the data: the template cannot know what will stand in them."""

from __future__ import annotations

from lxml import etree

from generator.render.title_lines import text_width
from generator.wordml.namespaces import w

_CHARACTER = 240  # twips of one in 小四, the type of our tables
_MARGINS = 140
_WIDEST = 18.0  # characters of a column's longest text that count: longer ones are broken anyway
_NARROWEST = 2.0
_UNBROKEN = 4.0  # a heading of up to so many stays on one line; a longer one may take two
_SAME = 3  # twips by which equal shares differ for being whole numbers


def fit_columns(table: etree._Element) -> None:
    """Shares the width by what the columns hold where the template has them all alike; cells follow their columns."""
    grid = list(table.iterfind(f"{w('tblGrid')}/{w('gridCol')}"))
    widths = [_whole(each.get(w("w"))) for each in grid]
    if len(widths) > 1 and max(widths) - min(widths) <= _SAME:
        widths = _shared(sum(widths), _needs(table, len(widths)))
        for column, width in zip(grid, widths, strict=True):
            column.set(w("w"), str(width))
    _follow(table, widths)


def _needs(table: etree._Element, count: int) -> list[float]:
    """Twips that the longest text of every column asks for, within bounds."""
    needs = [_NARROWEST] * count
    for number, row in enumerate(table.iterchildren(w("tr"))):
        cells = [text_width(_text(cell)) for cell in row.iterchildren(w("tc"))]
        if len(cells) == count:  # a row with merged cells says nothing of single columns
            asked = [width / 2 if number == 0 and width > _UNBROKEN else width for width in cells]
            needs = [max(pair) for pair in zip(needs, asked, strict=True)]
    return [min(need, _WIDEST) * _CHARACTER + _MARGINS for need in needs]


def _shared(total: int, needs: list[float]) -> list[int]:
    """In proportion where there is room for all; else the narrow columns keep theirs and the wide ones give way."""
    if sum(needs) > total:
        most = _level(total, sorted(needs))
        needs = [min(need, most) for need in needs]
    widths = [int(total * need / sum(needs)) for need in needs]
    widths[-1] += total - sum(widths)
    return widths


def _level(total: float, ascending: list[float]) -> float:
    """The width above which columns are cut so that all of them together are ``total``."""
    for place, need in enumerate(ascending):
        share = total / (len(ascending) - place)
        if need > share:
            return share
        total -= need
    return ascending[-1]


def _text(cell: etree._Element) -> str:
    return "".join(each.text or "" for each in cell.iter(w("t")))


def _follow(table: etree._Element, widths: list[int]) -> None:
    for row in table.iterchildren(w("tr")):
        at = 0
        for cell in row.iterchildren(w("tc")):
            span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
            reach = _whole(span.get(w("val"))) if span is not None else 1
            width = cell.find(f"{w('tcPr')}/{w('tcW')}")
            if width is not None and width.get(w("type")) == "dxa":
                width.set(w("w"), str(sum(widths[at : at + reach])))
            at += reach


def _whole(written: str | None) -> int:
    """A measure of the file; some programs write fractions."""
    try:
        return round(float(written or "0"))
    except (ValueError, OverflowError):
        return 0
