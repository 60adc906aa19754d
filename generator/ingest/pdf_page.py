"""A PDF page to lines and ruled tables, in the order of its content."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.ingest.pdf_characters import Character, page_rows
from generator.ingest.pdf_grids import Grid, find_grids, squares
from generator.ingest.pdf_lines import Line, make_line, seam
from generator.model.text_document import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfTable:
    """The filled cells of a ruled table, row by row; ``Cell.table`` counts on its page."""

    page: int
    cells: tuple[tuple[Cell, str], ...]


def read_page(page: Any, number: int) -> tuple[Line | PdfTable, ...]:
    """What stands on a pypdfium2 page; ``number`` counts pages from 1."""
    text_page = page.get_textpage()
    try:
        height = float(page.get_height())
        return tuple(_content(list(page_rows(text_page)), find_grids(page), number, height))
    finally:
        text_page.close()


def _content(
    rows: Sequence[Sequence[Character]], grids: Sequence[Grid], number: int, height: float
) -> Iterator[Line | PdfTable]:
    """A table stands where the first of its characters does."""
    inside = _inside(rows, grids)
    told: set[int] = set()
    for row in rows:
        outside = []
        for char in row:
            index = _grid_of(char, grids)
            if index is None:
                outside.append(char)
            elif index not in told:
                told.add(index)
                yield PdfTable(page=number, cells=tuple(_cells(grids[index], index, inside[index])))
        if outside:
            yield make_line(outside, page=number, height=height)


def _grid_of(char: Character, grids: Sequence[Grid]) -> int | None:
    at = char.baseline + char.width / 4
    return next((index for index, grid in enumerate(grids) if grid.holds(char.middle, at)), None)


def _inside(rows: Sequence[Sequence[Character]], grids: Sequence[Grid]) -> dict[int, list[Character]]:
    inside: dict[int, list[Character]] = defaultdict(list)
    if grids:
        for row in rows:
            for char in row:
                index = _grid_of(char, grids)
                if index is not None:
                    inside[index].append(char)
    return inside


def _cells(grid: Grid, index: int, characters: Sequence[Character]) -> Iterator[tuple[Cell, str]]:
    by_square: dict[tuple[int, int], list[Character]] = defaultdict(list)
    for char in characters:
        by_square[grid.square(char.middle, char.baseline + char.width / 4)].append(char)
    for cell in grid.cells(index):
        held = [char for square in squares(cell) for char in by_square.get(square, ())]
        if held:
            edges = grid.columns[cell.column], grid.columns[cell.column + cell.column_span]
            yield cell, _cell_text(held, *edges)


def _cell_text(characters: Sequence[Character], left: float, right: float) -> str:
    """The cell's lines; one that fills the cell runs on into the next.

    A line may end two characters early, since no line begins with a comma.
    """
    lines = [make_line(row, page=0, height=0) for row in _by_height(characters)]
    padding = max(min(line.left for line in lines) - left, 0)
    text, last = lines[0].text, lines[0]
    for line in lines[1:]:
        full = last.right - last.left > right - left - 2 * padding - 2.4 * last.em
        text += (seam(text, line.text) if full else "\n") + line.text
        last = line
    return text


def _by_height(characters: Sequence[Character]) -> list[list[Character]]:
    rows: list[list[Character]] = []
    for char in sorted(characters, key=lambda each: -each.baseline):
        if rows and rows[-1][0].baseline - char.baseline < max(char.width, rows[-1][0].width) / 2:
            rows[-1].append(char)
        else:
            rows.append([char])
    return rows
