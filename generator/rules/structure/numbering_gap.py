"""标题序号跳号或重号。

## 检查内容

同一层的标题序号不连续：（二）后面是（四），或者（三）出现两次。段内一是、二是、四是这样跳号的也提示。
全文连续编号、每章重新编号，都可以。

## 依据

结构层次序数依次编排：《党政机关公文格式》（GB/T 9704—2012）7.3.3；审核段落顺序：《党政机关公文处理工作条例》第二十条。

## 反例

    （一）核对名单。
    （二）张榜公示。
    ⟦（四）⟧上报结果。

## 正例

    （一）核对名单。
    （二）张榜公示。
    （三）上报结果。

## 已知局限

每一章的第一个序号不从一开始的，可能是节选，不提示。表格里的序号不查。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.model.text_document import BlockKind
from generator.patterns import compiled
from generator.text.headings import HeadingMark, NumberStyle, chinese_ordinal, read_mark

_STYLES = (
    NumberStyle.CHINESE,
    NumberStyle.CHINESE_BRACKET,
    NumberStyle.ARABIC,
    NumberStyle.ARABIC_BRACKET,
)
_LEVEL_OF = {style: level for level, style in enumerate(_STYLES, start=1)}
_ITEM = compiled(r"(?:^|(?<=[。；：，？！;:,\s]))([一二三四五六七八九十]{1,2})是(?![一-鿿]{0,2}否)")
# Numbers inside a paragraph (流程 （一）…, 注：1、…, 工作：（1）…), and item 21 of 21.5+2之家.
_INSIDE = compiled(
    r"(?<=[。；：:）)\s])(?:[（(](?P<han>[一二三四五六七八九十]{1,3})[）)]|(?P<comma>[一二三四五六七八九十]{1,3})、"
    r"|[（(](?P<bracketed>\d{1,2})[）)]|(?P<noted>\d{1,2})[、.．](?!\d))|(?<=\n)(?P<joined>\d{1,2})[.．](?=\d)"
)
_DIGITS = "一二三四五六七八九十"
_MARK_WITHIN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class _Number:
    """A number with its place; ``fresh``: the first one under a new heading of a higher level."""

    ordinal: int
    span: Span
    written: str
    fresh: bool = False


@rule(
    title="标题序号跳号或重号",
    severity=Severity.WARNING,
    profile="draft",
    advice="核对序号：漏了一项，还是序号写错",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    series = _heading_series(ctx)
    found = [finding for numbers in series for finding in _gaps(ctx, numbers)]
    found += (finding for numbers in _item_series(ctx) for finding in _gaps(ctx, numbers))
    yield from sorted(found, key=lambda finding: finding.span.start)


def _heading_series(ctx: RuleContext) -> list[list[_Number]]:
    series: dict[NumberStyle, list[_Number]] = {style: [] for style in _STYLES}
    last: dict[NumberStyle, int] = {}
    above: dict[NumberStyle, int] = {}
    for block in ctx.facts.document.blocks:
        # A bar parts the cells of a table that was typed or converted to text.
        if block.kind is not BlockKind.PARAGRAPH or "|" in block.span.of(ctx.text):
            continue
        start = block.span.start
        mark = read_mark(ctx.text[start : min(block.span.end, start + _MARK_WITHIN)])
        if mark is None:
            continue
        if mark.style in series:
            fresh = above.get(mark.style, 0) >= last.get(mark.style, -1)
            series[mark.style].append(_number(mark, start, fresh))
            last[mark.style] = start
        for style in _STYLES:
            if _LEVEL_OF[style] > mark.level:
                above[style] = start
    return list(series.values())


def _number(mark: HeadingMark, offset: int, fresh: bool) -> _Number:
    end = mark.start + len(mark.number)
    return _Number(
        ordinal=mark.ordinal,
        span=Span(offset + mark.start, offset + end),
        written=mark.number,
        fresh=fresh,
    )


def _item_series(ctx: RuleContext) -> Iterator[list[_Number]]:
    """一是…二是… within one paragraph."""
    for block in ctx.facts.document.blocks:
        numbers = [
            _Number(ordinal=chinese_ordinal(match[1]), span=Span(*match.span(1)), written=f"{match[1]}是")
            for match in _ITEM.finditer(ctx.text, block.span.start, block.span.end)
        ]
        if len(numbers) > 2:
            yield numbers


def _gaps(ctx: RuleContext, numbers: Sequence[_Number]) -> Iterator[Finding]:
    before: _Number | None = None
    reached = 0
    for index, number in enumerate(numbers):
        after = numbers[index + 1].ordinal if index + 1 < len(numbers) else 0
        slipped = number.ordinal == after == reached + 2
        in_order = before is None or number.ordinal in (1, reached + 1) or (number.fresh and not slipped)
        if before is None or in_order or _stands_between(ctx.text, before, number):
            reached = number.ordinal
        else:
            yield _finding(ctx, before, number, reached + 1)
            # A number that the next one repeats or undercuts was a slip; else one is missing before it.
            reached = reached + 1 if after == reached + 2 else number.ordinal
        before = number


def _stands_between(text: str, before: _Number, number: _Number) -> bool:
    """Whether the number in front stands inside a paragraph: conversion joins paragraphs, 注：1、 begins a list."""
    if number.written.endswith("是"):  # …问题一是: no mark stands in front of the first
        return (
            1 < number.ordinal <= len(_DIGITS)
            and text.find(f"{_DIGITS[number.ordinal - 2]}是", before.span.end, number.span.start) >= 0
        )
    wanted = {"（": ("han", "bracketed"), "(": ("han", "bracketed")}.get(
        number.written[0], ("comma", "noted", "joined")
    )
    for found in _INSIDE.finditer(text, before.span.end, number.span.start):
        group = str(found.lastgroup)
        ordinal = int(found[group]) if found[group].isdecimal() else chinese_ordinal(found[group])
        if group in wanted and ordinal == number.ordinal - 1:
            return True
    return False


def _finding(ctx: RuleContext, before: _Number, number: _Number, expected: int) -> Finding:
    what = "重号或倒号" if number.ordinal < expected else "跳号"
    return Finding(
        severity=Severity.WARNING,
        message=f"序号{what}：“{before.written}”后面是“{number.written}”，按顺序应为第{expected}项",
        span=number.span,
        related=(ctx.here(before.span),),
    )
