"""From one figure to another in the direction that the verb says: 由70%提高到90% and not the other way round."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.facts.relation_arithmetic import is_exact
from generator.facts.relation_building import bound_relation
from generator.facts.relation_passages import Passage
from generator.model.facts import Figure, Relation
from generator.patterns import compiled

_FROM = compiled(
    r"[由从自][^，,。；;：:\d]{0,16}(?:(?:19|20)\d\d\s*年(?:底|末|初)?的?)?[^，,。；;：:\d]{0,6}$"
)
_TO = compiled(
    r"(?:逐步|稳步|统一)?(?:(?P<up>提高|上升|增加|增长|提升|上涨|扩大|增)|(?P<down>下降|降低|减少|回落|缩减|压减|降))(?:到了?|至|为)"
    r"(?:(?:19|20)\d\d\s*年(?:底|末)?的)?"
)
# From the 9th place up to the 5th; what rises by a tenth of itself is no end.
_RANK = compiled(r"第|名次|位次|排名|排位|倒数")
_REACH = 28


def find_directions(passage: Passage) -> Iterator[Relation]:
    """Every 由…提高到… of the paragraph."""
    for first, last in pairwise(passage.all_figures):
        found = _TO.fullmatch(passage.text, first.span.end, last.span.start)
        if found and first.unit == last.unit and _starts(passage, first):
            low, high = (first, last) if found.group("up") else (last, first)
            holds = low.value <= high.value
            if all(is_exact(figure.quantity) for figure in (first, last)):
                yield bound_relation(high, low, holds=holds, certain=False)


def _starts(passage: Passage, first: Figure) -> bool:
    start = max(passage.span.start, first.span.start - _REACH)
    before = passage.text[start : first.span.start]
    return bool(_FROM.search(before)) and not _RANK.search(before)
