"""Shares whose whole stands between 占 and the rate, and how much of a sum is done: 占总户数24100户的2%, 支出率92%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.facts.relation_arithmetic import is_exact, within
from generator.facts.relation_building import term_of
from generator.facts.relation_passages import Passage
from generator.model.facts import Figure, Relation, RelationKind

_OF = re.compile(r"[，,]?\s*占(?:到了?)?[^，,。；;\d]{0,14}$")
_RATE_OF_WHOLE = re.compile(r"的(?:比重|比例|比率)?(?:为|达到?)?\s*$")
_COMPLETION = re.compile(r"(?:完成|支出|执行|到位|兑现|拨付)(?:率|进度)(?:为|达到?|是)?\s*$")
_DONE = re.compile(r"(?:已|完成|支出|到位|兑现|拨付)[^，,。；;\d]{0,10}$")
_RECKONED = re.compile(r"(?:按|以)[^，,。；;\d]{0,8}$")
_RECKONED_BEHIND = re.compile(
    r"(?:来)?(?:计算|测算|计|算|为基数|为总数)[，,](?:其中)?(?P<subject>[\u4e00-\u9fff]{2,8}?)(?:这?一项|这?一块|一类)?(?:就|大约|约)?占(?:到了?|了)?$"
)
_NEAR_SUBJECT = 16
_PER_CENT = 100
_BEFORE = 2  # the two figures that make a rate


def share_of_named_whole(passage: Passage, index: int) -> Iterator[Relation]:
    """482户，占农户总数24100户的2%: three figures that follow each other."""
    if index < _BEFORE:
        return
    part, whole, rate = passage.all_figures[index - 2 : index + 1]
    text = passage.text
    if part.unit != whole.unit or not _RATE_OF_WHOLE.fullmatch(text[whole.span.end : rate.span.start]):
        return
    if _OF.fullmatch(text[part.span.end : whole.span.start]) and whole.value:
        yield from _judged(rate, part, whole)


def rate_of_completion(passage: Passage, index: int) -> Iterator[Relation]:
    """安排资金4500万元，已支出4140万元，支出率92%: the two figures of the sentence that have one unit."""
    rate = passage.all_figures[index]
    start = passage.sentence_start(rate.span.start)
    if not _COMPLETION.search(passage.text, max(start, rate.span.start - 10), rate.span.start):
        return
    near = [figure for figure in passage.before(rate.span.start, 6) if figure.span.start >= start]
    if len(near) < _BEFORE or near[-1].unit != near[-2].unit or not near[-2].value:
        return
    whole, done = near[-2:]
    if _DONE.search(passage.text, whole.span.end, done.span.start):
        yield from _judged(rate, done, whole)


def share_by_reckoning(passage: Passage, index: int) -> Iterator[Relation]:
    """按9500人算，蔬菜占27.4%: the figure that stands beside 蔬菜 before, over the one reckoned by."""
    if not index:
        return
    whole, rate = passage.all_figures[index - 1 : index + 1]
    text = passage.text
    behind = _RECKONED_BEHIND.fullmatch(text[whole.span.end : rate.span.start])
    if not behind or not _RECKONED.search(text, passage.clause_start(whole.span.start), whole.span.start):
        return
    named = [
        figure
        for figure in passage.before(whole.span.start)
        if figure.unit == whole.unit
        and figure.value < whole.value
        and _told_beside(passage, figure, behind["subject"])
    ]
    if len(named) == 1:
        yield from _judged(rate, named[0], whole)


def _told_beside(passage: Passage, figure: Figure, subject: str) -> bool:
    start = max(passage.clause_start(figure.span.start), figure.span.start - _NEAR_SUBJECT)
    clause = re.split(r"[，,、]", passage.text[start : figure.span.start])[-1]
    return subject in clause


def _judged(rate: Figure, part: Figure, whole: Figure) -> Iterator[Relation]:
    holds = within(rate.value, part.quantity, whole.quantity, scale=_PER_CENT, step=rate.quantity.step)
    expected = part.value * _PER_CENT / whole.value
    if holds or all(is_exact(figure.quantity) for figure in (rate, part, whole)):
        yield Relation(
            kind=RelationKind.RATIO,
            holds=holds,
            total=term_of(rate),
            terms=(term_of(part), term_of(whole)),
            formula=f"{part.quote}÷{whole.quote}{'≈' if holds else '≠'}{rate.quote}",
            expected=expected,
            certain=holds,
        )
