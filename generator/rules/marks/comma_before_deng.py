"""“等”字前面用了顿号。

## 检查内容

列举之后的“等”“等等”前面用了顿号。全文合为一条。

## 依据

《标点符号用法》（GB/T 15834—2011）附录B.1.2：用顿号的并列成分与“等”“等等”之间不用点号。

## 反例

    种植核桃、花椒、茶叶⟦、⟧等经济作物。

## 正例

    种植核桃、花椒、茶叶等经济作物。

    ——

    核定为一等、二等、三等。

## 已知局限

“等待”“等级”“等额”这样的词前面不查。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.grouping import grouped
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.patterns import compiled

_BEFORE = compiled(r"(?<=[\u4e00-\u9fff”》）])、(?=等等?(?![待级额候同于次效量距差价号靠闲边份比值分位]))")


@rule(
    title="“等”字前面用了顿号",
    severity=Severity.HINT,
    profile="review",
    advice="删去“等”字前面的顿号",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    spans = [Span(*found.span()) for found in _BEFORE.finditer(ctx.text)]
    yield from grouped(ctx, spans, Severity.HINT, "“等”字前面不用顿号")
