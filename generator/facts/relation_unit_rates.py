"""Rates that name the unit they are reckoned in: 户数占75.0%, 户数完成任务的98.57%，人数完成任务的98.62%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.facts.relation_arithmetic import is_exact, is_slip, rearranged
from generator.facts.relation_building import is_rate, rate_of, share_relation
from generator.facts.relation_passages import Passage
from generator.model.facts import Figure, Relation
from generator.patterns import compiled

_BY_UNIT = compiled(
    r"(?:^|[，,；;、（(])(?:按)?(?P<unit>户|人|村|项目|资金|面积)(?:数|口|头|额|个数)(?:占比?|比例|完成率?|进度|达标率?)"
    r"[^，,。；;：:\d]{0,10}$"
)
_UNITS = {"户": "户", "人": "人", "村": "个", "项目": "个", "资金": "元", "面积": "亩"}
_OTHERWISE = compiled(r"比|较|上年|去年|同期|增|降|提高")
_REACH = 24
_NEAR = 10
_TWO = 2
_MOST = 100


def named_unit(passage: Passage, rate: Figure) -> re.Match[str] | None:
    """The words in front of a rate that name a unit: 户数占."""
    start = max(passage.span.start, rate.span.start - _REACH)
    found = _BY_UNIT.search(passage.text, start, rate.span.start)
    return found if found and not _OTHERWISE.search(found.group()) else None


def find_unit_rate(passage: Passage, rate: Figure) -> Iterator[Relation]:
    """The rate against the last two figures of the unit that it names, in its sentence or the one before."""
    found = named_unit(passage, rate)
    if found is None or not is_exact(rate.quantity) or not 0 < rate.value <= _MOST:
        return
    sentence = passage.sentence_start(rate.span.start)
    start = passage.sentence_start(max(passage.span.start, sentence - 1))
    near = [f for f in passage.before(found.start(), _NEAR) if f.span.start >= start]
    same = [f for f in near if f.unit == _UNITS[found["unit"]] and is_exact(f.quantity)]
    holding = next((pair for pair in _pairs(same) if is_rate(rate, *pair)), None)
    if holding:
        yield share_relation(rate, *holding, holds=True, certain=True)
        return
    pair = next(_pairs(same[-_TWO:]), None)
    if pair and (len(same) == _TWO or _is_miscopied(rate, pair) or _is_of_other_unit(rate, near)):
        yield share_relation(rate, *pair, holds=False, certain=False)


def _pairs(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Part and whole, nearest first."""
    for part in reversed(figures):
        for whole in reversed(figures):
            if 0 < part.value < whole.value:
                yield part, whole


def _is_miscopied(rate: Figure, pair: tuple[Figure, Figure]) -> bool:
    expected = rate_of(rate, *pair)
    return is_slip(rate.value, expected) or rearranged(rate.value, expected)


def _is_of_other_unit(rate: Figure, near: Sequence[Figure]) -> bool:
    """74.3% of the households is what the persons make."""
    return any(
        one.unit == other.unit and 0 < other.value < one.value and is_rate(rate, other, one)
        for one, other in pairwise([f for f in near if f.unit != "%"])
    ) or any(is_rate(rate, *pair) for pair in _pairs([f for f in near if f.unit == "人"]))
