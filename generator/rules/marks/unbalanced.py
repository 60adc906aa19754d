"""引号、括号、书名号不成对。

## 检查内容

一段里的引号、括号、书名号只有前一半或者只有后一半。标题分行写、引文分段写，前后几段合起来成对的，
引文每段段首加前引号、末段才加后引号的，不提示。
超过十处的合为一条。

## 依据

引号、括号、书名号成对使用：《标点符号用法》（GB/T 15834—2011）4.8、4.9、4.15。

## 反例

    推行⟦“⟧三到户机制，按月调度。

## 正例

    推行“三到户”机制，按月调度。

## 已知局限

段首的1）、a）这样的序号不算后括号。不查英文直引号。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.grouping import grouped
from generator.checking.rule import rule
from generator.model.finding import Finding, Related, Severity
from generator.model.place import Span

_CLOSING = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "(": "）", "【": "】", "〔": "〕"}
_SHUT = {"”": "”", "’": "’", "》": "》", "〉": "〉", "）": "）", ")": "）", "】": "】", "〕": "〕"}
_MARKS = re.compile(f"[{re.escape(''.join([*_CLOSING, *_SHUT]))}]")
_ITEM = re.compile(r"(?:^|[\s，。；：、])(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,2})[）)]\Z")
# A title or a quotation is broken over so few paragraphs.
_PARAGRAPHS = 4
# A quotation of several paragraphs opens at each and closes at the last one; conversion may have joined them.
_OPENS = re.compile(r"(?:^|[。；：\s])“\Z", re.MULTILINE)
_LONGEST_QUOTED = 400
_STOP = re.compile(r"[。；：，！？]\s*\Z")
_MANY = 10  # a text that was read from a picture
_SHOWN = 9


@rule(
    title="引号、括号、书名号不成对",
    severity=Severity.WARNING,
    profile="draft",
    advice="补上缺的一半，或者删去多出的一半",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    pending: list[tuple[int, int]] = []
    lonely: list[int] = []
    for index, block in enumerate(ctx.facts.document.blocks):
        for offset in _lonely(ctx.text, block.span):
            mark = ctx.text[offset]
            if mark in _CLOSING:
                pending.append((index, offset))
            elif not _answered(ctx.text, pending, index, mark):
                lonely.append(offset)
    broken = {offset: index for index, offset in pending}
    every = sorted([*lonely, *broken])
    if len(every) > _MANY:
        yield from grouped(
            ctx, [Span(at, at + 1) for at in every], Severity.WARNING, "“{}”这样的符号不成对".format
        )
        return
    for offset in every:
        rest = _rest_of_title(ctx, broken[offset]) if offset in broken else None
        yield _finding(ctx.text, offset, (ctx.here(rest),) if rest else ())


def _rest_of_title(ctx: RuleContext, index: int) -> Span | None:
    """The second line of a title that is broken over two: the missing half belongs there as likely."""
    blocks = ctx.facts.document.blocks
    if index + 1 == len(blocks) or _STOP.search(blocks[index].span.of(ctx.text)):
        return None
    line = blocks[index + 1].span.of(ctx.text)
    return blocks[index + 1].span if line.strip() and not _STOP.search(line) else None


def _lonely(text: str, span: Span) -> list[int]:
    """Offsets of the marks in ``span`` whose other half is not in it, in order."""
    opened: list[int] = []
    lonely: list[int] = []
    for match in _MARKS.finditer(text, span.start, span.end):
        mark = match.group()
        if mark in _CLOSING:
            if not _goes_on(text, match.start()):
                opened.append(match.start())
        elif any(_CLOSING[text[offset]] == _SHUT[mark] for offset in opened):
            while _CLOSING[text[opened[-1]]] != _SHUT[mark]:
                lonely.append(opened.pop())
            opened.pop()
        elif not _is_no_mark(text, span.start, match.start()):
            lonely.append(match.start())
    return sorted([*lonely, *opened])


def _goes_on(text: str, offset: int) -> bool:
    """Whether “ opens a paragraph of a quotation and the next quotation mark opens the next one."""
    following = re.compile("[“”]").search(text, offset + 1, offset + _LONGEST_QUOTED)
    return (
        following is not None
        and following.group() == "“"
        and all(_OPENS.search(text[max(0, at - 1) : at + 1]) for at in (offset, following.start()))
    )


def _is_no_mark(text: str, start: int, offset: int) -> bool:
    """1） numbers an item, and ’ may be an apostrophe."""
    if text[offset] == "’":
        return text[max(start, offset - 1) : offset].isascii()
    return _ITEM.search(text[max(start, offset - 4) : offset + 1]) is not None


def _answered(text: str, pending: list[tuple[int, int]], index: int, mark: str) -> bool:
    """Whether a half of an earlier paragraph is closed by ``mark``; it is then taken off ``pending``."""
    for number in range(len(pending) - 1, -1, -1):
        block, offset = pending[number]
        if index - block > _PARAGRAPHS:
            return False
        if _CLOSING[text[offset]] == _SHUT[mark]:
            del pending[number]
            return True
    return False


def _finding(text: str, offset: int, related: tuple[Related, ...]) -> Finding:
    mark = text[offset]
    # Which one is meant, where several marks of a draft are lonely.
    around = (
        text[offset : offset + _SHOWN] if mark in _CLOSING else text[max(0, offset - _SHOWN) : offset + 1]
    )
    around = around.split("\n")[0 if mark in _CLOSING else -1]
    missing = f"后面没有相配的“{_CLOSING[mark]}”" if mark in _CLOSING else "前面没有相配的一半"
    return Finding(
        severity=Severity.WARNING,
        message=f"“{around.strip()}”里的“{mark}”不成对：{missing}",
        span=Span(offset, offset + 1),
        related=related,
    )
