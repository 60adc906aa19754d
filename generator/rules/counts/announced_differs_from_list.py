"""预告的个数与列出的项数不符。

## 检查内容

文中先说有几个（几项、几类、几大），接着一一列出，数一数列出的项与预告的个数是否相同；先列出、后说“等几个”的也查。
用分号逐项列出的，列完以后用引号概括的（“五项机制”），“一是……二是……以上几点”，以及书名号里的文件名，同样数一数。

## 依据

算术。《党政机关公文处理工作条例》第二十条第（四）项把数字是否准确列为签发前审核的重点。

## 反例

    项目涉及⟦4个⟧乡镇，即水塘镇、建兴乡、老厂乡。

## 正例

    项目涉及3个乡镇，即水塘镇、建兴乡、老厂乡。

    ——

    项目涉及水塘镇、建兴乡等12个乡镇。

## 已知局限

“等”后面没有总数的列举不查。列举项里又套列举（一个镇的几所学校合写）时，拿不准的不报。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.broken_relations import broken_relations, plain, relation_finding
from generator.checking.context import RuleContext
from generator.checking.rule import Proof, rule
from generator.model.facts import Relation, RelationKind
from generator.model.finding import Finding, Severity
from generator.patterns import compiled

_YEAR = compiled(r"(?:19|20)\d\d年?")
_ENDS = 2


@rule(
    title="预告的个数与列出的项数不符",
    severity=Severity.ERROR,
    profile="draft",
    proof=Proof.ARITHMETIC,
    advice="数一数列出的项：漏了就补上，多了就删去，个数写错就改个数；没有列全的，写成“某某等几个”",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for relation in broken_relations(ctx, RelationKind.COUNT):
        if not _is_period(relation):
            yield relation_finding(ctx, relation, _message(relation))


def _is_period(relation: Relation) -> bool:
    """2016—2020年三年: a rule of dates says it better."""
    ends = [term.quote for term in relation.terms]
    return relation.total.quote.endswith("年") and len(ends) == _ENDS and all(map(_YEAR.fullmatch, ends))


def _message(relation: Relation) -> str:
    listed = plain(relation.expected) if relation.expected is not None else str(len(relation.terms))
    if not relation.terms:
        return f"此处说{relation.total.quote}，列出的是{listed}项"
    first, last = relation.terms[0].quote, relation.terms[-1].quote
    return f"此处说{relation.total.quote}，列出的是{listed}项（从“{first}”到“{last}”）"
