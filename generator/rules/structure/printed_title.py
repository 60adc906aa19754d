"""印发的文件前后名称不一。

## 检查内容

通知标题里写的、正文里写的和后面所印文件自己的标题不是一个名称。

## 依据

《党政机关公文处理工作条例》第九条第（七）项：标题由发文机关名称、事由和文种组成；第二十条审核公文内容是否前后一致。

## 反例

    关于印发《清原县产业扶贫实施方案》的通知
    各乡镇：
    现将⟦《清原县产业扶贫工作方案》⟧印发给你们，请认真执行。

## 正例

    关于印发《清原县产业扶贫实施方案》的通知
    各乡镇：
    现将《清原县产业扶贫实施方案》印发给你们，请认真执行。

    ——

    关于印发《清原县产业扶贫实施方案》的通知
    各乡镇：
    现将《方案》印发给你们，请认真执行。

## 已知局限

只省略了几个字的不报；所印文件的标题分了好几行的，按连起来的比较。
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.matching.citation_titles import bare
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.model.text_document import BlockKind
from generator.patterns import compiled

_PRINTED = compiled(
    r"(?:印发|转发|下发)(?P<open>[《〈])?(?P<title>[^《》〈〉\n]{4,60}?)(?(open)[》〉])(?:的通知)?$"
)
_IN_BODY = compiled(r"(?:现将|将|现把)(?P<title>《[^《》\n]{4,80}》)[^。\n]{0,12}?(?:印发|转发|下发)")
_SEVERAL = compiled(r"[两二三四五六](?:个|项|份)|等(?:[两二三四五六]|文件)")  # 关于…的两个规定
_NOTE = compiled(r"[\s　]*[（(][^（）()]{0,30}[）)][\s　]*")  # （本文有删减）
_ALIKE = 0.72
_MOST_BLOCKS, _LINES, _LONGEST = 60, 3, 60
_KIND = 2  # 方案, 要点, 办法: the last characters of a title


@rule(
    title="印发的文件前后名称不一",
    severity=Severity.WARNING,
    profile="review",
    advice="三处写成同一个名称",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    title = "".join((ctx.facts.header.title or "").split())
    printed = _PRINTED.search(title.removesuffix("的通知"))
    name = bare(printed["title"]) if printed else ""
    for found in _IN_BODY.finditer(ctx.text):
        told = bare(found["title"])
        if name and not _is_short_for(told, name):
            yield _finding(Span(*found.span("title")), name, told)
        name = name or told
    if name:
        yield from _own_title(ctx, name)


def _finding(span: Span, name: str, told: str) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        message=f"印发的文件前面写的是“{name}”，这里写的是“{told}”",
        span=span,
    )


def _own_title(ctx: RuleContext, name: str) -> Iterator[Finding]:
    """A title further down that is nearly the name and not the name."""
    if _SEVERAL.search(name):
        return
    blocks = [
        block
        for block in ctx.facts.document.blocks[:_MOST_BLOCKS]
        if block.kind is BlockKind.PARAGRAPH and not _NOTE.fullmatch(block.span.of(ctx.text))
    ]
    nearly: Finding | None = None
    for first in range(len(blocks)):
        for count in range(1, _LINES + 1):
            span = Span(blocks[first].span.start, blocks[min(first + count, len(blocks)) - 1].span.end)
            line = bare(span.of(ctx.text))
            if line == name:
                return
            if _is_other_title(line, name) and not nearly:
                nearly = _finding(span, name, line)
    if nearly:
        yield nearly


def _is_other_title(line: str, name: str) -> bool:
    if len(line) > _LONGEST or line[-_KIND:] != name[-_KIND:] or _is_short_for(line, name):
        return False
    return SequenceMatcher(None, line, name, autojunk=False).ratio() >= _ALIKE


def _is_short_for(one: str, other: str) -> bool:
    """Whether the one is the other with characters left out."""
    short, full = sorted((one.replace("的", ""), other.replace("的", "")), key=len)
    rest = iter(full)
    return all(sign in rest for sign in short)
