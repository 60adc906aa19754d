"""Sums over the columns and rows of a table, with the total first or last."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.facts.relation_running import find_running
from generator.model.facts import Relation, RelationKind, Term
from generator.model.place import Span
from generator.model.text_document import BlockKind, TextDocument
from generator.patterns import compiled

_NUMBER = compiled(
    r"\s*(?P<number>[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?)\s*(?P<unit>[\u4e00-\u9fff]{0,3})\s*"
)
_TOTAL = compiled(r"合\s*计|总\s*计|总\s*数|共\s*计")
_SUBTOTAL = compiled(r"小\s*计")
_PART_OF_PART = compiled(r"其\s*中")
_NO_SUM = compiled(
    r"率|占比|比例|比重|[%％‰]|均|标准|单价|序\s*号|年度|年份|时间|日期|电话|编号|排名|增长|增幅|同比"
)
_BLANK = compiled(r"[\s\-—－/／无〇○０0]*")
_BLANK_CELL = compiled(r"[^\s]+(?: [^\s]+)*")
_BLANK_ROW = compiled(r"^[^\S\n]*[^\s]+(?:[^\S\n]{2,}|\u3000|\t)[^\n]*[^\s]$", re.MULTILINE)
_BETWEEN_ROWS = 3
_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    """A cell's text with its place; ``value`` None where it is no plain number. ``step``: the worth of its last digit."""

    span: Span
    text: str
    value: Decimal | None = None
    step: Decimal = Decimal(1)

    @property
    def term(self) -> Term:
        return Term(span=self.span, quote=self.text, value=self.value)


Line = Sequence[_Cell | None]


def find_table_sums(document: TextDocument) -> Iterator[Relation]:
    """Every column with a total row and every row with a total column."""
    for _, grid in _grids(document):
        rows = [[grid.get((row, column)) for column in range(_width(grid))] for row in range(_height(grid))]
        yield from _columns(rows, certain=True)
        yield from _columns([list(line) for line in zip(*rows, strict=True)], certain=False)
        yield from _running(rows)
    for lines in _blank_tables(document.text):
        yield from _columns(lines, certain=False)
        yield from _running(lines)


def _blank_tables(text: str) -> Iterator[list[Line]]:
    """Lines that follow each other and are divided by wide blanks into as many cells each."""
    rows: list[Line] = []
    for found in _BLANK_ROW.finditer(text):
        line = [_cell(text, Span(*cell.span())) for cell in _BLANK_CELL.finditer(text, *found.span())]
        follows = rows and len(rows[-1]) == len(line) and found.start() - _end(rows[-1]) <= _BETWEEN_ROWS
        if not follows:
            yield rows
            rows = []
        rows.append(line)
    yield rows


def _end(line: Line) -> int:
    return max((cell.span.end for cell in line if cell is not None), default=0)


def _running(rows: Sequence[Line]) -> Iterator[Relation]:
    """Running totals down the columns, where every cell behind the label is a number."""
    first = _first_numeric(rows)
    lines = [line for line in rows[first:] if not _label(line, _TOTAL)]
    if not 0 < first < len(rows) or len(lines) < _FEWEST + 1:
        return
    columns, header = [], []
    for column in range(len(rows[first])):
        cells = [line[column] for line in lines]
        terms = [cell.term for cell in cells if cell is not None and cell.value is not None]
        if len(terms) == len(lines):
            columns.append(terms)
            header.append("".join(cell.text for line in rows[:first] if (cell := line[column])))
    yield from find_running(header, columns)


def _grids(document: TextDocument) -> Iterator[tuple[int, Mapping[tuple[int, int], _Cell]]]:
    tables: dict[int, dict[tuple[int, int], list[_Cell]]] = defaultdict(lambda: defaultdict(list))
    for block in document.blocks:
        if block.kind is BlockKind.CELL and block.cell:
            place = (block.cell.row, block.cell.column)
            tables[block.cell.table][place].append(_cell(document.text, block.span))
    for table, cells in tables.items():
        yield table, {place: _joined(parts) for place, parts in cells.items()}


def _cell(text: str, span: Span) -> _Cell:
    words = span.of(text)
    found = _NUMBER.fullmatch(words)
    if found is None:
        return _Cell(span=span, text=words)
    digits = found.group("number").replace(",", "").replace("，", "").replace("．", ".")
    value = Decimal("".join(str(int(c)) if c.isdecimal() else c for c in digits))
    exponent = value.as_tuple().exponent
    start = span.start + found.start("number")
    number = Span(start, span.start + found.end("unit"))
    step = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
    return _Cell(span=number, text=number.of(text), value=value, step=step)


def _joined(parts: Sequence[_Cell]) -> _Cell:
    """A cell of several paragraphs is words, whatever stands in it."""
    if len(parts) == 1:
        return parts[0]
    return _Cell(span=parts[0].span.cover(parts[-1].span), text="".join(part.text for part in parts))


def _width(grid: Mapping[tuple[int, int], _Cell]) -> int:
    return 1 + max(column for _, column in grid)


def _height(grid: Mapping[tuple[int, int], _Cell]) -> int:
    return 1 + max(row for row, _ in grid)


def _columns(rows: Sequence[Line], *, certain: bool) -> Iterator[Relation]:
    """The sums down the columns of ``rows``, where one line is the total of the others."""
    first = _first_numeric(rows)
    totals = [index for index, line in enumerate(rows) if index >= first and _label(line, _TOTAL)]
    if len(totals) != 1:
        return
    total = totals[0]
    if total not in (first, len(rows) - 1):
        return
    others = [line for index, line in enumerate(rows) if index >= first and index != total]
    for column in range(len(rows[total])):
        header = "".join(cell.text for line in rows[:first] if (cell := line[column]))
        if not _NO_SUM.search(header) and not _PART_OF_PART.search(header):
            yield from _column(rows[total][column], others, column, certain=certain)


def _label(line: Line, wanted: re.Pattern[str]) -> bool:
    """Whether one of the words in front of the first number of the line says so."""
    for cell in line:
        if cell is None:
            continue
        if cell.value is not None:
            return False
        if wanted.search(cell.text):
            return True
    return False


def _first_numeric(rows: Sequence[Line]) -> int:
    """The first line with at least one number behind its label."""
    for index, line in enumerate(rows):
        if any(cell is not None and cell.value is not None for cell in line[1:]):
            return index
    return len(rows)


def _column(total: _Cell | None, others: Sequence[Line], column: int, *, certain: bool) -> Iterator[Relation]:
    if total is None or total.value is None:
        return
    readings = [
        members for members in _readings(others, column) if members is not None and len(members) >= _FEWEST
    ]
    for members in readings:
        if _adds_up(total, members):
            yield _relation(total, members, holds=True, certain=certain)
            return
    if readings:
        yield _relation(total, readings[0], holds=False, certain=certain and len(readings) == 1)


def _readings(others: Sequence[Line], column: int) -> Iterator[list[_Cell] | None]:
    """The parts of a column: all lines, or where there are 小计 these only, or all but these."""
    subtotals = [line for line in others if _label(line, _SUBTOTAL)]
    plain = [line for line in others if not _label(line, _SUBTOTAL) and not _label(line, _PART_OF_PART)]
    yield _numbers(plain, column)
    if subtotals:
        yield _numbers(subtotals, column)


def _numbers(lines: Sequence[Line], column: int) -> list[_Cell] | None:
    """The numbers of a column; None where a cell says something else than a number or nothing."""
    numbers = []
    for line in lines:
        cell = line[column] if column < len(line) else None
        if cell is None or _BLANK.fullmatch(cell.text):
            continue
        if cell.value is None:
            return None
        numbers.append(cell)
    return numbers


def _adds_up(total: _Cell, members: Sequence[_Cell]) -> bool:
    values = [cell.value for cell in members if cell.value is not None]
    rounded = [cell.step for cell in (total, *members) if cell.step < 1]
    allowed = sum(rounded, Decimal(0)) / 2
    return total.value is not None and abs(sum(values, Decimal(0)) - total.value) <= allowed


def _relation(total: _Cell, members: Sequence[_Cell], *, holds: bool, certain: bool) -> Relation:
    sign = "=" if holds else "≠"
    added = sum((cell.value for cell in members if cell.value is not None), Decimal(0))
    shown = "+".join(cell.text for cell in members) if len(members) <= 12 else f"{len(members)}项之和{added}"
    return Relation(
        kind=RelationKind.SUM,
        holds=holds,
        total=total.term,
        terms=tuple(cell.term for cell in members),
        formula=f"{shown}{sign}{total.text}",
        expected=added,
        certain=certain,
    )
