"""The styles of a .docx: names, and what a paragraph inherits through them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from generator.patterns import compiled
from generator.wordml.namespaces import w

_HEADING_NAME = compiled(r"(?:heading|标题) ?([1-9])", re.IGNORECASE)
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One paragraph style; ``properties`` is its ``w:pPr``."""

    id: str
    name: str
    based_on: str
    properties: etree._Element | None


@dataclass(frozen=True, slots=True)
class Styles:
    """Paragraph styles by id; ``default`` is the id of the one that unstyled paragraphs have."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: str = ""

    @classmethod
    def read(cls, root: etree._Element | None) -> Styles:
        """From ``word/styles.xml``; a file without it has no styles."""
        by_id: dict[str, Style] = {}
        default = ""
        for element in root.iterchildren(w("style")) if root is not None else ():
            if element.get(w("type"), "paragraph") != "paragraph":
                continue
            style = _style(element)
            by_id[style.id] = style
            if element.get(w("default")) in ("1", "true", "on"):
                default = style.id
        return cls(by_id, default)

    def style_of(self, paragraph: etree._Element) -> Style | None:
        """The style that a ``w:p`` names, or the default one."""
        name = _value(paragraph.find(f"{w('pPr')}/{w('pStyle')}"))
        return self.by_id.get(name) or self.by_id.get(self.default)

    def ancestry(self, style: Style | None) -> Iterator[Style]:
        """The style and those it is based on, nearest first; a loop of styles ends."""
        seen: set[str] = set()
        while style is not None and style.id not in seen:
            seen.add(style.id)
            yield style
            style = self.by_id.get(style.based_on)

    def heading_level(self, paragraph: etree._Element) -> int | None:
        """1 to 9 where the paragraph or its styles say so, None for body text."""
        style = self.style_of(paragraph)
        sources = [paragraph.find(w("pPr")), *(each.properties for each in self.ancestry(style))]
        for properties in sources:
            level = _value(properties.find(w("outlineLvl"))) if properties is not None else ""
            if level.isdecimal():
                return int(level) + 1 if int(level) < _BODY_LEVEL else None
        named = _HEADING_NAME.fullmatch(style.name) if style else None
        return int(named.group(1)) if named else None


def _style(element: etree._Element) -> Style:
    return Style(
        id=element.get(w("styleId"), ""),
        name=_value(element.find(w("name"))),
        based_on=_value(element.find(w("basedOn"))),
        properties=element.find(w("pPr")),
    )


def _value(element: etree._Element | None) -> str:
    return element.get(w("val"), "") if element is not None else ""
