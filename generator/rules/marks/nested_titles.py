"""书名号里套用了双书名号。

## 检查内容

书名号里还有书名号的，里面的应当用单书名号〈〉。

## 依据

《标点符号用法》（GB/T 15834—2011）4.15.3.5：书名号里还要用书名号时，外面用双书名号，里面用单书名号。

## 反例

    按《关于印发⟦《水利方案》⟧的通知》办理。

## 正例

    按《关于印发〈水利方案〉的通知》办理。

## 已知局限

书名号不成对的由另一条规则提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.grouping import grouped
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.patterns import compiled

_NESTED = compiled(r"《[^《》\n]{0,60}(?P<inner>《[^《》\n]{1,80}》)[^《》\n]{0,40}》")


@rule(
    title="书名号里套用了双书名号",
    severity=Severity.WARNING,
    profile="draft",
    advice="里面的书名号改成〈〉",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    spans = [Span(*found.span("inner")) for found in _NESTED.finditer(ctx.text)]
    yield from grouped(ctx, spans, Severity.WARNING, "“{}”在书名号里面，应当用单书名号〈〉")
