"""同一指标前后两个数。

## 检查内容

同一指标（同一年度、地区、口径、单位）在文中出现两次以上，数却不一样。写法不同而数相同的（1.329万人与13290人）不算。
后文回头说到的数（“对抽查的46个项目逐一建账”“余下的7个问题”“次中心58个全部建成的计8分”）与前文不一样的，也报。
“一半以上”“不到六成”与前后写明的百分比，逐年的数与后面再提到的同一年的数，也核对。

## 依据

《党政机关公文处理工作条例》第二十条第（四）项把数字是否准确列为签发前审核的重点；同一篇公文里同一指标只能有一个数。

## 反例

    今年全县脱贫6645人。

    今年全县脱贫⟦6654人⟧的目标必须完成。

## 正例

    今年全县脱贫6645人。

    ——

    去年全县脱贫7247人，今年全县脱贫6645人。

## 已知局限

指标名称改写得很厉害时，认不出是同一指标；年度或口径没有写明的，只提请核对，不报错误。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.broken_relations import broken_relations, relation_finding
from generator.checking.context import RuleContext
from generator.checking.rule import Proof, rule
from generator.model.facts import Relation, RelationKind
from generator.model.finding import Finding, Severity


@rule(
    title="同一指标前后两个数",
    severity=Severity.ERROR,
    profile="draft",
    proof=Proof.REPEAT,
    advice="查清哪一处对，把另一处改成一样；本来不是一个口径的，把年度、地区或范围写明",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for relation in broken_relations(ctx, RelationKind.REPEAT):
        yield relation_finding(ctx, relation, _message(ctx, relation))


def _message(ctx: RuleContext, relation: Relation) -> str:
    others = "、".join(f"{ctx.here(term.span).label}为{term.quote}" for term in relation.terms)
    return f"{_indicator(ctx, relation)}此处为{relation.total.quote}，{others}"


def _indicator(ctx: RuleContext, relation: Relation) -> str:
    figures = (figure for figure in ctx.facts.figures if figure.span == relation.total.span)
    indicator = next((figure.indicator for figure in figures), "")
    return f"“{indicator}”" if indicator else "同一指标"
