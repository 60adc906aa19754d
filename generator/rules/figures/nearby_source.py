"""来源里有相近指标的另一个数。

## 检查内容

来源语料里没有完全相同的指标，但有一个相近的（年度、地区或范围有一项不同，或没有写明），数不一样。只作提示，不算错误。

## 依据

口径不同不是错误，是要问清楚的事。《党政机关公文处理工作条例》第二十条第（四）项把数字是否准确列为签发前审核的重点。

## 反例

    全县完成危房改造⟦397户⟧。

    来源：2017年全县建档立卡贫困户完成危房改造279户。

## 正例

    2017年全县完成危房改造372户。

    来源：2017年全县完成危房改造372户。

## 已知局限

相近与否靠用词判断；提示里的两个数本来就可以都对。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import Needs, Proof, rule
from generator.matching.match import Verdict
from generator.model.finding import Finding, Severity


@rule(
    title="来源里有相近指标的另一个数",
    severity=Severity.HINT,
    profile="issue",
    needs=Needs.SOURCES,
    proof=Proof.SCOPE,
    advice="看两个数是不是一个口径：是，改成一致；不是，把年度、地区或范围写明",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for match in ctx.matches.figures:
        if match.verdict is Verdict.NEARBY and not match.figure.quantity.agrees_with(
            match.counterpart.quantity
        ):
            told = match.counterpart.indicator or "相近指标"
            yield Finding(
                severity=Severity.HINT,
                message=f"此处为{match.figure.quote}，来源的“{told}”为{match.counterpart.quote}，口径或许不同",
                span=match.figure.span,
                related=(ctx.at_source(match.source, match.counterpart.span),),
            )
