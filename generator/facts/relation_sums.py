"""Totals and their parts within one paragraph: 其中…, a bracket behind the total, 合计 behind the parts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.facts.relation_arithmetic import adds_up, is_exact, weight
from generator.facts.relation_building import bound_relation, sum_relation
from generator.facts.relation_doubts import SumGroup, akin, counted, doubted_sum, is_plain
from generator.facts.relation_passages import Passage
from generator.model.facts import Figure, Relation
from generator.model.place import Span
from generator.patterns import compiled

_OF_WHICH = compiled(r"其中(?!之)|(?<=[，,])包括")
_SCAN = compiled(r"[（(）)。]|其中|[；;，,：:。]\s*[二三四五六七八九十]{1,2}[是要]")
_STOP_BEFORE = compiled(r"[。；;]\s*[（(]?\s*$")
_BRACKET = compiled(r"[（(]([^（）()。]{6,300})[）)]")
_APART = compiled(r"[；;]")
_RESPECTIVELY = compiled(r"[，,]\s*分别(?:为|是)(?!由)")
_NOUN = 6
# 与另一笔2124万元用途不同: what a figure is compared with is no part.
_COMPARED = compiled(r"(?:^|[，,、；;（(])\s*(?:与|比|较|同|按|占|扣除|不含)[^，,、；;（(]*$")
_NO_SUM = frozenset({"%", "百分点", "‰", "年", "月", "天", "岁"})
_LARGE = 100
_MOST_PARTS = 40


def find_sums(passage: Passage) -> Iterator[Relation]:
    """Sums and parts of a whole that one paragraph states."""
    if len(passage.figures) < 2:
        return
    for found in _OF_WHICH.finditer(passage.text, passage.span.start, passage.span.end):
        yield from _judge(_of_which(passage, found.start()))
    for found in _RESPECTIVELY.finditer(passage.text, passage.span.start, passage.span.end):
        yield from _respectively(passage, found)
    for found in _BRACKET.finditer(passage.text, passage.span.start, passage.span.end):
        yield from _judge(_bracketed(passage, found))


def _respectively(passage: Passage, found: re.Match[str]) -> Iterator[Relation]:
    """退出43个村，分别为甲县27个、乙县16个: the parts of the figure right in front, and all of them."""
    parts = passage.between(found.end(), passage.clause_end(found.end()))
    before = passage.before(found.start(), 1)
    if not before or found.start() - before[0].span.end > _NOUN:
        return
    total, same = before[0], tuple(part for part in parts if part.unit == before[0].unit)
    if len(same) > 1 and len(same) == len(parts) and total.unit not in _NO_SUM:
        holds = adds_up(total.quantity, [part.quantity for part in same])
        if holds or all(is_exact(figure.quantity) for figure in (total, *same)):
            yield sum_relation(total, same, holds=holds, certain=False)


def _of_which(passage: Passage, offset: int) -> tuple[SumGroup, ...]:
    """The groups that 其中 at ``offset`` opens, one for each unit."""
    end, nested = _reach(passage, offset)
    parts = [
        figure
        for figure in passage.between(offset, end)
        if not any(span.contains(figure.span) for span in nested)
        and not _COMPARED.search(passage.text, max(offset, figure.span.start - 24), figure.span.start)
    ]
    return _groups(passage.text, parts, _antecedent(passage, offset), Span(offset, end))


def _reach(passage: Passage, offset: int) -> tuple[int, list[Span]]:
    """How far the parts behind 其中 go, and the brackets within, which say something of one part only."""
    depth, opened = 0, 0
    nested: list[Span] = []
    limit = passage.sentence_end(offset)
    for found in _SCAN.finditer(passage.text, offset + 2, limit):
        mark = found.group()
        if mark in "（(":
            depth, opened = depth + 1, found.start() if not depth else opened
        elif mark in "）)":
            if not depth:
                return found.start(), nested
            depth -= 1
            nested.append(Span(opened, found.end()))
        elif not depth:
            return found.start(), nested
    return limit, nested


def _antecedent(passage: Passage, offset: int) -> tuple[Figure, ...]:
    """Figures that 其中 may refer back to, the nearest first: its own clause, else the one before."""
    before = passage.text[max(passage.span.start, offset - 4) : offset]
    stop = _STOP_BEFORE.search(before)
    edge = offset - len(before) + stop.start() if stop else offset
    figures = passage.between(passage.clause_start(edge), edge)
    if not figures:
        figures = passage.between(passage.sentence_start(edge), edge)
    return tuple(reversed(figures[-_MOST_PARTS:]))


def _bracketed(passage: Passage, found: re.Match[str]) -> tuple[SumGroup, ...]:
    """The groups of a bracket that stands right behind its total."""
    if compiled(r"[（(]\s*(?:其中|不?含|包含)").match(found.group()):
        return ()
    start, end = found.span(1)
    parts = passage.between(start, end)
    if len(parts) < 2:
        return ()
    clause = passage.clause_start(found.start())
    totals = tuple(reversed([f for f in passage.before(found.start(), 4) if f.span.start >= clause]))
    return _groups(passage.text, parts, totals, Span(start, end), beside=True)


def _groups(
    text: str, parts: Sequence[Figure], totals: Sequence[Figure], place: Span, *, beside: bool = False
) -> tuple[SumGroup, ...]:
    by_unit: Mapping[str, list[Figure]] = defaultdict(list)
    for part in parts[:_MOST_PARTS]:
        if part.unit not in _NO_SUM:
            by_unit[part.unit].append(part)
    return tuple(
        SumGroup(
            text=text,
            parts=tuple(members),
            totals=same,
            wording=place.of(text),
            start=place.start,
            beside=beside and len(members) == len(parts),
        )
        for unit, members in by_unit.items()
        if (same := tuple(total for total in totals if total.unit == unit))
    )


def _judge(groups: Sequence[SumGroup]) -> Iterator[Relation]:
    """What the groups of one place say: sums that hold lend weight to the sums beside them."""
    sums = [holding_sum(group.totals, group.parts) for group in groups]
    proved = {
        len(found.terms)
        for found, group in zip(sums, groups, strict=True)
        if found and _telling(found, group)
    }
    for group, found in zip(groups, sums, strict=True):
        parallel = len(group.parts) in proved
        partial = found is not None and len(found.terms) < len(group.parts)
        if found and not (parallel and partial) and (parallel or _telling(found, group)):
            yield found
        elif len(group.parts) > 1:
            yield from doubted_sum(group, parallel=parallel)
        else:
            listed = max((g.parts[-1].span.end for g in groups if len(g.parts) > 1), default=0)
            yield from _part_of_whole(group, listed)


def _telling(found: Relation, group: SumGroup) -> bool:
    """Whether a sum stands by itself: numbers large enough, one clause, or one word in front of all of them."""
    members = [*group.parts[: len(found.terms)], *(t for t in group.totals if t.span == found.total.span)]
    if weight([figure.quantity for figure in members]) >= _LARGE or not _APART.search(group.wording):
        return True
    return bool(set.intersection(*(counted(group.text, figure) for figure in members)))


def holding_sum(totals: Iterable[Figure], parts: Sequence[Figure]) -> Relation | None:
    """The first of ``totals`` that all parts, or the first few of them, add up to."""
    if len(parts) < 2:
        return None
    for total in totals:
        for count in range(len(parts), 1, -1):
            some = parts[:count]
            if total.value > max(part.value for part in some) and adds_up(
                total.quantity, [part.quantity for part in some]
            ):
                if count < len(parts) and weight([total.quantity, *(p.quantity for p in some)]) < 100:
                    continue
                return sum_relation(total, some, holds=True)
    return None


def _part_of_whole(group: SumGroup, listed: int) -> Iterator[Relation]:
    """One part alone: in the clause of 其中, or within a list of parts that goes on to ``listed``."""
    part = group.parts[0]
    if part.span.start > listed and _APART.search(group.text, group.start, part.span.start):
        return
    whole = next((total for total in group.totals if total.value >= part.value), None)
    if whole:
        yield bound_relation(whole, part, holds=True)
    elif is_plain(group):
        yield bound_relation(akin(group), part, holds=False, certain=False)
