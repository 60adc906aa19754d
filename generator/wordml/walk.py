"""The one walk over a .docx part: its paragraphs in reading order, each with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from generator.model.text_document import BlockKind, Cell
from generator.wordml.namespaces import MC, w

_CONTAINERS = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))
_GONE = frozenset(w(name) for name in ("del", "moveFrom"))
_FALLBACK = f"{{{MC}}}Fallback"
_ALTERNATE = frozenset(f"{{{MC}}}{name}" for name in ("AlternateContent", "Choice"))


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkedParagraph:
    """A ``w:p`` with its index among all ``w:p`` of its part, and what it is there."""

    element: etree._Element
    index: int
    kind: BlockKind
    cell: Cell | None = None


@dataclass(slots=True)
class Walk:
    """Walks parts of one document; tables are counted over all of them."""

    tables: int = 0
    _indices: dict[etree._Element, int] = field(default_factory=dict)

    def paragraphs(
        self, part: etree._Element, container: etree._Element, kind: BlockKind
    ) -> Iterator[WalkedParagraph]:
        """The paragraphs of ``container``, which lies in ``part``; text boxes follow the paragraph that holds them."""
        self._indices = {element: index for index, element in enumerate(part.iter(w("p")))}
        yield from self._blocks(container, kind, None)

    def _blocks(
        self, container: etree._Element, kind: BlockKind, cell: Cell | None
    ) -> Iterator[WalkedParagraph]:
        for element in container:
            tag = element.tag
            if tag == w("p"):
                yield WalkedParagraph(element=element, index=self._indices[element], kind=kind, cell=cell)
                yield from self._text_boxes(element)
            elif tag == w("tbl"):
                yield from self._table(element)
            elif tag in _CONTAINERS or tag in _ALTERNATE:
                yield from self._blocks(element, kind, cell)

    def _text_boxes(self, paragraph: etree._Element) -> Iterator[WalkedParagraph]:
        for box in _found(paragraph, w("txbxContent")):
            yield from self._blocks(box, BlockKind.TEXT_BOX, None)

    def _table(self, table: etree._Element) -> Iterator[WalkedParagraph]:
        number = self.tables
        self.tables += 1
        for element, cell in _cells(table, number):
            yield from self._blocks(element, BlockKind.CELL, cell)


def _found(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Outermost descendants with ``tag`` that are shown: not the fallback copy, not what was deleted."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _GONE and child.tag != _FALLBACK:
            yield from _found(child, tag)


def _rows(table: etree._Element, name: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, content controls and insertions opened, deletions left out."""
    for child in table:
        if child.tag == w(name):
            if not _deleted(child):
                yield child
        elif child.tag in _CONTAINERS or child.tag in _ALTERNATE:
            yield from _rows(child, name)


def _deleted(element: etree._Element) -> bool:
    return any(
        properties.find(w(mark)) is not None
        for properties, mark in ((each, mark) for each in element for mark in ("del", "cellDel"))
        if properties.tag in (w("trPr"), w("tcPr"))
    )


def _cells(table: etree._Element, number: int) -> Iterator[tuple[etree._Element, Cell]]:
    """Every cell that begins a merged area or stands alone, with its place and extent."""
    placed: list[tuple[etree._Element, Cell]] = []
    open_above: dict[int, int] = {}  # column → index in placed of the cell that reaches down through it
    for row_number, row in enumerate(_rows(table, "tr")):
        column = _number(row.find(f"{w('trPr')}/{w('gridBefore')}"), 0)
        for element in _rows(row, "tc"):
            span = _number(element.find(f"{w('tcPr')}/{w('gridSpan')}"), 1)
            if _continues(element, "vMerge") and column in open_above:
                _stretch_down(placed, open_above[column])
            elif _continues(element, "hMerge") and placed and placed[-1][1].row == row_number:
                _stretch_right(placed, span)
            else:
                open_above[column] = len(placed)
                cell = Cell(table=number, row=row_number, column=column, column_span=span)
                placed.append((element, cell))
            column += span
    yield from placed


def _continues(element: etree._Element, merge: str) -> bool:
    found = element.find(f"{w('tcPr')}/{w(merge)}")
    return found is not None and found.get(w("val"), "continue") == "continue"


def _stretch_down(placed: list[tuple[etree._Element, Cell]], index: int) -> None:
    element, cell = placed[index]
    placed[index] = element, replace(cell, row_span=cell.row_span + 1)


def _stretch_right(placed: list[tuple[etree._Element, Cell]], span: int) -> None:
    element, cell = placed[-1]
    placed[-1] = element, replace(cell, column_span=cell.column_span + span)


def _number(element: etree._Element | None, default: int) -> int:
    value = element.get(w("val"), "") if element is not None else ""
    return max(int(value), default) if value.isdecimal() else default
