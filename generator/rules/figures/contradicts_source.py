"""数与来源不符。

## 检查内容

稿中的数与来源语料里同一指标（同一年度、地区、口径、单位）的数比较，不一样就报，并给出来源的文件、字号和位置。

## 依据

数出一源。《党政机关公文处理工作条例》第二十条第（四）项把数字、引文是否准确列为签发前审核的重点。

## 反例

    2017年通过发展产业脱贫⟦4873人⟧。

    来源：2017年通过发展产业脱贫4783人。

## 正例

    2017年通过发展产业脱贫4783人。

    来源：2017年通过发展产业脱贫4783人。

    ——

    2018年通过发展产业脱贫4873人。

    来源：2017年通过发展产业脱贫4783人。

## 已知局限

来源里没有的指标查不出对错，在台账里列为未核实。来源本身写错时，以来源为准也会报；来源已经废止的，只提请核对。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import Needs, Proof, rule
from generator.matching.match import FigureMatch, Verdict
from generator.model.finding import Finding, Related, Severity, Suggestion
from generator.model.place import Span
from generator.model.source import SourceStatus
from generator.patterns import compiled

_OUR_YEAR = compiled(r"本文为(?P<year>\d{4})年")
_YEAR_REACH = 60


@rule(
    title="数与来源不符",
    severity=Severity.ERROR,
    profile="draft",
    needs=Needs.SOURCES,
    proof=Proof.SOURCE,
    advice="对照来源改正；确有更新的数，把新的依据文件放进来源语料再查；口径不同的，在稿中写明",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for match in ctx.matches.figures:
        if match.verdict is Verdict.CONTRADICTS:
            yield _finding(ctx, match)


def _finding(ctx: RuleContext, match: FigureMatch) -> Finding:
    figure, counterpart = match.figure, match.counterpart
    superseded = match.source.identity.status is SourceStatus.SUPERSEDED
    return Finding(
        severity=Severity.WARNING if superseded else Severity.ERROR,
        message=_message(match),
        span=figure.span,
        related=(ctx.at_source(match.source, counterpart.span), *_year_told(ctx, match)),
        suggestion=None if _is_same_value(match) else Suggestion(replace=counterpart.quote),
    )


def _year_told(ctx: RuleContext, match: FigureMatch) -> Iterator[Related]:
    """Where the draft tells the year that differs."""
    if found := _OUR_YEAR.search(match.difference):
        low = max(0, match.figure.span.start - _YEAR_REACH)
        at = ctx.text.rfind(found["year"], low, match.figure.span.end)
        if at >= 0:
            yield ctx.here(Span(at, at + len(found["year"])))


def _is_same_value(match: FigureMatch) -> bool:
    """The year or the place is what differs: writing the source's figure would mend nothing."""
    ours, theirs = match.figure.quantity, match.counterpart.quantity
    return ours.value == theirs.value and ours.unit == theirs.unit


def _message(match: FigureMatch) -> str:
    figure, counterpart = match.figure, match.counterpart
    indicator = f"“{figure.indicator}”" if figure.indicator else "此处"
    if _is_same_value(match) and match.difference:
        return f"{indicator}{figure.quote}与来源的数相同，但{match.difference}"
    difference = f"（{match.difference}）" if match.difference else ""
    return f"{indicator}本文为{figure.quote}，来源为{counterpart.quote}{difference}"
