"""Clauses: the stretches of text between marks in which figures and the words for them stand together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.place import Span
from generator.text.quantities import QuantityMention

_BREAK = re.compile("[，,；;。：:！？!?、\n（）()〔〕“”]")
_SENTENCE_END = "。！？!?\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A stretch without inner marks. ``before`` is the mark that opens it, empty at the text's start."""

    span: Span
    before: str
    starts_sentence: bool
    sentence_start: int


def split_clauses(
    text: str, mentions: Sequence[QuantityMention]
) -> Iterator[tuple[Clause, Sequence[QuantityMention]]]:
    """The clauses that hold quantities, each with them, in order. A mark inside a quantity (1,020.5) parts nothing."""
    index, start, sentence, fresh, opened = 0, 0, 0, True, ""
    for mark in _BREAK.finditer(text):
        if (
            index < len(mentions)
            and mentions[index].span.start
            < mark.start()
            < mentions[_last(mentions, index, mark.start())].span.end
        ):
            continue
        members: list[QuantityMention] = []
        while index < len(mentions) and mentions[index].span.start < mark.start():
            members.append(mentions[index])
            index += 1
        if members:
            span = Span(start, max(mark.start(), members[-1].span.end))
            yield Clause(span=span, before=opened, starts_sentence=fresh, sentence_start=sentence), members
            fresh = False
        start, opened = mark.end(), mark[0]
        if mark[0] in _SENTENCE_END:
            sentence, fresh = mark.end(), True
    if index < len(mentions):
        clause = Clause(
            span=Span(start, len(text)), before=opened, starts_sentence=fresh, sentence_start=sentence
        )
        yield clause, mentions[index:]


def _last(mentions: Sequence[QuantityMention], index: int, offset: int) -> int:
    """The last mention that starts before ``offset``."""
    while index + 1 < len(mentions) and mentions[index + 1].span.start < offset:
        index += 1
    return index
