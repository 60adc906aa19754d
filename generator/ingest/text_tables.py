"""Tables typed into plain text: rows of the same number of columns between tabs, bars or wide gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model.place import Span
from generator.model.text_document import Block, BlockKind, Cell
from generator.patterns import compiled

_BAR = compiled(r"[|｜│┃]")
_TAB = compiled(r"\t")
_GAP = compiled(r"(?<=\S)[ 　]{2,}(?=\S)")
_RULE_LINE = compiled(r"[\s|｜│┃+\-—─━┼├┤┌┐└┘┬┴:：=]+")
_DRAWN = compiled(r"[|｜│┃┼├┤┌┐└┘┬┴]")
_SENTENCE = compiled("[，。；：]")
_LONGEST_CELL = 30  # in a table without drawn columns, where a longer piece is running text
_FEWEST_ROWS = {"|": 2, "\t": 2, " ": 3}
_FEWEST_COLUMNS = {"|": 2, "\t": 2, " ": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line with the spans of what stands between its separators; ``mark`` tells which these are."""

    span: Span
    mark: str = ""
    parts: tuple[Span, ...] = ()

    @property
    def shape(self) -> tuple[str, int]:
        return self.mark, len(self.parts)


def text_blocks(text: str) -> tuple[Block, ...]:
    """A block for each line that is not blank, and for each filled cell of a typed table."""
    return tuple(_numbered(text, tuple(_lines(text))))


def _numbered(text: str, lines: Sequence[_Line]) -> Iterator[Block]:
    number = tables = 0
    for shape, group in groupby(lines, key=lambda line: line.shape):
        rows = list(group)
        mark, columns = shape
        if mark and columns >= _FEWEST_COLUMNS[mark] and len(rows) >= _FEWEST_ROWS[mark]:
            for row, line in enumerate(rows):
                for column, part in enumerate(line.parts):
                    if len(part):
                        number += 1
                        cell = Cell(table=tables, row=row, column=column)
                        yield Block(span=part, number=number, kind=BlockKind.CELL, cell=cell)
            tables += 1
            continue
        for line in rows:
            if line.span.of(text).strip():
                number += 1
                yield Block(span=line.span, number=number)


def _lines(text: str) -> Iterator[_Line]:
    """The lines of ``text``; a drawn rule between the rows of a table is none, blank lines keep tables apart."""
    start = 0
    for words in text.split("\n"):
        span = Span(start, start + len(words))
        start += len(words) + 1
        if _RULE_LINE.fullmatch(words) and _DRAWN.search(words):
            continue
        yield _line(words, span)


def _line(words: str, span: Span) -> _Line:
    if _BAR.search(words):
        inner = words.strip()
        offset = span.start + words.index(inner)
        closed = inner[:1] in "|｜│┃", inner[-1:] in "|｜│┃"
        parts = _split(inner, offset, _BAR)
        return _Line(span=span, mark="|", parts=parts[closed[0] : len(parts) - closed[1]])
    inner = words.strip()
    if not inner:
        return _Line(span=span)
    offset = span.start + words.index(inner)
    if "\t" in inner:
        return _Line(span=span, mark="\t", parts=_split(inner, offset, _TAB))
    parts = _split(inner, offset, _GAP)
    short = all(len(part) <= _LONGEST_CELL for part in parts) and not _SENTENCE.search(inner)
    if len(parts) >= _FEWEST_COLUMNS[" "] and short:
        return _Line(span=span, mark=" ", parts=parts)
    return _Line(span=span)


def _split(words: str, offset: int, separator: re.Pattern[str]) -> tuple[Span, ...]:
    """The spans between separators, blanks around them left out."""
    found: list[Span] = []
    at = 0
    for mark in [*separator.finditer(words), None]:
        end = mark.start() if mark else len(words)
        piece = words[at:end]
        bare = piece.strip()
        start = offset + at + (piece.index(bare) if bare else 0)
        found.append(Span(start, start + len(bare)))
        at = mark.end() if mark else end
    return tuple(found)
