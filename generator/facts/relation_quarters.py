"""Quarters and half-years against the year: 一季度60户、二季度100户、三季度120户、四季度116户，全年396户."""

from __future__ import annotations

from collections.abc import Iterator

from generator.facts.relation_arithmetic import adds_up, is_exact
from generator.facts.relation_building import sum_relation
from generator.facts.relation_passages import Passage
from generator.model.facts import Figure, Relation
from generator.patterns import compiled

_PARTS = compiled(r"(?P<part>[一二三四]季度|[上下]半年)[^，,。；;、\d]{0,8}$")
_YEAR = compiled(r"全年(?:共|共计|合计|累计)?[^，,。；;、\d]{0,8}$")
_SERIES = (frozenset({"一季度", "二季度", "三季度", "四季度"}), frozenset({"上半年", "下半年"}))
# 一季度800万元，二季度1200万元，上半年累计2000万元
_HALVES = compiled(r"(?P<half>上半年|下半年|前三季度)(?:累计|共计?|合计|总计|一共)[^，,。；;、\d]{0,8}$")
_OF_HALF = {
    "上半年": ("一季度", "二季度"),
    "下半年": ("三季度", "四季度"),
    "前三季度": ("一季度", "二季度", "三季度"),
}
_BEFORE = 14


def find_quarters(passage: Passage) -> Iterator[Relation]:
    """The quarters of one sentence, or its half-years, and the year behind or in front of them."""
    named: dict[str, Figure] = {}
    years: list[Figure] = []
    for figure in passage.figures:
        start = max(passage.span.start, figure.span.start - _BEFORE)
        before = passage.text[start : figure.span.start]
        if half := _HALVES.search(before):
            members = [named[part] for part in _OF_HALF[half["half"]] if part in named]
            if len(members) == len(_OF_HALF[half["half"]]):
                yield from _judge(members, [figure] if figure.unit == members[0].unit else [])
        if found := _PARTS.search(before):
            named.setdefault(found["part"], figure)
        elif _YEAR.search(before):
            years.append(figure)
    for parts in _SERIES:
        members = [
            named[name] for name in sorted(parts & named.keys(), key=lambda name: named[name].span.start)
        ]
        if len(members) == len(parts):
            yield from _judge(members, [year for year in years if year.unit == members[0].unit])


def _judge(parts: list[Figure], years: list[Figure]) -> Iterator[Relation]:
    if len({part.unit for part in parts}) != 1 or len(years) != 1 or parts[0].unit in ("%", "次"):
        return
    holds = adds_up(years[0].quantity, [part.quantity for part in parts])
    if holds or all(is_exact(figure.quantity) for figure in (*parts, *years)):
        yield sum_relation(years[0], parts, holds=holds, certain=False)
