"""Periods from one day to another, against those that a source sets from the same day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.matching.bonds import Bond
from generator.matching.reading import Reading
from generator.matching.source_view import SourceView
from generator.matching.verdicts import WordMatch
from generator.matching.wording import pairs
from generator.model.place import Span
from generator.patterns import compiled

_PERIOD = compiled(
    r"(?P<year>20\d\d)年(?P<first>\d{1,2}月\d{1,2}日)(?:起)?[^，,。；;\n\d]{0,6}?[至到—－-]+"
    r"(?P<end>(?:(?P<end_year>20\d\d)年)?(?P<last>\d{1,2}月\d{1,2}日))"
)
_BEFORE, _AFTER = 24, 40
_SHARED = 4
_STOP = compiled("[。；;\n]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Period:
    """``start`` and ``end`` as they are written out in full; ``words`` stand around."""

    start: str
    end: str
    span: Span
    words: frozenset[str]


def match_periods(draft: Reading, view: SourceView) -> Iterator[WordMatch]:
    """Ends that differ from those of the source's periods that begin on the same day, for what is said in like words."""
    if view.bond is not Bond.CLOSE:
        return
    known = list(_periods(view.reading))
    source = view.reading.facts.document.text
    for ours in _periods(draft):
        alike = [
            theirs
            for theirs in known
            if theirs.start == ours.start and len(theirs.words & ours.words) >= _SHARED
        ]
        if alike and all(theirs.end != ours.end for theirs in alike):
            best = max(alike, key=lambda theirs: len(theirs.words & ours.words))
            yield WordMatch(
                span=ours.span,
                quote=ours.span.of(draft.facts.document.text),
                source=view.source,
                counterpart=best.span,
                counterpart_quote=best.span.of(source),
            )


def _periods(reading: Reading) -> Iterator[_Period]:
    text = reading.facts.document.text
    for found in _PERIOD.finditer(text, reading.facts.document.begin):
        before = _STOP.split(text[max(0, found.start() - _BEFORE) : found.start()])[-1]
        after = _STOP.split(text[found.end() : found.end() + _AFTER])[0]
        yield _Period(
            start=f"{found['year']}年{found['first']}",
            end=f"{found['end_year'] or found['year']}年{found['last']}",
            span=Span(*found.span("end")),
            words=pairs(before) | pairs(after),
        )
