"""Figures that follow each other in one paragraph and add up, or are counted under one phrase up to a total."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.facts.relation_arithmetic import adds_up, is_exact, is_lower, sum_slips, weight
from generator.facts.relation_building import sum_relation
from generator.facts.relation_passages import Passage
from generator.facts.relation_words import pairs
from generator.model.facts import Figure, Relation
from generator.patterns import compiled

_NO_SUM = frozenset({"%", "百分点", "‰", "年", "月", "天", "岁", "次"})
_LONGEST = 12
_PHRASE = compiled(r"[\u4e00-\u9fff]{4,10}$")
_LAST_OF_ALL = compiled(r"(?:通过|实现|确保|总共|共|合计|总计|全县|全市|全区)[^。；]{0,40}$")
_CLAUSE = compiled(r"[，,。；;：:]")
_TELLING_TWO = 500
_TELLING_MORE = 50
_FEWEST_UNDER_PHRASE = 3
_NEARLY = 1000


def find_runs(passage: Passage) -> Iterator[Relation]:
    """Neighbouring figures of one unit of which one is the sum of the others."""
    by_unit: dict[str, list[Figure]] = defaultdict(list)
    for figure in passage.figures:
        if figure.unit not in _NO_SUM:
            by_unit[_counted(passage, figure)].append(figure)
    for figures in by_unit.values():
        for index, total in enumerate(figures):
            before = figures[max(0, index - _LONGEST) : index]
            yield from _ending(total, before)
            yield from _ending(total, figures[index + 1 : index + 1 + _LONGEST][::-1])
        yield from _lower_bounds(passage, figures)
    yield from _under_one_phrase(passage, by_unit)


def _counted(passage: Passage, figure: Figure) -> str:
    """The unit; jobs (岗位) are counted like the people who get them."""
    around = passage.text[max(0, figure.span.start - 4) : figure.span.end + 4]
    return "人" if figure.unit == "个" and "岗位" in around else figure.unit


def _ending(total: Figure, neighbours: Sequence[Figure]) -> Iterator[Relation]:
    """The longest run right beside ``total`` that adds up to it; ``neighbours`` end at the total."""
    for size in range(len(neighbours), 1, -1):
        parts = neighbours[-size:]
        needed = _TELLING_TWO if size == 2 else _TELLING_MORE
        if max(part.value for part in parts) >= total.value or not _plain(total, parts):
            continue
        quantities = [part.quantity for part in parts]
        if adds_up(total.quantity, quantities) and weight([total.quantity, *quantities]) >= needed:
            yield sum_relation(total, sorted(parts, key=lambda f: f.span.start), holds=True)
            return


def _lower_bounds(passage: Passage, figures: Sequence[Figure]) -> Iterator[Relation]:
    """330个以上，100人以上，100人以上 and then 就业530人以上: one word in all clauses, and one digit off."""
    bounds = [figure for figure in figures if is_lower(figure.quantity)][: _LONGEST + 1]
    if len(bounds) <= _FEWEST_UNDER_PHRASE:
        return
    greatest = max(range(len(bounds)), key=lambda index: bounds[index].value)
    for index in (greatest, *range(_FEWEST_UNDER_PHRASE, len(bounds))):
        total, parts = bounds[index], bounds[:index]
        if index != greatest and weight([figure.quantity for figure in (total, *parts)]) < _TELLING_MORE:
            continue  # two parts may well be greater together than another figure
        if len(parts) >= _FEWEST_UNDER_PHRASE and _one_off(passage, total, parts):
            yield sum_relation(total, parts, holds=False, certain=False)
            return


def _one_off(passage: Passage, total: Figure, parts: Sequence[Figure]) -> bool:
    slip = sum_slips(total.value, [part.value for part in parts])
    return slip and bool(set.intersection(*(_clause_words(passage, figure) for figure in (total, *parts))))


def _clause_words(passage: Passage, figure: Figure) -> set[str]:
    start = figure.span.start
    words = _CLAUSE.split(passage.text[max(passage.span.start, start - 24) : start])[-1]
    return pairs(words)


def _plain(total: Figure, parts: Sequence[Figure]) -> bool:
    """All exact, or all lower bounds that come out even: nothing looser proves a sum by its arithmetic alone."""
    if all(is_exact(figure.quantity) for figure in (total, *parts)):
        return True
    even = total.value == sum(part.value for part in parts)
    return even and all(is_lower(figure.quantity) for figure in (total, *parts))


def _under_one_phrase(passage: Passage, by_unit: dict[str, list[Figure]]) -> Iterator[Relation]:
    """辐射带动贫困人口2600人以上；…；通过…实现…辐射带动贫困人口9500人以上: one phrase, the last figure the greatest."""
    for figures in by_unit.values():
        by_phrase: dict[str, list[Figure]] = defaultdict(list)
        for figure in figures:
            start = figure.span.start
            found = _PHRASE.search(passage.text, max(passage.span.start, start - 6), start)
            if found:
                by_phrase[found.group()].append(figure)
        for same in by_phrase.values():
            yield from _total_of_phrase(passage, same)


def _total_of_phrase(passage: Passage, same: Sequence[Figure]) -> Iterator[Relation]:
    parts, total = same[:-1], same[-1]
    if len(parts) < _FEWEST_UNDER_PHRASE or len(parts) > _LONGEST:
        return
    start = passage.sentence_start(total.span.start)
    opening = passage.text[start : total.span.start]
    if total.value <= max(part.value for part in parts) or not _LAST_OF_ALL.search(opening):
        return
    if adds_up(total.quantity, [part.quantity for part in parts]):
        yield sum_relation(total, parts, holds=True)
    elif all(is_lower(figure.quantity) for figure in same) or _one_slip_away(total, parts):
        yield sum_relation(total, parts, holds=False, certain=False)


def _one_slip_away(total: Figure, parts: Sequence[Figure]) -> bool:
    telling = weight([figure.quantity for figure in (total, *parts)]) >= _NEARLY
    exact = all(is_exact(figure.quantity) for figure in (total, *parts))
    return telling and exact and sum_slips(total.value, [part.value for part in parts])
