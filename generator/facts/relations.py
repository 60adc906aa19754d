"""Relations between the figures of one document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.facts.relation_announced import (
    find_announced_sums,
    find_compositions,
    find_conversions,
    find_full_marks,
)
from generator.facts.relation_batches import find_batches
from generator.facts.relation_breakdowns import (
    find_additions,
    find_breakdowns,
    find_classes,
    find_opposites,
    find_partitions,
    find_whole_of_shares,
)
from generator.facts.relation_chapters import ChapterTotals
from generator.facts.relation_closed_lists import find_ordinals, find_semicolon_lists, find_titles
from generator.facts.relation_compounds import find_added_slogans, find_compounds, find_two_words
from generator.facts.relation_counts import find_counts
from generator.facts.relation_differences import find_differences
from generator.facts.relation_directions import find_directions
from generator.facts.relation_each import find_each
from generator.facts.relation_fractions import find_fractions
from generator.facts.relation_frequencies import find_frequencies
from generator.facts.relation_headings import find_heading_counts, heading_families
from generator.facts.relation_households import Pair, household_pairs, judge_households
from generator.facts.relation_item_sums import find_item_sums
from generator.facts.relation_multiples import find_multiples
from generator.facts.relation_pairs import find_pair_sums
from generator.facts.relation_passages import Passage, passages
from generator.facts.relation_points import find_points
from generator.facts.relation_products import find_products
from generator.facts.relation_quarters import find_quarters
from generator.facts.relation_ratios import find_ratios
from generator.facts.relation_readings import without_explained
from generator.facts.relation_reckoned import find_exchanged, find_reckoned
from generator.facts.relation_references import find_references
from generator.facts.relation_regions import RegionSums, series_regions
from generator.facts.relation_remainders import find_remainders
from generator.facts.relation_repeats import find_repeats
from generator.facts.relation_runs import find_runs
from generator.facts.relation_same_object import find_same_objects
from generator.facts.relation_series import find_series, judge_series
from generator.facts.relation_slogans import find_called, find_kinds, find_slogans, find_spelled_out
from generator.facts.relation_sums import find_sums
from generator.facts.relation_tables import find_table_sums
from generator.facts.relation_totals import find_closing_totals
from generator.facts.relation_twins import find_twins
from generator.facts.relation_unit_clashes import find_unit_clashes
from generator.facts.relation_year_repeats import find_year_repeats
from generator.facts.relation_year_sums import find_year_sums
from generator.facts.relation_years import find_periods
from generator.model.facts import Figure, Heading, Relation, RelationKind
from generator.model.place import Span
from generator.model.text_document import TextDocument

_FEWEST = 2  # figures that can stand in a relation


def find_relations(
    document: TextDocument, figures: Sequence[Figure], outline: Sequence[Heading]
) -> tuple[Relation, ...]:
    """Every relation that the document states, whether it holds or not, in the order of the totals.

    A relation is reported as not holding only where the wording (其中, 合计, 即, the same key) and not the arithmetic
    alone says that it ought to hold; where two readings are possible and one of them holds, the one that holds.
    """
    rooms = tuple(passages(document, figures))
    relations = list(_all(document, rooms, figures, outline))
    relations.extend(ChapterTotals(document.text, figures, outline).find(relations))
    relations.extend(_unsettled(find_remainders(rooms), relations))
    relations.extend(_unsettled(find_same_objects(rooms, outline), relations))
    relations.extend(_unsettled(find_references(rooms), relations))
    relations.extend(_unsettled(find_year_repeats(rooms), relations))
    relations.extend(find_reckoned(rooms, relations, figures))
    relations.extend(find_exchanged(rooms, relations))
    relations = list(without_explained(relations, rooms))
    return tuple(_once(sorted(relations, key=_order)))


def _unsettled(found: Iterator[Relation], relations: Sequence[Relation]) -> Iterator[Relation]:
    """Those about totals of which nothing is known yet."""
    settled = {relation.total.span for relation in relations}
    return (relation for relation in found if relation.total.span not in settled)


def _all(
    document: TextDocument,
    rooms: Sequence[Passage],
    figures: Sequence[Figure],
    outline: Sequence[Heading],
) -> Iterator[Relation]:
    pairs: list[Pair] = []
    for passage in rooms:
        yield from _in_paragraph(passage)
        pairs.extend(household_pairs(passage))
    yield from judge_households(pairs)
    yield from find_pair_sums(pairs)
    yield from find_table_sums(document)
    yield from _over_lists(document.text, figures, outline)
    yield from _beside_lists(document.text)
    yield from find_repeats(document.text, figures, pairs)
    yield from find_fractions(document.text, figures)
    yield from find_unit_clashes(rooms, figures, pairs)


def _in_paragraph(passage: Passage) -> Iterator[Relation]:
    yield from find_frequencies(passage)
    if len(passage.all_figures) < _FEWEST:
        return
    yield from find_sums(passage)
    yield from find_announced_sums(passage)
    yield from find_compositions(passage)
    yield from find_breakdowns(passage)
    yield from find_item_sums(passage)
    yield from find_additions(passage)
    yield from find_opposites(passage)
    yield from find_classes(passage)
    yield from find_partitions(passage)
    yield from find_whole_of_shares(passage)
    yield from find_full_marks(passage)
    yield from find_conversions(passage)
    yield from find_closing_totals(passage)
    yield from find_year_sums(passage)
    yield from find_runs(passage)
    yield from find_differences(passage)
    yield from find_points(passage)
    yield from find_directions(passage)
    yield from find_ratios(passage)
    yield from find_products(passage)
    yield from find_batches(passage)
    yield from find_each(passage)
    yield from find_multiples(passage)
    yield from find_quarters(passage)


def _over_lists(text: str, figures: Sequence[Figure], outline: Sequence[Heading]) -> Iterator[Relation]:
    """Running lists and numbered headings: how many there are, and what their figures add up to."""
    series, families = find_series(text), heading_families(outline)
    yield from judge_series(text, series)
    yield from find_heading_counts(text, families)
    sums = RegionSums(text, figures)
    yield from sums.find(tuple(series_regions(text, series, outline)))
    yield from sums.closing([children for _, children in families])


def _beside_lists(text: str) -> Iterator[Relation]:
    """Numbers that announce what stands right beside them."""
    yield from find_counts(text)
    yield from find_semicolon_lists(text)
    yield from find_titles(text)
    yield from find_ordinals(text)
    yield from find_compounds(text)
    yield from find_added_slogans(text)
    yield from find_two_words(text)
    yield from find_periods(text)
    yield from find_slogans(text)
    yield from find_spelled_out(text)
    yield from find_kinds(text)
    yield from find_called(text)
    yield from find_twins(text)


def _order(relation: Relation) -> tuple[int, int, bool]:
    return relation.total.span.start, relation.total.span.end, not relation.holds


def _once(relations: Sequence[Relation]) -> Iterator[Relation]:
    """Drops what is said twice, doubts about a total that its like settles with the same members, and doubts about a
    part as if it were the total of the parts beside it."""
    seen = set()
    sums = _members_of_sums(relations)
    parts = {
        (relation.total.span, term.span)
        for relation in relations
        if relation.holds and relation.kind is RelationKind.SUM
        for term in relation.terms
    }
    for relation in relations:
        if not relation.holds and any((term.span, relation.total.span) in parts for term in relation.terms):
            continue
        members = {relation.total.span, *(term.span for term in relation.terms)}
        if not relation.holds and any(members <= some for some in sums[relation.total.span]):
            continue
        key = (relation.kind, relation.total.span, *(term.span for term in relation.terms))
        if key not in seen:
            seen.add(key)
            yield relation


def _members_of_sums(relations: Sequence[Relation]) -> Mapping[Span, list[set[Span]]]:
    """By each part the parts of the sums that hold: 45户、30户、25户、20户 of 120户."""
    found: dict[Span, list[set[Span]]] = defaultdict(list)
    for relation in relations:
        if relation.holds and relation.kind is RelationKind.SUM:
            parts = {term.span for term in relation.terms}
            for part in parts:
                found[part].append(parts)
    return found
