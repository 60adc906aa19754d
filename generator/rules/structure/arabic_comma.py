"""序号后的标点不合规定。

## 检查内容

阿拉伯数字序号后面用顿号（1、），带括号的序号后面再加顿号或点（（一）、）。一种写法全文提示一次，注明有几处。

## 依据

《标点符号用法》（GB/T 15834—2011）附录B.3：1.用下脚点，（一）后面不加点号；层次序数见 GB/T 9704—2012 7.3.3。

## 反例

    ⟦1、⟧核对名单。
    2、张榜公示。

## 正例

    1.核对名单。
    2.张榜公示。

## 已知局限

表格里的序号不查。只有一个这样的序号的不提示：可能是引用的一句。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.model.text_document import BlockKind
from generator.patterns import compiled
from generator.text.headings import NumberStyle, read_mark

_BRACKETED = compiled(r"([（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)])[、.．]")
_MARK_WITHIN, _MOST_PLACES, _FEWEST = 200, 20, 2


@rule(
    title="序号后的标点不合规定",
    severity=Severity.WARNING,
    profile="draft",
    advice="第三层写成1.2.3.，（一）后面的标点删去",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    commas: list[Span] = []
    bracketed: list[Span] = []
    for block in ctx.facts.document.blocks:
        start = block.span.start
        line = ctx.text[start : min(block.span.end, start + _MARK_WITHIN)]
        mark = read_mark(line) if block.kind is BlockKind.PARAGRAPH else None
        if mark is None:
            continue
        span = Span(start + mark.start, start + mark.start + len(mark.number))
        if mark.style is NumberStyle.ARABIC and mark.separator == "、":
            commas.append(span)
        elif _BRACKETED.match(line, mark.start):
            bracketed.append(span)
    yield from _grouped(ctx, commas, "阿拉伯数字序号后面应当用下脚点（1.），不用顿号")
    yield from _grouped(ctx, bracketed, "带括号的序号后面不加标点")


def _grouped(ctx: RuleContext, spans: list[Span], what: str) -> Iterator[Finding]:
    if len(spans) < _FEWEST:
        return
    yield Finding(
        severity=Severity.WARNING,
        message=f"{what}：全文共{len(spans)}处，第一处是“{spans[0].of(ctx.text)}”",
        span=spans[0],
        related=tuple(ctx.here(span) for span in spans[1 : _MOST_PLACES + 1]),
    )
