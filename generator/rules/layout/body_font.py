"""正文不是三号仿宋。

## 检查内容

看 .docx 正文各段多数字的字体和字号，不是三号仿宋的，合起来提示一次，并指出前几段。标题、层次标题、表格和短行不算。

## 依据

GB/T 9704—2012《党政机关公文格式》5.2.2：一般用3号仿宋体字。只作提示。

## 反例

    版面：其余 宋体 12磅
    各乡镇人民政府：
    ⟦现将有关事项通知如下，请结合实际抓好落实⟧，年底前把完成情况报县扶贫办备案，逾期不报的通报批评。

## 正例

    版面：其余 仿宋_GB2312 16磅
    各乡镇人民政府：
    现将有关事项通知如下，请结合实际抓好落实，年底前把完成情况报县扶贫办备案，逾期不报的通报批评。

    ——

    版面：其余 方正仿宋_GBK 16磅
    各乡镇人民政府：
    现将有关事项通知如下，请结合实际抓好落实，年底前把完成情况报县扶贫办备案，逾期不报的通报批评。

    ——

    版面：纸 210×297
    各乡镇人民政府：
    现将有关事项通知如下，请结合实际抓好落实，年底前把完成情况报县扶贫办备案，逾期不报的通报批评。

## 已知局限

文件没有写明字体字号的段落不提示。一段里少数字另用字体的看不出来。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.looks import kind_of_font, told_look
from generator.checking.page_elements import body_blocks, first_words, looked
from generator.checking.rule import Needs, rule
from generator.model.finding import Finding, Severity
from generator.model.layout import ParagraphLook
from generator.standards.gbt9704 import BODY

_SHOWN = 10


@rule(
    title="正文不是三号仿宋",
    severity=Severity.HINT,
    profile="issue",
    needs=Needs.LAYOUT,
    advice="把正文设为三号仿宋；有意另用字体的不必改",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    wrong = [block for block in body_blocks(ctx) if _differs(looked(ctx, block))]
    if not wrong:
        return
    look = looked(ctx, wrong[0])
    yield Finding(
        severity=Severity.HINT,
        message=f"正文有{len(wrong)}段不是三号仿宋（此处为{told_look(look.font, look.size)}）",
        span=first_words(ctx, wrong[0]),
        related=tuple(ctx.here(first_words(ctx, block)) for block in wrong[1:_SHOWN]),
    )


def _differs(look: ParagraphLook) -> bool:
    other_font = bool(look.font) and kind_of_font(look.font) != "仿宋"
    return other_font or (bool(look.size) and look.size != BODY.points * 2)
