"""固定行距比字还小。

## 检查内容

.docx 里段落的行距设为固定值、却小于字号的，印出来字的上边会被切掉；表格里套用正文行距时常见。合起来报一次。

## 依据

GB/T 9704—2012《党政机关公文格式》5.2.3 说的是行与行的距离；字被切掉是明显的差错。

## 反例

    版面：第2段 仿宋_GB2312 22磅 行距 20磅；其余 仿宋_GB2312 16磅
    各乡镇人民政府：
    ⟦现将有关事项通知如下，请结合实际抓好落实⟧，年底前把完成情况报县扶贫办备案。

## 正例

    版面：其余 仿宋_GB2312 16磅 行距 28.95磅
    各乡镇人民政府：
    现将有关事项通知如下。

    ——

    版面：其余 仿宋_GB2312 16磅
    各乡镇人民政府：
    现将有关事项通知如下。

## 已知局限

只看段落里多数字的字号。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.page_elements import first_words, looked
from generator.checking.rule import Needs, rule
from generator.model.finding import Finding, Severity
from generator.model.layout import ParagraphLook

_SHOWN = 10
_TWIPS = 10  # a half-point


@rule(
    title="固定行距比字还小",
    severity=Severity.WARNING,
    profile="issue",
    needs=Needs.LAYOUT,
    advice="把这些段落的行距改为单倍行距，或加大固定值",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    wrong = [block for block in ctx.facts.document.blocks if _cut(looked(ctx, block))]
    if not wrong:
        return
    look = looked(ctx, wrong[0])
    yield Finding(
        severity=Severity.WARNING,
        message=f"有{len(wrong)}段行距固定为{look.line / 20:g}磅，比{look.size / 2:g}磅的字还小，字会被切掉",
        span=first_words(ctx, wrong[0]),
        related=tuple(ctx.here(first_words(ctx, block)) for block in wrong[1:_SHOWN]),
    )


def _cut(look: ParagraphLook) -> bool:
    return 0 < look.line < look.size * _TWIPS
