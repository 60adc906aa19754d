"""范围的前一个数省了百分号或者万、亿。

## 检查内容

“63～68%”“13～17万元”这样的范围，前一个数没有写百分号或者万、亿。

## 依据

《出版物上数字用法》（GB/T 15835—2011）：百分数和带“万”“亿”的数表示范围时，前一个数的百分号和“万”“亿”不能省略。

## 反例

    满意率⟦95～98%⟧。

## 正例

    满意率95%～98%，每村13万元～17万元。

## 已知局限

计量单位（公里、亩）可以省，不查；“3至5万元”这样用汉字连接的，只提示百分号。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.grouping import grouped
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.patterns import compiled

_RANGE = compiled(
    r"(?<![\d.%万亿年月日第号-])\d+(?:\.\d+)?\s?(?:[~～—–－]|[-—]{1,2})\s?\d+(?:\.\d+)?(?:%|[万亿](?=[元人户亩吨]))|(?<![\d.%])\d+(?:\.\d+)?[至到]\d+(?:\.\d+)?%"
)


@rule(
    title="范围的前一个数省了百分号或者万、亿",
    severity=Severity.HINT,
    profile="issue",
    advice="前一个数补上百分号或者万、亿",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    spans = [Span(*found.span()) for found in _RANGE.finditer(ctx.text)]
    yield from grouped(ctx, spans, Severity.HINT, "“{}”的前一个数省了百分号或者万、亿")
