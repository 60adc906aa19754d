"""沿用来源的话，里面的数字不同。

## 检查内容

稿中有的话与来源前后文字都相同，只有中间的一个数字不同（近三年写成近五年，每百名写成每千名，前十位写成前五位），
来源里又没有本文这个数的，报存疑。

## 依据

《党政机关公文处理工作条例》第二十条第（四）项把数字、引文是否准确列为签发前审核的重点。

## 反例

    优先加强近⟦五⟧年县外转出率居前的病种。

    来源：优先加强近三年县外转出率居前的病种。

## 正例

    优先加强近三年县外转出率居前的病种。

    来源：优先加强近三年县外转出率居前的病种。

    ——

    近五年全县外出务工的人多了。

    来源：优先加强近三年县外转出率居前的病种。

## 已知局限

改写得多的话比不出来。年份、日期、序号和有计量单位的数由别的规则查。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import Needs, rule
from generator.model.finding import Finding, Severity, Suggestion


@rule(
    title="沿用来源的话，里面的数字不同",
    severity=Severity.WARNING,
    profile="draft",
    needs=Needs.SOURCES,
    advice="对照来源核对这个数字；有意改动的，不用改回",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for match in ctx.matches.numerals:
        yield Finding(
            severity=Severity.WARNING,
            message=f"前后文字与来源相同，数字本文为“{match.quote}”，来源为“{match.counterpart_quote}”",
            span=match.span,
            related=(ctx.at_source(match.source, match.counterpart),),
            suggestion=Suggestion(replace=match.counterpart_quote),
        )
