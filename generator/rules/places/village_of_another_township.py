"""村写在了别的乡镇名下。

## 检查内容

稿中列出的村所属的乡镇，与来源语料里同一个村所属的乡镇不一样的报为错误。同一处列出的村至少有两个与来源一致。
单独提到的村，来源里每次都写在同一个别的乡镇名下、本文写的乡镇来源里也有的，报存疑（重名的村很多）。县写在了别的省名下的
同样报为错误。

## 依据

《党政机关公文处理工作条例》第二十条第（四）项把地名是否准确列为签发前审核的重点。

## 反例

    退出的村：城关镇田新村、龙泉镇树下村、⟦南岭镇川口村⟧、石门镇古家村。

    来源：城关镇田新村、龙泉镇树下村、白沙乡川口村、石门镇古家村全部退出。

## 正例

    退出的村：城关镇田新村、龙泉镇树下村、白沙乡川口村、石门镇古家村。

    来源：城关镇田新村、龙泉镇树下村、白沙乡川口村、石门镇古家村全部退出。

    ——

    退出的村：南岭镇川口村。

    来源：城关镇田新村、龙泉镇树下村、白沙乡川口村、石门镇古家村全部退出。

    ——

    石门镇古家村建成扶贫车间。

    来源：城关镇田新村、龙泉镇树下村、白沙乡川口村、石门镇古家村全部退出。

## 已知局限

来源里没有的村查不出来。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import Needs, rule
from generator.matching.match import Verdict
from generator.model.finding import Finding, Severity


@rule(
    title="村写在了别的乡镇名下",
    severity=Severity.ERROR,
    profile="draft",
    needs=Needs.SOURCES,
    advice="核对行政区划，改正乡镇或村名",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for match in ctx.matches.places:
        if match.verdict is not Verdict.SAME:
            certain = match.verdict is Verdict.CONTRADICTS
            yield Finding(
                severity=Severity.ERROR if certain else Severity.WARNING,
                message=f"本文写作“{match.span.of(ctx.text)}”，{match.difference}",
                span=match.span,
                related=(ctx.at_source(match.source, match.counterpart),),
            )
