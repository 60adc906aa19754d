"""引用文件的标题与来源不符。

## 检查内容

稿中引用的文件，发文字号与来源语料里某个文件（或来源引用的文件）相同，书名号里的标题却有字不一样。
只是省略了几个字的，不报。没有写发文字号的，标题与来源引用的某个文件只差一两个字、别的文件都不像的，也报。

## 依据

《党政机关公文处理工作条例》第二十条第（四）项把引文是否准确列为签发前审核的重点。

## 反例

    根据⟦《全县教育扶贫实施方案》（清脱贫办发〔2017〕2号）⟧要求开展工作。

    来源：请按《全县产业扶贫实施方案》（清脱贫办发〔2017〕2号）办理。

## 正例

    根据《全县产业扶贫实施方案》（清脱贫办发〔2017〕2号）要求开展工作。

    来源：请按《全县产业扶贫实施方案》（清脱贫办发〔2017〕2号）办理。

    ——

    根据《产业扶贫方案》（清脱贫办发〔2017〕2号）要求开展工作。

    来源：请按《全县产业扶贫实施方案》（清脱贫办发〔2017〕2号）办理。

## 已知局限

省略的字正好改变了意思的，查不出来。字号写错、恰好是另一个文件字号的，也会报在这里。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import Needs, rule
from generator.matching.match import Verdict
from generator.model.finding import Finding, Severity


@rule(
    title="引用文件的标题与来源不符",
    severity=Severity.WARNING,
    profile="draft",
    needs=Needs.SOURCES,
    advice="找出所引文件的原件，核对标题和字号是不是同一个文件",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for match in ctx.matches.citations:
        if match.verdict is Verdict.CONTRADICTS and match.difference.startswith("标题"):
            yield Finding(
                severity=Severity.WARNING,
                message=f"{match.citation.document_number}的{match.difference}，本文为《{match.citation.title}》",
                span=match.citation.span,
                related=(ctx.at_source(match.source, match.counterpart.span),),
            )
    for near in ctx.matches.near_titles:
        yield Finding(
            severity=Severity.WARNING,
            message=f"引用的标题本文为《{near.quote}》，来源为《{near.counterpart_quote}》",
            span=near.span,
            related=(ctx.at_source(near.source, near.counterpart),),
        )
