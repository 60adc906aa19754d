"""A correction as Word's tracked change: the old characters struck out, the new ones inserted."""

from __future__ import annotations

from copy import deepcopy
from datetime import datetime

from lxml import etree

from generator.wordml.namespaces import w
from generator.wordml.run_cutting import ParagraphRuns

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def replace_tracked(
    runs: ParagraphRuns, start: int, end: int, text: str, number: int, author: str, when: datetime
) -> bool:
    """Replaces the characters from ``start`` to ``end`` by ``text``, the two changes numbered ``number`` and next.

    The pieces of ``runs`` keep their places: the struck characters count until the change is accepted. False, and
    nothing done, where the characters are not all plain text of the paragraph itself.
    """
    inner = runs.cut_out(start, end)
    elements = [run for piece in inner if (run := piece.element.getparent()) is not None]
    if not elements or {run.getparent() for run in elements} != {runs.paragraph}:
        return False
    if any(run.tag != w("r") for run in elements) or any(piece.element.tag != w("t") for piece in inner):
        return False
    stamp = when.strftime("%Y-%m-%dT%H:%M:%SZ")
    struck = _change("del", 2 * number + 1_000_000, author, stamp)
    added = _change("ins", 2 * number + 1_000_001, author, stamp)
    elements[0].addprevious(struck)
    struck.addnext(added)
    added.append(_inserted(elements[0], text))
    for run in dict.fromkeys(elements):
        struck.append(run)
    for piece in inner:
        piece.element.tag = w("delText")
    return True


def _change(name: str, number: int, author: str, stamp: str) -> etree._Element:
    element = etree.Element(w(name))
    for key, value in (("id", str(number)), ("author", author), ("date", stamp)):
        element.set(w(key), value)
    return element


def _inserted(like: etree._Element, text: str) -> etree._Element:
    run = etree.Element(w("r"))
    look = like.find(w("rPr"))
    if look is not None:
        run.append(deepcopy(look))
    element = etree.SubElement(run, w("t"))
    element.text = text
    element.set(_SPACE, "preserve")
    return run
