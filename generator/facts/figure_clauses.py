"""Clauses: the stretches of text between marks in which figures and the words for them stand together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.place import Span
from generator.patterns import compiled
from generator.text.quantities import QuantityMention

_MARK = compiled("[，,；;。：:！？!?、\n\t|（）()〔〕]")
_SENTENCE_END = "。！？!?\n"
_PASSAGE_END = "；;|\t"
_CLOSING = {"（": "）", "(": ")"}
_BRACKET_REACH = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A stretch without inner marks, except brackets without figures (学校（幼儿园）) and 、 between words.

    ``before`` is the mark that opens it, empty at the text's start. ``passage_start`` tells that nothing said before in
    the sentence belongs to it (after ； or a line's end).
    """

    span: Span
    before: str
    starts_sentence: bool
    starts_passage: bool
    sentence_start: int


def split_clauses(
    text: str, mentions: Sequence[QuantityMention]
) -> Iterator[tuple[Clause, Sequence[QuantityMention]]]:
    """The clauses that hold quantities, each with them, in order. A mark inside a quantity (1,020.5) parts nothing."""
    index = start = sentence = past = 0
    fresh, passage, opened = True, True, ""
    members: list[QuantityMention] = []
    for mark in _MARK.finditer(text):
        at, sign = mark.start(), mark[0]
        if at < past:
            continue
        while index < len(mentions) and mentions[index].span.start < at:
            members.append(mentions[index])
            index += 1
        if (members and at < members[-1].span.end) or (sign == "、" and not members):
            continue
        if sign in _CLOSING and (closing := _plain_bracket(text, mark, mentions, index)):
            past = closing
            continue
        if members:
            yield _clause(start, at, members, opened, fresh, passage, sentence), members
            fresh = passage = False
            members = []
        start, opened = mark.end(), sign
        if sign in _SENTENCE_END:
            sentence, fresh, passage = mark.end(), True, True
        elif sign in _PASSAGE_END:
            passage = True
    members.extend(mentions[index:])
    if members:
        yield _clause(start, len(text), members, opened, fresh, passage, sentence), members


def _clause(
    start: int,
    end: int,
    members: Sequence[QuantityMention],
    opened: str,
    fresh: bool,
    passage: bool,
    sentence: int,
) -> Clause:
    return Clause(
        span=Span(start, max(end, members[-1].span.end)),
        before=opened,
        starts_sentence=fresh,
        starts_passage=passage,
        sentence_start=sentence,
    )


def _plain_bracket(text: str, mark: re.Match[str], mentions: Sequence[QuantityMention], index: int) -> int:
    """Where a short bracket without figures ends; 0 where it is long or holds figures."""
    closing = text.find(_CLOSING[mark[0]], mark.end(), mark.end() + _BRACKET_REACH)
    if closing < 0 or "\n" in text[mark.end() : closing]:
        return 0
    if index < len(mentions) and mentions[index].span.start < closing:
        return 0
    return closing + 1
