"""A draft that is no .docx, set as a plain one so that comments can be put on it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from generator.model.text_document import Block, TextDocument
from generator.standards.gbt9704 import BODY, PAGE
from generator.wordml.package import MAIN_PART

if TYPE_CHECKING:
    from docx.document import Document
    from lxml import etree

_WORD = ".docx"


@contextmanager
def as_docx(document: TextDocument, draft: Path) -> Iterator[tuple[Path, TextDocument]]:
    """A .docx with the text of ``draft`` and the document with its blocks found there: ``draft`` itself where it is one."""
    if document.file_format == "docx" and draft.suffix.lower() == _WORD:
        yield draft, document
        return
    with tempfile.TemporaryDirectory(prefix="nigao-") as folder:
        path = Path(folder) / "draft.docx"
        yield path, _typeset(document, path)


def _typeset(document: TextDocument, path: Path) -> TextDocument:
    """Writes the text to ``path``, tables as tables; gives the document with the places of its blocks in that file."""
    import docx
    from docx.oxml.ns import qn

    file = docx.Document()
    _set_page(file)
    elements: list[etree._Element] = []
    for table, blocks in groupby(document.blocks, key=lambda block: block.cell.table if block.cell else None):
        members = list(blocks)
        if table is None:
            elements.extend(_paragraph(file, document, block) for block in members)
        else:
            elements.extend(_table(file, document, members))
    order = {element: index for index, element in enumerate(file.element.iter(qn("w:p")))}
    file.save(str(path))
    placed = (
        replace(block, locator=f"{MAIN_PART}#{order[element]}", generated=0)
        for block, element in zip(document.blocks, elements, strict=True)
    )
    return replace(document, blocks=tuple(placed))


def _set_page(file: Document) -> None:
    """The standard's paper, margins and body type."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, Twips

    section = file.sections[0]
    section.page_width, section.page_height = Twips(PAGE.width), Twips(PAGE.height)
    section.top_margin, section.bottom_margin = Twips(PAGE.top), Twips(PAGE.bottom)
    section.left_margin, section.right_margin = Twips(PAGE.left), Twips(PAGE.right)
    style = file.styles["Normal"]
    style.font.size = Pt(BODY.points)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), BODY.font)


def _paragraph(file: Document, document: TextDocument, block: Block) -> etree._Element:
    element: etree._Element = file.add_paragraph(_shown(block.span.of(document.text)))._element
    return element


def _table(file: Document, document: TextDocument, blocks: Sequence[Block]) -> Iterator[etree._Element]:
    cells = [block.cell for block in blocks if block.cell]
    rows = max(cell.row + cell.row_span for cell in cells)
    columns = max(cell.column + cell.column_span for cell in cells)
    table = file.add_table(rows=rows, cols=columns, style="Table Grid")
    filled: set[tuple[int, int]] = set()
    for block, cell in zip(blocks, cells, strict=True):
        place = table.cell(cell.row, cell.column)
        if (cell.row, cell.column) in filled:
            paragraph = place.add_paragraph()
        else:
            paragraph = place.paragraphs[0]
            filled.add((cell.row, cell.column))
        paragraph.add_run(_shown(block.span.of(document.text)))
        yield paragraph._element


def _shown(text: str) -> str:
    """python-docx turns tabs into elements of one character too; control characters XML cannot hold show as a blank."""
    return "".join(sign if sign >= " " or sign == "\t" else " " for sign in text)
