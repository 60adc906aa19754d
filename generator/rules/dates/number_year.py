"""字号的年份与成文日期不符。

## 检查内容

本文发文字号的年份与成文日期的年份不同的，报存疑；引用的文件，字号的年份晚于本文成文日期的，报存疑。

## 依据

GB/T 9704—2012《党政机关公文格式》7.2.5：发文字号由机关代字、年份、发文顺序号组成，年份是发文的年份。

## 反例

    ⟦清脱贫办发〔2018〕2号⟧
    关于做好产业扶贫工作的通知
    各乡镇人民政府：
    请认真抓好落实。
    清原县扶贫办
    2017年2月14日

    ——

    关于做好产业扶贫工作的通知
    各乡镇人民政府：
    根据⟦抚扶贫发〔2019〕3号⟧文件要求，抓好落实。
    清原县扶贫办
    2017年2月14日

## 正例

    清脱贫办发〔2017〕2号
    关于做好产业扶贫工作的通知
    各乡镇人民政府：
    根据抚扶贫发〔2016〕3号文件要求，抓好落实。
    清原县扶贫办
    2017年2月14日

    ——

    根据抚扶贫发〔2019〕3号文件要求，抓好落实。

## 已知局限

看不出成文日期的不查。有两个以上字号晚于成文日期的，多半是一个文件里收了几份公文，不报。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.text.document_numbers import DocumentNumber, find_document_numbers


@rule(
    title="字号的年份与成文日期不符",
    severity=Severity.WARNING,
    profile="review",
    advice="核对字号的年份和成文日期，改正写错的一个",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    header = ctx.facts.header
    day = header.issue_date
    if day is None:
        return
    numbers = [(number, _year(number)) for number in find_document_numbers(ctx.text)]
    later = {number.canonical for number, year in numbers if year and int(year) > day.year}
    for number, year in numbers:
        if not year:
            continue
        own = number.span == header.document_number_span
        # Several numbers of later years are those of another paper in the same file.
        if (own and int(year) != day.year) or (int(year) > day.year and len(later) == 1):
            what = "本文字号" if own else "所引字号"
            yield Finding(
                severity=Severity.WARNING,
                message=f"{what}“{number.text}”的年份是{year}年，成文日期是{day.year}年{day.month}月{day.day}日",
                span=number.span,
                related=(ctx.here(header.issue_date_span),) if header.issue_date_span else (),
            )


def _year(number: DocumentNumber) -> str:
    """Four digits; empty where the number hides them."""
    year = number.canonical.partition("〔")[2][:4]
    return year if year.isdigit() else ""
