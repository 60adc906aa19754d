"""引号里的固定说法与来源差一个字。

## 检查内容

稿中引号里六个字以上的固定说法，与来源里引号内的说法只差一个字（十二字以上的差一两个字），报存疑。

## 依据

《党政机关公文处理工作条例》第二十条第（四）项把引文是否准确列为签发前审核的重点。

## 反例

    按照“⟦脱贫就脱政策⟧”的要求继续扶持。

    来源：坚持“脱贫不脱政策”，继续给予扶持。

## 正例

    按照“脱贫不脱政策”的要求继续扶持。

    来源：坚持“脱贫不脱政策”，继续给予扶持。

    ——

    按照“脱贫不脱帮扶”的要求继续走访。

    来源：坚持“脱贫不脱政策”“脱贫不脱帮扶”，继续给予扶持。

## 已知局限

两种说法本来都有的，来源里只收了一种，也会提出来，由人判断。含数字的不查。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import Needs, rule
from generator.model.finding import Finding, Severity, Suggestion


@rule(
    title="引号里的固定说法与来源差一个字",
    severity=Severity.WARNING,
    profile="draft",
    needs=Needs.SOURCES,
    advice="对照来源改正；确是另一种说法的，不用改",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for match in ctx.matches.phrases:
        yield Finding(
            severity=Severity.WARNING,
            message=f"引号里本文是“{match.quote}”，来源是“{match.counterpart_quote}”",
            span=match.span,
            related=(ctx.at_source(match.source, match.counterpart),),
            suggestion=Suggestion(replace=match.counterpart_quote),
        )
