"""写了的字体没有起作用。

## 检查内容

.docx 里同一处既写了字体、又带着主题字体时，Word 显示的是主题字体（如等线），写了的字体不起作用。合起来报一次。

## 依据

GB/T 9704—2012《党政机关公文格式》5.2.2 说的是印出来的字体；Word 以主题字体优先，WPS 有时相反，两边看到的不一样。

## 反例

    版面：其余 等线 16磅 被盖 仿宋_GB2312
    各乡镇人民政府：
    ⟦现将有关事项通知如下，请结合实际抓好落实⟧，年底前把完成情况报县扶贫办备案，逾期不报的通报批评。

## 正例

    版面：其余 仿宋_GB2312 16磅
    各乡镇人民政府：
    现将有关事项通知如下，请结合实际抓好落实，年底前把完成情况报县扶贫办备案，逾期不报的通报批评。

    ——

    版面：其余 等线 16磅
    各乡镇人民政府：
    现将有关事项通知如下，请结合实际抓好落实，年底前把完成情况报县扶贫办备案，逾期不报的通报批评。

## 已知局限

只看正文段落里多数字的字体。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.page_elements import body_blocks, first_words, looked
from generator.checking.rule import Needs, rule
from generator.model.finding import Finding, Severity

_SHOWN = 10


@rule(
    title="写了的字体没有起作用",
    severity=Severity.WARNING,
    profile="issue",
    needs=Needs.LAYOUT,
    advice="全选正文，重新选一次中文字体，主题字体就会去掉",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    wrong = [block for block in body_blocks(ctx) if looked(ctx, block).overridden]
    if not wrong:
        return
    look = looked(ctx, wrong[0])
    yield Finding(
        severity=Severity.WARNING,
        message=f"正文有{len(wrong)}段写的是{look.overridden}，却被主题字体{look.font}盖住",
        span=first_words(ctx, wrong[0]),
        related=tuple(ctx.here(first_words(ctx, block)) for block in wrong[1:_SHOWN]),
    )
