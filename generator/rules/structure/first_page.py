"""主送机关太多，首页放不下正文。

## 检查内容

有发文字号的公文，标题和主送机关排下来把首页占满的，提示一次。按每页22行、每行28字估算，版头按9行、标题每行20字计算。

## 依据

GB/T 9704—2012《党政机关公文格式》7.3.2、7.3.3：公文首页必须显示正文；主送机关名称过多导致首页不能显示正文时，应将主送机关名称移至版记。

## 反例

    东政发〔2018〕2号
    关于做好危房改造工作的通知
    ⟦⦃各乡镇人民政府，县发展和改革局、县财政局，×18⦄县直各单位⟧：
    请抓好落实。

## 正例

    东政发〔2018〕2号
    关于做好危房改造工作的通知
    ⦃各乡镇人民政府，县发展和改革局、县财政局，×4⦄县直各单位：
    请抓好落实。

## 已知局限

按字数估算，差一两行时看不准；以排出来的页面为准。
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from generator.checking.context import RuleContext
from generator.checking.page_elements import recipients_span
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.standards.gbt9704 import GRID

_HEAD_LINES = 9
"""From the top of the type area to the red line: 35 mm, the mark, two lines, the number, and two lines below the red line."""
_TITLE_CHARACTERS = 20
_TITLE_LINE = 1.8  # lines of the body that one line of a title in 二号 takes


@rule(
    title="主送机关太多，首页放不下正文",
    severity=Severity.WARNING,
    profile="review",
    advice="把主送机关移到版记（抄送之上），标题下直接写正文",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    span = recipients_span(ctx)
    if span is None or not ctx.facts.header.document_number:
        return
    title = "".join((ctx.facts.header.title or "").split())
    used = _HEAD_LINES + _TITLE_LINE * ceil(len(title) / _TITLE_CHARACTERS) + 1
    needed = ceil((len(span) + 1) / GRID.characters)
    if used + needed >= GRID.lines:
        yield Finding(
            severity=Severity.WARNING,
            message=f"主送机关约{needed}行，和标题一起占满首页，首页没有正文",
            span=span,
        )
