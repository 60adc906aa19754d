"""署名、成文日期的位置不对。

## 检查内容

看 .docx 落款处的署名和成文日期，与两种排法比：盖章的，日期右空四字，署名在日期上面以日期居中；不盖章的，署名右空二字，
日期的首字比署名的首字右移二字（日期比署名长的，日期右空二字）。两种都不合的，合起来提示一次。

## 依据

GB/T 9704—2012《党政机关公文格式》7.3.5.1、7.3.5.2。盖不盖章从文件里看不出，只作提示。

## 反例

    版面：第1段 仿宋_GB2312 16磅 首缩2字；其余 仿宋_GB2312 16磅
    请各乡镇、各帮扶单位按照本通知的要求抓好落实，完成情况年底前报县扶贫办。
    清原县扶贫开发领导小组办公室
    ⟦2017年2月14日⟧

    ——

    版面：第1段 仿宋_GB2312 16磅 首缩2字；其余 仿宋_GB2312 16磅 居右
    请各乡镇、各帮扶单位按照本通知的要求抓好落实，完成情况年底前报县扶贫办。
    清原县扶贫开发领导小组办公室
    ⟦2017年2月14日⟧

## 正例

    版面：第1段 仿宋_GB2312 16磅 首缩2字；第2段 仿宋_GB2312 16磅 居右 右缩0.8字；其余 仿宋_GB2312 16磅 居右 右缩4字
    请各乡镇、各帮扶单位按照本通知的要求抓好落实，完成情况年底前报县扶贫办。
    清原县扶贫开发领导小组办公室
    2017年2月14日

    ——

    版面：第1段 仿宋_GB2312 16磅 首缩2字；第2段 仿宋_GB2312 16磅 居右 右缩2字；其余 仿宋_GB2312 16磅 居右 右缩6.5字
    请各乡镇、各帮扶单位按照本通知的要求抓好落实，完成情况年底前报县扶贫办。
    清原县扶贫开发领导小组办公室
    2017年2月14日

## 已知局限

几个机关联合署名的只看日期。用制表位、表格或文本框排的看不出位置，不查。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.line_gaps import LineGaps, line_gaps
from generator.checking.page_elements import body_blocks
from generator.checking.rule import Needs, rule
from generator.model.finding import Finding, Severity
from generator.model.text_document import Block

_OFF = 1.0  # characters
_SEALED_RIGHT = 4.0
_UNSEALED_RIGHT = 2.0
_SHIFT = 2.0
_LINE = 28.0  # characters to the line


@rule(
    title="署名、成文日期的位置不对",
    severity=Severity.HINT,
    profile="issue",
    needs=Needs.LAYOUT,
    advice="盖章的：日期右空四字，署名以日期居中；不盖章的：署名右空二字，日期首字比署名首字右移二字",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    span = ctx.facts.header.issue_date_span
    block = ctx.facts.document.block_at(span.start) if span else None
    if span is None or block is None or block.span.of(ctx.text).strip() != span.of(ctx.text):
        return
    if not any(each.number < block.number for each in body_blocks(ctx)):
        return  # a date under the title
    day = line_gaps(ctx, block)
    if day is None:
        return
    signature = _signature(ctx, block)
    name = line_gaps(ctx, signature) if signature else None
    if signature is not None and name is None:
        return
    if name is None:
        fits = _UNSEALED_RIGHT - _OFF < day.right < _SEALED_RIGHT + _SHIFT + _OFF
        told = f"成文日期右边空{day.right:g}字，一般空四字"
    else:
        fits = _is_sealed(name, day) or _is_unsealed(name, day)
        told = (
            f"署名左边空{name.left:g}字、右边空{name.right:g}字，"
            f"成文日期左边空{day.left:g}字、右边空{day.right:g}字，不合盖章和不盖章的两种排法"
        )
    if not fits:
        yield Finding(severity=Severity.HINT, message=told, span=span)


def _signature(ctx: RuleContext, day: Block) -> Block | None:
    """The line of the single issuer right above the date."""
    above = ctx.facts.document.block_at(day.span.start - 1) if day.span.start else None
    issuer = ctx.facts.header.issuer
    return above if above and issuer and above.span.of(ctx.text).strip() == issuer else None


def _is_sealed(name: LineGaps, day: LineGaps) -> bool:
    """A long signature over a date four characters from the edge would leave the line: the date then stands further in."""
    return abs(name.centre - day.centre) < _OFF and day.right > _SEALED_RIGHT - _OFF


def _is_unsealed(name: LineGaps, day: LineGaps) -> bool:
    longer = _LINE - day.left - day.right > _LINE - name.left - name.right
    outer = day if longer else name
    return abs(outer.right - _UNSEALED_RIGHT) < _OFF and abs(day.left - name.left - _SHIFT) < _OFF
