"""并列的书名号、引号之间用了顿号。

## 检查内容

两个书名号之间或者两个引号之间用了顿号。全文合为一条。

## 依据

《标点符号用法》（GB/T 15834—2011）4.5.3.5：并列的书名号、引号之间通常不用顿号。

## 反例

    按《水利方案》⟦、⟧《农业方案》办理。

## 正例

    按《水利方案》《农业方案》办理。

    ——

    按《水利方案》（云发〔2018〕2号）、《农业方案》办理。

## 已知局限

标准说的是“通常”，所以只作提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.grouping import grouped
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.patterns import compiled

_BETWEEN = compiled(r"(?<=》)、(?=《)|(?<=”)、(?=“)")


@rule(
    title="并列的书名号、引号之间用了顿号",
    severity=Severity.HINT,
    profile="issue",
    advice="删去中间的顿号",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    spans = [Span(*found.span()) for found in _BETWEEN.finditer(ctx.text)]
    yield from grouped(ctx, spans, Severity.HINT, "并列的书名号、引号之间通常不用顿号")
