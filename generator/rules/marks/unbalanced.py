"""引号、括号、书名号不成对。

## 检查内容

一段里的引号、括号、书名号只有前一半或者只有后一半。标题分行写、引文分段写，前后几段合起来成对的，
引文每段段首加前引号、末段才加后引号的，不提示。
超过十处的合为一条。一对引号写成同一边的（”五个一批”），报写反的一个。

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

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.checking.context import RuleContext
from generator.checking.grouping import grouped
from generator.checking.rule import rule
from generator.model.finding import Finding, Related, Severity
from generator.model.place import Span
from generator.patterns import compiled
from generator.text.paired_marks import CLOSING, SHUT, lonely_marks

# A title or a quotation is broken over so few paragraphs.
_PARAGRAPHS = 4
_STOP = compiled(r"[。；：，！？]\s*\Z")
_NAME = compiled(r"[^“”‘’。；\n]{1,20}")
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
        for offset in lonely_marks(ctx.text, block.span):
            mark = ctx.text[offset]
            if mark in CLOSING:
                pending.append((index, offset))
            elif not _answered(ctx.text, pending, index, mark):
                lonely.append(offset)
    broken = {offset: index for index, offset in pending}
    every = sorted([*lonely, *broken])
    if len(every) > _MANY:
        yield from grouped(ctx, [Span(at, at + 1) for at in every], Severity.WARNING, "“{}”这样的符号不成对")
        return
    turned = dict(_turned(ctx.text, every))
    for offset in every:
        if offset in turned.values():
            continue
        if offset in turned:
            yield _turned_finding(ctx, offset, turned[offset])
            continue
        rest = _rest_of_title(ctx, broken[offset]) if offset in broken else None
        yield _finding(ctx.text, offset, (ctx.here(rest),) if rest else ())


def _turned(text: str, lonely: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs like ”十三五” and “十三五“: the mark that looks the wrong way and the other one."""
    last = -1
    for one, other in pairwise(lonely):
        between = text[one + 1 : other]
        if one != last and text[one] == text[other] and _NAME.fullmatch(between):
            last = other
            if text[one] == "”":
                yield one, other
            elif text[one] == "“":
                yield other, one


def _turned_finding(ctx: RuleContext, wrong: int, right: int) -> Finding:
    mark = ctx.text[wrong]
    what = "前引号写成了后引号" if mark == "”" else "后引号写成了前引号"
    words = ctx.text[min(wrong, right) : max(wrong, right) + 1]
    return Finding(
        severity=Severity.WARNING,
        message=f"{words}的{what}",
        span=Span(wrong, wrong + 1),
        related=(ctx.here(Span(right, right + 1)),),
    )


def _rest_of_title(ctx: RuleContext, index: int) -> Span | None:
    """The second line of a title that is broken over two: the missing half belongs there as likely."""
    blocks = ctx.facts.document.blocks
    if index + 1 == len(blocks) or _STOP.search(blocks[index].span.of(ctx.text)):
        return None
    line = blocks[index + 1].span.of(ctx.text)
    return blocks[index + 1].span if line.strip() and not _STOP.search(line) else None


def _answered(text: str, pending: list[tuple[int, int]], index: int, mark: str) -> bool:
    """Whether a half of an earlier paragraph is closed by ``mark``; it is then taken off ``pending``."""
    for number in range(len(pending) - 1, -1, -1):
        block, offset = pending[number]
        if index - block > _PARAGRAPHS:
            return False
        if CLOSING[text[offset]] == SHUT[mark]:
            del pending[number]
            return True
    return False


def _finding(text: str, offset: int, related: tuple[Related, ...]) -> Finding:
    mark = text[offset]
    # Which one is meant, where several marks of a draft are lonely.
    around = text[offset : offset + _SHOWN] if mark in CLOSING else text[max(0, offset - _SHOWN) : offset + 1]
    around = around.split("\n")[0 if mark in CLOSING else -1]
    missing = f"后面没有相配的“{CLOSING[mark]}”" if mark in CLOSING else "前面没有相配的一半"
    return Finding(
        severity=Severity.WARNING,
        message=f"“{around.strip()}”里的“{mark}”不成对：{missing}",
        span=Span(offset, offset + 1),
        related=related,
    )
