"""公文标题不是居中的二号小标宋。

## 检查内容

看 .docx 的公文标题：字体、字号和居中。分成几行的，看第一行。

## 依据

GB/T 9704—2012《党政机关公文格式》7.3.1：一般用2号小标宋体字，居中排布。只作提示。

## 反例

    版面：第1段 黑体 22磅 居中；其余 仿宋_GB2312 16磅
    ⟦清原县2017年脱贫攻坚工作要点⟧
    一、工作目标

## 正例

    版面：第1段 方正小标宋简体 22磅 居中；其余 仿宋_GB2312 16磅
    清原县2017年脱贫攻坚工作要点
    一、工作目标

    ——

    版面：纸 210×297
    清原县2017年脱贫攻坚工作要点
    一、工作目标

## 已知局限

看不出标题的稿件不查。用空格或缩进排到中间的，也算没有居中。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.looks import kind_of_font, told_look
from generator.checking.page_elements import looked, title_blocks
from generator.checking.rule import Needs, rule
from generator.model.finding import Finding, Severity
from generator.model.layout import ParagraphLook
from generator.standards.gbt9704 import TITLE


@rule(
    title="公文标题不是居中的二号小标宋",
    severity=Severity.HINT,
    profile="issue",
    needs=Needs.LAYOUT,
    advice="标题用二号小标宋，居中；装的是别家的小标宋字体不必改",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    block = next(title_blocks(ctx), None)
    if block is None:
        return
    look = looked(ctx, block)
    faults = list(_faults(look))
    if faults:
        yield Finding(
            severity=Severity.HINT,
            message=f"公文标题{'、'.join(faults)}，一般用居中的二号小标宋",
            span=block.span,
        )


def _faults(look: ParagraphLook) -> Iterator[str]:
    other_font = look.font and kind_of_font(look.font) != "小标宋"
    other_size = look.size and look.size != TITLE.points * 2
    if other_font or other_size:
        yield f"用了{told_look(look.font, look.size)}"
    if look.font and look.alignment != "center":
        yield "没有居中"
