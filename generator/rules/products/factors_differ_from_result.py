"""单价、数量与总额对不上。

## 检查内容

文中同时写出每人（户、村、亩）多少、共有多少人（户、村、亩）和总额，把前两个数相乘与总额比较；“办4期、每期45人、共180人”
“每组抽查4个县、7个组共28个县”和“每季度一次、全年4次”一类也这样核对。

## 依据

算术。《党政机关公文处理工作条例》第二十条第（四）项把数字是否准确列为签发前审核的重点。

## 反例

    为14658名贫困人口办理补充保险，每人保费50元，共需资金⟦73.92万元⟧。

## 正例

    为14658名贫困人口办理补充保险，每人保费50元，共需资金73.29万元。

    ——

    每村补助30万元以上，16个村共安排资金520万元。

## 已知局限

只查三个数写在一处、关系明白的；每人标准分档、总额另含其他开支的，如果文中没有写明，会提请核对。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.broken_relations import broken_relations, expected_words, relation_finding
from generator.checking.context import RuleContext
from generator.checking.rule import Proof, rule
from generator.model.facts import Relation, RelationKind
from generator.model.finding import Finding, Severity


@rule(
    title="单价、数量与总额对不上",
    severity=Severity.ERROR,
    profile="draft",
    proof=Proof.ARITHMETIC,
    advice="核对标准、数量和总额，改正写错的那一个；总额另含其他开支的，在文中写明",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for relation in broken_relations(ctx, RelationKind.PRODUCT):
        expected = expected_words(relation)
        yield relation_finding(ctx, relation, _message(relation, expected), suggestion=expected)


def _message(relation: Relation, expected: str | None) -> str:
    factors = "×".join(term.quote for term in relation.terms)
    outcome = f"{factors}应得{expected}" if expected else f"{factors}得不出这个数"
    return f"此处为{relation.total.quote}，{outcome}"
