"""一栏里用了两种单位。

## 检查内容

表格的一栏里，有的写元、有的写万元，或者有的写亩、有的写公顷，看的人容易看错。

## 依据

《出版物上数字用法》（GB/T 15835—2011）：同一场合的数字形式应当一致。

## 反例

    项目|资金
    危房改造|120万元
    产业发展|80万元
    教育资助|⟦5000元⟧

## 正例

    项目|资金
    危房改造|120万元
    产业发展|80万元
    教育资助|0.5万元

## 已知局限

只查单元格里只有数和单位的；正文里的不查。
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.text_document import Block

_CELL = re.compile(r"\s*[\d,，.]+\s*(?P<unit>亿元|万元|元|公顷|亩|公里|千米|米|吨|公斤)\s*")
_DIMENSIONS = (
    frozenset({"亿元", "万元", "元"}),
    frozenset({"公顷", "亩"}),
    frozenset({"公里", "千米", "米"}),
    frozenset({"吨", "公斤"}),
)
_FEWEST = 3


@rule(
    title="一栏里用了两种单位",
    severity=Severity.HINT,
    profile="issue",
    advice="换算成一种单位",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    columns: dict[tuple[int, int], list[tuple[Block, str]]] = defaultdict(list)
    for block in ctx.facts.document.blocks:
        found = _CELL.fullmatch(block.span.of(ctx.text)) if block.cell else None
        if found and block.cell:
            columns[block.cell.table, block.cell.column].append((block, found["unit"]))
    for cells in columns.values():
        units = [unit for _, unit in cells]
        if len(cells) < _FEWEST or not any(len(set(units) & dimension) > 1 for dimension in _DIMENSIONS):
            continue
        usual = max(dict.fromkeys(units), key=units.count)
        block, unit = next((block, unit) for block, unit in cells if unit != usual)
        yield Finding(
            severity=Severity.HINT,
            message=f"这一栏别处用“{usual}”，这里用“{unit}”",
            span=block.span,
            related=tuple(ctx.here(other.span) for other, its in cells if its == usual)[:1],
        )
