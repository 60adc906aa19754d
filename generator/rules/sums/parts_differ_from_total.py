"""分项之和与总数不符。

## 检查内容

文中写出总数，又写出构成它的各分项（“其中……”“分别为……”“包括……”，逐年的数与“三年累计”，或表中的合计行、合计列），
把分项加起来与总数比较；“共有……已……还剩……”“比上年多……”按差数核对，
余数写在别的段落、说的是同一件事的，也核对；逐年列出的“累计”“剩余”，逐行推算。同一句话里换一种读法能合上的，不报。
措辞只有一种读法时报为错误；还可以有别的读法时只提请核对。

## 依据

算术。《党政机关公文处理工作条例》第二十条第（四）项把数字是否准确列为签发前审核的重点。

## 反例

    年内减少贫困人口⟦6645人⟧，其中产业脱贫4783人、就业脱贫162人、兜底脱贫1699人。

## 正例

    年内减少贫困人口6645人，其中产业脱贫4783人、就业脱贫162人、兜底脱贫1700人。

    ——

    全年培训1103人次，其中建档立卡对象265人次。

## 已知局限

“其中”只举一部分时不是合计关系，不查；分项加起来远少于总数、数又短的，分不清是写错还是没有列全，也不报；带“以上”“左右”的分项只作下限看，不要求相等。
分项散在几段里而文中没有写明合计关系的，查不出。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.broken_relations import broken_relations, expected_words, relation_finding
from generator.checking.context import RuleContext
from generator.checking.rule import Proof, rule
from generator.model.facts import Relation, RelationKind
from generator.model.finding import Finding, Severity

_MOST_TERMS_SHOWN = 6


@rule(
    title="分项之和与总数不符",
    severity=Severity.ERROR,
    profile="draft",
    proof=Proof.ARITHMETIC,
    advice="逐项核对分项和总数，改正写错的那一个；分项没有列全的，把“其中”后面的话写清楚",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for relation in broken_relations(ctx, RelationKind.SUM):
        expected = expected_words(relation)
        yield relation_finding(ctx, relation, _message(relation, expected), suggestion=expected)


def _message(relation: Relation, expected: str | None) -> str:
    quotes = [term.quote for term in relation.terms]
    if expected is None:
        return f"总数为{relation.total.quote}，与分项{'、'.join(quotes)}合不上"
    if not _are_added(relation):
        return f"此处为{relation.total.quote}，按{'、'.join(quotes)}推算应为{expected}"
    shown = f"（{'+'.join(quotes)}）" if len(quotes) <= _MOST_TERMS_SHOWN else ""
    return f"总数为{relation.total.quote}，分项合计{expected}{shown}"


def _are_added(relation: Relation) -> bool:
    """Whether the terms, and nothing else, add up to what is expected; a remainder is taken from a whole."""
    values = [term.value for term in relation.terms if term.value is not None]
    return len(values) == len(relation.terms) and sum(values) == relation.expected
