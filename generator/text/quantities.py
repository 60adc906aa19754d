"""Quantities in running text: number, unit, and what the words around them claim."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.model.quantity import Bound, Quantity
from generator.patterns import compiled
from generator.text.quantity_arabic import arabic_at
from generator.text.quantity_bounds import AFTER, BEFORE
from generator.text.quantity_chinese import chinese_at
from generator.text.quantity_mention import QuantityMention
from generator.text.set_phrases import skip_chinese, skip_digits, skip_ordinals

_START = compiled(
    r"[0-9０-９〇○零一二三四五六七八九十百千万亿两半壹贰叁肆伍陆柒捌玖拾佰第]|https?://\S+|www\.\S+|[A-Za-z][A-Za-z0-9_.-]{0,40}@[\w.]+"
)

_DIGITS = frozenset("0123456789０１２３４５６７８９")


def parse_quantity(text: str) -> Quantity | None:
    """The quantity that fills ``text`` (``6645人``, ``1.329万人``, ``15千瓦以上``, ``约20%``), None where there is none.

    A number without a unit is no quantity.
    """
    text = text.strip()
    start = _START.search(text)
    mentions = _mentions_at(text, start.start())[0] if start else []
    if not mentions:
        return None
    first, last = mentions[0], mentions[-1]
    rest = text[: first.span.start] + text[last.span.end :]
    covered = not rest or AFTER.fullmatch(rest) or BEFORE.fullmatch(rest)
    return replace(first.quantity, written=text) if covered and first.quantity.unit else None


def find_quantities(text: str) -> tuple[QuantityMention, ...]:
    """Every quantity of ``text`` in order; the two ends of a range are two mentions. Figures only, see set_phrases."""
    found: list[QuantityMention] = []
    position = 0
    while start := _START.search(text, position):
        at = start.start()
        past = _skipped(text, at, start)
        if past > at:
            position = past
            continue
        mentions, position = _mentions_at(text, at)
        found.extend(mentions)
    return tuple(found)


def _skipped(text: str, at: int, start: re.Match[str]) -> int:
    """Where what begins at ``at`` and is no figure ends; ``at`` where a figure may begin."""
    character = text[at]
    if character in _DIGITS:
        return skip_digits(text, at)
    if character == "第":
        return max(skip_ordinals(text, at), at + 1)
    if character.isascii() or len(start[0]) > 1:
        return start.end()
    return skip_chinese(text, at)


def _mentions_at(text: str, at: int) -> tuple[list[QuantityMention], int]:
    if text[at] in _DIGITS:
        return arabic_at(text, at)
    one, position = chinese_at(text, at)
    return ([one] if one else []), max(position, at + 1)


__all__ = ["Bound", "QuantityMention", "find_quantities", "parse_quantity"]
