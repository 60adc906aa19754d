"""多余的空格。

## 检查内容

顿号、逗号、句号等前面的空格，前引号、前括号后面的空格，后引号与汉字之间的空格，句中的不间断空格。
有几处的，全文合为一条。

## 依据

标点与文字之间不留空：《标点符号用法》（GB/T 15834—2011）第5章，《党政机关公文格式》（GB/T 9704—2012）5.2。

## 反例

    落实“⟦ ⟧五个一批”要求。

## 正例

    落实“五个一批”要求。

## 已知局限

两个汉字之间的空格不查：机关名称并列、人名对齐都用空格。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.grouping import grouped
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity, Suggestion
from generator.model.place import Span
from generator.model.text_document import BlockKind
from generator.patterns import compiled

_SPACE = compiled(
    r"(?<=[一-鿿”》）])[ \u00a0]+(?=[、，。；：”》）])"
    r"|(?<=[“《（])[ \u00a0]+(?=[一-鿿])"
    r"|(?<=[，、；：。一-鿿])\u00a0+(?=[一-鿿])"
    r"|(?<=”) (?=[一-鿿])"
)
_SINGLE, _MOST_PLACES = 1, 20


@rule(
    title="多余的空格",
    severity=Severity.HINT,
    profile="draft",
    advice="删去空格",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    spans = [
        Span(*match.span())
        for block in ctx.facts.document.blocks
        if block.kind is BlockKind.PARAGRAPH and "|" not in block.span.of(ctx.text)
        for match in _SPACE.finditer(ctx.text, block.span.start, block.span.end)
    ]
    if len(spans) > _SINGLE:
        yield from grouped(ctx, spans, Severity.HINT, "文字与标点之间有多余的空格")
        return
    for span in spans:
        yield Finding(
            severity=Severity.HINT,
            message=f"“{ctx.text[span.start - 1]}”与“{ctx.text[span.end]}”之间有多余的空格",
            span=span,
            suggestion=Suggestion(replace="", safe=True),
        )
