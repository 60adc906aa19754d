"""发文字号的位置不对。

## 检查内容

看 .docx 独立成行的发文字号：下行文、平行文居中；上行文（同一行有签发人）居左空一字。偏出一个字的，报存疑。

## 依据

GB/T 9704—2012《党政机关公文格式》7.2.5，属“规定”；信函格式的发文字号顶格居版心右边（10.1）。

## 反例

    版面：其余 仿宋_GB2312 16磅
    ⟦清脱贫办发〔2017〕2号⟧
    各乡镇人民政府：

    ——

    版面：其余 仿宋_GB2312 16磅 居中 首缩2字
    ⟦清脱贫办发〔2017〕2号⟧
    各乡镇人民政府：

## 正例

    版面：第1段 仿宋_GB2312 16磅 居中；其余 仿宋_GB2312 16磅
    清脱贫办发〔2017〕2号
    各乡镇人民政府：

    ——

    版面：第1段 仿宋_GB2312 16磅 居右；其余 仿宋_GB2312 16磅
    清脱贫办函〔2017〕2号
    县财政局：

    ——

    版面：第1段 仿宋_GB2312 16磅 左缩1字；其余 仿宋_GB2312 16磅
    清脱贫办报〔2017〕2号　　　　签发人：王明
    县委：

## 已知局限

用制表位、文本框或表格排的字号看不出位置，不查。字号与标志之间空几行也不查。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.line_gaps import LineGaps, line_gaps
from generator.checking.rule import Needs, rule
from generator.model.finding import Finding, Severity

_SIGNER = "签发人"
_OFF = 0.75  # characters; less is within what the eye allows
_UPWARD_LEFT = 1.0


@rule(
    title="发文字号的位置不对",
    severity=Severity.WARNING,
    profile="issue",
    needs=Needs.LAYOUT,
    advice="去掉这一行的缩进和空格，设为居中；上行文设为左缩进1字符，签发人居右空一字",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    span = ctx.facts.header.document_number_span
    block = ctx.facts.document.block_at(span.start) if span else None
    gaps = line_gaps(ctx, block) if block else None
    if span is None or block is None or gaps is None:
        return
    told = _upward(gaps) if _SIGNER in block.span.of(ctx.text) else _other(gaps)
    if told:
        yield Finding(severity=Severity.WARNING, message=f"发文字号{told}", span=span)


def _upward(gaps: LineGaps) -> str:
    wrong = abs(gaps.left - _UPWARD_LEFT) >= _OFF
    return f"左边空{gaps.left:g}字，上行文应空一字" if wrong else ""


def _other(gaps: LineGaps) -> str:
    if abs(gaps.centre) < _OFF or gaps.right < _OFF:
        return ""
    return f"没有居中：左边空{gaps.left:g}字，右边空{gaps.right:g}字"
