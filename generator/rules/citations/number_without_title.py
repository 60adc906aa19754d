"""引用文件只写了字号。

## 检查内容

“按照云发〔2018〕20号文件要求”这样引用别的文件，只写发文字号没有写标题，全文别处也没有写过它的标题的，作提示。全文合为一条。

## 依据

引用公文先引标题、后引发文字号，是公文处理的通行做法；《党政机关公文处理工作条例》第二十条第（四）项把引文是否准确列为签发前审核的重点。

## 反例

    按照⟦云发〔2018〕20号⟧文件要求，制定本方案。

## 正例

    按照《云岭县产业扶贫实施意见》（云发〔2018〕20号）要求，制定本方案。

    ——

    落实《云岭县产业扶贫实施意见》（云发〔2018〕20号）。未尽事项按照云发〔2018〕20号执行。

## 已知局限

只查“按照、根据、落实”等词后面的；写在括号里、表格里的不查。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.grouping import grouped
from generator.checking.rule import rule
from generator.model.facts import Citation
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.model.text_document import BlockKind
from generator.patterns import compiled
from generator.text.document_numbers import parse_document_number

_CALLED = compiled(
    r"(?:按照|依照|依据|根据|遵照|参照|对照|落实|贯彻|执行)[^，。；：《》〈〉（()）\d\n]{0,8}\Z"
)
_AND = compiled(r"(?:及|和|与|、|以及)\Z")
_BEFORE = 16


@rule(
    title="引用文件只写了字号",
    severity=Severity.HINT,
    profile="review",
    advice="在字号前面补上文件的标题",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    titled = {_canonical(each) for each in ctx.facts.citations if each.title}
    spans: list[Span] = []
    for citation in ctx.facts.citations:
        if citation.title or _canonical(citation) in titled or _in_table(ctx, citation.span):
            continue
        start = citation.span.start
        before = ctx.text[max(0, start - _BEFORE) : start]
        follows = bool(spans) and _AND.fullmatch(ctx.text[spans[-1].end : start])
        if follows or _CALLED.search(before):
            spans.append(citation.span)
    yield from grouped(ctx, spans, Severity.HINT, "引用“{}”没有写文件的标题")


def _canonical(citation: Citation) -> str:
    number = parse_document_number(citation.document_number)
    return number.canonical if number else citation.document_number


def _in_table(ctx: RuleContext, span: Span) -> bool:
    block = ctx.facts.document.block_at(span.start)
    return block is None or block.kind is not BlockKind.PARAGRAPH or "|" in block.span.of(ctx.text)
