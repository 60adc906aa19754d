"""Lists of townships: the draft's against the source's list of the same townships but one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.matching.bonds import Bond
from generator.matching.reading import Reading
from generator.matching.source_view import SourceView
from generator.matching.verdicts import PlaceMatch, Verdict
from generator.matching.wording import pairs
from generator.model.place import Span
from generator.patterns import compiled

_TOWN = r"[\u4e00-\u9fff]{2,5}(?:镇|乡|街道)"
_LIST = compiled(rf"{_TOWN}(?:[、和]{_TOWN}){{2,}}")
_ITEM = compiled(rf"[、和]?(?P<name>{_TOWN})")
_STOP = compiled(r"[。；;\n]")
_KIND = compiled("(?:镇|乡|街道)$")
_BY = compiled(r"^.*(?:[由在以对为把到含是即]|涉及|覆盖|包括|其中)(?=..)")
_FEWEST = 3
_AROUND, _SHARED = 30, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Town:
    """``base`` is the name without 镇 or 乡 and without the words that ran into it (由城厢镇)."""

    base: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listing:
    """The towns of one list, and the words around it."""

    towns: tuple[_Town, ...]
    around: frozenset[str]

    @property
    def names(self) -> frozenset[str]:
        return frozenset(town.base for town in self.towns)


def match_place_lists(draft: Reading, view: SourceView) -> Iterator[PlaceMatch]:
    """The one township of a list in whose place the source's list has another.

    Only where both lists are equally long, all others are the same, some words around them too, and no list of the
    source is the draft's.
    """
    if view.bond not in (Bond.CLOSE, Bond.ABOVE):
        return
    known = list(_lists(view.reading.facts.document.text))
    for ours in _lists(draft.facts.document.text):
        if any(ours.names == theirs.names for theirs in known):
            continue
        for theirs in known:
            ours_only, theirs_only = ours.names - theirs.names, theirs.names - ours.names
            one_matter = len(ours.around & theirs.around) >= _SHARED
            if one_matter and len(ours.names) == len(theirs.names) and len(ours_only) == 1:
                odd = next(town for town in ours.towns if town.base in ours_only)
                other = next(town for town in theirs.towns if town.base in theirs_only)
                yield _match(odd, other, view)
                break


def _match(odd: _Town, other: _Town, view: SourceView) -> PlaceMatch:
    return PlaceMatch(
        span=odd.span,
        verdict=Verdict.CONTRADICTS,
        source=view.source,
        counterpart=other.span,
        difference=other.span.of(view.reading.facts.document.text),
    )


def _lists(text: str) -> Iterator[_Listing]:
    for found in _LIST.finditer(text):
        towns = []
        for item in _ITEM.finditer(text, found.start(), found.end()):
            cut = _BY.match(item["name"]) if item.start("name") == found.start() else None
            start = item.start("name") + (cut.end() if cut else 0)
            span = Span(start, item.end())
            towns.append(_Town(base=_KIND.sub("", span.of(text)), span=span))
        if len({town.base for town in towns}) >= _FEWEST:
            start = towns[0].span.start
            before = _STOP.split(text[max(0, start - _AROUND) : start])[-1]
            after = _STOP.split(text[found.end() : found.end() + _AROUND])[0]
            yield _Listing(towns=tuple(towns), around=pairs(before) | pairs(after))
