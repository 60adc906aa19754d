"""单位名称疑似写错一个字。

## 检查内容

稿中的单位名称不在单位名录里，却与一个已知名称同一层级、同一类机构，只错、漏或重复一个字。
已知名称指名录里登记的、来源文件里用的，以及稿中别处写得更多的名称。

## 依据

机关名称用规范的全称或简称：《党政机关公文处理工作条例》第九条第（四）（八）项。

## 反例

    （牵头单位：⟦县卫生计划局⟧；责任单位：县财政局）

    机关：县卫生计生局、县财政局

## 正例

    （牵头单位：县水务局；责任单位：县农业局）

    机关：县水利局、县农发局

## 已知局限

县水务局与县水利局、县文广局与县文广新局这样一字之差而都可能存在的名称，一律不报；简称只在名录里登记过才算规范。
错两个字以上的查不出。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.misspelt_names import slip_between
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity, Suggestion
from generator.text.agencies import NamedAgency, find_agencies


@rule(
    title="单位名称疑似写错一个字",
    severity=Severity.WARNING,
    profile="draft",
    advice="核对单位名称；名称本来没有错的，把它登记进单位名录，以后就不再提示",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    mentions = _mentions(ctx)
    known = _known_names(ctx, mentions)
    for mention in mentions:
        if ctx.registry.find(mention.name) is None:
            meant = _meant(mention.name, known, ctx)
            if len(meant) == 1:
                yield _finding(ctx, mention, *meant, mentions)


def _mentions(ctx: RuleContext) -> tuple[NamedAgency, ...]:
    """Every name of an agency in the draft, in text order: of two readings of one place that of the assignment."""
    assigned = [
        NamedAgency(name=mention.name, span=mention.span)
        for item in ctx.facts.assignments
        for mention in item.agencies
    ]
    found = [*assigned, *find_agencies(ctx.text, ctx.registry)]
    found.sort(key=lambda mention: mention.span.start)  # stable: the assignment's reading stays first
    kept: list[NamedAgency] = []
    for mention in found:
        if not kept or not kept[-1].span.overlaps(mention.span):
            kept.append(mention)
    return tuple(kept)


def _known_names(ctx: RuleContext, mentions: tuple[NamedAgency, ...]) -> Counter[str]:
    """Names that a slip may be meant for, with how often the draft uses them; others' names count as often used."""
    known = Counter(mention.name for mention in mentions)
    assignments = [item for source in ctx.known_sources for item in source.facts.assignments]
    assignments += (match.counterpart for match in ctx.matches.assignments)
    outside = {mention.name for item in assignments for mention in item.agencies}
    for name in {*ctx.registry.names(), *outside}:
        known[name] += len(mentions) + 1
    return known


def _meant(name: str, known: Counter[str], ctx: RuleContext) -> tuple[str, ...]:
    """The agencies, by a name each, that ``name`` may be a slip of."""
    near = [other for other in known if _is_better(other, name, known) and slip_between(name, other)]
    return tuple({id(ctx.registry.find(other) or other): other for other in reversed(near)}.values())


def _is_better(other: str, name: str, known: Counter[str]) -> bool:
    """Whether ``other`` is the surer name of the two: used more, or as often and not the one that lacks something."""
    return known[other] > known[name] or (known[other] == known[name] and len(other) > len(name))


def _finding(
    ctx: RuleContext, mention: NamedAgency, meant: str, mentions: tuple[NamedAgency, ...]
) -> Finding:
    elsewhere = next((other.span for other in mentions if other.name == meant), None)
    return Finding(
        severity=Severity.WARNING,
        message=f"“{mention.name}”疑似“{meant}”（{slip_between(mention.name, meant)}）",
        span=mention.span,
        related=(ctx.here(elsewhere),) if elsewhere else (),
        suggestion=Suggestion(replace=meant),
    )
