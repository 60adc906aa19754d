"""引用文件的印发日期与来源不符。

## 检查内容

稿中引用来源语料里的一个文件（按标题或者发文字号认出来的），写了它的印发日期，与来源的成文日期不是同一天的，报存疑。

## 依据

《党政机关公文处理工作条例》第二十条第（四）项把时间、引文是否准确列为签发前审核的重点。

## 反例

    根据⟦2017年2月24日⟧印发的清脱贫办发〔2017〕2号文件，签订本责任书。

    来源：清脱贫办发〔2017〕2号／关于做好产业扶贫工作的通知／各乡镇：／请抓好落实。／清原县脱贫攻坚领导小组办公室／2017年2月14日

## 正例

    根据2017年2月14日印发的清脱贫办发〔2017〕2号文件，签订本责任书。

    来源：清脱贫办发〔2017〕2号／关于做好产业扶贫工作的通知／各乡镇：／请抓好落实。／清原县脱贫攻坚领导小组办公室／2017年2月14日

    ——

    2017年2月24日，各乡镇传达了清脱贫办发〔2017〕2号文件。

    来源：清脱贫办发〔2017〕2号／关于做好产业扶贫工作的通知／各乡镇：／请抓好落实。／清原县脱贫攻坚领导小组办公室／2017年2月14日

## 已知局限

成文日期与实际印发的日期本来就可能差几天，所以只提请核对。来源没有成文日期的，查不出来。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import Needs, rule
from generator.model.finding import Finding, Severity, Suggestion


@rule(
    title="引用文件的印发日期与来源不符",
    severity=Severity.WARNING,
    profile="draft",
    needs=Needs.SOURCES,
    advice="对照所引文件的成文日期改正；写的确是另一天（如发布日）的，写明是哪一天",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for match in ctx.matches.cited_dates:
        yield Finding(
            severity=Severity.WARNING,
            message=f"所引文件的日期本文为{match.quote}，来源为{match.counterpart_quote}",
            span=match.span,
            related=(ctx.at_source(match.source, match.counterpart),),
            suggestion=Suggestion(replace=match.counterpart_quote),
        )
