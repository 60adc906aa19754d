"""Word's automatic numbering resolved to the text that a reader sees: 一、 （一） 1. ①."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from generator.patterns import compiled
from generator.wordml.counting import counted
from generator.wordml.namespaces import w
from generator.wordml.styles import Styles

_PLACEHOLDER = compiled(r"%([1-9])")
_BULLET = "•"  # what symbol fonts draw for their private characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list as the file defines it."""

    start: int = 1
    number_format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    legal: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class _List:
    """A ``w:num``: the list it belongs to and what it changes there."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(slots=True)
class Numbering:
    """Counts the numbered paragraphs of one document as they are met, in order."""

    styles: Styles
    _lists: dict[str, _List] = field(default_factory=dict)
    _counters: dict[str, dict[int, int]] = field(default_factory=dict)
    _restarted: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def read(cls, root: etree._Element | None, styles: Styles) -> Numbering:
        """From ``word/numbering.xml``; a file without it numbers nothing."""
        numbering = cls(styles)
        if root is not None:
            abstracts = {
                each.get(w("abstractNumId"), ""): each for each in root.iterchildren(w("abstractNum"))
            }
            for element in root.iterchildren(w("num")):
                numbering._lists[element.get(w("numId"), "")] = _list(element, abstracts)
        return numbering

    def next_text(self, paragraph: etree._Element) -> str:
        """The number that Word shows before this paragraph, empty where it shows none; counts it."""
        found = self._place(paragraph)
        if found is None:
            return ""
        number, depth = found
        listing = self._lists.get(number)
        level = listing.levels.get(depth) if listing else None
        if listing is None or level is None:
            return ""
        self._count(number, listing, depth)
        return _label(listing, level, self._counters[listing.abstract])

    def _place(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """List and level of a paragraph, given by itself or by its styles."""
        number = depth = None
        for properties, style in self._sources(paragraph):
            element = properties.find(w("numPr"))
            if element is None:
                continue
            number = number or _value(element, "numId")
            depth = depth or _value(element, "ilvl")
            if number and not depth and style:
                depth = self._level_of_style(number, style)
            if number:
                break
        if not number or number == "0":
            return None
        return number, int(depth) if depth and depth.isdecimal() else 0

    def _sources(self, paragraph: etree._Element) -> Iterator[tuple[etree._Element, str]]:
        own = paragraph.find(w("pPr"))
        if own is not None:
            yield own, ""
        for style in self.styles.ancestry(self.styles.style_of(paragraph)):
            if style.properties is not None:
                yield style.properties, style.id

    def _level_of_style(self, number: str, style: str) -> str | None:
        listing = self._lists.get(number)
        depths = [depth for depth, level in listing.levels.items() if level.style == style] if listing else []
        return str(depths[0]) if depths else None

    def _count(self, number: str, listing: _List, depth: int) -> None:
        counters = self._counters.setdefault(listing.abstract, {})
        fresh = depth in listing.starts and (number, depth) not in self._restarted
        if fresh:
            self._restarted.add((number, depth))
            counters[depth] = listing.starts[depth]
        else:
            counters[depth] = counters.get(depth, listing.levels[depth].start - 1) + 1
        for deeper in [level for level in counters if level > depth]:
            restart = listing.levels[deeper].restart if deeper in listing.levels else None
            if restart is None or depth < restart:
                del counters[deeper]


def _list(element: etree._Element, abstracts: dict[str, etree._Element]) -> _List:
    abstract_id = _value(element, "abstractNumId")
    abstract = _followed(abstracts.get(abstract_id), abstracts)
    levels = dict(_levels(abstract)) if abstract is not None else {}
    starts: dict[int, int] = {}
    for override in element.iterchildren(w("lvlOverride")):
        depth = _depth(override)
        levels.update(_levels(override))
        if (start := _value(override, "startOverride")).isdecimal():
            starts[depth] = int(start)
    return _List(abstract_id, levels, starts)


def _followed(abstract: etree._Element | None, abstracts: dict[str, etree._Element]) -> etree._Element | None:
    """The definition behind a list that only names a numbering style."""
    if abstract is None or not (name := _value(abstract, "numStyleLink")):
        return abstract
    linked = (each for each in abstracts.values() if _value(each, "styleLink") == name)
    return next(linked, abstract)


def _levels(parent: etree._Element) -> Iterator[tuple[int, Level]]:
    for element in parent.iterchildren(w("lvl")):
        start, restart = _value(element, "start"), _value(element, "lvlRestart")
        yield (
            _depth(element),
            Level(
                start=int(start) if start.isdecimal() else 0,
                number_format=_format(element),
                text=_value(element, "lvlText"),
                suffix=_value(element, "suff") or "tab",
                restart=int(restart) if restart.isdecimal() else None,
                legal=element.find(w("isLgl")) is not None,
                style=_value(element, "pStyle"),
            ),
        )


def _format(level: etree._Element) -> str:
    """The number format; Word writes those newer than 2010 inside ``mc:AlternateContent``."""
    found = next(level.iter(w("numFmt")), None)
    return found.get(w("val"), "decimal") if found is not None else "decimal"


def _label(listing: _List, level: Level, counters: dict[int, int]) -> str:
    if level.number_format == "bullet":
        return "".join(_BULLET if "\ue000" <= sign <= "\uf8ff" else sign for sign in level.text)

    def number(match: re.Match[str]) -> str:
        depth = int(match.group(1)) - 1
        shown = listing.levels.get(depth)
        if shown is None:
            return ""
        value = counters.get(depth, shown.start)
        return counted(value, "decimal" if level.legal else shown.number_format)

    label = _PLACEHOLDER.sub(number, level.text)
    # Without the gap that Word draws, "1" and "2017年" would read as 12017年.
    return f"{label} " if level.suffix != "nothing" and label[-1:].isalnum() and label.isascii() else label


def _depth(element: etree._Element) -> int:
    """The level that a definition is for; a damaged one counts as the first."""
    written = element.get(w("ilvl"), "")
    return int(written) if written.isdecimal() else 0


def _value(parent: etree._Element, name: str) -> str:
    element = parent.find(w(name))
    return element.get(w("val"), "") if element is not None else ""
