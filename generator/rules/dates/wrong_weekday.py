"""日期与星期几不符。

## 检查内容

写全的日期后面括注或紧接着写了星期几，与日历不符的报为错误。没有写年份的，按成文日期推算年份：
离成文日期最近的前后两个同月同日都不是这个星期几的，报存疑。

## 依据

《党政机关公文处理工作条例》第二十条第（四）项把时间是否准确列为签发前审核的重点。

## 反例

    定于⟦2018年11月28日（星期二）⟧召开会议。

## 正例

    定于2018年11月28日（星期三）召开会议。

    ——

    定于2018年11月28日召开会议。

## 已知局限

没有写年份、又没有成文日期的不查。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity, Suggestion
from generator.model.place import Span
from generator.patterns import compiled

_DAYS = "一二三四五六日"
_SAME_TIME = 45
_FOUND = compiled(
    r"(?<!\d)(?:(?P<year>(?:19|20)\d{2})年|(?<![\d年]))(?P<month>\d{1,2})月(?P<day>\d{1,2})日\s?[（(]?(?P<word>星期|周)(?P<week>[一二三四五六日天])[）)]?"
)


@rule(
    title="日期与星期几不符",
    severity=Severity.ERROR,
    profile="draft",
    advice="查日历，改正日期或星期",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for found in _FOUND.finditer(ctx.text):
        days = tuple(_days(found, ctx.facts.header.issue_date))
        written = found["week"].replace("天", "日")
        if not days or any(_DAYS[day.weekday()] == written for day in days):
            continue
        right = "或".join(f"{day.year}年{day.month}月{day.day}日是星期{_DAYS[day.weekday()]}" for day in days)
        yield Finding(
            severity=Severity.ERROR if found["year"] else Severity.WARNING,
            message=f"{right}，本文写成{found['word']}{found['week']}",
            span=Span(found.start(), found.end()),
            suggestion=_suggestion(ctx.text, found, days),
        )


def _days(found: re.Match[str], issued: date | None) -> Iterator[date]:
    """The day meant; without a year the last before the issue date and the next from it, or the issue date's own."""
    if found["year"]:
        years: tuple[int, ...] = (int(found["year"]),)
    elif issued is not None:
        years = (issued.year - 1, issued.year, issued.year + 1)
    else:
        return
    days = []
    for year in years:
        with suppress(ValueError):
            days.append(date(year, int(found["month"]), int(found["day"])))
    if found["year"] or issued is None:
        yield from days
        return
    before, behind = [day for day in days if day <= issued], [day for day in days if day >= issued]
    near = {before[-1]} if before else set()
    near |= {behind[0]} if behind else set()
    # A day of the same month is not meant of another year.
    yield from sorted(day for day in near if abs((day - issued).days) <= _SAME_TIME) or sorted(near)


def _suggestion(text: str, found: re.Match[str], days: tuple[date, ...]) -> Suggestion | None:
    if len(days) > 1:
        return None
    right = _DAYS[days[0].weekday()]
    return Suggestion(
        replace=text[found.start() : found.start("week")] + right + text[found.end("week") : found.end()]
    )
