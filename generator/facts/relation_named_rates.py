"""Rates named after what was done: 收回问卷470份，回收率94%; 取得证书的1071人，取证率85%; and growth from one year told to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.facts.relation_arithmetic import is_exact, is_slip, rearranged, slack
from generator.facts.relation_building import is_rate, rate_of, share_relation, term_of
from generator.facts.relation_passages import Passage
from generator.model.facts import Figure, Relation, RelationKind
from generator.patterns import compiled

_NAMED = compiled(
    r"(?:^|[，,、（(；;的])(?P<name>[\u4e00-\u9fff]{2,6})率(?:已|仅|只)?(?:为|达到?|是|有|约)?$"
)
_OTHER_RATE = compiled(
    r"增长|增|利|费|税|回报|发生|成活|出生|死亡|失业|折|汇|毛利|返贫|漏评|错退|准确|满意|投资|贡献|普及|使用"
)
_OTHER_BASE = compiled(r"比|较|上年|去年|同期|新增|另|其余|其他|未|没有|分别|每|目标|力争|达标线")
_UNITS = frozenset(
    {
        "人",
        "名",
        "个",
        "户",
        "份",
        "件",
        "所",
        "家",
        "项",
        "座",
        "处",
        "条",
        "村",
        "亩",
        "元",
        "台",
        "辆",
        "套",
    }
)
_GROWN = compiled(
    r"[，,](?:同比|比上年|比去年|较上年|较去年)?(?P<word>增长|增加|上升|下降|减少|降低)(?:了|约)?"
)
_LAST = compiled(r"(?:^|[，,。；;])(?:去年|上年|上年同期|去年同期)[^，,。；;：:\d]{0,12}$")
_NOW = compiled(r"[^，,。；;：:\d]{0,4}[，,](?:今年|本年|当年|今年同期)[^，,。；;：:\d]{0,12}")
_DOWN = frozenset({"下降", "减少", "降低"})
_REACH, _GAP = 14, 18
_BEFORE = 2
_MOST = 100
_NO_AMOUNT = frozenset({"%", "百分点", "元", "年", "月", "天", "岁"})


def find_named_rates(passage: Passage, index: int) -> Iterator[Relation]:
    """The rate at ``index`` of the passage's figures against the two figures right in front of it."""
    if index < _BEFORE:
        return
    whole, part, rate = passage.all_figures[index - 2 : index + 1]
    if whole.span.start < passage.sentence_start(rate.span.start) or not is_exact(rate.quantity):
        return
    yield from _grown(passage, whole, part, rate)
    low = max(part.span.end, rate.span.start - _REACH)
    named = _NAMED.search(passage.text, low, rate.span.start)
    if not named or _OTHER_RATE.search(named["name"]) or not 0 < rate.value <= _MOST:
        return
    if not _fits(passage, whole, part, named):
        return
    if is_rate(rate, part, whole):
        yield share_relation(rate, part, whole, holds=True, certain=True)
        return
    expected = rate_of(rate, part, whole)
    if is_slip(rate.value, expected) or rearranged(rate.value, expected):
        yield share_relation(rate, part, whole, holds=False, certain=False)


def _fits(passage: Passage, whole: Figure, part: Figure, named: re.Match[str]) -> bool:
    """Whether the part is one of the whole, and done what the rate is named after."""
    text = passage.text
    between, behind = text[whole.span.end : part.span.start], text[part.span.end : named.start()]
    exact = is_exact(whole.quantity) and is_exact(part.quantity)
    if not exact or whole.unit != part.unit or part.unit not in _UNITS or not 0 < part.value < whole.value:
        return False
    if len(behind) > _GAP or _OTHER_BASE.search(between + behind) or "。" in between or "；" in between:
        return False
    return any(character in between + behind for character in named["name"][-2:])


def _grown(passage: Passage, then: Figure, now: Figure, rate: Figure) -> Iterator[Relation]:
    """去年接待32万人次，今年接待40万人次，同比增长25%: counted things, for which there are no prices."""
    text = passage.text
    if then.unit != now.unit or then.unit in _NO_AMOUNT or not then.value:
        return
    grown = _GROWN.fullmatch(text, now.span.end, rate.span.start)
    start = max(passage.span.start, then.span.start - _GAP)
    told = (
        grown
        and _LAST.search(text[start : then.span.start])
        and _NOW.fullmatch(text, then.span.end, now.span.start)
    )
    if not grown or not told or not (is_exact(then.quantity) and is_exact(now.quantity)):
        return
    sign = -1 if grown["word"] in _DOWN else 1
    ends = sorted(
        ((now.value + side * slack(now.quantity)) / (then.value - side * slack(then.quantity)) - 1)
        * 100
        * sign
        for side in (-1, 1)
    )
    holds = ends[0] - rate.quantity.step <= rate.value <= ends[1] + rate.quantity.step
    yield Relation(
        kind=RelationKind.RATIO,
        holds=holds,
        total=term_of(rate),
        terms=(term_of(now), term_of(then)),
        formula=f"（{now.quote}-{then.quote}）÷{then.quote}{'≈' if holds else '≠'}{rate.quote}",
        expected=(now.value / then.value - 1) * 100 * sign,
        certain=False,
    )
