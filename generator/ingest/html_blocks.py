"""An HTML element to lines of text: block elements end a line, table cells are blocks of their own."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from generator.ingest.block_writer import BlockWriter
from generator.model.text_document import Cell
from generator.patterns import compiled

_BLOCK = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_BLANKS = compiled(r"[ \t\r\n\f\v]+")
_EDGES = " \t\n\u3000\xa0\u200b\ufeff"
_LONG_CELL = 600
_MOST_SPAN = 100


def write_blocks(element: etree._Element, writer: BlockWriter) -> None:
    """Writes the text below ``element`` in reading order."""
    _Walk(writer=writer).element(element)


@dataclass(slots=True)
class _Walk:
    """One walk without recursion: pages may be nested deeper than Python's stack."""

    writer: BlockWriter
    _line: list[str] = field(default_factory=list)
    _tables: int = 0
    _verbatim: int = 0

    def element(self, top: etree._Element) -> None:
        """``top`` with everything below it, as lines of its own."""
        walk = etree.iterwalk(top, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                self._end(element, whole=element is top)
            elif element.tag == "table" and element is not top and _is_data(element):
                self._flush()
                self._table(element)
                walk.skip_subtree()
            else:
                self._start(element)
        self._flush()

    def _start(self, element: etree._Element) -> None:
        if element.tag in _BLOCK or element.tag == "br":
            self._flush()
        self._verbatim += element.tag == "pre"
        self._text(element.text)

    def _end(self, element: etree._Element, *, whole: bool) -> None:
        if element.tag in _BLOCK:
            self._flush()
        self._verbatim -= element.tag == "pre"
        if not whole:
            self._text(element.tail)

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if not self._verbatim:
            self._line.append(_BLANKS.sub(" ", text))
            return
        first, *rest = text.split("\n")
        self._line.append(first)
        for line in rest:
            self._flush()
            self._line.append(line)

    def _flush(self) -> None:
        line = "".join(self._line).strip(_EDGES)
        self._line.clear()
        if line:
            self.writer.add(_BLANKS.sub(" ", line))

    def _table(self, table: etree._Element) -> None:
        number, self._tables = self._tables, self._tables + 1
        taken: set[tuple[int, int]] = set()
        for row, element in enumerate(table.iter("tr")):
            column = 0
            for cell in element:
                if cell.tag not in ("td", "th"):
                    continue
                while (row, column) in taken:
                    column += 1
                place = Cell(
                    table=number,
                    row=row,
                    column=column,
                    row_span=_span(cell, "rowspan"),
                    column_span=_span(cell, "colspan"),
                )
                taken.update(_covered(place))
                self.writer.add(_cell_text(cell), cell=place)
                column += place.column_span


def _covered(place: Cell) -> set[tuple[int, int]]:
    return {
        (place.row + down, place.column + across)
        for down in range(place.row_span)
        for across in range(place.column_span)
    }


def _span(cell: etree._Element, name: str) -> int:
    written = (cell.get(name) or "").strip()
    return min(int(written), _MOST_SPAN) if written.isascii() and written.isdigit() and int(written) else 1


def _cell_text(cell: etree._Element) -> str:
    writer = BlockWriter()
    _Walk(writer=writer).element(cell)
    return writer.document(source="", file_format="").text


def _is_data(table: etree._Element) -> bool:
    """Whether a table holds data and does not merely lay out the page."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    if not any(len(cells) > 1 for cells in rows):
        return False
    return all(len("".join(map(str, cell.itertext()))) <= _LONG_CELL for cells in rows for cell in cells)
