"""单位名称疑似写错一个字。

## 检查内容

稿中的单位名称拆不成机关名称里用的词，却与一个已知名称只差一个字：写错、漏写、多写或者两字颠倒。
已知名称指名录里登记的、来源文件里用的，以及稿中别处写的名称；相近的名称有几个的，一并列出。
来源里本县单位的名称，稿中写成字词都通的另一个（文化广电写成文化广播）、次序颠倒、县的局写成厅的，也提示。
其余各词都写全、只漏了一个词的（县人力资源保障局），部委名称多了“总”字的，也提示。
稿中别处都写全、只有一处少一个字的（县委组织部写成县组织部），也提示。

## 依据

机关名称用规范的全称或简称：《党政机关公文处理工作条例》第九条第（四）（八）项。

## 反例

    （牵头单位：⟦县卫生计划局⟧；责任单位：县财政局）

    机关：县卫生计生局、县财政局

## 正例

    （牵头单位：县水务局；责任单位：县农业局）

    机关：县水利局、县农发局

## 已知局限

县水务局与县水利局、县文广局与县文广新局这样一字之差而都可能存在的名称，一律不报。
漏词以外错两个字以上的、把一个单位写成另一个真有的单位的，这里查不出。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.agency_uses import AgencyUse, agency_uses, listed_units, without_overlaps
from generator.checking.context import RuleContext
from generator.checking.near_names import KnownNames, Meant
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity, Suggestion


@rule(
    title="单位名称疑似写错一个字",
    severity=Severity.WARNING,
    profile="draft",
    advice="核对单位名称；名称本来没有错的，把它登记进单位名录，以后就不再提示",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    uses = agency_uses(ctx)
    known = KnownNames.of(ctx, uses)
    broken = tuple(known.broken_in(ctx.text))
    for use in without_overlaps([*broken, *uses, *listed_units(ctx.text)]):
        meant = known.meant_by(use)
        if meant:
            yield _finding(ctx, use, meant, uses)


def _finding(
    ctx: RuleContext, use: AgencyUse, meant: tuple[Meant, ...], uses: tuple[AgencyUse, ...]
) -> Finding:
    names = [f"{use.place}{each.name}" for each in meant]
    elsewhere = next((other.span for each in meant for other in uses if other.body == each.name), None)
    slips = "；".join(dict.fromkeys(each.slip for each in meant))
    return Finding(
        severity=Severity.WARNING,
        message=f"“{use.name}”疑似{'或'.join(f'“{name}”' for name in names)}（{slips}）",
        span=use.span,
        related=(ctx.here(elsewhere),) if elsewhere else (),
        suggestion=Suggestion(replace=names[0]) if len(names) == 1 else None,
    )
