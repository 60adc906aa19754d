"""完成期限与来源不符。

## 检查内容

稿中一项工作的期限（4月底前、6月30日前），来源语料里说的是同一项工作、写的却是另一个月、日的，报存疑。

## 依据

《党政机关公文处理工作条例》第二十条第（四）项把时间是否准确列为签发前审核的重点。

## 反例

    各集中安置点务必在⟦4月底前⟧全部开工建设。

    来源：确保各集中安置点3月底前全部开工建设。

## 正例

    各集中安置点务必在3月底前全部开工建设。

    来源：确保各集中安置点3月底前全部开工建设。

    ——

    各乡镇4月底前报送脱贫攻坚台账。

    来源：确保各集中安置点3月底前全部开工建设。

## 已知局限

说法差得多的对不上来源，不报。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import Needs, rule
from generator.model.finding import Finding, Severity


@rule(
    title="完成期限与来源不符",
    severity=Severity.WARNING,
    profile="draft",
    needs=Needs.SOURCES,
    advice="对照来源改正；期限确有调整的，把新的依据放进来源语料",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for match in ctx.matches.dates:
        yield Finding(
            severity=Severity.WARNING,
            message=f"期限本文为{match.quote}，来源为{match.counterpart_quote}",
            span=match.span,
            related=(ctx.at_source(match.source, match.counterpart),),
        )
