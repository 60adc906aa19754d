"""Quotation marks, brackets and title marks of one paragraph whose other half is not in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.place import Span
from generator.patterns import compiled

CLOSING = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "(": "）", "【": "】", "〔": "〕"}
SHUT = {"”": "”", "’": "’", "》": "》", "〉": "〉", "）": "）", ")": "）", "】": "】", "〕": "〕"}
_MARKS = compiled(f"[{re.escape(''.join([*CLOSING, *SHUT]))}]")
_ITEM = compiled(r"(?:^|[\s，。；：、])(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,2})[）)]\Z")
# A quotation of several paragraphs opens at each and closes at the last one; conversion may have joined them.
_OPENS = compiled(r"(?:^|[。；：\s])“\Z", re.MULTILINE)
_SHORTEST_QUOTED, _LONGEST_QUOTED = 12, 400


def lonely_marks(text: str, span: Span) -> list[int]:
    """Offsets of the marks in ``span`` whose other half is not in it, in order."""
    opened: list[int] = []
    lonely: list[int] = []
    for match in _MARKS.finditer(text, span.start, span.end):
        mark = match.group()
        if mark in CLOSING:
            if not _goes_on(text, match.start()):
                opened.append(match.start())
        elif any(CLOSING[text[offset]] == SHUT[mark] for offset in opened):
            while CLOSING[text[opened[-1]]] != SHUT[mark]:
                lonely.append(opened.pop())
            opened.pop()
        elif not _is_no_mark(text, span.start, match.start()):
            lonely.append(match.start())
    return sorted([*lonely, *opened])


def _goes_on(text: str, offset: int) -> bool:
    """Whether “ opens a paragraph of a quotation and the next quotation mark opens the next one."""
    following = compiled("[“”]").search(text, offset + 1, offset + _LONGEST_QUOTED)
    return (
        following is not None
        and following.group() == "“"
        and following.start() - offset > _SHORTEST_QUOTED  # less is a name that lacks its other half
        and all(_OPENS.search(text[max(0, at - 1) : at + 1]) for at in (offset, following.start()))
    )


def _is_no_mark(text: str, start: int, offset: int) -> bool:
    """1） numbers an item, and ’ may be an apostrophe."""
    if text[offset] == "’":
        return text[max(start, offset - 1) : offset].isascii()
    return _ITEM.search(text[max(start, offset - 4) : offset + 1]) is not None


def nested_pairs(text: str, first: str, last: str) -> Iterator[Span]:
    """Pairs of the marks ``first`` and ``last`` within another such pair of the same paragraph."""
    opened: list[int] = []
    inner: list[Span] = []
    for found in compiled(f"[{re.escape(first + last)}\n]").finditer(text):
        if found.group() in first:
            opened.append(found.start())
        elif found.group() == "\n":
            opened, inner = [], []
        elif opened:
            start = opened.pop()
            if opened:
                inner.append(Span(start, found.end()))
            else:
                yield from inner
                inner = []
