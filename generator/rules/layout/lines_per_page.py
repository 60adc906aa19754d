"""每面行数不是22行。

## 检查内容

由版心高度和正文的行距（固定值，或文档网格的行距）算出每面能排几行，不是22行就提示。

## 依据

GB/T 9704—2012《党政机关公文格式》5.2.3：一般每面排22行、每行28字，特定情况可以作适当调整。只作提示。

## 反例

    版面：边 37 35 28 26；其余 仿宋_GB2312 16磅 行距 30磅
    ⟦⟧各乡镇人民政府：
    现将有关事项通知如下，请结合实际抓好落实，年底前把完成情况报县扶贫办备案，逾期不报的通报批评。

## 正例

    版面：边 37 35 28 26；其余 仿宋_GB2312 16磅 行距 28.95磅
    各乡镇人民政府：
    现将有关事项通知如下，请结合实际抓好落实，年底前把完成情况报县扶贫办备案，逾期不报的通报批评。

    ——

    版面：边 37 35 28 26；网格 579
    各乡镇人民政府：
    现将有关事项通知如下，请结合实际抓好落实，年底前把完成情况报县扶贫办备案，逾期不报的通报批评。

    ——

    版面：边 37 35 28 26
    各乡镇人民政府：
    现将有关事项通知如下，请结合实际抓好落实，年底前把完成情况报县扶贫办备案，逾期不报的通报批评。

## 已知局限

行距写成倍数、又没有网格的，算不出行数，不提示。各段行距不一的，以用得最多的为准。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.page_elements import body_blocks, looked, section_span
from generator.checking.rule import Needs, rule
from generator.model.finding import Finding, Severity
from generator.model.layout import PageLayout
from generator.standards.gbt9704 import GRID

_SLACK = 20  # twips: a rounding of the pitch loses no line


@rule(
    title="每面行数不是22行",
    severity=Severity.HINT,
    profile="issue",
    needs=Needs.LAYOUT,
    advice="把正文行距设为固定值28.95磅，或在“页面设置—文档网格”里指定每页22行",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    page = next((page for page in ctx.layout.pages if not page.landscape), None) if ctx.layout else None
    pitch = _pitch(ctx, page) if page else 0
    if page is None or not pitch:
        return
    lines = (page.height - page.top - page.bottom + _SLACK) // pitch
    if lines != GRID.lines:
        yield Finding(
            severity=Severity.HINT,
            message=f"按行距{pitch / 20:g}磅，每面排{lines}行，一般应为{GRID.lines}行",
            span=section_span(ctx, page),
        )


def _pitch(ctx: RuleContext, page: PageLayout) -> int:
    """The exact pitch of most body paragraphs, or else the grid's; 0 where neither is set."""
    exact = Counter(looked(ctx, block).line for block in body_blocks(ctx))
    most = exact.most_common(1)[0][0] if exact else 0
    return most or (page.line_pitch if page.grid else 0)
