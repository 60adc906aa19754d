"""指标与计量单位不配。

## 检查内容

发电量、用电量后面用了千瓦（应为千瓦时），装机容量后面用了千瓦时（应为千瓦），面积后面用了公里、米（应为平方公里、
平方米或亩），里程、长度后面用了平方米、亩的，报存疑。

## 依据

GB 3100～3102 量和单位；GB/T 9704—2012《党政机关公文格式》第9条。

## 反例

    全省电力装机达到1.1亿千瓦，发电量达到⟦2900亿千瓦⟧。

## 正例

    全省电力装机达到1.1亿千瓦，发电量达到2900亿千瓦时。

## 已知局限

只认紧接在指标名称后面的数。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.patterns import compiled

_LEADS = r"(?:预计|力争|确保|要|将|总计|累计|合计|新增|共|均)*(?:达到?|为|约|近|突破|超过|完成|有|是)*"
_NUMBER = r"\d[\d,.]*[十百千]?[万亿]{0,2}(?:多|余)?"
_KINDS = (
    (r"(?:发|用|售|上网|供)电量", r"(?:千瓦|兆瓦)(?![时·小])", "千瓦时"),
    (r"装机(?:容量|规模|总量)?", r"(?:千瓦时|度)(?!电)", "千瓦"),
    (r"(?<!单)面积", r"(?:公里|千米|米)(?![²2])", "平方公里、平方米或亩"),
    (r"(?:里程|总长度?|长度)", r"(?:平方米|平方公里|亩|公顷)", "公里或米"),
)
_FOUND = tuple(
    (compiled(rf"(?P<name>{name}){_LEADS}(?P<amount>{_NUMBER}(?:{unit}))"), right)
    for name, unit, right in _KINDS
)


@rule(
    title="指标与计量单位不配",
    severity=Severity.WARNING,
    profile="draft",
    advice="核对是指标写错还是单位写错，改正",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for pattern, right in _FOUND:
        for found in pattern.finditer(ctx.text):
            yield Finding(
                severity=Severity.WARNING,
                message=f"“{found['name']}”写成“{found['amount']}”，单位一般用{right}",
                span=Span(*found.span("amount")),
            )
