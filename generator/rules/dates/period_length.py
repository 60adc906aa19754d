"""起止年份与所说的年数不符。

## 检查内容

“三年行动”“五年规划”等写明年数，紧挨着括注的起止年份算下来不是这个数的，报存疑；起止年份后一个比前一个早的，报为错误。

## 依据

《党政机关公文处理工作条例》第二十条第（四）项把时间是否准确列为签发前审核的重点。

## 反例

    制定脱贫攻坚⟦三年行动方案（2018—2021年）⟧。

    ——

    ⟦2020—2018年⟧，全县投入4000万元。

## 正例

    制定脱贫攻坚三年行动方案（2018—2020年）。

    ——

    2018—2020年，全县投入4000万元。

## 已知局限

跨年度不足整年的（2018年7月至2021年6月）不查。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span

_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "十": 10}
_DASH = r"\s?(?:—{1,2}|－|–|-|~|～|至|到)\s?"
_RANGE = rf"(?P<first>20\d{{2}})年?{_DASH}(?P<last>20\d{{2}})年"
_COUNT = r"(?P<count>[两二三四五六十])年"
_COUNTED = (
    re.compile(rf"{_COUNT}[^。；，,\n（）()《》]{{0,16}}[（(]{_RANGE}[）)]"),
    re.compile(rf"[（(]{_RANGE}[）)]{_COUNT}(?=[\u4e00-\u9fff]{{0,6}}(?:方案|规划|计划|行动|意见))"),
)
_BARE = re.compile(rf"(?<!\d){_RANGE}")


@rule(
    title="起止年份与所说的年数不符",
    severity=Severity.ERROR,
    profile="draft",
    advice="核对起止年份",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for found in sorted(
        (each for pattern in _COUNTED for each in pattern.finditer(ctx.text)), key=lambda each: each.start()
    ):
        first, last = int(found["first"]), int(found["last"])
        if last >= first and last - first + 1 != _COUNTS[found["count"]]:
            yield Finding(
                severity=Severity.WARNING,
                message=f"说是{found['count']}年，{first}—{last}年是{last - first + 1}年",
                span=Span(found.start(), found.end()),
            )
    for found in _BARE.finditer(ctx.text):
        if int(found["last"]) < int(found["first"]):
            yield Finding(
                severity=Severity.ERROR,
                message=f"起止年份颠倒：{found['last']}年早于{found['first']}年",
                span=Span(found.start(), found.end()),
            )
