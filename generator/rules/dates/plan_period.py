"""五年规划与年份不符。

## 检查内容

一句话里把某一年说成某个五年规划的开局、收官之年，或者说在这一年全面完成、编制某个规划，而这一年不在那五年里的，报存疑。

## 依据

“十二五”是2011—2015年，“十三五”是2016—2020年，“十四五”是2021—2025年，“十五五”是2026—2030年。

## 反例

    ⟦2017年是全面完成“十二五”规划的收官之年⟧。

## 正例

    2015年是全面完成“十二五”规划的收官之年。

    ——

    “十二五”期间，全县有3万人脱贫；2017年继续巩固。

    ——

    2016年是“十三五”的开局之年。

## 已知局限

只看同一句里的年份和规划。回顾上一个规划的不报。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.patterns import compiled

_FIRST_YEARS = {"十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}
_SAID = compiled(
    r"(?<!\d)(?P<year>20\d{2})年(?:是|为)(?P<between>[^。；;\n]{0,60}?)[“\"]?(?P<plan>十[一二三四五]五)[”\"]?"
    r"(?P<what>[^。；;，,\n]{0,12}?(?:收官|开局|起步|决胜|关键|最后一年|第[一二三四五]年|中期)[^。；;，,\n]{0,6})"
)
_ORDER = {
    "开局": 0,
    "起步": 0,
    "第一年": 0,
    "第二年": 1,
    "第三年": 2,
    "第四年": 3,
    "第五年": 4,
    "收官": 4,
    "最后一年": 4,
}
_NEXT = compiled(r"谋划|衔接|编制|启动|承前启后|承上启下")


@rule(
    title="五年规划与年份不符",
    severity=Severity.WARNING,
    profile="draft",
    advice="核对年份和规划的名称，改正写错的一个",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for found in _SAID.finditer(ctx.text):
        first = _FIRST_YEARS[found["plan"]]
        year = int(found["year"])
        place = next((at for word, at in _ORDER.items() if word in found["what"]), None)
        fits = year == first + place if place is not None else first <= year <= first + 4
        if fits or _NEXT.search(found["between"]):
            continue
        yield Finding(
            severity=Severity.WARNING,
            message=f"{year}年与“{found['plan']}”（{first}—{first + 4}年）对不上",
            span=Span(found.start(), found.end()),
        )
