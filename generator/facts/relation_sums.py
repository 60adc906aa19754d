"""Totals and their parts within one paragraph: 其中…, a bracket behind the total, 合计 behind the parts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.facts.relation_arithmetic import adds_up, is_exact, sum_slips, weight
from generator.facts.relation_building import bound_relation, sum_relation
from generator.facts.relation_passages import Passage
from generator.model.facts import Figure, Relation
from generator.model.place import Span

_OF_WHICH = re.compile(r"其中(?!之)")
_SCAN = re.compile(r"[（(）)。]|其中|[；;，,：:。]\s*[二三四五六七八九十]{1,2}[是要]")
_STOP_BEFORE = re.compile(r"[。；;]\s*[（(]?\s*$")
_BRACKET = re.compile(r"[（(]([^（）()。]{6,300})[）)]")
_APART = re.compile(r"[；;]")
_RESPECTIVELY = re.compile(r"[，,]\s*分别(?:为|是)(?!由)")
_NOUN = 6
_REST = re.compile(r"其余|其他|其它|另有|另外|余下|剩余")
# People may be counted under several of these at once: the parts may exceed the whole.
_OVERLAP = re.compile(
    r"女|男|少数民族|党员|岁|学历|大专|本科|残疾|慢性?病|大病|低保|五保|特困|重点|含|既|又|以上|包括|新增|在校|同时"
    r"|上年|去年|同期|计划|目标|任务|原"
)
# Of an average a part may be greater, of a change too: 净增50人，其中新增80人.
_NO_WHOLE = re.compile(
    r"(?:均|单价|每|最高|最低|净增|净减)[^，,。；;]{0,8}$|(?:增加|减少|增长|下降|降低|提高|上升)(?:了|到|至)?$"
)
_HAN = re.compile(r"[\u4e00-\u9fff]+")
# 与另一笔2124万元用途不同: what a figure is compared with is no part.
_COMPARED = re.compile(r"(?:^|[，,、；;（(])\s*(?:与|比|较|同|按|占|扣除|不含)[^，,、；;（(]*$")
_NO_SUM = frozenset({"%", "百分点", "‰", "年", "月", "天", "岁"})
_TELLING = 1000  # from this weight on, a sum that is one slip away from the total is hardly chance
_LARGE = 100
_MOST_PARTS = 40
_FEW = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Parts of one unit and the totals they may belong to, the nearest first."""

    text: str
    parts: tuple[Figure, ...]
    totals: tuple[Figure, ...]
    wording: str
    start: int


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


def _of_which(passage: Passage, offset: int) -> tuple[_Group, ...]:
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


def _bracketed(passage: Passage, found: re.Match[str]) -> tuple[_Group, ...]:
    """The groups of a bracket that stands right behind its total."""
    if re.match(r"[（(]\s*(?:其中|不?含|包含)", found.group()):
        return ()
    start, end = found.span(1)
    parts = passage.between(start, end)
    if len(parts) < 2:
        return ()
    clause = passage.clause_start(found.start())
    totals = tuple(reversed([f for f in passage.before(found.start(), 4) if f.span.start >= clause]))
    return _groups(passage.text, parts, totals, Span(start, end))


def _groups(text: str, parts: Sequence[Figure], totals: Sequence[Figure], place: Span) -> tuple[_Group, ...]:
    by_unit: Mapping[str, list[Figure]] = defaultdict(list)
    for part in parts[:_MOST_PARTS]:
        if part.unit not in _NO_SUM:
            by_unit[part.unit].append(part)
    return tuple(
        _Group(text=text, parts=tuple(members), totals=same, wording=place.of(text), start=place.start)
        for unit, members in by_unit.items()
        if (same := tuple(total for total in totals if total.unit == unit))
    )


def _judge(groups: Sequence[_Group]) -> Iterator[Relation]:
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
            yield from _doubt(group, parallel=parallel)
        else:
            listed = max((g.parts[-1].span.end for g in groups if len(g.parts) > 1), default=0)
            yield from _part_of_whole(group, listed)


def _telling(found: Relation, group: _Group) -> bool:
    """Whether a sum stands by itself: numbers large enough, one clause, or one word in front of all of them."""
    members = [*group.parts[: len(found.terms)], *(t for t in group.totals if t.span == found.total.span)]
    if weight([figure.quantity for figure in members]) >= _LARGE or not _APART.search(group.wording):
        return True
    return bool(set.intersection(*(_counted(group.text, figure) for figure in members)))


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


def _part_of_whole(group: _Group, listed: int) -> Iterator[Relation]:
    """One part alone: in the clause of 其中, or within a list of parts that goes on to ``listed``."""
    part = group.parts[0]
    if part.span.start > listed and _APART.search(group.text, group.start, part.span.start):
        return
    whole = next((total for total in group.totals if total.value >= part.value), None)
    if whole:
        yield bound_relation(whole, part, holds=True)
    elif _is_plain(group):
        yield bound_relation(akin(group), part, holds=False, certain=False)


def _doubt(group: _Group, *, parallel: bool) -> Iterator[Relation]:
    """A sum that does not come out, where the wording or its neighbours say that it ought to."""
    if not _is_plain(group):
        return
    total = akin(group)
    if parallel or (_REST.search(group.wording) and not _APART.search(group.wording)):
        yield sum_relation(total, group.parts, holds=False, certain=parallel)
    elif slipped := _slipped(group):
        yield sum_relation(slipped, group.parts, holds=False, certain=False)
    elif _exceeds(group, total):
        yield sum_relation(total, group.parts, holds=False, certain=False)


def _is_plain(group: _Group) -> bool:
    """Whether the figures are exact amounts that a whole and its parts can be: no averages, no changes."""
    figures = (*group.totals, *group.parts)
    before = (group.text[max(0, figure.span.start - 12) : figure.span.start] for figure in figures)
    return all(is_exact(figure.quantity) for figure in figures) and not any(map(_NO_WHOLE.search, before))


def _slipped(group: _Group) -> Figure | None:
    """A total from which the sum is one wrong digit away, where that can hardly be chance."""
    values = [part.value for part in group.parts]
    for total in group.totals:
        telling = weight([total.quantity, *(part.quantity for part in group.parts)])
        if telling >= _TELLING and sum_slips(total.value, values):
            return total
    return None


def _exceeds(group: _Group, total: Figure) -> bool:
    """Whether already the first two parts are more than any total, and could not overlap; of money, all of them:
    one yuan is not spent on two things, as one person may be counted among two groups."""
    first, second = group.parts[:2]
    greatest = max(candidate.value for candidate in group.totals)
    if _is_money_list(group) and sum(part.value for part in group.parts) > greatest:
        return max(part.value for part in group.parts) < total.value and not _OVERLAP.search(group.wording)
    return (
        first.value + second.value > greatest
        and max(first.value, second.value) < total.value
        and not _OVERLAP.search(group.wording)
    )


def _is_money_list(group: _Group) -> bool:
    return group.parts[0].unit == "元" and len(group.parts) <= _FEW and not _APART.search(group.wording)


def akin(group: _Group) -> Figure:
    """The total that counts what the parts count, by its noun or the word in front of it; else the nearest."""
    words = {word for part in group.parts for word in _counted(group.text, part)}
    return next((total for total in group.totals if words & _counted(group.text, total)), group.totals[0])


def _counted(text: str, figure: Figure) -> set[str]:
    before = text[max(0, figure.span.start - 2) : figure.span.start]
    return {word for word in (figure.noun, before) if len(word) > 1 and _HAN.fullmatch(word)}
