"""Reads how a .docx sets its pages and paragraphs."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from generator.model.layout import DocumentLayout, PageLayout, ParagraphLook
from generator.model.text_document import Block, BlockKind, TextDocument
from generator.wordml.character_looks import CharacterLook, CharacterLooks
from generator.wordml.namespaces import R, w
from generator.wordml.package import MAIN_PART, Package, open_package
from generator.wordml.paragraph_text import FieldState, Piece, paragraph_pieces
from generator.wordml.styles import Styles
from generator.wordml.walk import Walk

# Word sets these in the Latin font unless the run says hint="eastAsia".
_MARKS = frozenset("“”‘’—…")
_HAN = ("\u4e00", "\u9fff")
_WORDS_SIZE = 20  # half-points of text whose size no level gives
_TWIPS_PER_HALF_POINT = 10
_RELATIONSHIPS = "word/_rels/document.xml.rels"


def read_layout(path: Path, document: TextDocument) -> DocumentLayout:
    """The layout of the .docx at ``path``, which was read as ``document``; InputError where it cannot be read."""
    with open_package(path) as package:
        body = package.xml(MAIN_PART)
        assert body is not None  # open_package has seen it  # noqa: S101
        reading = _Reading(package, document)
        return reading.layout(body)


class _Reading:
    def __init__(self, package: Package, document: TextDocument) -> None:
        self._package = package
        self._document = document
        self._looks = CharacterLooks.read(package)
        self._styles = Styles.read(package.xml("word/styles.xml"))
        self._blocks: dict[int, list[Block]] = {}
        for block in document.blocks:
            part, _, place = block.locator.partition("#")
            if part == MAIN_PART:
                self._blocks.setdefault(int(place.partition("@")[0]), []).append(block)

    def layout(self, body: etree._Element) -> DocumentLayout:
        fields = FieldState()
        looks: dict[int, ParagraphLook] = {}
        pages: list[PageLayout] = []
        first = 1
        for container in body.iterchildren(w("body")):
            for walked in Walk().paragraphs(body, container, BlockKind.PARAGRAPH):
                pieces = paragraph_pieces(walked.element, fields)
                for block in self._blocks.get(walked.index, ()):
                    looks[block.number] = self._look(walked.element, pieces, block)
                section = walked.element.find(f"{w('pPr')}/{w('sectPr')}")
                if section is not None:
                    pages.append(self._page(section, first, pages))
                    first = max(looks, default=0) + 1
            for section in container.iterchildren(w("sectPr")):
                pages.append(self._page(section, first, pages))
        return DocumentLayout(pages=tuple(pages), looks=looks)

    def _look(self, paragraph: etree._Element, pieces: tuple[Piece, ...], block: Block) -> ParagraphLook:
        style = self._styles.style_of(paragraph)
        counts: Counter[CharacterLook] = Counter()
        marks: list[int] = []
        at = block.span.start + block.generated - int(block.locator.partition("@")[2] or 0)
        for piece in pieces:
            run = piece.element.getparent()
            if run is not None and run.tag == w("r"):
                look = self._looks.look(style.id if style else "", run)
                counts[look] += sum(_HAN[0] <= sign <= _HAN[1] for sign in piece.text)
                counts[look] += 0
                if not look.hinted and look.latin and look.latin != look.font:
                    marks += (at + i for i, sign in enumerate(piece.text) if sign in _MARKS)
            at += len(piece.text)
        main = counts.most_common(1)[0][0] if counts else CharacterLook()
        return ParagraphLook(
            font=main.font,
            latin=main.latin,
            size=main.size,
            bold=main.bold,
            alignment=self._inherited(paragraph, "jc", "val"),
            left=self._indent(paragraph, main.size, "left", "start"),
            right=self._indent(paragraph, main.size, "right", "end"),
            first=self._indent(paragraph, main.size, "firstLine")
            - self._indent(paragraph, main.size, "hanging"),
            line=self._exact_line(paragraph),
            latin_marks=tuple(mark for mark in marks if block.span.start <= mark < block.span.end),
            overridden=main.overridden,
        )

    def _inherited(self, paragraph: etree._Element, name: str, attribute: str) -> str:
        """A paragraph property, from the paragraph or from the nearest style that has it."""
        style = self._styles.style_of(paragraph)
        levels = [paragraph.find(w("pPr")), *(each.properties for each in self._styles.ancestry(style))]
        for level in levels:
            found = level.find(w(name)) if level is not None else None
            if found is not None and found.get(w(attribute)) is not None:
                return str(found.get(w(attribute)))
        return ""

    def _indent(self, paragraph: etree._Element, size: int, *names: str) -> int:
        """An indent in twips. Word lets one counted in hundredths of a character beat one written as a length."""
        for name in names:
            hundredths = self._inherited(paragraph, "ind", f"{name}Chars")
            if _whole(hundredths):
                return _whole(hundredths) * (size or _WORDS_SIZE) * _TWIPS_PER_HALF_POINT // 100
        return next(
            (_whole(value) for name in names if (value := self._inherited(paragraph, "ind", name))), 0
        )

    def _exact_line(self, paragraph: etree._Element) -> int:
        value = self._inherited(paragraph, "spacing", "line")
        exact = self._inherited(paragraph, "spacing", "lineRule") == "exact"
        return int(value) if exact and value.isdecimal() else 0

    def _page(self, section: etree._Element, first: int, before: list[PageLayout]) -> PageLayout:
        size, margins, grid = (section.find(w(name)) for name in ("pgSz", "pgMar", "docGrid"))
        inherited = before[-1].page_number if before else False
        return PageLayout(
            first_block=first,
            width=_twips(size, "w"),
            height=_twips(size, "h"),
            top=_twips(margins, "top"),
            bottom=_twips(margins, "bottom"),
            left=_twips(margins, "left") or _twips(margins, "start"),
            right=_twips(margins, "right") or _twips(margins, "end"),
            grid=grid.get(w("type"), "") if grid is not None else "",
            line_pitch=_twips(grid, "linePitch"),
            page_number=any(self._numbers_pages(part) for part in self._footers(section)) or inherited,
        )

    def _footers(self, section: etree._Element) -> Iterator[str]:
        wanted = {each.get(f"{{{R}}}id") for each in section.iterchildren(w("footerReference"))}
        relations = self._package.xml(_RELATIONSHIPS)
        for each in relations if relations is not None else ():
            if each.get("Id") in wanted:
                yield posixpath.normpath(posixpath.join("word", each.get("Target", ""))).lstrip("/")

    def _numbers_pages(self, part: str) -> bool:
        root = self._package.xml(part)
        if root is None:
            return False
        codes = [each.text or "" for each in root.iter(w("instrText"))]
        codes += [each.get(w("instr"), "") for each in root.iter(w("fldSimple"))]
        return any("PAGE" in code for code in codes)


def _whole(value: str) -> int:
    """A signed whole number; 0 for anything else."""
    return int(value) if value.lstrip("-").isdecimal() else 0


def _twips(element: etree._Element | None, name: str) -> int:
    value = element.get(w(name), "") if element is not None else ""
    return abs(int(value)) if value.lstrip("-").isdecimal() else 0
