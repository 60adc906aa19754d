"""引号、破折号用了西文字体。

## 检查内容

.docx 里弯引号、破折号、省略号没有标明按中文排时，Word 用西文字体来排，引号变窄、破折号断开。合起来提示一次。

## 依据

GB/T 15834—2011《标点符号用法》：引号、破折号各占一个或两个字的位置。只作提示。

## 反例

    版面：其余 仿宋_GB2312 16磅 西文引号
    落实⟦“⟧两不愁、三保障”要求。

## 正例

    版面：其余 仿宋_GB2312 16磅
    落实“两不愁、三保障”要求。

    ——

    版面：其余 仿宋_GB2312 16磅 西文引号
    落实各项帮扶要求。

## 已知局限

WPS 显示的可能与 Word 不同。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import Needs, rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span


@rule(
    title="引号、破折号用了西文字体",
    severity=Severity.HINT,
    profile="issue",
    needs=Needs.LAYOUT,
    advice="选中引号和破折号，把西文字体也设成与正文相同的中文字体",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    looks = ctx.layout.looks.values() if ctx.layout else ()
    marks = sorted(mark for look in looks for mark in look.latin_marks)
    if marks:
        yield Finding(
            severity=Severity.HINT,
            message=f"引号、破折号等{len(marks)}处用了西文字体，Word 里会变窄或断开",
            span=Span(marks[0], marks[0] + 1),
        )
