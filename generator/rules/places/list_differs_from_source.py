"""乡镇名单与来源有一个不同。

## 检查内容

稿中连着列出三个以上乡镇，来源里有一个同样长的名单，只有一个乡镇不一样，报存疑。不带“镇”“村”字的名单（甲、乙、丙等乡镇，甲、乙两个村级电站）也比，后面说的要是同一类地方。

## 依据

《党政机关公文处理工作条例》第二十条第（四）项把地名是否准确列为签发前审核的重点。

## 反例

    由城东镇、南坡镇、⟦北川乡⟧发展蔬菜基地。

    来源：以城东镇、南坡镇、西岭镇为主体，发展蔬菜基地。

## 正例

    由城东镇、南坡镇、西岭镇发展蔬菜基地。

    来源：以城东镇、南坡镇、西岭镇为主体，发展蔬菜基地。

    ——

    由城东镇、南坡镇、北川乡修建公路。

    来源：以城东镇、西岭镇、大湾镇为主体，发展蔬菜基地。

## 已知局限

两处名单说的本来就是两件事的，也会提出来，由人判断。带“镇”“乡”字的名单少于三个的不比。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import Needs, rule
from generator.model.finding import Finding, Severity, Suggestion


@rule(
    title="乡镇名单与来源有一个不同",
    severity=Severity.WARNING,
    profile="draft",
    needs=Needs.SOURCES,
    advice="对照来源的名单核对；确实另是一件事的，不用改",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for match in ctx.matches.place_lists:
        yield Finding(
            severity=Severity.WARNING,
            message=f"名单里本文有{match.span.of(ctx.text)}，来源的名单里是{match.difference}，其余相同",
            span=match.span,
            related=(ctx.at_source(match.source, match.counterpart),),
            suggestion=Suggestion(replace=match.difference),
        )
