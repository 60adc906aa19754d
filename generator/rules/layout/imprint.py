"""版记的字号、缩进不合规定。

## 检查内容

看 .docx 文末的版记（“抄送：……”和“某某办公室　　某年某月某日印发”）：用四号仿宋；左右各空一字；抄送的名单以句号结尾；
抄送在印发机关的上面。不合的，合起来提示一次。

## 依据

GB/T 9704—2012《党政机关公文格式》7.4.2、7.4.3，属“一般”，只作提示。

## 反例

    版面：第1段 仿宋_GB2312 16磅；其余 仿宋_GB2312 16磅
    请各乡镇抓好落实，完成情况年底前报县扶贫办。
    ⟦抄送：县委办公室，县政府办公室。⟧
    清原县扶贫开发领导小组办公室　　2017年2月14日印发

    ——

    版面：第1段 仿宋_GB2312 16磅；其余 仿宋_GB2312 14磅 左缩1字
    请各乡镇抓好落实，完成情况年底前报县扶贫办。
    ⟦抄送：县委办公室，县政府办公室⟧
    清原县扶贫开发领导小组办公室　　　　　2017年2月14日印发

## 正例

    版面：第1段 仿宋_GB2312 16磅；其余 仿宋_GB2312 14磅 左缩1字
    请各乡镇抓好落实，完成情况年底前报县扶贫办。
    抄送：县委办公室，县政府办公室。
    清原县扶贫开发领导小组办公室　　　　　2017年2月14日印发

    ——

    版面：其余 仿宋_GB2312 16磅
    请各乡镇抓好落实，完成情况年底前报县扶贫办。

## 已知局限

分隔线的粗细、版记在哪一面要看排出来的页面，这里不查。排在表格里的只查字体字号和句号。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.imprint import Imprint, find_imprint
from generator.checking.line_gaps import line_gaps
from generator.checking.looks import kind_of_font, told_look
from generator.checking.page_elements import looked
from generator.checking.rule import Needs, rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.model.text_document import Block
from generator.standards.gbt9704 import IMPRINT

_INDENT = 1.0  # characters, of 四号
_OFF = 0.75
_UNIT = IMPRINT.points / 16  # a character of 四号 in characters of 三号


@rule(
    title="版记的字号、缩进不合规定",
    severity=Severity.HINT,
    profile="issue",
    needs=Needs.LAYOUT,
    advice="版记用四号仿宋，左右各空一字，抄送的名单以句号结尾",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    imprint = find_imprint(ctx)
    if imprint is None:
        return
    faults = [(block, fault) for block in imprint.lines for fault in _faults(ctx, imprint, block)]
    if faults:
        block = faults[0][0]
        text = block.span.of(ctx.text)
        start = block.span.start + len(text) - len(text.lstrip())
        yield Finding(
            severity=Severity.HINT,
            message=f"版记{'；'.join(dict.fromkeys(fault for _, fault in faults))}",
            span=Span(start, block.span.start + len(text.rstrip())),
        )


def _faults(ctx: RuleContext, imprint: Imprint, block: Block) -> Iterator[str]:
    look = looked(ctx, block)
    text = block.span.of(ctx.text).strip()
    other_font = look.font and kind_of_font(look.font) != "仿宋"
    if other_font or (look.size and look.size != IMPRINT.points * 2):
        yield f"用了{told_look(look.font, look.size)}，一般用四号仿宋"
    if block is imprint.copies:
        if not text.endswith("。"):
            yield "抄送的名单后面没有句号"
        if imprint.printed and block.number > imprint.printed.number:
            yield "抄送排在印发机关的下面"
    gaps = line_gaps(ctx, block)
    if gaps is not None and abs(gaps.left - _INDENT * _UNIT) > _OFF:
        yield f"左边空{gaps.left / _UNIT:.1f}字，一般空一字".replace(".0字", "字")
