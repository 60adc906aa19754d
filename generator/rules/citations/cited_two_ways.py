"""同一个文件前后引得不一样。

## 检查内容

本文几处引用同一标题的文件，字号不同；或者同一字号，标题有字不一样（只是省略的不算）。

## 依据

《党政机关公文处理工作条例》第二十条第（四）项把引文是否准确列为签发前审核的重点。

## 反例

    根据《全县产业扶贫实施方案》（清脱贫办发〔2017〕2号）开展工作。

    对照⟦《全县产业扶贫实施方案》（清脱贫办发〔2017〕12号）⟧验收。

## 正例

    根据《全县产业扶贫实施方案》（清脱贫办发〔2017〕2号）开展工作。

    对照《全县产业扶贫实施方案》（清脱贫办发〔2017〕2号）验收。

    ——

    根据《全县产业扶贫实施方案》（清脱贫办发〔2017〕2号）开展工作。

    对照《全县教育扶贫实施方案》（清脱贫办发〔2017〕12号）验收。

## 已知局限

同一标题每年印发一次的（年度要点），标题里没有年份时也会报。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.matching.citation_titles import bare
from generator.model.facts import Citation
from generator.model.finding import Finding, Severity
from generator.text.document_numbers import DocumentNumber, parse_document_number

_SHORTEST = 6


@rule(
    title="同一个文件前后引得不一样",
    severity=Severity.WARNING,
    profile="draft",
    advice="找出原件，把几处改成一样",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    seen: list[tuple[str, DocumentNumber, Citation]] = []
    for citation in ctx.facts.citations:
        number, title = parse_document_number(citation.document_number), bare(citation.title)
        if number is None or len(title) < _SHORTEST:
            continue
        for other_title, other_number, other in seen:
            one_title, one_number = title == other_title, number.canonical == other_number.canonical
            if number.agency_code != other_number.agency_code:
                continue  # the county's paper bears the title of the province's
            if one_title != one_number and (one_title or not _is_short_for(title, other_title)):
                what = f"字号为{other_number.canonical}" if one_title else f"标题为《{other.title}》"
                yield Finding(
                    severity=Severity.WARNING,
                    message=f"{citation.quote}，前面引的同一文件{what}",
                    span=citation.span,
                    related=(ctx.here(other.span),),
                )
                break
        seen.append((title, number, citation))


def _is_short_for(one: str, other: str) -> bool:
    """Whether the one is the other with words left out."""
    short, full = sorted((one, other), key=len)
    signs = iter(full)
    return all(sign in signs for sign in short)
