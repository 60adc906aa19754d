"""来源之间互相矛盾。

## 检查内容

稿中的数与一个来源一致，与另一个现行的来源不符的，把两个来源并列给出，不代为取舍。不符的是上级的或较新的文件，报存疑；
否则作提示。

## 依据

数出一源。《党政机关公文处理工作条例》第二十条第（四）项把数字是否准确列为签发前审核的重点。

## 反例

    今年改造危房⟦372户⟧。

    来源：今年改造危房372户。

    来源：今年改造危房397户。

## 正例

    今年改造危房372户。

    来源：今年改造危房372户。

    ——

    今年改造危房372户。

    来源：今年改造危房372户。

    来源：今年改造危房372户。

## 已知局限

两个来源口径不同、又都没有写明的，也会报。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.places import describe_source
from generator.checking.rule import Needs, Proof, rule
from generator.matching.match import authority
from generator.model.finding import Finding, Severity


@rule(
    title="来源之间互相矛盾",
    severity=Severity.WARNING,
    profile="review",
    needs=Needs.SOURCES,
    proof=Proof.SCOPE,
    advice="核对两个来源的原件；有一个已经废止的，在它的元数据里写明",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for confirmed, against in ctx.matches.disputed:
        higher = authority(against.source) < authority(confirmed.source)
        yield Finding(
            severity=Severity.WARNING if higher else Severity.HINT,
            message=(
                f"{confirmed.figure.quote}与{describe_source(confirmed.source.identity)}一致，"
                f"{describe_source(against.source.identity)}为{against.counterpart.quote}"
            ),
            span=confirmed.figure.span,
            related=(
                ctx.at_source(confirmed.source, confirmed.counterpart.span),
                ctx.at_source(against.source, against.counterpart.span),
            ),
        )
