"""日历上没有的日期。

## 检查内容

年、月、日写全的日期在日历上不存在的报为错误：2月30日、非闰年的2月29日、4月31日、13月。

## 依据

《党政机关公文处理工作条例》第二十条第（四）项把时间是否准确列为签发前审核的重点。

## 反例

    签订日期：⟦2017年2月29日⟧

    ——

    请于⟦2018年11月31日⟧前报送。

## 正例

    签订日期：2016年2月29日

    ——

    请于2018年11月30日前报送。

## 已知局限

只写月和日、看不出年份的2月29日不报。
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.patterns import compiled

_FULL = compiled(
    r"(?<!\d)(?:(?P<year>(?:19|20)\d{2})\s?年\s?)?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?[日号](?!令|文)"
)
_LEAP = 2000


@rule(
    title="日历上没有的日期",
    severity=Severity.ERROR,
    profile="draft",
    advice="核对原件或日历，改成真实的日期",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for found in _FULL.finditer(ctx.text):
        year, month, day = int(found["year"] or _LEAP), int(found["month"]), int(found["day"])
        if not 1 <= month <= 12:
            what = f"没有{month}月"
        elif not 1 <= day <= (last := monthrange(year, month)[1]):
            what = f"{f'{year}年' if found['year'] else ''}{month}月只有{last}天"
        else:
            continue
        yield Finding(
            severity=Severity.ERROR,
            message=f"“{found[0]}”不存在：{what}",
            span=Span(found.start(), found.end()),
        )
