"""要求完成的期限早于成文日期。

## 检查内容

正文里“某年某月某日前”报送、完成的期限，早于本文成文日期的，报存疑。

## 依据

《党政机关公文处理工作条例》第二十条第（四）项把时间是否准确列为签发前审核的重点。

## 反例

    关于报送扶贫台账的通知
    各乡镇人民政府：
    请于⟦2018年11月25日前⟧报送县扶贫办。
    清原县扶贫办
    2018年11月28日

## 正例

    关于报送扶贫台账的通知
    各乡镇人民政府：
    请于2018年12月5日前报送县扶贫办。
    清原县扶贫办
    2018年11月28日

    ——

    关于报送扶贫台账的通知
    各乡镇人民政府：
    2017年12月25日前已脱贫的户，逐户回访。
    清原县扶贫办
    2018年11月28日

## 已知局限

只看写了年、月、日而且要求报送、上报、完成的期限；后面说到尚未报送、补报的，是催报过去的期限，不查。
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
    r"(?:于|在|须|请)\s?(?P<date>(?P<year>20\d{2})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日[之以]?前)"
    r"(?P<ask>[^。；;\n]{0,20}?(?:报送|上报|报县|报市|报区|完成|提交|反馈))"
)
_DONE = compiled("已|原定|原计划|曾")
_LATE = compiled(r"[^。\n]{0,30}?(?:尚未|还没|没有报|仍未|至今|未报|未按|补报|逾期|催|应报未报)")


@rule(
    title="要求完成的期限早于成文日期",
    severity=Severity.WARNING,
    profile="review",
    advice="核对期限和成文日期，改正写错的一个",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    issued = ctx.facts.header.issue_date
    if issued is None:
        return
    for found in _FOUND.finditer(ctx.text):
        try:
            due = date(int(found["year"]), int(found["month"]), int(found["day"]))
        except ValueError:
            continue
        before = ctx.text[max(0, found.start() - 4) : found.end()]
        if due < issued and not _DONE.search(before) and not _LATE.match(ctx.text, found.end()):
            where = ctx.facts.header.issue_date_span
            yield Finding(
                severity=Severity.WARNING,
                message=f"期限“{found['date']}”早于成文日期{issued.year}年{issued.month}月{issued.day}日",
                span=Span(found.start("date"), found.end("date")),
                related=(ctx.here(where),) if where else (),
            )
