"""月日简写没有用间隔号。

## 检查内容

“10.17”这样的月日简写用了小数点，节日、事件的月日简写应当用间隔号。

## 依据

《标点符号用法》（GB/T 15834—2011）4.13：用月、日标示的事件、节日，月、日之间用间隔号。

## 反例

    开展“⟦10.17⟧全国扶贫日”活动。

## 正例

    开展“10·17全国扶贫日”活动。

## 已知局限

只查后面是节、日、事件、行动、活动的。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.grouping import grouped
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.patterns import compiled

_DAY = compiled(
    r"(?<![\d.])(?:0?[1-9]|1[0-2])\.(?:0?[1-9]|[12]\d|3[01])(?=[”\"]?[\u4e00-\u9fff]{0,6}?(?:日|节|事件|行动|活动|宣传))(?!年|月|日|\d|万|亿|元|%|公|亩|米|吨|千|平)"
)


@rule(
    title="月日简写没有用间隔号",
    severity=Severity.HINT,
    profile="draft",
    advice="小数点改成间隔号",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    spans = [Span(*found.span()) for found in _DAY.finditer(ctx.text)]
    yield from grouped(ctx, spans, Severity.HINT, "月日简写“{}”应当用间隔号（·）")
