"""What depends on the words and so cannot stand in a template: the mark's size, the date's place, table columns.

It also takes away the empty runs that tags leave behind.

Works by the names of the template's styles; where a clerk's template has none of them, nothing is changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from generator.render.table_columns import fit_columns
from generator.render.title_lines import text_width
from generator.standards import gbt9704 as gb
from generator.wordml.namespaces import w

# Widest mark for that many characters: size in points, width of the characters in per cent. Long names are set
# narrow rather than small: the mark must strike the eye (7.2.4) and stay on one line of 156 mm.
_MARK_SIZES = ((9, 44.0, 100), (11, 42.0, 90), (13, 42.0, 80), (16, 40.0, 68), (20, 36.0, 60), (24, 30.0, 60))
_LONGEST = (30.0, 66)
_AFTER_INDENT = (
    *("contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"),
    *("textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
)
_AFTER_SIZE = (
    *("highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang"),
    *("eastAsianLayout", "specVanish", "oMath", "rPrChange"),
)
_AFTER_RUN = {
    "w": ("kern", "position", "sz", "szCs", *_AFTER_SIZE),
    "sz": ("szCs", *_AFTER_SIZE),
    "szCs": _AFTER_SIZE,
}
_ASCENT = 0.86 / 0.8  # of a Han character over the size, where a line of exact height has its baseline at 0.8


def fit_to_words(body: etree._Element, style_names: Mapping[str, str]) -> None:
    """Adjusts the rendered ``w:body`` in place; ``style_names`` are the template's style names by id."""
    for paragraph in _styled(body, style_names, "机关标志"):
        _size_mark(paragraph)
    signature = next(_styled(body, style_names, "署名"), None)
    date = next(_styled(body, style_names, "成文日期"), None)
    if signature is not None and date is not None:
        _place_date(signature, date)
    for table in body.iter(w("tbl")):
        fit_columns(table)
    for run in list(body.iter(w("r"))):
        _drop_if_empty(run)


def _styled(body: etree._Element, style_names: Mapping[str, str], name: str) -> Iterator[etree._Element]:
    for paragraph in body.iter(w("p")):
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        if style is not None and style_names.get(style.get(w("val"), "")) == name:
            yield paragraph


def _text(paragraph: etree._Element) -> str:
    return "".join(each.text or "" for each in paragraph.iter(w("t")))


def _size_mark(paragraph: etree._Element) -> None:
    length = len(_text(paragraph))
    fitting = ((points, scale) for most, points, scale in _MARK_SIZES if length <= most)
    points, scale = next(fitting, _LONGEST)
    if points == gb.MARK.points and scale == 100:
        return
    for run in paragraph.iter(w("r")):
        properties = _properties(run, "rPr")
        for name, value in (("w", scale), ("sz", round(points * 2)), ("szCs", round(points * 2))):
            _set(properties, name, {"val": str(value)}, _AFTER_RUN[name])
    spacing = {"before": "0", "after": "0", "line": str(round(points * 20 * _ASCENT)), "lineRule": "exact"}
    _set(_properties(paragraph, "pPr"), "spacing", spacing, ("ind", *_AFTER_INDENT))


def _place_date(signature: etree._Element, date: etree._Element) -> None:
    """7.3.5.2: 署名 two characters from the right, the date's first character two to the right of 署名's first.

    Where the date would then come nearer than two characters to the edge, it is the date that stands two from it.
    Both are placed from the left: how wide figures are is the word processor's affair.
    """
    line, edge = gb.PAGE.type_width / gb.GRID.character, gb.SIGNATURE_RIGHT_CHARACTERS
    shift = gb.DATE_RIGHT_OF_SIGNATURE_CHARACTERS
    left = line - edge - max(text_width(_text(signature)), text_width(_text(date)) + shift)
    for paragraph, indent in ((signature, left), (date, left + shift)):
        twips = str(max(round(indent * gb.GRID.character), 0))
        properties = _properties(paragraph, "pPr")
        _set(
            properties,
            "ind",
            {"leftChars": "0", "left": twips, "rightChars": "0", "right": "0"},
            _AFTER_INDENT,
        )
        _set(properties, "jc", {"val": "left"}, _AFTER_INDENT[_AFTER_INDENT.index("jc") + 1 :])


def _drop_if_empty(run: etree._Element) -> None:
    """Takes away what the tags of the template leave: runs without a character in them."""
    content = [child for child in run if child.tag != w("rPr")]
    parent = run.getparent()
    if parent is not None and all(child.tag == w("t") and not child.text for child in content):
        parent.remove(run)


def _properties(parent: etree._Element, name: str) -> etree._Element:
    """The ``w:pPr`` or ``w:rPr`` of a paragraph or run, made where there is none; it comes first."""
    found = parent.find(w(name))
    if found is None:
        found = etree.Element(w(name))
        parent.insert(0, found)
    return found


def _set(properties: etree._Element, name: str, values: dict[str, str], followers: tuple[str, ...]) -> None:
    """Sets one property before those that the schema puts after it; Word refuses another order."""
    old = properties.find(w(name))
    if old is not None:
        properties.remove(old)
    tags = {w(follower) for follower in followers}
    place = next((index for index, each in enumerate(properties) if each.tag in tags), len(properties))
    element = etree.Element(w(name))
    for key, value in values.items():
        element.set(w(key), value)
    properties.insert(place, element)
