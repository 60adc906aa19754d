"""引号里套用了同样的引号。

## 检查内容

双引号里还有成对的双引号的，里面的应当用单引号‘’。全文合为一条。

## 依据

《标点符号用法》（GB/T 15834—2011）4.8.3.4：引号里还要用引号时，外面用双引号，里面用单引号。

## 反例

    会议指出：“要落实⟦“五个一批”⟧，逐户核对。”

## 正例

    会议指出：“要落实‘五个一批’，逐户核对。”

    ——

    落实“五个一批”，做到“六个精准”。

## 已知局限

引号不成对的由另一条规则提示；隔了段的不查。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.grouping import grouped
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.text.paired_marks import nested_pairs


@rule(
    title="引号里套用了同样的引号",
    severity=Severity.WARNING,
    profile="review",
    advice="里面的引号改成单引号‘’",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    yield from grouped(
        ctx, list(nested_pairs(ctx.text, "“", "”")), Severity.WARNING, "“{}”在引号里面，应当用单引号‘’"
    )
