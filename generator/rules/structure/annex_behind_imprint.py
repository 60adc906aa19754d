"""附件排在版记后面。

## 检查内容

文末的版记（“某某办公室　　某年某月某日印发”）后面另起一行写着“附件”“附件1”的，报存疑。

## 依据

GB/T 9704—2012《党政机关公文格式》7.3.7：附件应当另面编排，并在版记之前，与公文正文一起装订。属“规定”。

## 反例

    请各乡镇抓好落实。
    清原县扶贫开发领导小组办公室　　2017年2月14日印发
    ⟦附件1⟧
    任务分解表

## 正例

    请各乡镇抓好落实。
    附件1
    任务分解表
    清原县扶贫开发领导小组办公室　　2017年2月14日印发

    ——

    请各乡镇抓好落实。
    附件：任务分解表
    清原县扶贫开发领导小组办公室　　2017年2月14日印发

## 已知局限

附件与正文不能一起装订、单独成册的，首页另写发文字号，不在此列。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.imprint import find_imprint
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.patterns import compiled

_ANNEX = compiled(r"[\s　]*(?P<mark>附\s*件\s*\d{0,2})[：:]?[\s　]*")


@rule(
    title="附件排在版记后面",
    severity=Severity.WARNING,
    profile="review",
    advice="把附件移到版记前面，版记排在最后一面",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    imprint = find_imprint(ctx)
    if imprint is None or imprint.printed is None:
        return
    for block in ctx.facts.document.blocks:
        found = _ANNEX.fullmatch(block.span.of(ctx.text)) if block.number > imprint.printed.number else None
        if found:
            printed = imprint.printed.span
            yield Finding(
                severity=Severity.WARNING,
                message=f"“{found['mark']}”排在版记后面，附件应在版记之前",
                span=Span(*found.span("mark")).shifted(block.span.start),
                related=(ctx.here(printed),),
            )
            return
