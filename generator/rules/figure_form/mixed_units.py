"""一栏或者一串里用了两种单位。

## 检查内容

表格的一栏里，或者一句里并列的几个数，有的写元、有的写万元，或者有的写亩、有的写公顷，看的人容易看错。

## 依据

《出版物上数字用法》（GB/T 15835—2011）：同一场合的数字形式应当一致。

## 反例

    项目|资金
    危房改造|120万元
    产业发展|80万元
    教育资助|⟦5000元⟧

    ——

    安排东河镇120万元、西山乡80万元、南坡镇⟦5000元⟧。

## 正例

    项目|资金
    危房改造|120万元
    产业发展|80万元
    教育资助|0.5万元

## 已知局限

表格里只查单元格里只有数和单位的；正文里只查“名称、数、单位”并列三项以上的，每户、户均这样的标准不查。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.patterns import compiled

_Cell = tuple[Span, str]  # a figure's place and its unit
_CELL = compiled(r"\s*[\d,，.]+\s*(?P<unit>亿元|万元|元|公顷|亩|公里|千米|米|吨|公斤)\s*")
_DIMENSIONS = (
    frozenset({"亿元", "万元", "元"}),
    frozenset({"公顷", "亩"}),
    frozenset({"公里", "千米", "米"}),
    frozenset({"吨", "公斤"}),
)
_FEWEST = 3
# 公路12公里、桥30米 are things of different size.
_ITEM = compiled(
    r"(?P<name>[\u4e00-\u9fff]{2,10}?)(?P<figure>\d+(?:\.\d+)?(?P<unit>亿元|万元|元|公顷|亩|吨|公斤))(?=[、，；和。]|$)"
)
_STANDARD = compiled(r"每|均|标准|单价|以上|以下")


@rule(
    title="一栏或者一串里用了两种单位",
    severity=Severity.HINT,
    profile="issue",
    advice="换算成一种单位",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    columns: dict[tuple[int, int], list[_Cell]] = defaultdict(list)
    for block in ctx.facts.document.blocks:
        found = _CELL.fullmatch(block.span.of(ctx.text)) if block.cell else None
        if found and block.cell:
            columns[block.cell.table, block.cell.column].append((block.span, found["unit"]))
    for cells in columns.values():
        yield from _mixed(ctx, cells, "这一栏别处")
    for row in _lists(ctx.text):
        yield from _mixed(ctx, row, "并列的别处")


def _lists(text: str) -> Iterator[list[_Cell]]:
    """Runs of name and figure with only 、 between them: 东河镇120万元、西山乡80万元."""
    row: list[_Cell] = []
    end = -1
    for found in _ITEM.finditer(text):
        if found.start() != end + 1 or text[end] not in "、，；":
            yield row
            row = []
        if not _STANDARD.search(found["name"]):
            row.append((Span(*found.span("figure")), found["unit"]))
        end = found.end()
    yield row


def _mixed(ctx: RuleContext, cells: list[_Cell], where: str) -> Iterator[Finding]:
    for dimension in _DIMENSIONS:
        alike = [(span, unit) for span, unit in cells if unit in dimension]
        units = [unit for _, unit in alike]
        if len(alike) < _FEWEST or len(set(units)) == 1:
            continue
        usual = max(dict.fromkeys(units), key=units.count)
        span, unit = next((span, unit) for span, unit in alike if unit != usual)
        yield Finding(
            severity=Severity.HINT,
            message=f"{where}用“{usual}”，这里用“{unit}”",
            span=span,
            related=tuple(ctx.here(other) for other, its in alike if its == usual)[:1],
        )
