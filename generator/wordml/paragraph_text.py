"""The characters of one paragraph as its reader sees them: insertions in, deletions and hidden text out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from generator.wordml.namespaces import MC, m, w

SKIPPED = frozenset(
    {
        *(
            w(name)
            for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "instrText", "delText")
        ),
        *(w(name) for name in ("drawing", "pict", "object", "txbxContent", "tbl")),
        f"{{{MC}}}Fallback",
    }
)
_FIXED = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): "\n",
    w("br"): "\n",
    w("noBreakHyphen"): "-",
}
_SYMBOL = "□"  # a character of a symbol font, which means nothing outside it


@dataclass(slots=True)
class _Field:
    """A complex field that is open: its code comes first, then its result."""

    in_code: bool = True


@dataclass(slots=True)
class FieldState:
    """Fields may begin in one paragraph and end in a later one, so their state outlives a paragraph."""

    open: list[_Field] = field(default_factory=list)

    @property
    def in_code(self) -> bool:
        return any(each.in_code for each in self.open)

    def meet(self, kind: str) -> None:
        if kind == "begin":
            self.open.append(_Field())
        elif kind == "separate" and self.open:
            self.open[-1].in_code = False
        elif kind == "end" and self.open:
            self.open.pop()

    def end_paragraph(self) -> None:
        """A code never runs over a paragraph's end; one that seems to has lost its end and must not swallow the rest."""
        for each in self.open:
            each.in_code = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a paragraph and the element that shows them."""

    element: etree._Element
    text: str


def paragraph_text(paragraph: etree._Element, fields: FieldState) -> str:
    """Text of a ``w:p``; a tab is ``\\t``, a soft line break ``\\n``; of a field its result."""
    return "".join(piece.text for piece in paragraph_pieces(paragraph, fields))


def paragraph_pieces(paragraph: etree._Element, fields: FieldState) -> tuple[Piece, ...]:
    """The text of :func:`paragraph_text` with the elements that hold it, in reading order."""
    pieces = tuple(_pieces(paragraph, fields))
    fields.end_paragraph()
    return pieces


def _pieces(element: etree._Element, fields: FieldState) -> Iterator[Piece]:
    for child in element:
        tag = child.tag
        if tag in SKIPPED:
            continue
        if tag == w("r") and _is_hidden(child):
            for mark in child.iterchildren(w("fldChar")):
                fields.meet(mark.get(w("fldCharType"), ""))
        elif tag == w("fldChar"):
            fields.meet(child.get(w("fldCharType"), ""))
        elif fields.in_code:
            if tag not in (w("t"), m("t")):
                yield from _pieces(child, fields)
        elif tag in (w("t"), m("t")):
            yield Piece(child, (child.text or "").replace("\n", " ").replace("\r", ""))
        elif tag in _FIXED:
            yield Piece(child, _FIXED[tag])
        elif tag == w("sym"):
            yield Piece(child, _symbol(child))
        elif isinstance(tag, str):
            yield from _pieces(child, fields)


def _is_hidden(run: etree._Element) -> bool:
    properties = run.find(w("rPr"))
    vanish = properties.find(w("vanish")) if properties is not None else None
    return vanish is not None and vanish.get(w("val"), "1") not in ("0", "false", "off")


def _symbol(element: etree._Element) -> str:
    try:
        code = int(element.get(w("char"), ""), 16)
    except ValueError:
        return _SYMBOL
    return _SYMBOL if 0xE000 <= code <= 0xF8FF or code < 0x20 or code > 0xFFFF else chr(code)
