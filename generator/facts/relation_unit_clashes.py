"""Figures that fit by their digits and not by their units: 任务1080公顷，完成540亩，进度50%; 113户214人 and 建档立卡的214户."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.facts.relation_arithmetic import is_exact, is_lower, significant_digits
from generator.facts.relation_building import is_rate, term_of
from generator.facts.relation_households import Pair
from generator.facts.relation_passages import Passage
from generator.model.facts import Figure, Relation, RelationKind
from generator.patterns import compiled

# How many of the second are one of the first.
_TIMES = {
    ("公顷", "亩"): Decimal(15),
    ("平方公里", "亩"): Decimal(1500),
    ("平方公里", "公顷"): Decimal(100),
    ("公里", "米"): Decimal(1000),
    ("吨", "公斤"): Decimal(1000),
    ("吨", "斤"): Decimal(2000),
    ("公斤", "斤"): Decimal(2),
}
_RATE = compiled(r"(?:完成|占|为|达到?|进度|完成率|比例|比重)[^，,。；;\d]{0,8}$")
_PLANNED = compiled(r"任务|计划|目标|规模|总|共|要")
_DONE = compiled(r"完成|建成|累计|已|落实|流转|种植|改造|修")
_TELLING = 3
_REACH = 120
_MOST_NEAR = 4


def find_unit_clashes(
    passages: Sequence[Passage], figures: Sequence[Figure], pairs: Sequence[Pair]
) -> Iterator[Relation]:
    """Rates whose two figures have units of one measure, and households told with the number of the persons."""
    for passage in passages:
        for rate in passage.all_figures:
            if rate.unit == "%" and is_exact(rate.quantity) and rate.value > 1:
                yield from _rate_of_two_units(passage, rate)
    yield from _households_for_persons(figures, pairs)
    yield from _one_number_twice(figures, pairs)


def _rate_of_two_units(passage: Passage, rate: Figure) -> Iterator[Relation]:
    """The done part in front of the rate, and before it a plan in the other unit whose digits make the rate."""
    text = passage.text
    start = max(passage.clause_start(rate.span.start), rate.span.start - 14)
    near = passage.before(rate.span.start, _MOST_NEAR)
    if len(near) < 2 or not _RATE.search(text[start : rate.span.start]):
        return
    done = near[-1]
    if not _DONE.search(text[max(passage.span.start, done.span.start - 14) : done.span.start]):
        return
    for whole in reversed(near[:-1]):
        times = _times(whole.unit, done.unit)
        planned = text[max(passage.span.start, whole.span.start - 16) : whole.span.start]
        if not times or rate.span.start - whole.span.start > _REACH or not _PLANNED.search(planned):
            continue
        plain = is_exact(done.quantity) and (is_exact(whole.quantity) or is_lower(whole.quantity))
        real = done.value * 100 / (whole.value * times)
        if plain and is_rate(rate, done, whole) and abs(real - rate.value) > rate.quantity.step:
            yield Relation(
                kind=RelationKind.RATIO,
                holds=False,
                total=term_of(whole),
                terms=(term_of(done), term_of(rate)),
                formula=f"{done.quote}÷{whole.quote}≠{rate.quote}",
                expected=done.value * 100 / rate.value / times,
                certain=False,
            )
            return


def _times(unit: str, other: str) -> Decimal:
    """How many of ``other`` are one ``unit``; 0 where they measure different things or the same unit."""
    if (unit, other) in _TIMES:
        return _TIMES[unit, other]
    return 1 / _TIMES[other, unit] if (other, unit) in _TIMES else Decimal(0)


def _households_for_persons(figures: Sequence[Figure], pairs: Sequence[Pair]) -> Iterator[Relation]:
    """建档立卡的214户, where 建档立卡贫困户113户214人 was told: more households than there are."""
    members = {figure.span for pair in pairs for figure in pair}
    told = {household.value for household, _ in pairs}
    persons: dict[Decimal, Pair] = {}
    for pair in pairs:
        if significant_digits(pair[1].value) >= _TELLING and is_exact(pair[1].quantity):
            persons.setdefault(pair[1].value, pair)
    for figure in figures:
        alone = figure.unit == "户" and figure.span not in members and figure.value not in told
        if not alone or figure.value not in persons or not is_exact(figure.quantity):
            continue
        household, person = persons[figure.value]
        scopes = set(figure.scope) & (set(household.scope) | set(person.scope))
        if person.span.start < figure.span.start and any(not scope.startswith("全") for scope in scopes):
            yield Relation(
                kind=RelationKind.REPEAT,
                holds=False,
                total=term_of(figure),
                terms=(term_of(household), term_of(person)),
                formula=f"{household.quote}{person.quote}≠{figure.quote}",
                certain=False,
            )


def _one_number_twice(figures: Sequence[Figure], pairs: Sequence[Pair]) -> Iterator[Relation]:
    """给15039户贫困人口参保，服务做满15039人: so long a number is not that of the households and of the persons."""
    members = {figure.span for pair in pairs for figure in pair}
    long = [
        figure
        for figure in figures
        if figure.unit in ("户", "人", "名")
        and significant_digits(figure.value) > _TELLING
        and is_exact(figure.quantity)
    ]
    for figure in long:
        same = [other for other in long if other.value == figure.value and other.span != figure.span]
        alone = figure.unit == "户" and figure.span not in members and not any(o.unit == "户" for o in same)
        if alone and same and not any(other.span in members for other in same):
            yield Relation(
                kind=RelationKind.REPEAT,
                holds=False,
                total=term_of(figure),
                terms=(term_of(same[0]),),
                formula=f"{same[0].quote}≠{figure.quote}",
                certain=False,
            )
