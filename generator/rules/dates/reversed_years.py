"""起止年份颠倒或者不可能。

## 检查内容

起止年份的前一个比后一个晚，如“2020—2018年”，报为错误；后一个在本世纪八十年代以后，如“2018—2108年”，报存疑。

## 依据

《党政机关公文处理工作条例》第二十条第（四）项把时间是否准确列为签发前审核的重点。

## 反例

    制定⟦2020—2018年⟧行动方案。

    ——

    制定⟦2018—2108年⟧规划。

## 正例

    制定2018—2020年行动方案。

## 已知局限

只查四位的公历年份。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.patterns import compiled

_YEARS = compiled(
    r"(?<!\d)(?P<first>(?:19|20)\d\d)年?(?:[-—–－~～]{1,2}|至|到)(?P<last>(?:19|2[01])\d\d)(?:年|(?=[）)]))"
)
_TOO_FAR = 2080
_COMPARED = compiled(r"(?:由|从|比|较)$")


@rule(
    title="起止年份颠倒或者不可能",
    severity=Severity.ERROR,
    profile="draft",
    advice="对照依据改正起止年份",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for found in _YEARS.finditer(ctx.text):
        if int(found["last"]) >= _TOO_FAR:
            yield Finding(
                severity=Severity.WARNING,
                message=f"起止年份“{found.group()}”的后一个太远，疑似数字写颠倒",
                span=Span(*found.span()),
            )
        elif int(found["first"]) > int(found["last"]) and not _COMPARED.search(
            ctx.text[: found.start()][-1:]
        ):
            yield Finding(
                severity=Severity.ERROR,
                message=f"起止年份“{found.group()}”前面的年份比后面的晚",
                span=Span(*found.span()),
            )
