"""数超出了文中写明的界限。

## 检查内容

部分大于全体，或者一个数不在文中为它写明的“不低于”“不超过”“以内”的界限里；
写“由甲数提高到乙数”而乙数反小，写“下降到”而乙数反大。

## 依据

算术。《党政机关公文处理工作条例》第二十条第（四）项把数字是否准确列为签发前审核的重点。

## 反例

    改造危房372户，其中建档立卡贫困户⟦397户⟧。

    ——

    门诊报销比例由⟦85%⟧提高到70%。

## 正例

    改造危房372户，其中建档立卡贫困户279户。

    ——

    改造危房372户，资助贫困学生397人。

## 已知局限

部分与全体写在不同段落的不查；人次与人、户与人不相比较。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.broken_relations import broken_relations, relation_finding
from generator.checking.context import RuleContext
from generator.checking.rule import Proof, rule
from generator.model.facts import Relation, RelationKind
from generator.model.finding import Finding, Severity
from generator.patterns import compiled

_DIRECTION = compiled(
    r"(?:提高|上升|增加|增长|提升|上涨|扩大|增|下降|降低|减少|回落|缩减|压减|降)(?:到|至|为)"
)
_YEAR = compiled(r"(?:19|20)\d\d年?")
_LONGEST_VERB = 16


@rule(
    title="数超出了文中写明的界限",
    severity=Severity.ERROR,
    profile="draft",
    proof=Proof.ARITHMETIC,
    advice="核对两个数，改正写错的那一个；不是部分与全体关系的，把话写清楚",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for relation in broken_relations(ctx, RelationKind.BOUND):
        if all(_YEAR.fullmatch(term.quote) for term in (relation.total, *relation.terms)):
            continue  # 2020—2018年: a rule of dates says it better
        yield relation_finding(ctx, relation, _turned(ctx.text, relation) or _message(relation))


def _turned(text: str, relation: Relation) -> str:
    """What to say of 由85%提高到70%; empty where no such verb stands between the two figures."""
    first, last = sorted((relation.total, relation.terms[0]), key=lambda term: term.span.start)
    found = _DIRECTION.search(text[first.span.end : last.span.start][:_LONGEST_VERB])
    return f"由{first.quote}{found.group()}{last.quote}，数的大小与“{found.group()}”相反" if found else ""


def _message(relation: Relation) -> str:
    total, limits = relation.total, "、".join(term.quote for term in relation.terms)
    limit = relation.terms[0].value if len(relation.terms) == 1 else None
    if total.value is None or limit is None or total.value == limit:
        return f"此处为{total.quote}，与{limits}相矛盾"
    if total.value > limit:
        return f"此处为{total.quote}，大于它不应超过的{limits}"
    return f"此处为{total.quote}，小于它不应低于的{limits}"
