"""圆括号里套用了圆括号。

## 检查内容

圆括号里还有成对的圆括号。序号（一）、（1）不算。全文合为一条。

## 依据

《标点符号用法》（GB/T 15834—2011）4.9.3.6：除特殊情况外，应尽量避免同形括号套用，需要套用时采用不同的括号形式。

## 反例

    由县扶贫办（含驻村工作队⟦（三支）⟧）汇总上报。

## 正例

    由县扶贫办（含驻村工作队三支）汇总上报。

    ——

    按职责分工落实（具体见（一）至（三）项）。

## 已知局限

标准说的是“尽量避免”，所以只作提示；方括号、六角括号套在圆括号里的不报。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.grouping import grouped
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.patterns import compiled
from generator.text.paired_marks import nested_pairs

_NUMBER = compiled(r"[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2}|(?:19|20)\d\d)[）)]")


@rule(
    title="圆括号里套用了圆括号",
    severity=Severity.HINT,
    profile="issue",
    advice="去掉里面的括号，或者改成方括号",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    pairs = nested_pairs(ctx.text, "（(", "）)")
    spans = [span for span in pairs if not _NUMBER.fullmatch(span.of(ctx.text))]
    yield from grouped(ctx, spans, Severity.HINT, "“{}”在圆括号里面，同形的括号尽量不套用")
