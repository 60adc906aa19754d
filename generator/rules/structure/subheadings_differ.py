"""同一章里的小标题写法不一。

## 检查内容

同一章里用不编号的小标题分开两组（一）（二），一个小标题后面有冒号、另一个没有的。

## 依据

同级标题体例一致，层次序数依次使用：《党政机关公文格式》（GB/T 9704—2012）7.3.3。

## 反例

    一、工作计划
    ⟦2018年工作：⟧
    （一）核对名单。
    （二）张榜公示。
    2019年工作
    （一）汇总。
    （二）上报。

## 正例

    一、工作计划
    2018年工作
    （一）核对名单。
    （二）张榜公示。
    2019年工作
    （一）汇总。
    （二）上报。

## 已知局限

小标题后面没有接着编号的，认不出是小标题。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.model.text_document import Block, BlockKind
from generator.text.headings import NumberStyle, read_mark

_LONGEST, _MARK_WITHIN = 30, 200
_STOPS = ("。", "；", "，", "！", "？")
_COLONS = ("：", ":")


@rule(
    title="同一章里的小标题写法不一",
    severity=Severity.WARNING,
    profile="review",
    advice="几个小标题统一写法：都编号，或者都不加冒号",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    titles: list[Span] = []
    before: Block | None = None
    for block in ctx.facts.document.blocks:
        start = block.span.start
        line = ctx.text[start : min(block.span.end, start + _MARK_WITHIN)]
        mark = read_mark(line) if block.kind is BlockKind.PARAGRAPH else None
        if mark is not None and mark.level == 1:
            yield from _unlike(ctx, titles)
            titles = []
        elif mark is not None and mark.style is NumberStyle.CHINESE_BRACKET and mark.ordinal == 1:
            titles += _title(ctx.text, before)
        before = block
    yield from _unlike(ctx, titles)


def _title(text: str, block: Block | None) -> Iterator[Span]:
    if block is None or block.kind is not BlockKind.PARAGRAPH:
        return
    line = block.span.of(text)
    words = line.strip()
    if not 2 <= len(words) <= _LONGEST or any(stop in words for stop in _STOPS) or read_mark(line):
        return
    start = block.span.start + len(line) - len(line.lstrip())
    yield Span(start, start + len(words))


def _unlike(ctx: RuleContext, titles: list[Span]) -> Iterator[Finding]:
    """One finding for the titles of a chapter of which some end in a colon and some do not."""
    ends = [title.of(ctx.text).endswith(_COLONS) for title in titles]
    if len(set(ends)) < 2:
        return
    yield Finding(
        severity=Severity.WARNING,
        message="同一章的小标题有的带冒号、有的不带，又都没有序号，（一）重新编了一次",
        span=titles[ends.index(True)],
        related=(ctx.here(titles[ends.index(False)]),),
    )
