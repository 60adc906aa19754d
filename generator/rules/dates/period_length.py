"""起止年份与所说的年数不符。

## 检查内容

“三年行动”“五年规划”等写明年数，紧挨着的起止年份（括注的，或者写成“2016—2018年三年”的）算下来不是这个数的，报存疑。

## 依据

《党政机关公文处理工作条例》第二十条第（四）项把时间是否准确列为签发前审核的重点。

## 反例

    制定脱贫攻坚⟦三年行动方案（2018—2021年）⟧。

    ——

    ⟦2016—2019年三年⟧投入4000万元。

## 正例

    制定脱贫攻坚三年行动方案（2018—2020年）。

    ——

    2016—2018三年投入4000万元。

    ——

    森林面积十年变化（2000—2010年）调查。

## 已知局限

跨年度不足整年的（2018年7月至2021年6月）不查。“十年变化（2000—2010年）”“2015年至2020年五年”这样的，头尾都算、只算间隔都认。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.patterns import compiled

_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_TO = r"\s?(?:(?P<dash>—{1,2}|－|–|-|~|～)|至|到)\s?"
_SPAN = rf"(?P<first>20\d{{2}})年?{_TO}(?P<last>20\d{{2}})"
_COUNT = r"(?P<count>[两二三四五六七八九十])年"
_PLANS = ("方案", "规划", "计划", "行动", "意见", "纲要", "工程", "攻坚战")
_PLAN, _NO_PLAN = "|".join(_PLANS), "".join(f"(?<!{plan})" for plan in _PLANS)
# Both ends count: a plan of three years, 2018—2020年三年.
_COUNTED = (
    compiled(rf"{_COUNT}[^。；，,\n（）()《》]{{0,12}}(?:{_PLAN})[（(]{_SPAN}年[）)]"),
    compiled(rf"[（(]{_SPAN}年[）)]{_COUNT}(?=[\u4e00-\u9fff]{{0,6}}(?:方案|规划|计划|行动|意见))"),
    compiled(rf"(?<!\d){_SPAN}年?(?:这|的|共|连续)?{_COUNT}(?![级制期前后度])"),
)
# 十年变化（2000—2010年） lies between two states, ten years apart.
_APART = compiled(rf"{_COUNT}[^。；，,\n（）()《》]{{0,16}}{_NO_PLAN}[（(]{_SPAN}年[）)]")


@rule(
    title="起止年份与所说的年数不符",
    severity=Severity.WARNING,
    profile="draft",
    advice="核对起止年份",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for pattern in (*_COUNTED, _APART):
        for found in pattern.finditer(ctx.text):
            apart = pattern is _APART or (pattern is _COUNTED[-1] and not found["dash"])
            yield from _differing(found, also=int(apart))


def _differing(found: re.Match[str], *, also: int) -> Iterator[Finding]:
    """A finding where the years are not as many as told, nor ``also`` so many more."""
    first, last = int(found["first"]), int(found["last"])
    years = last - first + 1
    if last >= first and not 0 <= years - _COUNTS[found["count"]] <= also:
        yield Finding(
            severity=Severity.WARNING,
            message=f"说是{found['count']}年，{first}—{last}年是{years}年",
            span=Span(found.start(), found.end()),
        )
