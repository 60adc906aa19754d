"""Figures in table cells: their keys stand at the head of the column, at the start of the row and above the table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.facts.figure_phrases import left_phrase
from generator.model.place import Span
from generator.model.quantity import Quantity
from generator.model.text_document import Block, BlockKind, TextDocument
from generator.patterns import compiled
from generator.standards.units import UNITS
from generator.text.dates import read_year
from generator.text.numerals import ARABIC, factor, parse_arabic, plain
from generator.text.places import is_place_name
from generator.text.quantities import QuantityMention
from generator.text.quantity_bounds import AFTER

_NUMBER = compiled(rf"\s*(?P<number>[-－−]?{ARABIC})\s*")
_NUMERIC = compiled(rf"\s*(?:约|近|[-－−])?{ARABIC}\s*[万亿]*[^\d\s，。；]{{0,4}}(?:以上|以内|左右|以下)?\s*")
_BLANK = compiled(r"[\s\-—－/／无〇○]*")
_UNIT_NOTE = compiled(r"[（(]\s*(?:单位\s*[:：]\s*)?(?P<big>[万亿]?)(?P<unit>[^（）()\d]{1,4})[)）]")
_CAPTION_UNIT = compiled(r"单位\s*[:：]\s*(?P<big>[万亿]?)(?P<unit>[^\s，,、；;（）()|\d]{1,4})")
_INFERRED = (("户数", "户"), ("人数", "人"), ("人口", "人"), ("人次", "人次"), ("比例", "%"), ("率", "%"))
_NO_FIGURES = compiled(
    r"序\s*号|编\s*号|年\s*[度份]|日\s*期|时\s*[间限]|电\s*话|号\s*码|排\s*名|名\s*次|代\s*码|文\s*号|备\s*注|身份证"
)
_UNIT_COLUMN = compiled(r"(?:计量)?\s*单\s*位|计量单位")
_TOTAL = compiled(r"(?:合|总|共|小)\s*计|全(?:县|区|市|镇|乡|省)")
_YEAR = compiled(
    r"\s*(?P<year>(?:19|20)\d{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2})\s*年?(?:度|末|底)?\s*"
)
_CAPTION_YEAR = compiled(r"((?:19|20)\d{2})年(?![-—至]|.*(?:19|20)\d{2}年)")
_CAPTION_LENGTH = 60
_CAPTION_BLOCKS = 3
_HEADER_ROWS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TableKey:
    """What a cell's place in its table says of its figure; empty where it says nothing."""

    indicator: str
    place: str
    year: str
    task: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    span: Span
    text: str
    row: int
    column: int

    @property
    def numeric(self) -> bool:
        return _NUMERIC.fullmatch(self.text) is not None


@dataclass(frozen=True, slots=True)
class _Table:
    """Cells by place (merged ones at each), the caption, and how many rows the head of the columns takes."""

    cells: Mapping[tuple[int, int], _Cell]
    caption: str
    head: int

    def header(self, column: int) -> str:
        """The words above ``column``, upper head first, each once."""
        parts = (self.cells.get((row, column)) for row in range(self.head))
        return "".join(dict.fromkeys(compiled(r"\s").sub("", part.text) for part in parts if part))

    def label(self, row: int, before: int) -> str:
        """The words at the start of ``row``: the first cells that hold no number."""
        for column in range(before):
            cell = self.cells.get((row, column))
            if cell and not cell.numeric and not _BLANK.fullmatch(cell.text):
                return compiled(r"\s").sub("", cell.text)
        return ""

    def unit_cell(self, row: int) -> str:
        """What the column 单位 says in ``row``."""
        for (at, column), cell in self.cells.items():
            if at == row and _UNIT_COLUMN.fullmatch(self.header(column)):
                return cell.text.strip()
        return ""


class TableReader:
    """Answers for the figures that fill table cells; a document without tables costs nothing."""

    def __init__(self, document: TextDocument) -> None:
        self._places: dict[int, tuple[_Table, _Cell]] = {}
        for table in _tables(document):
            for (row, column), cell in table.cells.items():
                if row >= table.head and (row, column) == (cell.row, cell.column):
                    self._places[cell.span.start] = (table, cell)
        self._starts = {
            start + len(cell.text) - len(cell.text.lstrip()): start
            for start, (_, cell) in self._places.items()
        }

    def bare_numbers(self) -> Iterator[QuantityMention]:
        """Cells that hold a number alone, with the unit that the head, the row or the caption gives them."""
        for table, cell in self._places.values():
            found = _NUMBER.fullmatch(cell.text)
            header = table.header(cell.column)
            if found and not _NO_FIGURES.search(header) and (unit := _unit_of(table, cell, header)):
                start = cell.span.start + found.start("number")
                span = Span(start, start + len(found["number"]))
                yield QuantityMention(span=span, number=span, quantity=_quantity(found["number"], *unit))

    def key_of(self, mention: QuantityMention) -> TableKey | None:
        """The key of a figure that fills its cell; None for figures in running text."""
        start = self._starts.get(mention.span.start)
        if start is None:
            return None
        table, cell = self._places[start]
        rest = cell.text[mention.span.end - start :].strip()
        if rest and not AFTER.fullmatch(rest):
            return None
        return _key(table, cell)


def _tables(document: TextDocument) -> Iterator[_Table]:
    blocks: dict[int, list[Block]] = defaultdict(list)
    captions: dict[int, str] = {}
    recent: list[str] = []
    for block in document.blocks:
        if block.kind is BlockKind.CELL and block.cell:
            captions.setdefault(block.cell.table, "\n".join(recent[-_CAPTION_BLOCKS:]))
            blocks[block.cell.table].append(block)
        elif len(block.span) <= _CAPTION_LENGTH and block.span.of(document.text).strip():
            recent.append(block.span.of(document.text).strip())
    for number, members in blocks.items():
        cells = _cells(document.text, members)
        yield _Table(cells, captions[number], _head(cells))


def _cells(text: str, blocks: Sequence[Block]) -> dict[tuple[int, int], _Cell]:
    cells: dict[tuple[int, int], _Cell] = {}
    for block in blocks:
        if block.cell is None:
            continue
        row, column = block.cell.row, block.cell.column
        if (row, column) in cells and cells[row, column].row == row:
            first = cells[row, column]
            span = first.span.cover(block.span)
            cell = _Cell(span=span, text=span.of(text), row=row, column=column)
        else:
            cell = _Cell(span=block.span, text=block.span.of(text), row=row, column=column)
        for down in range(block.cell.row_span):
            for right in range(block.cell.column_span):
                cells[row + down, column + right] = cell
    return cells


def _head(cells: Mapping[tuple[int, int], _Cell]) -> int:
    """How many rows hold the heads of the columns: those before the first number, at most three."""
    rows = sorted({row for row, _ in cells})
    for row in rows[:_HEADER_ROWS]:
        numeric = [
            cell
            for (at, _), cell in cells.items()
            if at == row and cell.numeric and not _YEAR.fullmatch(cell.text)
        ]
        if numeric:
            return row
    return min(1, len(rows))


def _unit_of(table: _Table, cell: _Cell, header: str) -> tuple[str, str] | None:
    """万 or 亿, and the unit's symbol."""
    label = table.label(cell.row, cell.column)
    for words, note in ((header, _UNIT_NOTE), (label, _UNIT_NOTE), (table.caption, _CAPTION_UNIT)):
        found = note.search(words)
        if found and found["unit"].strip() in UNITS:
            return found["big"], found["unit"].strip()
    written = table.unit_cell(cell.row)
    if written.lstrip("万亿") in UNITS:
        return written[: len(written) - len(written.lstrip("万亿"))], written.lstrip("万亿")
    for words in (header, label):
        for ending, symbol in _INFERRED:
            if compiled(r"[（(].*").sub("", words).endswith(ending):
                return "", symbol
    return None


def _quantity(number: str, big: str, symbol: str) -> Quantity:
    sign = -1 if number[0] in "-－−" else 1
    digits = number.lstrip("-－−")
    worth = UNITS[symbol].factor * factor(big)
    value = parse_arabic(digits)
    places = value.as_tuple().exponent
    step = worth.scaleb(places) if isinstance(places, int) else worth
    return Quantity(
        value=plain(sign * value * worth), unit=UNITS[symbol].base, step=plain(step), written=number
    )


def _key(table: _Table, cell: _Cell) -> TableKey:
    header = _UNIT_NOTE.sub("", table.header(cell.column))
    label = _UNIT_NOTE.sub("", table.label(cell.row, cell.column))
    place = year = ""
    names: list[str] = []
    for words in (label, header):
        if found := _YEAR.fullmatch(words):
            year = read_year(found["year"])
        elif is_place_name(words):
            place = words
        elif not _TOTAL.fullmatch(words):
            names.append(words)
    title = next((line for line in reversed(table.caption.split("\n")) if not _CAPTION_UNIT.search(line)), "")
    if not year and (named := _CAPTION_YEAR.search(table.caption)):
        year = named[1]
    indicator = "".join(dict.fromkeys(filter(None, names))) or left_phrase(title)
    return TableKey(indicator=indicator[:_CAPTION_LENGTH], place=place, year=year, task=title)
