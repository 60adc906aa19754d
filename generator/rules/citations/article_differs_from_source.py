"""引用的条款号与来源不符。

## 检查内容

稿中写“《条例》第几条规定……”或者“……（《意见》第几条）”，来源的这一条里没有说到这些话，而另一条里说到了的，报存疑。
条例、办法看“第几条”；意见、方案里各章连着编号的（一）（二）也当作条。

## 依据

《党政机关公文处理工作条例》第二十条第（四）项把引文是否准确列为签发前审核的重点。

## 反例

    《东山县扶贫开发条例》⟦第二条⟧规定，项目竣工验收应当邀请受益贫困户代表参加。

    来源：东山县扶贫开发条例／第一条 扶贫项目实行项目法人责任制、合同管理制。／第二条 扶贫资金实行专户管理，任何单位不得挪用。／第三条 项目竣工验收应当邀请受益贫困户代表参加，验收结果向社会公开。

## 正例

    《东山县扶贫开发条例》第三条规定，项目竣工验收应当邀请受益贫困户代表参加。

    来源：东山县扶贫开发条例／第一条 扶贫项目实行项目法人责任制、合同管理制。／第二条 扶贫资金实行专户管理，任何单位不得挪用。／第三条 项目竣工验收应当邀请受益贫困户代表参加，验收结果向社会公开。

## 已知局限

一次引用几条的（第三条、第五条）不比。转述得与原文的话离得远的，比不出来。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import Needs, rule
from generator.model.finding import Finding, Severity, Suggestion


@rule(
    title="引用的条款号与来源不符",
    severity=Severity.WARNING,
    profile="draft",
    needs=Needs.SOURCES,
    advice="翻到所引的文件，核对是第几条",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for match in ctx.matches.articles:
        yield Finding(
            severity=Severity.WARNING,
            message=f"引用的条款本文为{match.quote}，来源里说到这些话的是{match.counterpart_quote}",
            span=match.span,
            related=(ctx.at_source(match.source, match.counterpart),),
            suggestion=Suggestion(replace=match.counterpart_quote)
            if match.counterpart_quote.startswith("第")
            else None,
        )
