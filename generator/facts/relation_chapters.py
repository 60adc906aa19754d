"""The parts of a total against the chapters that treat them: 兜底脱贫1700人 and, under 兜底扶贫项目, 完成1600人."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.facts.relation_arithmetic import is_exact, is_slip
from generator.facts.relation_building import term_of
from generator.facts.relation_passages import counts_something
from generator.facts.relation_words import pairs
from generator.model.facts import Figure, Heading, Relation, RelationKind, Term
from generator.model.place import Span

_FEWEST_PARTS = 3
_FEWEST_PROVED = 2
_WORDS = 10
_LARGE = 100
_LONGEST = 4000
_LONGEST_TITLE = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chapter:
    """One part of a sum with what its chapter says: the same value, or another that looks like it."""

    part: Term
    proved: bool
    doubtful: Figure | None = None


class ChapterTotals:
    """Follows the parts of each sum into the chapters whose headings name them."""

    def __init__(self, text: str, figures: Sequence[Figure], outline: Sequence[Heading]) -> None:
        self._text = text
        self._figures = [figure for figure in figures if counts_something(figure)]
        self._starts = [figure.span.start for figure in self._figures]
        # A numbered paragraph without a title of its own is no chapter.
        self._headings = [h for h in outline if h.level > 0 and len(h.title) <= _LONGEST_TITLE]

    def find(self, relations: Sequence[Relation]) -> Iterator[Relation]:
        """Doubts about one chapter's figure where the other parts of the sum agree with their chapters."""
        sums = [r for r in relations if r.kind is RelationKind.SUM and r.holds]
        totals = {r.total.span: r for r in sums}
        for relation in sums:
            if len(relation.terms) >= _FEWEST_PARTS:
                yield from self._follow(relation, totals)

    def _follow(self, relation: Relation, totals: Mapping[Span, Relation]) -> Iterator[Relation]:
        words = [self._words(term) for term in relation.terms]
        chapters = []
        for index, term in enumerate(relation.terms):
            others = set().union(*words[:index], *words[index + 1 :])
            section = self._section(relation, words[index] - others)
            if section:
                chapters.append(self._chapter(term, section, totals))
        if sum(chapter.proved for chapter in chapters) >= _FEWEST_PROVED:
            for chapter in chapters:
                if chapter.doubtful and not chapter.proved:
                    yield _differs(chapter.part, chapter.doubtful)

    def _words(self, term: Term) -> set[str]:
        start = term.span.start
        return pairs(self._text[max(0, start - _WORDS) : start])

    def _section(self, relation: Relation, words: set[str]) -> Span | None:
        """The one chapter whose heading has one of ``words``, when it does not hold the sum itself."""
        found = [
            i for i, heading in enumerate(self._headings) if any(word in heading.title for word in words)
        ]
        if len(found) != 1:
            return None
        heading = self._headings[found[0]]
        following = (h.span.start for h in self._headings[found[0] + 1 :] if h.level <= heading.level)
        end = min(next(following, len(self._text)), heading.span.start + _LONGEST)
        section = Span(heading.span.start, end)
        return None if section.overlaps(relation.total.span) else section

    def _chapter(self, part: Term, section: Span, totals: Mapping[Span, Relation]) -> _Chapter:
        own = next((f for f in self._inside(part.span) if f.span == part.span), None)
        summed = totals.get(part.span)
        if own is None or (summed and all(section.contains(term.span) for term in summed.terms)):
            return _Chapter(part=part, proved=own is not None)
        same = [f for f in self._inside(section) if f.unit == own.unit]
        like = [f for f in same if is_exact(f.quantity) and f.value >= _LARGE and is_slip(f.value, own.value)]
        proved = any(figure.value == own.value for figure in same)
        return _Chapter(part=part, proved=proved, doubtful=like[0] if len(like) == 1 else None)

    def _inside(self, span: Span) -> list[Figure]:
        return self._figures[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]


def _differs(part: Term, figure: Figure) -> Relation:
    return Relation(
        kind=RelationKind.REPEAT,
        holds=False,
        total=term_of(figure),
        terms=(part,),
        formula=f"{figure.quote}≠{part.quote}",
        expected=part.value,
        certain=False,
    )
