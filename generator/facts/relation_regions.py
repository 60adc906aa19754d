"""Sums over the items of a list or the parts of a chapter, whose total stands elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice, product

from generator.facts.relation_arithmetic import adds_up, is_exact, sum_slips, weight
from generator.facts.relation_building import sum_relation
from generator.facts.relation_headings import Siblings
from generator.facts.relation_numerals import small_number
from generator.facts.relation_passages import counts_something
from generator.facts.relation_series import Series
from generator.facts.relation_words import pairs
from generator.model.facts import Figure, Heading, Relation
from generator.model.place import Span
from generator.patterns import compiled

_CLOSING = compiled(
    r"(?:以上|上述)(?P<count>[两二三四五六七八九十]|\d)(?:个?大?类|项|个|大|方面)[^，。；：\d]{0,8}(?:共|合计|总计)"
)
_NO_SUM = frozenset({"%", "百分点", "年", "月", "天", "岁", "次"})
_TELLING = 1000
_FEWEST_ITEMS = 3
_MOST_READINGS = 64
_FURTHEST = 4000
_NEAR = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """What follows each other as items, and the heading over them."""

    title: str
    items: tuple[Span, ...]

    @property
    def span(self) -> Span:
        return self.items[0].cover(self.items[-1])


class RegionSums:
    """Looks for the totals of list items among all figures of a document."""

    def __init__(self, text: str, figures: Sequence[Figure]) -> None:
        self._text = text
        self._figures = [f for f in figures if counts_something(f) and f.unit not in _NO_SUM]
        self._starts = [figure.span.start for figure in self._figures]
        self._by_value: Mapping[tuple[str, Decimal], list[Figure]] = defaultdict(list)
        for figure in self._figures:
            self._by_value[figure.unit, figure.value].append(figure)

    def find(self, regions: Sequence[Region]) -> Iterator[Relation]:
        """Sums of one figure from each item of a region, with the total under like words elsewhere."""
        for region in regions:
            for unit, choices in self._choices(region.items).items():
                found = next(self._total_elsewhere(region, unit, choices), None) or self._near_miss(
                    region, choices
                )
                if found:
                    yield found

    def closing(self, families: Sequence[Siblings]) -> Iterator[Relation]:
        """以上四类项目共…: the total over the last items in front of it."""
        for found in _CLOSING.finditer(self._text):
            items = _items_before(families, found.start(), small_number(found.group("count")))
            end = self._text.find("。", found.end(), found.end() + 120)
            totals = self._inside(
                Span(found.end(), end if end > 0 else min(len(self._text), found.end() + 120))
            )
            if items:
                yield from self._closed(items, totals)

    def _closed(self, items: tuple[Span, ...], totals: Sequence[Figure]) -> Iterator[Relation]:
        choices = self._choices(items)
        for total in totals:
            readings = list(_readings(choices.get(total.unit, ())))
            holding = next((r for r in readings if adds_up(total.quantity, [f.quantity for f in r])), None)
            if holding:
                yield sum_relation(total, holding, holds=True)
            elif readings and all(is_exact(figure.quantity) for figure in (total, *readings[0])):
                yield sum_relation(total, readings[0], holds=False, certain=len(readings) == 1)

    def _inside(self, span: Span) -> list[Figure]:
        return self._figures[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def _choices(self, items: Sequence[Span]) -> dict[str, list[tuple[Figure, ...]]]:
        """For each unit that every item has, the first and the last figure of that unit in each item."""
        by_item = [self._outer(span) for span in items]
        shared = (
            set.intersection(*({figure.unit for figure in figures} for figures in by_item))
            if by_item
            else set()
        )
        choices: dict[str, list[tuple[Figure, ...]]] = {}
        for unit in sorted(shared):
            same = [[figure for figure in figures if figure.unit == unit] for figures in by_item]
            choices[unit] = [(s[0],) if len(s) == 1 else (s[0], s[-1]) for s in same]
        return choices

    def _outer(self, item: Span) -> list[Figure]:
        """The figures of an item in front of 其中: what follows are parts of them."""
        inside = self._inside(item)
        nested = self._text.find("其中", item.start, item.end)
        return [figure for figure in inside if nested < 0 or figure.span.start < nested] or inside

    def _total_elsewhere(
        self, region: Region, unit: str, choices: Sequence[tuple[Figure, ...]]
    ) -> Iterator[Relation]:
        for parts in _readings(choices):
            telling = weight([part.quantity for part in parts]) * len(parts) >= _TELLING
            added = sum((part.value for part in parts), Decimal(0))
            for total in self._by_value.get((unit, added), ()) if telling else ():
                if not region.span.overlaps(total.span) and self._kin(region, total):
                    yield sum_relation(total, parts, holds=True)

    def _near_miss(self, region: Region, choices: Sequence[tuple[Figure, ...]]) -> Relation | None:
        """A total under like words that is one slip away from the only possible sum."""
        readings = list(_readings([self._persons(some) for some in choices]))
        if len(readings) != 1 or len(choices) < _FEWEST_ITEMS:
            return None
        parts = readings[0]
        values = [part.value for part in parts]
        for total in self._figures_near(region.span):
            same = total.unit == parts[0].unit and total.value > max(values) and self._kin(region, total)
            exact = same and all(is_exact(figure.quantity) for figure in (total, *parts))
            if exact and weight([total.quantity]) >= _TELLING and sum_slips(total.value, values):
                return sum_relation(total, parts, holds=False, certain=False)
        return None

    def _persons(self, choices: tuple[Figure, ...]) -> tuple[Figure, ...]:
        """Of several figures in one item the one that belongs to a 户/人 pair, where there is one."""
        paired = tuple(
            f
            for f in choices
            if self._text[max(0, f.span.start - 2) : f.span.start].strip("、，")[-1:] == "户"
        )
        return paired if len(paired) == 1 else choices

    def _figures_near(self, span: Span) -> Iterator[Figure]:
        """Figures outside a region, not too far from it."""
        for figure in self._inside(Span(max(0, span.start - _FURTHEST), span.end + _FURTHEST)):
            if not span.overlaps(figure.span):
                yield figure

    def _kin(self, region: Region, total: Figure) -> bool:
        """Whether the words in front of the total share something telling with the heading over the items."""
        start = total.span.start
        return bool(pairs(self._text[max(0, start - _NEAR) : start]) & pairs(region.title))


def _readings(choices: Sequence[tuple[Figure, ...]]) -> Iterator[tuple[Figure, ...]]:
    return islice(product(*choices), _MOST_READINGS) if choices else iter(())


def _items_before(families: Sequence[Siblings], offset: int, count: int) -> tuple[Span, ...]:
    """The last ``count`` sibling headings in front of ``offset``, each up to the next: of two families the nearest."""
    nearest = sorted(families, key=lambda children: children[-1].span.start, reverse=True)
    for children in nearest:
        before = [heading for heading in children if heading.span.start < offset][-count:]
        if len(before) == count > 1 and before[0].ordinal == 1 and offset - before[0].span.start < _FURTHEST:
            ends = [heading.span.start for heading in before[1:]] + [offset]
            return tuple(Span(h.span.start, end) for h, end in zip(before, ends, strict=True))
    return ()


def series_regions(text: str, series: Sequence[Series], outline: Sequence[Heading]) -> Iterator[Region]:
    """Each 一是…二是… run as a region, under the heading of its paragraph."""
    starts = [heading.span.start for heading in outline]
    for run in series:
        marks = [mark.start for mark in run.marks]
        if marks[-1] - marks[0] > _FURTHEST:
            continue
        end = text.find("\n", marks[-1])
        ends = [*marks[1:], end if end >= 0 else len(text)]
        above = bisect_left(starts, marks[0]) - 1
        title = outline[above].title if above >= 0 else ""
        yield Region(title=title, items=tuple(map(Span, marks, ends)))
