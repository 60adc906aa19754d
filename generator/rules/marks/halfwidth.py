"""汉字后面用了半角标点。

## 检查内容

两个汉字之间用半角的逗号、分号、冒号、问号、感叹号。全文合为一条，注明有几处。

## 依据

标点符号的形式和位置：《标点符号用法》（GB/T 15834—2011）第4、5章。

## 反例

    加强督查⟦,⟧逐户核对。

## 正例

    加强督查，逐户核对（30,000元）。

## 已知局限

数字、英文、网址旁边的半角标点不查，半角括号不查。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity, Suggestion
from generator.model.place import Span
from generator.patterns import compiled

_HALF = compiled(r"(?<=[一-鿿”》）])[,;:?!](?=\s?[一-鿿“《（]|$)", re.MULTILINE)
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_MOST_PLACES = 20


@rule(
    title="汉字后面用了半角标点",
    severity=Severity.HINT,
    profile="draft",
    advice="改成全角标点",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    spans = [Span(*match.span()) for match in _HALF.finditer(ctx.text)]
    if not spans:
        return
    mark = spans[0].of(ctx.text)
    yield Finding(
        severity=Severity.HINT,
        message=f"汉字后面用了半角标点，全文共{len(spans)}处，第一处是“{mark}”",
        span=spans[0],
        related=tuple(ctx.here(span) for span in spans[1 : _MOST_PLACES + 1]),
        suggestion=Suggestion(replace=_FULL[mark], safe=True) if len(spans) == 1 else None,
    )
