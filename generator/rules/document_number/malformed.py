"""发文字号写法不合规定。

## 检查内容

发文字号由机关代字、年份、序号组成：年份写四位、用六角括号〔〕括起来，序号前不加“第”、不补0，中间不空格。
本文自己的字号不合规定报为错误。引用别的文件的字号不合规定，或者只是用了形状相近的小六角括号﹝﹞，报为存疑；
只多了空格的，作提示。

## 依据

GB/T 9704—2012《党政机关公文格式》7.2.5，属“规定”。

## 反例

    依据⟦清脱贫办发[2017]2号⟧文件执行。

    ——

    依据⟦清脱贫办发〔17〕2号⟧文件执行。

    ——

    依据⟦清脱贫办发〔2017〕第2号⟧文件执行。

    ——

    依据⟦清脱贫办发〔2017〕02号⟧文件执行。

## 正例

    依据清脱贫办发〔2017〕2号文件执行。

    ——

    法院作出（2018）云04民终12号判决。

    ——

    会议室（201）3号桌。

## 已知局限

裁判文书、仲裁和证照的编号另有写法，不查。代字是否规范不查。序号还空着（写成×号）的不查。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity, Suggestion
from generator.patterns import compiled
from generator.text.document_numbers import DocumentNumber, find_document_numbers

# Files of courts, of arbitration and certificates are numbered by rules of their own.
_OTHER_NUMBERS = compiled(r"[案仲刑审裁判证]|民[初终再]|执[字恢异]")
_OPEN, _CLOSE = "〔", "〕"
_SMALL = "﹝﹞"


@rule(
    title="发文字号写法不合规定",
    severity=Severity.ERROR,
    profile="draft",
    advice="照“机关代字〔年份〕序号号”的写法改正；引用的字号与原件核对",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    small: list[DocumentNumber] = []
    for number in find_document_numbers(ctx.text):
        if number.well_formed or _OTHER_NUMBERS.search(number.agency_code) or not _is_filled_in(number):
            continue
        faults = tuple(_faults(number))
        if len(faults) == 1 and number.opening + number.closing == _SMALL:
            small.append(number)
        else:
            yield _finding(ctx, number, "、".join(faults))
    if small:
        yield _small_brackets(ctx, small)


def _finding(ctx: RuleContext, number: DocumentNumber, faults: str) -> Finding:
    return Finding(
        severity=_severity(ctx, number),
        message=f"发文字号“{number.text}”{faults}，应写成“{number.canonical}”",
        span=number.span,
        suggestion=Suggestion(replace=number.canonical, safe=_has_full_year(number)),
    )


def _small_brackets(ctx: RuleContext, numbers: Sequence[DocumentNumber]) -> Finding:
    """One remark for a document that was typed with the small brackets throughout."""
    first, *others = numbers
    count = f"，全文{len(numbers)}处" if others else ""
    found = _finding(ctx, first, f"没有用六角括号〔〕（写成了{_SMALL}{count}）")
    related = tuple(ctx.here(number.span) for number in others)
    return replace(found, related=related, suggestion=None if others else found.suggestion)


def _is_filled_in(number: DocumentNumber) -> bool:
    return number.serial.isdecimal() and compiled(r"[xX×*＊]").search(number.year) is None


def _faults(number: DocumentNumber) -> Iterator[str]:
    """What is wrong, a few words each."""
    if (number.opening, number.closing) != (_OPEN, _CLOSE):
        yield f"没有用六角括号〔〕（写成了{number.opening}{number.closing}）"
    if not _has_full_year(number):
        yield "年份没有写成四位阿拉伯数字"
    if "第" in number.text[number.text.rindex(number.closing) :]:
        yield "序号前加了“第”"
    if number.serial.startswith(("0", "０")):
        yield "序号前补了0"
    if compiled(r"\s").search(number.text):
        yield "中间有空格"
    if compiled(r"[０-９]").search(number.text):
        yield "用了全角数字"
    if "年" in number.text:
        yield "括号里多了“年”字"


def _has_full_year(number: DocumentNumber) -> bool:
    return compiled(r"[0-9０-９]{4}").fullmatch(compiled(r"\s").sub("", number.year)) is not None


def _severity(ctx: RuleContext, number: DocumentNumber) -> Severity:
    """The form is prescribed for a document's own number; what it quotes of others is a question."""
    if compiled(r"\s").sub("", number.text) == number.canonical:
        return Severity.HINT
    own = ctx.facts.header.document_number_span
    if own is None or not own.overlaps(number.span) or number.opening + number.closing == _SMALL:
        return Severity.WARNING
    return Severity.ERROR
