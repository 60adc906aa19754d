"""Cuts the runs of a paragraph so that a range may begin or end between any two characters."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from generator.wordml.namespaces import w
from generator.wordml.paragraph_text import Piece

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# Where a range's mark may stand (ISO 29500-1, EG_RangeMarkupElements within EG_PContent and EG_ContentRunContent).
_HOLDERS = frozenset(
    w(name)
    for name in ("p", "ins", "moveTo", "hyperlink", "fldSimple", "smartTag", "sdtContent", "customXml")
)


@dataclass(slots=True)
class ParagraphRuns:
    """One ``w:p`` with its characters; cuts keep the list of pieces true."""

    paragraph: etree._Element
    pieces: list[Piece]

    @property
    def length(self) -> int:
        return sum(len(piece.text) for piece in self.pieces)

    def mark_before(self, offset: int, mark: etree._Element) -> None:
        """Puts ``mark`` before the character at ``offset``; at the end of an empty paragraph where there is none."""
        index = self._cut(offset)
        if index < len(self.pieces):
            _holder_child(self.pieces[index].element).addprevious(mark)
        else:
            self.paragraph.append(mark)

    def mark_after(self, offset: int, mark: etree._Element, reference: etree._Element) -> None:
        """Puts ``mark`` behind the character that ends at ``offset`` and ``reference`` next behind it in the paragraph.

        LibreOffice loses the text of a comment whose reference stands inside a field.
        """
        index = self._cut(offset)
        if not index:
            self.paragraph.extend((mark, reference))
            return
        _holder_child(self.pieces[index - 1].element).addnext(mark)
        outermost = mark
        while (parent := outermost.getparent()) is not None and parent is not self.paragraph:
            outermost = parent
        outermost.addnext(reference)

    def cut_out(self, start: int, end: int) -> tuple[Piece, ...]:
        """The pieces from ``start`` to ``end``, in runs that hold nothing else."""
        first = self._cut(start)
        last = self._cut(end)  # a cut further on moves no piece before it
        return tuple(self.pieces[first:last])

    def _cut(self, offset: int) -> int:
        """Cuts at ``offset``; gives the index of the piece that begins there."""
        for index, piece in enumerate(self.pieces):
            if offset <= 0:
                self._part_from_before(index)
                return index
            if offset < len(piece.text):
                self._split(index, offset)
                return index + 1
            offset -= len(piece.text)
        return len(self.pieces)

    def _part_from_before(self, index: int) -> None:
        """Gives the piece a run of its own beginning where it shares its run with the piece before it."""
        element = self.pieces[index].element
        run = element.getparent()
        if (
            run is not None
            and run.tag == w("r")
            and index
            and self.pieces[index - 1].element.getparent() is run
        ):
            _run_from(run, element)

    def _split(self, index: int, offset: int) -> None:
        piece = self.pieces[index]
        run = piece.element.getparent()
        if run is None or run.tag != w("r"):
            return  # a formula's text stays whole
        tail = deepcopy(piece.element)
        tail.tail = None
        text = piece.element.text or ""
        piece.element.text, tail.text = text[:offset], text[offset:]
        for element in (piece.element, tail):
            element.set(_SPACE, "preserve")
        piece.element.addnext(tail)
        _run_from(run, tail)
        self.pieces[index : index + 1] = [
            Piece(piece.element, piece.text[:offset]),
            Piece(tail, piece.text[offset:]),
        ]


def _run_from(run: etree._Element, first: etree._Element) -> None:
    """Moves ``first`` and what follows it in ``run`` into a run of the same look behind it."""
    following = etree.Element(w("r"))
    for name, value in run.attrib.items():
        following.set(name, value)
    look = run.find(w("rPr"))
    if look is not None:
        following.append(deepcopy(look))
    rest = [first, *first.itersiblings()]
    run.addnext(following)
    for element in rest:
        following.append(element)


def _holder_child(element: etree._Element) -> etree._Element:
    """The ancestor of ``element`` beside which a mark may stand."""
    parent = element.getparent()
    while parent is not None and parent.tag not in _HOLDERS:
        element, parent = parent, parent.getparent()
    return element
