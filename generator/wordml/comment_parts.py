"""The parts of a .docx that hold comments: made where the file has none, added to where it has some."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from generator.wordml.namespaces import R, W, w
from generator.wordml.package import Package

_TYPES = "[Content_Types].xml"
_RELATIONS = "word/_rels/document.xml.rels"
_TYPE_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATION_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_COMMENTS_RELATION = f"{R}/comments"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_HALF_POINTS = "18"  # the draft's own body text is 3号; a comment in it would fill the margin


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What a comment says, a paragraph a line; ``number`` is its id in the file."""

    number: int
    lines: tuple[str, ...]


def first_free_number(package: Package) -> int:
    """A comment id above all that the file uses."""
    part = _comments_part(package)
    root = package.xml(part) if part else None
    numbers = [int(each.get(w("id"), "0")) for each in root.iter(w("comment"))] if root is not None else []
    return max(numbers, default=-1) + 1


def parts_with(
    package: Package, comments: Sequence[Comment], *, author: str, initials: str, when: datetime
) -> Mapping[str, etree._Element]:
    """The parts that change for the file to hold ``comments``: the comments themselves, types and relations."""
    part = _comments_part(package)
    if part:
        root = package.xml(part)
        assert root is not None  # _comments_part has seen it  # noqa: S101
        changed = {part: root}
    else:
        part = "word/comments.xml"
        while package.has(part):
            part = part.replace(".xml", "_.xml")
        root = etree.Element(w("comments"), nsmap={"w": W})
        changed = {part: root, **_announced(package, part)}
    stamp = when.strftime("%Y-%m-%dT%H:%M:%SZ")
    for comment in comments:
        root.append(_element(comment, author, initials, stamp))
    return changed


def _comments_part(package: Package) -> str:
    """The name of the part that holds the file's comments; empty where it has none."""
    relations = package.xml(_RELATIONS)
    for each in relations if relations is not None else ():
        if each.get("Type", "").endswith("/comments"):
            target = each.get("Target", "")
            name = target.lstrip("/") if target.startswith("/") else f"word/{target}"
            return name if package.has(name) else ""
    return ""


def _announced(package: Package, part: str) -> Mapping[str, etree._Element]:
    types, relations = package.xml(_TYPES), package.xml(_RELATIONS)
    if types is None:
        types = etree.Element(f"{{{_TYPE_NS}}}Types")
    if relations is None:
        relations = etree.Element(f"{{{_RELATION_NS}}}Relationships")
    etree.SubElement(types, f"{{{_TYPE_NS}}}Override", PartName=f"/{part}", ContentType=_COMMENTS_TYPE)
    used = {each.get("Id") for each in relations}
    name = next(f"rId{n}" for n in range(1, len(used) + 2) if f"rId{n}" not in used)
    etree.SubElement(
        relations,
        f"{{{_RELATION_NS}}}Relationship",
        Id=name,
        Type=_COMMENTS_RELATION,
        Target=part.removeprefix("word/"),
    )
    return {_TYPES: types, _RELATIONS: relations}


def _element(comment: Comment, author: str, initials: str, stamp: str) -> etree._Element:
    element = etree.Element(w("comment"))
    for name, value in (
        ("id", str(comment.number)),
        ("author", author),
        ("date", stamp),
        ("initials", initials),
    ):
        element.set(w(name), value)
    for line in comment.lines:
        run = etree.SubElement(_paragraph(element), w("r"))
        _set_small(run)
        text = etree.SubElement(run, w("t"))
        text.text = _writable(line)
        text.set(_SPACE, "preserve")
    return element


def _paragraph(parent: etree._Element) -> etree._Element:
    """A paragraph without the body's indent and fixed line pitch, which comments would inherit."""
    paragraph = etree.SubElement(parent, w("p"))
    properties = etree.SubElement(paragraph, w("pPr"))
    spacing = etree.SubElement(properties, w("spacing"))
    spacing.set(w("line"), "240")
    spacing.set(w("lineRule"), "auto")
    indent = etree.SubElement(properties, w("ind"))
    indent.set(w("firstLine"), "0")
    indent.set(w("firstLineChars"), "0")
    etree.SubElement(properties, w("jc")).set(w("val"), "left")
    return paragraph


def _set_small(run: etree._Element) -> None:
    look = etree.SubElement(run, w("rPr"))
    for name in ("sz", "szCs"):
        etree.SubElement(look, w(name)).set(w("val"), _HALF_POINTS)


def _writable(text: str) -> str:
    """XML holds no control characters."""
    return "".join(sign for sign in text if sign >= " " or sign == "\t")


def range_marks(number: int) -> tuple[etree._Element, etree._Element, etree._Element]:
    """Beginning and end of a comment's range, and the run that refers to the comment."""
    start, end = etree.Element(w("commentRangeStart")), etree.Element(w("commentRangeEnd"))
    run = etree.Element(w("r"))
    reference = etree.SubElement(run, w("commentReference"))
    for each in (start, end, reference):
        each.set(w("id"), str(number))
    return start, end, run
