"""已经做过的事，日期晚于成文日期。

## 检查内容

写明年月日、用“已”“了”“召开了”说成做过的事，日期却晚于成文日期的，报存疑。

## 依据

《党政机关公文处理工作条例》第二十条第（四）项把时间是否准确列为签发前审核的重点。

## 反例

    关于提案的答复
    我办已于⟦2016年9月6日⟧当面听取了意见。
    东山县扶贫办
    2016年8月19日

## 正例

    关于提案的答复
    我办已于2016年7月6日当面听取了意见，并将于2016年9月6日再次走访。
    东山县扶贫办
    2016年8月19日

## 已知局限

没有写年份的日期不查；一份文件里收了几个文件的，成文日期以第一个为准，会误报。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.patterns import compiled

_FOUND = compiled(
    r"(?<!\d)(?P<date>(?P<year>20\d{2})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日)(?!前|起|至|到(?=[\d年])|—|之前|以前|止)"
    r"(?P<done>[^，,。；;\n]{0,24})"
)
_LEAD = compiled(r"[^，,。；;：:\n]*$")
_BEFORE = 12
_DONE = compiled(r"已(?:于|经|在)?$|并于$|[听召开走印下完办收开实举]\w{0,3}了(?!解)|[取开访成到施办]了(?!解)")
_TO_COME = compiled(r"将|拟|计划|预计|原定|要求|须|应|请|争取|力争|定于|截至|有效|施行|执行|之前")


@rule(
    title="已经做过的事，日期晚于成文日期",
    severity=Severity.WARNING,
    profile="review",
    advice="核对这个日期和成文日期，改正写错的一个",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    header = ctx.facts.header
    if header.issue_date is None:
        return
    for found in _FOUND.finditer(ctx.text):
        try:
            told = date(int(found["year"]), int(found["month"]), int(found["day"]))
        except ValueError:
            continue
        before = _LEAD.search(ctx.text, max(found.start() - _BEFORE, 0), found.start())
        lead = before.group() if before else ""
        done = _DONE.search(lead) or _DONE.search(found["done"])
        if done and told > header.issue_date and not _TO_COME.search(lead + found["done"]):
            issued = header.issue_date
            yield Finding(
                severity=Severity.WARNING,
                message=f"“{found['date']}”写成已经做过的事，晚于成文日期{issued.year}年{issued.month}月{issued.day}日",
                span=Span(*found.span("date")),
                related=(ctx.here(header.issue_date_span),) if header.issue_date_span else (),
            )
