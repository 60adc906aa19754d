"""Keyed figures: every quantity of a document with the key under which it may be compared."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from generator.facts.figure_clauses import Clause, split_clauses
from generator.facts.figure_names import ClauseNamer, Naming
from generator.facts.figure_years import YearReader
from generator.model.agency import AgencyRegistry
from generator.model.facts import Figure, Heading
from generator.model.text_document import TextDocument
from generator.text.places import find_place
from generator.text.quantities import QuantityMention, find_quantities
from generator.text.scopes import find_scope, role_of
from generator.text.words import learn_words


def read_figures(
    document: TextDocument, outline: Sequence[Heading], registry: AgencyRegistry
) -> tuple[Figure, ...]:
    """Every figure of the document with its key, in text order. The registry's names are words that stay whole."""
    learn_words(registry.names())
    return tuple(_figures(document, outline))


def _figures(document: TextDocument, outline: Sequence[Heading]) -> Iterator[Figure]:
    text = document.text
    mentions = find_quantities(text)
    years = YearReader(text, outline)
    headings = _TaskFinder(outline)
    previous: Naming | None = None
    for clause, members in split_clauses(text, mentions):
        if clause.starts_sentence or clause.starts_passage:
            previous = None
        task = headings.task_at(members[0].span.start)
        names = ClauseNamer(text, clause, members, task=task, previous=previous).names()
        previous = names[-1]
        for mention, naming in zip(members, names, strict=True):
            yield _figure(text, clause, mention, naming, years.year_of(mention, clause), task)


def _figure(
    text: str, clause: Clause, mention: QuantityMention, naming: Naming, year: str, task: str
) -> Figure:
    return Figure(
        span=mention.span,
        quote=mention.span.of(text),
        quantity=mention.quantity,
        indicator=naming.indicator,
        noun=naming.noun,
        year=year,
        place=find_place(text, clause.span.start, mention.span.start),
        scope=find_scope(text, clause.span, mention.span),
        per=naming.per,
        role=role_of(text, clause.span, mention.span),
        task=task,
    )


class _TaskFinder:
    """The title of the heading under which an offset stands."""

    def __init__(self, outline: Sequence[Heading]) -> None:
        self._outline = tuple(outline)
        self._starts = [heading.span.start for heading in outline]

    def task_at(self, offset: int) -> str:
        index = bisect_right(self._starts, offset) - 1
        return self._outline[index].title if index >= 0 else ""
