"""日期与星期几不符。

## 检查内容

写全的日期后面括注或紧接着写了星期几，与日历不符的报为错误。

## 依据

《党政机关公文处理工作条例》第二十条第（四）项把时间是否准确列为签发前审核的重点。

## 反例

    定于⟦2018年11月28日（星期二）⟧召开会议。

## 正例

    定于2018年11月28日（星期三）召开会议。

    ——

    定于2018年11月28日召开会议。

## 已知局限

没有写年份的不查。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity, Suggestion
from generator.model.place import Span
from generator.patterns import compiled

_DAYS = "一二三四五六日"
_FOUND = compiled(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日\s?[（(]?(?P<word>星期|周)(?P<week>[一二三四五六日天])[）)]?"
)


@rule(
    title="日期与星期几不符",
    severity=Severity.ERROR,
    profile="draft",
    advice="查日历，改正日期或星期",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for found in _FOUND.finditer(ctx.text):
        try:
            day = date(int(found["year"]), int(found["month"]), int(found["day"]))
        except ValueError:
            continue
        right = _DAYS[day.weekday()]
        written = found["week"].replace("天", "日")
        if written != right:
            fixed = (
                ctx.text[found.start() : found.start("week")]
                + right
                + ctx.text[found.end("week") : found.end()]
            )
            yield Finding(
                severity=Severity.ERROR,
                message=f"{day.year}年{day.month}月{day.day}日是星期{right}，本文写成{found['word']}{found['week']}",
                span=Span(found.start(), found.end()),
                suggestion=Suggestion(replace=fixed),
            )
