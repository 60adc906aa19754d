"""How far a plan is carried out: 计划2100亩，完成1470亩，进度75%; 抽查60户，54户达标，达标率90%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.facts.relation_arithmetic import is_exact, is_lower, is_slip, rearranged
from generator.facts.relation_building import is_rate, rate_of, share_relation
from generator.facts.relation_passages import Passage
from generator.model.facts import Figure, Relation
from generator.model.quantity import Bound
from generator.patterns import compiled

_NAMED_RATE = compiled(
    r"(?P<name>[\u4e00-\u9fff]{0,8}?)(?:率|进度|比例|比重)(?:已|仅|只|约|大约|均)?(?:为|是|达到?|有|占|约)*$"
)
_SHARE_OF_PLAN = compiled(
    r"(?:完成|占|为|达到?)(?:了)?(?:全?年?度?)?(?:计划|任务|目标)(?:数|量|总数|总量)?的(?:约)?$"
)
# What these rates are made of is not what was planned and what was done.
_OTHER_RATE = compiled(
    r"增长|增速|利$|费$|税|回报|发生|成活|保存|入住|出生|死亡|占有|报销|补偿|失业|折|汇|毛利|返贫|漏评|错退"
)
_OF_PLANS = compiled(r"(?:^|完成|执行|实施|建设|工程|项目|任务|计划|支付|拨付|支出|总体|整体|平均)$")
_PLANNED = compiled(r"计划|任务|目标|下达|安排|核定|(?<!响|对|适|反|供)应(?!急|用|对)|拟")
_DONE = compiled(
    r"已|完成|实际|实施|开工|竣工|建成|落实|到位|支出|拨付|兑现|整改|办结|实到|达标|合格|到岗|入社|培训"
)
_NOT_YET = compiled(r"其中|分别|比|较|同期|上年|去年|未|没有|还需|尚|剩|余下|新增")
_DUE = compiled(r"应|需|计划|任务|目标|拟|符合|总|共")
_STEPS = compiled(r"[^。；;\d%]{0,18}")
_CLAUSES = compiled(r"[，,（(]")
_YEAR_PART = compiled(r"(?:19|20)\d\d年|\d{1,2}月(?:\d{1,2}日|底|末|份)?|[一二三四]季度|[上下]半年")
_SHARE = compiled(r"占[^，,。；;\d]{0,12}(?:比重|比例|的)(?:为|达)?$")
_SHARE_ALONE = compiled(r"[，,](?:约|只|仅)?占(?:到|比)?(?:了|为)?$")
_EXPLAINED = compiled(
    r"(?:左右)?(?:[（(]|[，,：:]?(?:即|其中|也就是))(?:其中)?[：:，,]?[^，,。；;\d（）()]{0,10}"
)
_CHANGED = compiled("[比较增减超]|另")
_AMONG = compiled(r"[^，,。；;\d]{0,8}(?:中|里|内)[，,]?[^，,。；;\d]{0,8}")
_NOT_YET_SHARE = compiled(r"比|较|同期|上年|去年|另|分别")
_NO_AMOUNT = frozenset({"%", "百分点", "年", "月", "天", "岁"})
_REACH = 60
_NEAR = 16
_MOST_PERCENT = 150
_TWENTIETH = 20


@dataclass(frozen=True, slots=True)
class _Frame:
    """The three figures and what stands before and between them."""

    whole: Figure
    done: Figure
    before: str
    between: str
    behind: str


def find_completion(passage: Passage, index: int) -> Iterator[Relation]:
    """The rate at ``index`` of the passage's figures against the two figures in front of it."""
    rate = passage.all_figures[index]
    start = max(passage.sentence_start(rate.span.start), rate.span.start - _NEAR)
    before = passage.text[start : rate.span.start]
    yield from _told_first(passage, index, before)
    yield from _of_those_named(passage, index, before)
    named, share = _NAMED_RATE.search(before), _SHARE_OF_PLAN.search(before)
    if not (named or share) or not 0 < rate.value <= _MOST_PERCENT:
        return
    frame = _frame(passage, index)
    if frame is None:
        return
    if (share and _of_plan(frame)) or (named and _is_named(frame, named)):
        yield from _judged(rate, frame)


def _told_first(passage: Passage, index: int, before: str) -> Iterator[Relation]:
    """合格率达98%（参训250人，合格240人）; 完成率88%，即计划500户，完成450户."""
    if index + 2 >= len(passage.all_figures) or not (_NAMED_RATE.search(before) or _SHARE.search(before)):
        return
    rate, whole, done = passage.all_figures[index : index + 3]
    text = passage.text
    opened = _EXPLAINED.fullmatch(text[rate.span.end : whole.span.start])
    between = text[whole.span.end : done.span.start]
    fits = whole.unit == done.unit and whole.unit not in _NO_AMOUNT and whole.value > done.value
    if (
        opened
        and fits
        and _STEPS.fullmatch(between)
        and not _CHANGED.search(opened.group() + between)
        and not _OTHER_RATE.search(before)
    ):
        yield from _judged(rate, _Frame(whole, done, "", between, ""))


def _of_those_named(passage: Passage, index: int, before: str) -> Iterator[Relation]:
    """35名村医中有28名取得资格，占80%; 台账问题64个，已整改58个，占90.6%."""
    if index < 2 or not _SHARE_ALONE.search(before):
        return
    whole, part, rate = passage.all_figures[index - 2 : index + 1]
    text = passage.text
    between, behind = text[whole.span.end : part.span.start], text[part.span.end : rate.span.start]
    fits = whole.unit == part.unit and whole.unit not in _NO_AMOUNT and whole.value > part.value
    if not fits or whole.span.start < passage.sentence_start(rate.span.start) or len(between) > _NEAR:
        return
    among = _AMONG.match(between) or (_DONE.search(between) and "其中" not in between)
    if (
        among
        and not _NOT_YET_SHARE.search(between)
        and compiled(r"[^，,。；;\d]{0,10}[，,](?:约|只|仅)?占").match(behind)
    ):
        holds = is_rate(rate, part, whole)
        slip = is_slip(rate.value, rate_of(rate, part, whole)) or rearranged(
            rate.value, rate_of(rate, part, whole)
        )
        if holds or (
            slip and is_exact(rate.quantity) and is_exact(whole.quantity) and is_exact(part.quantity)
        ):
            yield share_relation(rate, part, whole, holds=holds, certain=holds)


def _frame(passage: Passage, index: int) -> _Frame | None:
    """The two figures of one unit right in front of the rate, the planned one first whatever the order."""
    if index < 2:
        return None
    first, second, rate = passage.all_figures[index - 2 : index + 1]
    text, sentence = passage.text, passage.sentence_start(rate.span.start)
    same = first.unit == second.unit and first.unit not in _NO_AMOUNT
    if not same or first.span.start < sentence or rate.span.start - first.span.end > _REACH:
        return None
    low = max(sentence, first.span.start - _NEAR)
    before = _CLAUSES.split(text[low : first.span.start])[-1]
    between, behind = text[first.span.end : second.span.start], text[second.span.end : rate.span.start]
    if not _STEPS.fullmatch(_YEAR_PART.sub("", between)) or not _STEPS.fullmatch(behind):
        return None
    if first.value < second.value and _DONE.search(before) and _PLANNED.search(between):
        return _Frame(second, first, between, before, behind)
    return _Frame(first, second, before, between, behind)


def _of_plan(frame: _Frame) -> bool:
    return bool(
        _PLANNED.search(frame.before) and _DONE.search(frame.between) and not _NOT_YET.search(frame.between)
    )


def _is_named(frame: _Frame, named: re.Match[str]) -> bool:
    """Whether the words say what the rate is of: 进度 of a plan, 达标率 of what was found 达标."""
    name = named["name"]
    behind = frame.behind[: len(frame.behind) - len(named.string) + named.start()]
    if _OTHER_RATE.search(name) or _NOT_YET.search(frame.between):
        return False
    if _OF_PLANS.search(name):
        return _of_plan(frame)
    verb = name[-2:] if len(name) > 1 else ""
    if not verb or (verb in frame.before and not _DUE.search(frame.before)):
        return False
    return verb in frame.between or verb in behind or ("应" in frame.before and "实" in frame.between)


def _judged(rate: Figure, frame: _Frame) -> Iterator[Relation]:
    whole, done = frame.whole, frame.done
    if not whole.value or not done.value:
        return
    plain = is_exact(done.quantity) and (is_exact(whole.quantity) or is_lower(whole.quantity))
    holds = is_rate(rate, done, whole) or (
        rate.quantity.bound is Bound.ABOUT and _is_about(rate, done, whole)
    )
    if holds or (plain and rate.quantity.bound in (Bound.EXACT, Bound.ABOUT)):
        slip = is_slip(rate.value, rate_of(rate, done, whole))
        yield share_relation(rate, done, whole, holds=holds, certain=holds or slip)


def _is_about(rate: Figure, done: Figure, whole: Figure) -> bool:
    expected = done.value * 100 / whole.value
    return abs(expected - rate.value) <= max(rate.value / _TWENTIETH, Decimal(rate.quantity.step))
