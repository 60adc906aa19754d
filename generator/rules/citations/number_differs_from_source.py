"""发文字号与来源不符。

## 检查内容

稿中引用的文件，或者本文自己，标题与来源语料里某个文件相同（或与某个来源引用的文件相同），发文字号却不一样。
没有写标题的，前后文字或并列的字号与来源相同、代字和年份也相同，只有序号不同的，同样报。省略年份的字号（亳发14号），来源引用这个机关的只有一个字号、序号不同的，同样报。

## 依据

《党政机关公文处理工作条例》第二十条第（四）项把引文是否准确列为签发前审核的重点。

## 反例

    根据《全县产业扶贫实施方案》（⟦清脱贫办发〔2017〕12号⟧）要求开展工作。

    来源：请按《全县产业扶贫实施方案》（清脱贫办发〔2017〕2号）办理。

## 正例

    根据《全县产业扶贫实施方案》（清脱贫办发〔2017〕2号）要求开展工作。

    来源：请按《全县产业扶贫实施方案》（清脱贫办发〔2017〕2号）办理。

    ——

    根据《全县教育扶贫实施方案》（清脱贫办发〔2017〕12号）要求开展工作。

    来源：请按《全县产业扶贫实施方案》（清脱贫办发〔2017〕2号）办理。

## 已知局限

标题写得不全、与来源不完全相同的不比较。同一标题先后印发过两次、字号不同的，语料里两个都收了才不报。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import Needs, rule
from generator.matching.match import CitationMatch, Verdict
from generator.model.finding import Finding, Severity, Suggestion
from generator.model.place import Span
from generator.text.document_numbers import DocumentNumber, find_document_numbers


@rule(
    title="发文字号与来源不符",
    severity=Severity.WARNING,
    profile="draft",
    needs=Needs.SOURCES,
    advice="找出所引文件的原件，照原件改正字号",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for match in ctx.matches.citations:
        if match.verdict is Verdict.CONTRADICTS and match.difference.startswith("发文字号"):
            yield _finding(ctx, match)
    for short in ctx.matches.short_numbers:
        yield Finding(
            severity=Severity.WARNING,
            message=f"引用的字号本文为{short.quote}，来源为{short.counterpart_quote}",
            span=short.span,
            related=(ctx.at_source(short.source, short.counterpart),),
        )


def _finding(ctx: RuleContext, match: CitationMatch) -> Finding:
    ours, theirs = match.citation, match.counterpart
    number, known = _number_in(ours.quote), _number_in(theirs.quote)
    told = known.canonical if known else theirs.document_number
    own = ours.span == ctx.facts.header.document_number_span
    what = "本文的字号" if own else f"引用的《{ours.title}》字号" if ours.title else "引用的字号"
    written = number.text if number else ours.document_number
    return Finding(
        severity=Severity.WARNING,
        message=f"{what}本文为{written}，来源为{told}（{match.difference}）",
        span=number.span.shifted(ours.span.start) if number else ours.span,
        related=(ctx.at_source(match.source, _place(theirs.span, known)),),
        suggestion=Suggestion(replace=told),
    )


def _number_in(quote: str) -> DocumentNumber | None:
    found = find_document_numbers(quote)
    return found[-1] if found else None


def _place(span: Span, number: DocumentNumber | None) -> Span:
    """The number's own characters within the citation."""
    return number.span.shifted(span.start) if number else span
