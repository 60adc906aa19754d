"""附件说明与附件、引用对不上。

## 检查内容

正文引用的附件序号超出附件说明列出的附件；附件说明的序号不连续；正文后面附件的个数与附件说明不一样；提到附件，却既没有附件说明也没有附件。

## 依据

《党政机关公文格式》（GB/T 9704—2012）7.3.4、7.3.6：附件序号、标题与附件说明一致。

## 反例

    名单见⟦附件3⟧。
    附件：1.任务分解表
    2.联系人名单

## 正例

    名单见附件2。
    附件：1.任务分解表
    2.联系人名单

## 已知局限

附件另存一个文件的，只核对序号，不说缺附件。
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

_LIST = compiled(r"[\s　]*附\s*件[：:](?P<names>.*)")
_ITEM = compiled(r"[\s　]*(?P<number>\d{1,2})[.．、](?!\d)")
_ALONE = compiled(r"[\s　]*附\s*件\s*(?P<number>\d{0,2})[：:]?[\s　]*")
_CITED = compiled(
    r"(?<=[见按照（(、和及详，])附件(?P<number>\d{1,2})?(?![\d.．：:])|附件(?P<bare>\d{1,2})(?=[）)，。、；的中所])"
)
_MOST_LINES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class _Annexes:
    """``listed``: the numbers of the list of annexes (0 for one without a number) with their places; ``sheets``: the
    lines that head an annex; ``end``: where the list ends."""

    listed: Sequence[tuple[int, Span]]
    sheets: Sequence[Span]


@rule(
    title="附件说明与附件、引用对不上",
    severity=Severity.WARNING,
    profile="review",
    advice="核对附件说明、附件和文中的引用，补上或者改正序号",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    annexes = _read(ctx)
    cited = list(_citations(ctx.text, annexes))
    if not annexes.listed and not annexes.sheets:
        if cited and ctx.facts.header.document_number:
            yield _finding(cited[0][1], "提到附件，但是没有附件说明，后面也没有附件")
        return
    yield from _listed_in_order(annexes)
    if annexes.listed:
        most = max(1, *(number for number, _ in annexes.listed))
        for number, span in cited:
            if number > most:
                yield _finding(span, f"引用了附件{number}，附件说明只列到附件{most}")
        if annexes.sheets and len(annexes.sheets) != len(annexes.listed):
            counts = f"附件说明列了{len(annexes.listed)}个附件，后面有{len(annexes.sheets)}个"
            yield _finding(annexes.listed[0][1], counts)


def _finding(span: Span, message: str) -> Finding:
    return Finding(severity=Severity.WARNING, message=message, span=span)


def _read(ctx: RuleContext) -> _Annexes:
    listed: list[tuple[int, Span]] = []
    sheets: list[Span] = []
    goes_on = 0
    for block in ctx.facts.document.blocks:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        line = block.span.of(ctx.text)
        found = _LIST.match(line)
        if found and not listed and found["names"].strip():
            listed += _items(found["names"], block.span.start + found.start("names"))
            goes_on = _MOST_LINES if listed[0][0] else 0
        elif goes_on and (item := _ITEM.match(line)) and int(item["number"]) > 1:
            listed.append((int(item["number"]), Span(*item.span("number")).shifted(block.span.start)))
            goes_on -= 1
        else:
            goes_on = 0
            if _ALONE.fullmatch(line) and block.number:
                sheets.append(Span(block.span.start, block.span.start + len(line.rstrip())))
    return _Annexes(listed=listed, sheets=sheets)


def _items(names: str, offset: int) -> list[tuple[int, Span]]:
    """The numbered names of one line: 1.任务分解表 2.联系人名单; a single one has no number."""
    found = [
        (int(match["number"]), Span(*match.span("number")).shifted(offset))
        for match in compiled(r"(?:^|(?<=[\s　；;，]))(?P<number>\d{1,2})[.．、](?!\d)").finditer(names)
    ]
    return found or [(0, Span(offset, offset + len(names.rstrip())))]


def _citations(text: str, annexes: _Annexes) -> Iterator[tuple[int, Span]]:
    own = [*annexes.sheets, *(span for _, span in annexes.listed)]
    for found in _CITED.finditer(text):
        span = Span(*found.span())
        if not any(span.overlaps(other) for other in own):
            yield int(found["number"] or found["bare"] or 0), span


def _listed_in_order(annexes: _Annexes) -> Iterator[Finding]:
    numbers = [number for number, _ in annexes.listed if number]
    for expected, (number, span) in enumerate(annexes.listed, start=1):
        if numbers and number != expected:
            yield _finding(span, f"附件说明的序号不连续：这里应当是{expected}，写成了{number}")
            return
