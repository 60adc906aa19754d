"""有固定日期的节日、纪念日写错了日子。

## 检查内容

扶贫日、国家宪法日、植树节等日子固定的节日、纪念日，前面紧接着（或者后面括号里）写的月日与固定的日期不同的，报为错误。

## 依据

《国务院关于同意设立“扶贫日”的批复》（国函〔2014〕98号）定每年10月17日为扶贫日；其他各按本节日的法律和决定。

## 反例

    ⟦10月16日⟧全国扶贫日前后，集中开展宣传。

    ——

    以“⟦10·27⟧”扶贫日为契机，动员企业帮村。

## 正例

    10月17日全国扶贫日前后，集中开展宣传。

    ——

    10月20日前，报送扶贫日活动总结。

## 已知局限

日子不固定的（农民丰收节、助残日）不查；日期与节日名称之间隔着别的话的不查。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity, Suggestion
from generator.model.place import Span
from generator.patterns import compiled
from generator.standards.fixed_days import FIXED_DAYS

# 10月17日全国扶贫日, “10·17”扶贫日; 扶贫日（10月17日）
_NAME = "|".join(FIXED_DAYS)
_WHOSE = r"(?:第[\d一二三四五六七八九十]+个)?(?:全国|国家|中国|世界|国际|全民|全军)?"
_NAMED_DAY = compiled(
    rf"(?:(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日|(?P<short>(?P<other_month>\d{{1,2}})[·.．・](?P<other_day>\d{{1,2}})))"
    rf"[”’]?(?:是|为|的|这天的?|这一天的?)?[“‘]?{_WHOSE}(?P<name>{_NAME})"
    rf"|(?P<name_first>{_NAME})[”’]?[（(](?:每年|今年)?(?P<month_behind>\d{{1,2}})月(?P<day_behind>\d{{1,2}})日[）)]"
)


@rule(
    title="有固定日期的节日、纪念日写错了日子",
    severity=Severity.ERROR,
    profile="draft",
    advice="照固定的日期改正",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for found in _NAMED_DAY.finditer(ctx.text):
        name = found["name"] or found["name_first"]
        month, day, span = _told(found)
        right = FIXED_DAYS[name]
        if (month, day) != right:
            mark = "·" if found["short"] else "月"
            fixed = f"{right[0]}{mark}{right[1]}{'' if found['short'] else '日'}"
            yield Finding(
                severity=Severity.ERROR,
                message=f"{name}是{right[0]}月{right[1]}日，本文写成{span.of(ctx.text)}",
                span=span,
                suggestion=Suggestion(replace=fixed),
            )


def _told(found: re.Match[str]) -> tuple[int, int, Span]:
    """Month, day and place of the day that is told beside the name."""
    if found["short"]:
        return int(found["other_month"]), int(found["other_day"]), Span(*found.span("short"))
    groups = ("month", "day") if found["month"] else ("month_behind", "day_behind")
    start, end = found.start(groups[0]), found.end(groups[1]) + 1
    return int(found[groups[0]]), int(found[groups[1]]), Span(start, end)
