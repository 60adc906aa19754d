"""标点重复。

## 检查内容

同一处连着用了两个逗号、句号、顿号这样的点号，如“，，”“。，”“、，”“？。”，半角的也算。改哪一个要看句子，所以不自动改。

## 依据

点号的用法：《标点符号用法》（GB/T 15834—2011）第4章。

## 反例

    逐户核对⟦，，⟧张榜公示。

## 正例

    逐户核对，张榜公示。

## 已知局限

问号、叹号叠用不查；省略号、破折号不算。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.grouping import grouped
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.patterns import compiled

_DOUBLED = compiled(r"[，、；：。][，、；：。,;]+|[,;][，、；：。]+|[？！][，、；：。]+|[，、；：。][？！]+")


@rule(
    title="标点重复",
    severity=Severity.WARNING,
    profile="draft",
    advice="删去多出的一个",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    spans = [Span(*found.span()) for found in _DOUBLED.finditer(ctx.text) if not _is_dots(found.group())]
    yield from grouped(ctx, spans, Severity.WARNING, "标点“{}”重复")


def _is_dots(marks: str) -> bool:
    """。。。 stands for an ellipsis; that is another matter."""
    return len(marks) > 2 and set(marks) == {"。"}
