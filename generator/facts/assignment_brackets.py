"""Assignments in brackets: （牵头单位：…；责任单位：…）, （…负责，…参与）."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.place import Span
from generator.patterns import compiled
from generator.text.agency_roles import FIRST_LEADS, RoleReading, first_in_lead, read_behind, read_labelled

_FAMILY = {"（": 0, "(": 0, "﹙": 0, "〔": 1, "﹝": 1, "［": 2, "[": 2, "【": 3}
_CLOSES = {"）": 0, ")": 0, "﹚": 0, "〕": 1, "﹞": 1, "］": 2, "]": 2, "】": 3}
_ANY = compiled(r"[（(﹙〔﹝［\[【）)﹚〕﹞］\]】]|\n[ \t　]*\n")
_KEYWORD = compiled(
    r"牵\s?头|责\s?任|负\s?责|配\s?合|参\s?与|参\s?加|协\s?[办助同作]|主\s?办|承\s?办|落\s?实|会\s?同|实\s?施|主\s?抓|支\s?持|[对归]口(?:管理)?(?:部门|单位)"
)
_LONGEST, _DEEPEST = 800, 8
_OPEN_LABEL = compiled(
    r"[（(〔【［\[][\s　]*(?:牵头|责任|主要责任|负责|主办|承办)[一-鿿]{0,6}(?:单位|部门|机关)[：:]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BracketReading:
    """A bracket with what it assigns; ``span`` covers the brackets."""

    span: Span
    reading: RoleReading


def find_bracket_assignments(text: str) -> tuple[BracketReading, ...]:
    """Brackets of ``text`` that assign, in order. Where the document says that the first-named leads, only the first
    does, from there on; a bracket whose own words name a lead keeps it."""
    found: list[BracketReading] = []
    for span in _spans(text):
        reading = _read(text[span.start + 1 : span.end - 1], span.start + 1)
        if reading is not None:
            while found and span.contains(found[-1].span):
                found.pop()
            found.append(BracketReading(span=span, reading=reading))
    found += _unclosed(text, found)
    found.sort(key=lambda item: item.span.start)
    return tuple(_ruled(text, found))


def _spans(text: str) -> Iterator[Span]:
    """Every bracket pair that may assign, by its end. Half-width and full-width round brackets close each other."""
    opened: list[tuple[int, int]] = []
    for match in _ANY.finditer(text):
        char = match.group()
        if char in _FAMILY:
            opened.append((_FAMILY[char], match.start()))
            if len(opened) > _DEEPEST:
                del opened[0]
        elif char in _CLOSES:
            start = _close(opened, _CLOSES[char])
            if (
                start is not None
                and match.end() - start <= _LONGEST
                and _KEYWORD.search(text, start, match.end())
            ):
                yield Span(start, match.end())
        else:
            opened.clear()


def _close(opened: list[tuple[int, int]], family: int) -> int | None:
    for index in range(len(opened) - 1, -1, -1):
        if opened[index][0] == family:
            start = opened[index][1]
            del opened[index:]
            return start
    return None


def _read(inner: str, offset: int) -> RoleReading | None:
    return read_labelled(inner, offset) or read_behind(inner, offset)


def _unclosed(text: str, closed: list[BracketReading]) -> list[BracketReading]:
    """Labelled brackets that the text forgot to close: they end with their line."""
    taken = {item.span.start for item in closed}
    found = []
    for match in _OPEN_LABEL.finditer(text):
        if match.start() in taken:
            continue
        end = text.find("\n", match.end())
        span = Span(match.start(), end if end >= 0 else len(text))
        if len(span) <= 300 and not any(span.overlaps(item.span) for item in closed[-400:]):
            reading = read_labelled(text[span.start + 1 : span.end].rstrip("）)"), span.start + 1)
            if reading is not None:
                found.append(BracketReading(span=span, reading=reading))
    return found


def _ruled(text: str, found: list[BracketReading]) -> Iterator[BracketReading]:
    """Applies 列第一位的为牵头单位，下同 from the place where it stands; outside brackets it holds everywhere."""
    inside = [item.span for item in found]
    general = any(
        not any(span.contains(Span(note.start(), note.end())) for span in inside)
        for note in FIRST_LEADS.finditer(text)
    )
    ruled = general
    for item in found:
        ruled = ruled or (item.reading.first_leads and item.reading.same_below)
        apply = (ruled or item.reading.first_leads) and not item.reading.explicit_lead
        reading = first_in_lead(item.reading) if apply else item.reading
        yield BracketReading(span=item.span, reading=reading)
