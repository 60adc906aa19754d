"""同一件事前后两个期限。

## 检查内容

同一件事（同一份材料、同一项工程）在文中两处规定了完成期限，月、日却不一样的，报存疑。
引用同一文件的时限，前后不同的也报。

## 依据

《党政机关公文处理工作条例》第二十条第（四）项把时间是否准确列为签发前审核的重点；同一篇公文里同一件事只能有一个期限。

## 反例

    各乡镇的脱贫作战图，3月10日前必须报到县扶贫办。
    散会以后先办两件事，⟦3月20日前⟧把脱贫作战图报到县扶贫办。

## 正例

    各乡镇的脱贫作战图，3月10日前必须报到县扶贫办。
    散会以后先办两件事，3月10日前把脱贫作战图报到县扶贫办。

    ——

    安置点主体工程3月底前开工。
    安置点主体工程10月底前竣工。

## 已知局限

分批、分阶段或者分级规定期限的不查；两处的名称改写得很厉害时认不出是同一件事。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.facts.deadlines import two_deadlines
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.patterns import compiled

_BEFORE = compiled("[之以]?前")


@rule(
    title="同一件事前后两个期限",
    severity=Severity.WARNING,
    profile="draft",
    advice="查清哪一处对，把另一处改成一样；确是两件事或者两个阶段的，把话说明白",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for later, earlier in two_deadlines(ctx.facts.document, ctx.facts.dates):
        span, before = _whole(ctx.text, later), _whole(ctx.text, earlier)
        yield Finding(
            severity=Severity.WARNING,
            message=f"此处的期限为{span.of(ctx.text)}，{ctx.here(before).label}为{before.of(ctx.text)}",
            span=span,
            related=(ctx.here(before),),
        )


def _whole(text: str, span: Span) -> Span:
    """The date with the 前 behind it."""
    behind = _BEFORE.match(text, span.end)
    return Span(span.start, behind.end()) if behind else span
