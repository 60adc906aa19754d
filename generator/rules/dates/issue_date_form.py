"""成文日期的写法不合规定。

## 检查内容

落款处单独成行的成文日期，用汉字写的（二〇一七年二月十四日，零写成〇○零0都认），或者月、日前补了0的，报存疑。
2012年7月1日以前的公文不查。

## 依据

GB/T 9704—2012《党政机关公文格式》7.3.5.4：用阿拉伯数字将年、月、日标全，月、日不编虚位，属“规定”。

## 反例

    清原县扶贫办
    ⟦二〇一七年二月十四日⟧

    ——

    清原县扶贫办
    ⟦2017年02月14日⟧

## 正例

    清原县扶贫办
    2017年2月14日

    ——

    清原县扶贫办
    二〇〇九年二月十四日

    ——

    按照二〇一七年二月十四日会议的要求抓好落实。

## 已知局限

正文里的日期不查。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity, Suggestion
from generator.model.place import Span
from generator.model.text_document import BlockKind
from generator.patterns import compiled

_IN_FORCE = date(2012, 7, 1)
_ZERO = "〇○零OＯ0０◯"
_DIGITS = {sign: number for number, sign in enumerate("〇一二三四五六七八九")}
_HAN = compiled(
    rf"[\s　]*(?P<date>(?P<year>[二一][{_ZERO}一二三四五六七八九]{{3}})年(?P<month>[元正一二三四五六七八九十]{{1,2}})月"
    r"(?P<day>[一二三四五六七八九十廿卅]{1,3})日)[\s　]*"
)
_PADDED = compiled(
    r"[\s　]*(?P<date>(?P<year>20\d{2})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日)[\s　]*(?:印发)?[\s　]*"
)


@rule(
    title="成文日期的写法不合规定",
    severity=Severity.WARNING,
    profile="review",
    advice="用阿拉伯数字写全年月日，月、日前不补0",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for block in ctx.facts.document.blocks:
        if block.kind is BlockKind.CELL or len(block.span) > 40:
            continue
        line = block.span.of(ctx.text)
        found, day = _HAN.fullmatch(line), None
        what = "用了汉字"
        if found:
            day = _read(found)
        elif (found := _PADDED.fullmatch(line)) and _is_padded(found):
            day, what = (int(found["year"]), int(found["month"]), int(found["day"])), "月、日前补了0"
        if found is None or day is None or date(day[0], 12, 31) < _IN_FORCE:
            continue
        right = f"{day[0]}年{day[1]}月{day[2]}日"
        yield Finding(
            severity=Severity.WARNING,
            message=f"成文日期“{found['date']}”{what}，应写成“{right}”",
            span=Span(block.span.start + found.start("date"), block.span.start + found.end("date")),
            suggestion=Suggestion(replace=right, safe=True),
        )


def _is_padded(found: re.Match[str]) -> bool:
    return any(len(found[part]) > 1 and found[part].startswith("0") for part in ("month", "day"))


def _read(found: re.Match[str]) -> tuple[int, int, int] | None:
    """Year, month and day of a date in Hanzi; None where they make none."""
    year = "".join(str(_DIGITS["〇" if sign in _ZERO else sign]) for sign in found["year"])
    month, day = _number(found["month"].replace("元", "一").replace("正", "一")), _number(found["day"])
    return (int(year), month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _number(words: str) -> int:
    """一 to 九十九, and 廿 and 卅 for 二十 and 三十."""
    words = words.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return _DIGITS.get(words, 0)
    return (_DIGITS.get(tens, 1) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)
