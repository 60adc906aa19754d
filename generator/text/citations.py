"""Titles in 《》, nested or broken over lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.place import Span
from generator.patterns import compiled

# Long titles of joint notices reach 120 characters; beyond 200 a bracket was left open.
_TITLE_LENGTH = 200
_BRACKETS = compiled(r"[《》]|\n[ \t　]*\n|[。；]")
_FIRST_END = compiled(r"[》。；\n]")
_INNER_END = compiled(r"[〉》](?=[（(]?[一-鿿]{1,16}[〔﹝［\[（(](?:19|20)[0-9xX×]{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedTitle:
    """A title with its brackets. ``title`` has line breaks and the spaces around them removed.

    ``closed`` is False where the text forgot 》 and the title was taken to end at its inner 〉.
    """

    span: Span
    title: str
    closed: bool = True


def find_titles(text: str) -> tuple[QuotedTitle, ...]:
    """Every outermost title in 《》 of ``text``, in order; titles nested in it (〈〉 or 《》) are part of it."""
    return tuple(_titles(text))


def _titles(text: str) -> Iterator[QuotedTitle]:
    at = text.find("《")
    while at >= 0:
        end, closed = _end(text, at)
        if end - at > 2:
            inner = text[at + 1 : end - 1] if text[end - 1] == "》" else text[at + 1 : end]
            yield QuotedTitle(span=Span(at, end), title=_plain(inner), closed=closed)
        at = text.find("《", max(end, at + 1))


def _end(text: str, start: int) -> tuple[int, bool]:
    """The end of the title that opens at ``start``, ``start`` when none can be told, and whether it is closed."""
    depth, limit = 0, min(len(text), start + _TITLE_LENGTH)
    for match in _BRACKETS.finditer(text, start, limit):
        if match.group() == "《":
            depth += 1
        elif match.group() == "》":
            depth -= 1
        else:
            break
        if depth == 0:
            return match.end(), True
    return _unclosed_end(text, start, limit)


def _unclosed_end(text: str, start: int, limit: int) -> tuple[int, bool]:
    # A second 《 in a title that never closes twice: 《甲〈乙》 or 《甲《乙》 end at the first 》 or before a number.
    inner = _INNER_END.search(text, start, limit)
    if inner is not None:
        return inner.end(), False
    first = _FIRST_END.search(text, start, limit)
    if first is not None and first.group() == "》":
        return first.end(), False
    return start, False


def _plain(title: str) -> str:
    return compiled(r"[ \t　]*\n[ \t　]*").sub("", title).strip()
