"""Keyed figures: every quantity of a document with the key under which it may be compared."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.facts.figure_clauses import Clause, split_clauses
from generator.facts.figure_names import ClauseNamer, Naming
from generator.facts.figure_rows import with_rows_told_apart
from generator.facts.figure_tables import TableKey, TableReader
from generator.facts.figure_years import YearReader
from generator.model.facts import Figure, FigureRole, Heading
from generator.model.place import Span
from generator.model.text_document import TextDocument
from generator.patterns import compiled
from generator.text.places import find_place
from generator.text.quantities import QuantityMention, find_quantities
from generator.text.scopes import find_scope, role_of

_WHOLE_AREA = compiled("全[省市州县区镇乡村]")
_WORDS = compiled("[\u4e00-\u9fff]")
_REACH = 120  # words farther off say nothing of a figure; and a text without any mark must not cost more


def read_figures(document: TextDocument, outline: Sequence[Heading]) -> tuple[Figure, ...]:
    """Every figure of the document with its key, in text order."""
    return with_rows_told_apart(document.text, tuple(_figures(document, outline)))


def _figures(document: TextDocument, outline: Sequence[Heading]) -> Iterator[Figure]:
    text = document.text
    tables = TableReader(document)
    mentions = _merged(find_quantities(text), tables.bare_numbers())
    years = YearReader(text, outline)
    headings = _TaskFinder(outline)
    previous: Naming | None = None
    last: Figure | None = None
    floor = 0
    for clause, members in split_clauses(text, mentions):
        if clause.starts_sentence or clause.starts_passage:
            previous = last = None
        task = headings.task_at(members[0].span.start)
        names = ClauseNamer(text, clause, members, task=task, previous=previous, floor=floor).names()
        floor = members[-1].span.end
        previous = names[-1]
        for mention, naming in zip(members, names, strict=True):
            figure = _figure(text, clause, mention, naming, years.year_of(mention, clause), task)
            last = _continued(
                figure, last, text[max(clause.span.start, mention.span.start - _REACH) : mention.span.start]
            )
            yield _in_table(last, tables.key_of(mention))


def _continued(figure: Figure, last: Figure | None, words: str) -> Figure:
    """What the passage has said before holds on: its place, and for a figure without words of its own the rest too."""
    if last is None:
        return figure
    place = figure.place or ("" if _WHOLE_AREA.search(words) else last.place)
    if _WORDS.search(words):
        return replace(figure, place=place)
    role = last.role if figure.role is FigureRole.FACT else figure.role
    return replace(figure, place=place, scope=figure.scope or last.scope, role=role)


def _merged(found: Sequence[QuantityMention], bare: Iterable[QuantityMention]) -> Sequence[QuantityMention]:
    """Both in text order; a bare number that the text itself gives a unit stays as the text gives it."""
    given = {mention.number.end for mention in found if mention.quantity.unit}
    added = [mention for mention in bare if mention.number.end not in given]
    ends = {mention.number.end for mention in added}
    kept = [mention for mention in found if mention.number.end not in ends]
    return sorted([*kept, *added], key=lambda mention: mention.span) if added else found


def _in_table(figure: Figure, key: TableKey | None) -> Figure:
    if key is None:
        return figure
    return replace(
        figure,
        indicator=key.indicator,
        noun="",
        per="",
        year=key.year or figure.year,
        place=key.place,
        scope=find_scope(key.indicator, Span(0, len(key.indicator)), Span(0, 0)),
        task=key.task,
    )


def _figure(
    text: str, clause: Clause, mention: QuantityMention, naming: Naming, year: str, task: str
) -> Figure:
    near = Span(max(clause.span.start, mention.span.start - _REACH), clause.span.end)
    return Figure(
        span=mention.span,
        quote=mention.span.of(text),
        quantity=mention.quantity,
        indicator=naming.indicator,
        noun=naming.noun,
        year=year,
        place=find_place(text, near.start, mention.span.start),
        scope=find_scope(text, near, mention.span),
        per=naming.per,
        role=role_of(text, near, mention.span),
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
