""".docx to TextDocument: what a reader of the printed page would read, with places to find it again."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from generator.errors import InputError, Problem
from generator.model.place import Span
from generator.model.text_document import Block, BlockKind, TextDocument
from generator.patterns import compiled
from generator.wordml.namespaces import w
from generator.wordml.numbering import Numbering
from generator.wordml.package import MAIN_PART, Package, open_package
from generator.wordml.paragraph_text import FieldState, paragraph_text
from generator.wordml.styles import Styles
from generator.wordml.walk import Walk, WalkedParagraph

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_PAGE_FIELD = compiled(r"\b(?:PAGE|NUMPAGES|SECTIONPAGES)\b")
_WORD = compiled(r"[^\W\d_]")
_ORDINARY_NOTE = frozenset({None, "normal"})


def read_docx(path: Path) -> TextDocument:
    """Reads a .docx: body with tables in order, then footnotes and endnotes, headers and footers.

    Tracked insertions are read as text and deletions are not; automatic numbers become text; a soft line break ends a
    block as a paragraph does. A block's ``locator`` is ``part#n``, n counting the ``w:p`` of that part from 0, followed
    by ``@k`` where the block begins k characters into that paragraph. A footer that only numbers pages is left out.

    Raises InputError for what is no readable .docx: damaged, empty, protected by a password, swollen on purpose.
    """
    with open_package(path) as package:
        try:
            return _Reading(package).document()
        except RecursionError as error:
            problem = Problem(
                file=str(path),
                what="文档的嵌套层次异常地深，无法读入",
                remedy="请在 Word 或 WPS 里另存后再试",
            )
            raise InputError(problem) from error


@dataclass(slots=True)
class _Reading:
    """The state of reading one file: text so far, blocks so far."""

    package: Package
    _lines: list[str] = field(default_factory=list)
    _blocks: list[Block] = field(default_factory=list)
    _length: int = 0
    _carried: tuple[str, str] = ("", "")

    def document(self) -> TextDocument:
        styles = Styles.read(self.package.xml("word/styles.xml"))
        numbering = Numbering.read(self.package.xml("word/numbering.xml"), styles)
        walk = Walk()
        for part, root, kind in self._parts():
            fields = FieldState()
            for container in _containers(root, kind):
                for walked in walk.paragraphs(root, container, kind):
                    self._read(part, walked, styles, numbering, fields)
        text = "\n".join(self._lines)
        return TextDocument(
            source=self.package.file, text=text, blocks=tuple(self._blocks), file_format="docx"
        )

    def _parts(self) -> Iterator[tuple[str, etree._Element, BlockKind]]:
        body = self.package.xml(MAIN_PART)
        assert body is not None  # open_package has seen it  # noqa: S101
        yield MAIN_PART, body, BlockKind.PARAGRAPH
        for suffix, kind in (
            ("/footnotes", BlockKind.FOOTNOTE),
            ("/endnotes", BlockKind.FOOTNOTE),
            ("/header", BlockKind.HEADER),
            ("/footer", BlockKind.FOOTER),
        ):
            for part in self._related(suffix):
                root = self.package.xml(part)
                if root is not None:
                    yield part, root, kind

    def _related(self, suffix: str) -> list[str]:
        """Parts that the body refers to by a relationship of that type, in the order of their names."""
        relations = self.package.xml("word/_rels/document.xml.rels")
        if relations is None:
            return []
        targets = {
            posixpath.normpath(posixpath.join("/word", each.get("Target", ""))).lstrip("/")
            for each in relations.iterchildren(_RELATIONSHIP)
            if each.get("Type", "").endswith(suffix) and each.get("TargetMode") != "External"
        }
        return sorted(targets)

    def _read(
        self, part: str, walked: WalkedParagraph, styles: Styles, numbering: Numbering, fields: FieldState
    ) -> None:
        element = walked.element
        locator = f"{part}#{walked.index}"
        text = paragraph_text(element, fields)
        if self._carried[1]:
            text, locator = self._carried[0] + text, self._carried[1]
            self._carried = ("", "")
        if _mark_deleted(element):
            self._carried = (text, locator)
            return
        if walked.kind in (BlockKind.HEADER, BlockKind.FOOTER) and _only_numbers_pages(element, text):
            return
        number = numbering.next_text(element)
        style = styles.style_of(element)
        offset = 0
        for line in (number + text).split("\n"):
            generated = len(number) if offset == 0 else 0
            self._add_line(
                line,
                Block(
                    span=Span(self._length, self._length + len(line)),
                    number=len(self._blocks) + 1,
                    kind=walked.kind,
                    cell=walked.cell,
                    style=style.name if style else "",
                    heading_level=styles.heading_level(element),
                    generated=generated,
                    locator=f"{locator}@{offset}" if offset else locator,
                ),
            )
            offset += len(line) - generated + 1

    def _add_line(self, line: str, block: Block) -> None:
        self._lines.append(line)
        if line.strip():
            self._blocks.append(block)
        self._length += len(line) + 1


def _containers(root: etree._Element, kind: BlockKind) -> Iterator[etree._Element]:
    """What holds the paragraphs of a part: its body, each of its notes, or the part itself."""
    if kind is BlockKind.PARAGRAPH:
        yield from root.iterchildren(w("body"))
    elif kind is BlockKind.FOOTNOTE:
        notes = (child for child in root if child.tag in (w("footnote"), w("endnote")))
        yield from (note for note in notes if note.get(w("type")) in _ORDINARY_NOTE)
    else:
        yield root


def _mark_deleted(paragraph: etree._Element) -> bool:
    """Whether a tracked deletion took the paragraph's end away, so that it runs on into the next one."""
    return paragraph.find(f"{w('pPr')}/{w('rPr')}/{w('del')}") is not None


def _only_numbers_pages(paragraph: etree._Element, text: str) -> bool:
    codes = [each.text or "" for each in paragraph.iter(w("instrText"))]
    codes += [each.get(w("instr"), "") for each in paragraph.iter(w("fldSimple"))]
    return bool(_PAGE_FIELD.search(" ".join(codes))) and not _WORD.search(
        text.replace("第", "").replace("页", "")
    )
