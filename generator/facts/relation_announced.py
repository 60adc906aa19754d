"""Sums that say how many they add up (以上三笔共…, 三项加起来…), and amounts told in two units (386万元，折0.0386亿元)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from generator.facts.relation_arithmetic import adds_up, is_exact, misses_a_round_step, sum_slips
from generator.facts.relation_building import sum_relation, term_of
from generator.facts.relation_passages import Passage, names_others
from generator.model.facts import Figure, Relation, RelationKind
from generator.patterns import compiled

_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_ANNOUNCED = compiled(
    r"(?P<count>[两二三四五六七八九十]|[2-9])(?:大)?(?:笔|项|块|类|批|部分|方面|个项目|个渠道|条渠道)(?:资金|投入|经费|补助|人数|指标|任务)?"
    r"[，,]?(?:总共|一共|共计|合计|总计|共|加起来|相加|加在一起|合起来|合在一起)(?:投入|安排|是|为|有|达|达到|需|需要)?(?:资金)?$"
)
_COMPOSED = compiled(r"由[^由]*?(?P<end>组成|构成|合成)[，,]?(?:总共|一共|共计|合计|总计|共)(?:有|是|为)?$")
_FULL_MARKS = compiled(r"(?:满分|总分|共|合计)$")
_SO_MANY = compiled(
    r"[，,](?P<count>[两三四五六])(?:大)?(?:项|类|块|笔|者|部分|方面)[^，,。；;：:、\d]{0,8}$"
)
_REACH = 24
_MORE = 3  # figures beside the announced ones that may be meant instead
_NUMBER = compiled(r"[\d.,零〇○一二三四五六七八九十百千两点]+")
_CONVERTED = compiled(r"[，,（(]?(?:折合|折算成|折算为|折成|折|合计为|也就是|即)$")


def find_announced_sums(passage: Passage) -> Iterator[Relation]:
    """The announced number of figures of one unit right before, added up."""
    for index, total in enumerate(passage.figures):
        before = passage.text[max(passage.span.start, total.span.start - _REACH) : total.span.start]
        found = _ANNOUNCED.search(before)
        if not found:
            yield from _of_so_many(passage, index, before)
            continue
        count = _COUNTS.get(found["count"]) or int(found["count"])
        same = [figure for figure in passage.figures[:index] if _counts_alike(figure, total)]
        near = same[-count:]
        edge = total.span.start - len(before) + found.start()
        if len(same) >= count and not names_others(passage, edge, near):
            yield from _judge(total, same[-(count + _MORE) :], count)


def _of_so_many(passage: Passage, index: int, before: str) -> Iterator[Relation]:
    """滴灌61万亩、喷灌27.9万亩，两项节水面积88.9万亩: just so many figures of the clause in front, one slip off."""
    total, found = passage.figures[index], _SO_MANY.search(before)
    if not found or index < _COUNTS[found["count"]]:
        return
    count = _COUNTS[found["count"]]
    start = passage.clause_start(total.span.start)
    edge = total.span.start - len(before) + found.start()
    inside = [figure for figure in passage.figures[:index] if start <= figure.span.start < edge]
    if len(inside) != count or any(part.unit != total.unit for part in inside):
        return
    values = [part.value for part in inside]
    exact = all(is_exact(figure.quantity) for figure in (total, *inside))
    if exact and sum_slips(total.value, values) and total.unit not in ("%", "年", "月", "天"):
        yield sum_relation(total, inside, holds=False, certain=False)


def _counts_alike(figure: Figure, total: Figure) -> bool:
    """岗位330个 and 企业吸纳100人 are people both, where the total is told in people."""
    return figure.unit == total.unit or (total.unit == "人" and figure.unit in ("个", "名"))


def _judge(total: Figure, near: Sequence[Figure], count: int) -> Iterator[Relation]:
    """Any choice that holds is the one that is meant; where none holds, the nearest are doubted."""
    exactly = near[-count:] if len(near) == count else ()
    if exactly and misses_a_round_step(total.quantity, [part.quantity for part in exactly]):
        yield sum_relation(total, exactly, holds=False, certain=False)
        return
    for parts in combinations(near, count):
        if adds_up(total.quantity, [part.quantity for part in parts]):
            yield sum_relation(total, parts, holds=True)
            return
    parts = tuple(near[-count:])
    if all(is_exact(figure.quantity) for figure in (total, *parts)):
        yield sum_relation(total, parts, holds=False, certain=False)


def find_full_marks(passage: Passage) -> Iterator[Relation]:
    """满分100分：甲50分，乙30分，丙20分: the marks of one sentence behind the full marks."""
    for total in passage.figures:
        start = max(passage.span.start, total.span.start - 6)
        if total.unit != "分" or not _FULL_MARKS.search(passage.text, start, total.span.start):
            continue
        if passage.text[total.span.end : total.span.end + 1] not in ("：", ":"):
            continue
        parts = passage.between(total.span.end, passage.sentence_end(total.span.end))
        if len(parts) > _MORE - 1 and all(part.unit == "分" and is_exact(part.quantity) for part in parts):
            holds = adds_up(total.quantity, [part.quantity for part in parts])
            yield sum_relation(total, parts, holds=holds, certain=holds)


def find_compositions(passage: Passage) -> Iterator[Relation]:
    """由7个圩镇和2个中心村组成，共9个: what a thing consists of, added up right behind."""
    for total in passage.figures:
        start = passage.clause_start(total.span.start)
        before = passage.text[start : total.span.start]
        found = _COMPOSED.search(before)
        if not found:
            continue
        parts = passage.between(start + found.start(), start + found.start("end"))
        exact = all(is_exact(figure.quantity) for figure in (total, *parts))
        if len(parts) > 1 and exact and all(part.unit == total.unit for part in parts):
            holds = adds_up(total.quantity, [part.quantity for part in parts])
            yield sum_relation(total, parts, holds=holds, certain=holds)


def _is_conversion(first: Figure, second: Figure, gap: str) -> bool:
    """386万元，合计为0.0386亿元 tells one amount twice; 300万元，30万元，合计为330万元 adds up."""
    if not _CONVERTED.fullmatch(gap):
        return False
    return "合计" not in gap or _NUMBER.sub("", first.quote) != _NUMBER.sub("", second.quote)


def find_conversions(passage: Passage) -> Iterator[Relation]:
    """One amount in two units of the same measure, right beside each other."""
    for first, second in zip(passage.figures, passage.figures[1:], strict=False):
        gap = passage.text[first.span.end : second.span.start]
        if first.unit == second.unit and first.value and _is_conversion(first, second, gap):
            holds = first.quantity.agrees_with(second.quantity)
            yield Relation(
                kind=RelationKind.REPEAT,
                holds=holds,
                total=term_of(second),
                terms=(term_of(first),),
                formula=f"{first.quote}{'=' if holds else '≠'}{second.quote}",
                expected=first.value,
                certain=True,
            )
