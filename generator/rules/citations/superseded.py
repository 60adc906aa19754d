"""引用了已经废止的文件。

## 检查内容

稿中引用的文件，发文字号或标题与来源语料里状态为“废止”的文件相同的，报存疑。

## 依据

《党政机关公文处理工作条例》第十九条：公文内容应当符合国家法律法规和现行政策。

## 反例

    根据《⟦全县产业扶贫实施方案⟧》开展工作。

    废止：《全县产业扶贫实施方案》清脱贫办发〔2017〕2号

## 正例

    根据《全县教育扶贫实施方案》开展工作。

    废止：《全县产业扶贫实施方案》清脱贫办发〔2017〕2号

    ——

    《全县产业扶贫实施方案》同时废止。

    废止：《全县产业扶贫实施方案》清脱贫办发〔2017〕2号

## 已知局限

状态由语料的元数据给出，没有写“废止”的不报。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.places import describe_source
from generator.checking.rule import Needs, rule
from generator.matching.citation_titles import bare
from generator.model.facts import Citation
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.model.source import SourceIdentity, SourceStatus
from generator.patterns import compiled
from generator.text.document_numbers import parse_document_number

_REPEAL = compiled(r"废止|停止执行|不再执行|失效|作废|原《?$")
_REACH = 20


@rule(
    title="引用了已经废止的文件",
    severity=Severity.WARNING,
    profile="review",
    needs=Needs.SOURCES,
    advice="改引现行的文件；确须引用旧文件的，写明已经废止",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    repealed = [s.identity for s in ctx.sources if s.identity.status is SourceStatus.SUPERSEDED]
    for citation in ctx.facts.citations:
        if (identity := _same(citation, repealed)) and not _says_so(ctx, citation):
            start = ctx.text.find(citation.title, citation.span.start) if citation.title else -1
            end = start + len(citation.title)
            yield Finding(
                severity=Severity.WARNING,
                message=f"所引{describe_source(identity)}在来源语料里已标为废止",
                span=Span(start, end) if start >= 0 and end <= citation.span.end else citation.span,
            )


def _same(citation: Citation, repealed: list[SourceIdentity]) -> SourceIdentity | None:
    number = parse_document_number(citation.document_number)
    for identity in repealed:
        known = parse_document_number(identity.document_number)
        if number and known:
            if number.canonical == known.canonical:
                return identity
        elif citation.title and _bare(citation.title) == _bare(identity.title):
            return identity
    return None


def _says_so(ctx: RuleContext, citation: Citation) -> bool:
    around = ctx.text[max(0, citation.span.start - _REACH) : citation.span.end + _REACH]
    return bool(_REPEAL.search(around))


def _bare(title: str) -> str:
    return bare(title)
