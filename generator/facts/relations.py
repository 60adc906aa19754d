"""Relations between the figures of one document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.facts.relation_counts import find_counts
from generator.facts.relation_households import Pair, household_pairs, judge_households
from generator.facts.relation_passages import passages
from generator.facts.relation_repeats import find_repeats
from generator.facts.relation_series import find_series, judge_series
from generator.facts.relation_sums import find_sums
from generator.facts.relation_totals import find_closing_totals
from generator.model.facts import Figure, Heading, Relation
from generator.model.text_document import TextDocument


def find_relations(
    document: TextDocument, figures: Sequence[Figure], outline: Sequence[Heading]
) -> tuple[Relation, ...]:
    """Every relation that the document states, whether it holds or not, in the order of the totals.

    A relation is reported as not holding only where the wording (其中, 合计, 即, the same key) and not the arithmetic
    alone says that it ought to hold; where two readings are possible and one of them holds, the one that holds.
    """
    relations = sorted(_all(document, figures), key=_order)
    return tuple(_once(relations))


def _all(document: TextDocument, figures: Sequence[Figure]) -> Iterator[Relation]:
    pairs: list[Pair] = []
    for passage in passages(document, figures):
        yield from find_sums(passage)
        yield from find_closing_totals(passage)
        pairs.extend(household_pairs(passage))
    yield from judge_households(pairs)
    yield from find_counts(document.text)
    yield from judge_series(document.text, find_series(document.text))
    yield from find_repeats(document.text, figures, pairs)


def _order(relation: Relation) -> tuple[int, int, bool]:
    return relation.total.span.start, relation.total.span.end, not relation.holds


def _once(relations: Sequence[Relation]) -> Iterator[Relation]:
    """Drops what is said twice, and doubts about a total that its like settles with the same members."""
    seen = set()
    for relation in relations:
        key = (relation.kind, relation.total.span, *(term.span for term in relation.terms))
        if key not in seen:
            seen.add(key)
            yield relation
