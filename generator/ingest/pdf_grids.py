"""Ruled tables of a PDF page: the grid that its thin lines make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw

from generator.model.text_document import Cell

_THIN = 3.0
_SHORTEST = 5.0
_NEAR = 3.0
_MOST_RULES = 20_000


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line: at ``at`` across, from ``low`` to ``high`` along."""

    at: float
    low: float
    high: float

    def covers(self, point: float) -> bool:
        return self.low - _NEAR <= point <= self.high + _NEAR


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: edges of its columns from left to right, of its rows from top to bottom, and the ruled lines."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    upright: tuple[Rule, ...]
    level: tuple[Rule, ...]

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in the table."""
        return self.columns[0] < x < self.columns[-1] and self.rows[-1] < y < self.rows[0]

    def square(self, x: float, y: float) -> tuple[int, int]:
        """Row and column of a point of the table."""
        row = sum(edge > y for edge in self.rows) - 1
        return row, sum(edge < x for edge in self.columns) - 1

    def cells(self, table: int) -> tuple[Cell, ...]:
        """The cells, merged where no line is ruled between two squares."""
        taken: set[tuple[int, int]] = set()
        cells = []
        for row in range(len(self.rows) - 1):
            for column in range(len(self.columns) - 1):
                if (row, column) not in taken:
                    cell = self._cell(table, row, column)
                    cells.append(cell)
                    taken.update(squares(cell))
        return tuple(cells)

    def _cell(self, table: int, row: int, column: int) -> Cell:
        right, below = column + 1, row + 1
        while right < len(self.columns) - 1 and not self._ruled_at_column(right, row):
            right += 1
        while below < len(self.rows) - 1 and not self._ruled_at_row(below, column):
            below += 1
        return Cell(table=table, row=row, column=column, row_span=below - row, column_span=right - column)

    def _ruled_at_column(self, column: int, row: int) -> bool:
        middle = (self.rows[row] + self.rows[row + 1]) / 2
        edge = self.columns[column]
        return any(abs(rule.at - edge) <= _NEAR and rule.covers(middle) for rule in self.upright)

    def _ruled_at_row(self, row: int, column: int) -> bool:
        middle = (self.columns[column] + self.columns[column + 1]) / 2
        edge = self.rows[row]
        return any(abs(rule.at - edge) <= _NEAR and rule.covers(middle) for rule in self.level)


def squares(cell: Cell) -> frozenset[tuple[int, int]]:
    """The squares of the grid that a cell takes."""
    return frozenset(
        (row, column)
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    )


def find_grids(page: Any) -> tuple[Grid, ...]:
    """The tables of at least two rows and two columns, from top to bottom."""
    upright, level = _rules(page)
    grids = [_grid(*group) for group in _connected(upright, level)]
    return tuple(sorted((grid for grid in grids if grid), key=lambda grid: -grid.rows[0]))


def _rules(page: Any) -> tuple[list[Rule], list[Rule]]:
    upright: list[Rule] = []
    level: list[Rule] = []
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = drawn.get_bounds()
        if right - left <= _THIN and top - bottom >= _SHORTEST:
            upright.append(Rule((left + right) / 2, bottom, top))
        elif top - bottom <= _THIN and right - left >= _SHORTEST:
            level.append(Rule((bottom + top) / 2, left, right))
        if len(upright) + len(level) > _MOST_RULES:  # a drawing, not a table
            return [], []
    return upright, level


def _connected(
    upright: Sequence[Rule], level: Sequence[Rule]
) -> Iterable[tuple[tuple[Rule, ...], tuple[Rule, ...]]]:
    """Groups of lines in which every line touches another: one group for each table."""
    bands = _bands(upright)
    for low, high in bands:
        yield (
            tuple(rule for rule in upright if low <= rule.low and rule.high <= high),
            tuple(rule for rule in level if low - _NEAR <= rule.at <= high + _NEAR),
        )


def _bands(upright: Sequence[Rule]) -> list[tuple[float, float]]:
    """Stretches of the page's height through which upright lines run without a break."""
    bands: list[tuple[float, float]] = []
    for rule in sorted(upright, key=lambda each: each.low):
        if bands and rule.low <= bands[-1][1] + _NEAR:
            bands[-1] = (bands[-1][0], max(bands[-1][1], rule.high))
        else:
            bands.append((rule.low, rule.high))
    return bands


def _grid(upright: tuple[Rule, ...], level: tuple[Rule, ...]) -> Grid | None:
    columns = _edges(rule.at for rule in upright)
    rows = tuple(reversed(_edges(rule.at for rule in level)))
    if len(columns) < 3 or len(rows) < 3:
        return None
    return Grid(columns, rows, upright, level)


def _edges(places: Iterable[float]) -> tuple[float, ...]:
    """Places from low to high, those that lie together taken as one."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _NEAR:
            edges.append(place)
    return tuple(edges)
