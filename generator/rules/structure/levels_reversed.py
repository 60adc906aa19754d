"""层次序数的上下层颠倒。

## 检查内容

同一章里，1. 下面又用（一），或者（一）下面又用一、，上层的序数排在了下层的下面。

## 依据

《党政机关公文格式》（GB/T 9704—2012）7.3.3：结构层次序数依次可以用“一、”“（一）”“1.”“（1）”标注。

## 反例

    一、主要任务
    1.核对名单
    ⟦（一）⟧入户核对。
    （二）部门比对。
    2.张榜公示

## 正例

    一、主要任务
    （一）核对名单
    1.入户核对。
    2.部门比对。
    （二）张榜公示

## 已知局限

跳过一层（一、下面直接用1.）标准没有禁止，不报。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.model.facts import Heading
from generator.model.finding import Finding, Severity
from generator.model.place import Span

_LOWEST = 4


@rule(
    title="层次序数的上下层颠倒",
    severity=Severity.WARNING,
    profile="draft",
    advice="按一、（一）1.（1）的次序改写序数",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    headings = [heading for heading in ctx.facts.outline if 1 <= heading.level <= _LOWEST]
    for index, heading in enumerate(headings):
        if index and heading.ordinal == 1 and _stands_under_lower(headings, index):
            start = heading.span.start + heading.span.of(ctx.text).find(heading.number)
            yield Finding(
                severity=Severity.WARNING,
                message=f"“{heading.number}”排在“{headings[index - 1].number}”下面，层次序数上下颠倒了",
                span=Span(start, start + len(heading.number)),
            )
            return


def _stands_under_lower(headings: Sequence[Heading], index: int) -> bool:
    """Whether since the heading over both only lower numbers stood, and one of them goes on behind."""
    level, lower = headings[index].level, headings[index - 1]
    if lower.level <= level:
        return False
    above = next((at for at in range(index - 1, -1, -1) if headings[at].level < level), None)
    if level > 1 and above is None:
        return False
    since = headings[(above if above is not None else -1) + 1 : index]
    goes_on = any(
        later.level == lower.level and later.ordinal == lower.ordinal + 1 for later in headings[index + 1 :]
    )
    return all(heading.level > level for heading in since) and since[0].ordinal == 1 and goes_on
