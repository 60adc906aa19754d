"""Figures year by year and their total: 2016年…8120人、2017年…7350人、2018年…5960人，三年累计21430人."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.facts.relation_arithmetic import adds_up, is_exact, nought_slips, sum_slips
from generator.facts.relation_building import sum_relation
from generator.facts.relation_numerals import small_number
from generator.facts.relation_passages import Passage
from generator.model.facts import Figure, Relation
from generator.patterns import compiled

_YEAR_IN_FRONT = compiled(r"(?<!\d)(?P<year>(?:19|20)\d\d)\s*年(?P<words>[^，,。；;：:、\d]{0,12})$")
_YEARS = compiled(r"(?P<count>[两三四五六七八九十]|[2-9]|10)年(?:来|间|内)?[^，,。；;：:\d]{0,18}$")
_NO_TOTAL = compiled(r"平均|年均|目标|计划|任务|超过|前|下|近")
_NO_SUM = frozenset({"%", "百分点", "‰", "年", "月", "天", "岁"})
_FEWEST = 2
_REACH = 24


def find_year_sums(passage: Passage) -> Iterator[Relation]:
    """Consecutive years with one figure each, and 三年… or 五年累计… right in front of or behind them."""
    for run in year_runs(passage):
        unit, count = run[0].unit, len(run)
        neighbours = (*passage.before(run[0].span.start, 1), *passage.after(run[-1].span.end, 1))
        for total in neighbours:
            if total.unit == unit and _years_named(passage, total) == count:
                yield from _judged(total, run)


def year_runs(passage: Passage) -> Iterator[Sequence[Figure]]:
    """Figures of consecutive years, one behind the other."""
    dated = [(figure, year_in_front(passage, figure)) for figure in passage.figures]
    run: list[Figure] = []
    for (figure, year), (following, next_year) in pairwise([*dated, *dated[-1:]]):
        if not year or figure.unit in _NO_SUM:
            continue
        run = run or [figure]
        if next_year == year + 1 and following.unit == figure.unit:
            run.append(following)
            continue
        if len(run) >= _FEWEST:
            yield tuple(run)
        run = []


def year_in_front(passage: Passage, figure: Figure) -> int:
    """The year right in front of a figure, 0 where there is none."""
    start = max(passage.span.start, figure.span.start - _REACH)
    found = _YEAR_IN_FRONT.search(passage.text[start : figure.span.start])
    return int(found.group("year")) if found else 0


def _years_named(passage: Passage, total: Figure) -> int:
    start = max(passage.span.start, total.span.start - _REACH)
    found = _YEARS.search(passage.text[start : total.span.start])
    if found is None or _NO_TOTAL.search(passage.text[start : total.span.start]):
        return 0
    return small_number(found.group("count"))


def _judged(total: Figure, run: Sequence[Figure]) -> Iterator[Relation]:
    values = [figure.value for figure in run]
    if adds_up(total.quantity, [figure.quantity for figure in run]):
        yield sum_relation(total, run, holds=True)
    elif all(is_exact(figure.quantity) for figure in (total, *run)) and (
        sum_slips(total.value, values) or nought_slips(total.value, values)
    ):
        yield sum_relation(total, run, holds=False, certain=False)
