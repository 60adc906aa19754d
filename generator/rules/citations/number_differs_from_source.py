"""引用文件的发文字号与来源不符。

## 检查内容

稿中引用一个文件，标题与来源语料里某个文件相同（或与某个来源引用的文件相同），发文字号却不一样。

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

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.checking.context import RuleContext
from generator.checking.rule import Needs, rule
from generator.model.facts import Citation
from generator.model.finding import Finding, Severity, Suggestion
from generator.model.place import Span
from generator.model.source import Source
from generator.text.document_numbers import DocumentNumber, find_document_numbers

_MARKS = re.compile(r"[\s《》〈〉“”\"'（）()—–\-－]")
# A notice is cited by what it issues: 关于印发《…实施方案》的通知 is 《…实施方案》.
_FRAME = re.compile(r"^.*?(?:印发|转发)(?=[《〈])|的通知$")
_SHORTEST_TITLE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """A document number that a source bears or gives, and where."""

    number: str
    source: Source
    span: Span


@rule(
    title="引用文件的发文字号与来源不符",
    severity=Severity.WARNING,
    profile="draft",
    needs=Needs.SOURCES,
    advice="找出所引文件的原件，照原件改正字号",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    known = _known_numbers(ctx)
    for citation in ctx.facts.citations:
        number = _number_in(citation)
        numbers = known.get(_bare(citation.title), ()) if number else ()
        if number and numbers and number.canonical not in {each.number for each in numbers}:
            yield _finding(ctx, citation, number, numbers[0])


def _known_numbers(ctx: RuleContext) -> Mapping[str, list[_Known]]:
    """Numbers by the bare title of their document: what sources are called, then what they cite."""
    known: defaultdict[str, list[_Known]] = defaultdict(list)
    for source in ctx.known_sources:
        for number in find_document_numbers(source.identity.document_number):
            known[_bare(source.identity.title)].append(
                _Known(number=number.canonical, source=source, span=_own_place(source))
            )
    for source in ctx.known_sources:
        for citation in source.facts.citations:
            if cited := _number_in(citation):
                known[_bare(citation.title)].append(
                    _Known(number=cited.canonical, source=source, span=citation.span)
                )
    return {title: numbers for title, numbers in known.items() if len(title) >= _SHORTEST_TITLE}


def _own_place(source: Source) -> Span:
    """Where a source gives its own number; its start where it is known from its metadata alone."""
    own = source.facts.header.document_number_span
    start = source.facts.document.text.find(source.identity.document_number)
    return own or Span(max(start, 0), start + len(source.identity.document_number) if start >= 0 else 0)


def _number_in(citation: Citation) -> DocumentNumber | None:
    found = find_document_numbers(citation.quote) if citation.title else ()
    return found[0] if len(found) == 1 else None


def _bare(title: str) -> str:
    """A title without marks, and without the frame of the notice that issued it."""
    framed = _FRAME.sub("", title) if re.search(r"(?:印发|转发)[《〈]", title) else title
    return _MARKS.sub("", framed)


def _finding(ctx: RuleContext, citation: Citation, number: DocumentNumber, known: _Known) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        message=f"引用的《{citation.title}》字号本文为{number.text}，来源为{known.number}",
        span=number.span.shifted(citation.span.start),
        related=(ctx.at_source(known.source, known.span),),
        suggestion=Suggestion(replace=known.number),
    )
