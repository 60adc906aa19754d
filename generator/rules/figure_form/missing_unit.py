"""金额没有写单位。

## 检查内容

“收入达到”“收入未达到”“标准为”“人均收入”等后面的数没有写元、万元的，报存疑。“甲县1260万元、乙县980万元、丙县740、
丁县520万元”这样并列的几个数，中间一个漏了单位的，同样报。

## 依据

《党政机关公文处理工作条例》第二十条第（四）项把数字是否准确列为签发前审核的重点。

## 反例

    人均纯收入未达到⟦3247⟧的农村人口及时纳入。

    ——

    甲县1260万元、乙县980万元、丙县⟦740⟧、丁县520万元。

## 正例

    人均纯收入未达到3247元的农村人口及时纳入。

    ——

    人均纯收入达到2016年的两倍。

## 已知局限

只认收入、补助、标准、投资后面的数。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.patterns import compiled

_FOUND = compiled(
    r"(?:收入|补助|补贴|工资|低保标准|补助标准|收入标准|投资|资金)(?:未|没有|均|都|已|应|要|须|能)?(?:达到|达|低于|高于|超过|不低于|不足|为|是)"
    r"(?P<number>\d{3,}(?:\.\d+)?)(?=[的，。；、以左]|$)"
)
_UNIT = r"万元|亿元|元|万亩|亩|公顷|公里|平方米|吨|万人|人|户|名|个|所|座"
_SERIES = compiled(
    rf"[\u4e00-\u9fff]{{2,8}}\d[\d.]*(?P<before>{_UNIT})[、，；]"
    rf"(?P<name>[\u4e00-\u9fff]{{2,8}})(?P<number>\d+(?:\.\d+)?)[、，；和]"
    rf"(?=[\u4e00-\u9fff]{{2,8}}\d[\d.]*(?P<behind>{_UNIT}))"
)
_YEAR = compiled(r"(?:19|20)\d{2}")


@rule(
    title="金额没有写单位",
    severity=Severity.WARNING,
    profile="draft",
    advice="补上元或万元",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for found in _FOUND.finditer(ctx.text):
        if not _YEAR.fullmatch(found["number"]):
            yield Finding(
                severity=Severity.WARNING,
                message=f"“{found[0]}”没有写单位，是元还是万元",
                span=Span(found.start("number"), found.end("number")),
            )
    yield from _in_series(ctx.text)


def _in_series(text: str) -> Iterator[Finding]:
    """The number of a series that has no unit, where those before and behind it have one and the same."""
    for found in _SERIES.finditer(text):
        if found["before"] == found["behind"] and not _YEAR.fullmatch(found["number"]):
            yield Finding(
                severity=Severity.WARNING,
                message=f"“{found['name']}{found['number']}”没有写单位，前后都写的是{found['before']}",
                span=Span(*found.span("number")),
            )
