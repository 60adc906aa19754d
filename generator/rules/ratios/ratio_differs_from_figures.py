"""比率与所依据的数对不上。

## 检查内容

文中写出占比、增幅、户均、人均、完成进度和各种率、由甲到乙的相差数，又写出计算它的两个数，照这两个数重算一遍，
按所写的小数位比较。

## 依据

算术。《党政机关公文处理工作条例》第二十条第（四）项把数字是否准确列为签发前审核的重点。

## 反例

    全乡3183户中还有630户没有脱贫，630户占总户数的⟦17.79%⟧。

## 正例

    全乡3183户中还有630户没有脱贫，630户占总户数的19.79%。

    ——

    全乡3183户中还有630户没有脱贫，占比在20%以内。

## 已知局限

分母没有写在近处的不查。四舍五入和进一法造成的末位差别不报。金额的增幅可能按可比价格计算，相差八个百分点以内不报，
写明“实际”“可比口径”的一律不报。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.broken_relations import broken_relations, expected_words, relation_finding
from generator.checking.context import RuleContext
from generator.checking.rule import Proof, rule
from generator.model.facts import Relation, RelationKind
from generator.model.finding import Finding, Severity


@rule(
    title="比率与所依据的数对不上",
    severity=Severity.ERROR,
    profile="draft",
    proof=Proof.ARITHMETIC,
    advice="核对分子、分母和比率，改正写错的那一个；分母另有所指的，写明是占什么的比例",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for relation in broken_relations(ctx, RelationKind.RATIO):
        expected = expected_words(relation)
        yield relation_finding(ctx, relation, _message(relation, expected), suggestion=expected)


def _message(relation: Relation, expected: str | None) -> str:
    basis = "与".join(term.quote for term in relation.terms)
    outcome = f"按{basis}计算应为{expected}" if expected else f"与{basis}对不上"
    return f"此处为{relation.total.quote}，{outcome}"
