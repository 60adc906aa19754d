"""页边距与国标不符。

## 检查内容

看 .docx 竖排页面的页边距：天头（上）37毫米、订口（左）28毫米，版心156×225毫米，也就是右26毫米、下35毫米，
各容许相差1毫米。有发文字号或主送机关的公文报为错误，其他稿件作提示。

## 依据

GB/T 9704—2012《党政机关公文格式》5.2.1，属“规定”；下、右两边由版心尺寸推算。

## 反例

    版面：边 25.4 25.4 31.8 31.8
    ⟦⟧清脱贫办发〔2017〕2号
    各乡镇人民政府：

## 正例

    版面：边 37 35 28 26
    清脱贫办发〔2017〕2号
    各乡镇人民政府：

    ——

    版面：边 37.4 34.6 28 26
    清脱贫办发〔2017〕2号
    各乡镇人民政府：

## 已知局限

横排的页面不查。信函、命令、纪要的特定格式边距相同，首页另有规定，不查。用软件补偿行距而调小天头的，也会报。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.page_elements import is_official, section_span
from generator.checking.rule import Needs, rule
from generator.model.finding import Finding, Severity
from generator.model.layout import PageLayout
from generator.standards.gbt9704 import PAGE, TOLERANCE, millimetres


@rule(
    title="页边距与国标不符",
    severity=Severity.ERROR,
    profile="issue",
    needs=Needs.LAYOUT,
    advice="在“布局—页边距—自定义”里写上37毫米、下35毫米、左28毫米、右26毫米",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for page in ctx.layout.pages if ctx.layout else ():
        wrong = [] if page.landscape else list(_differing(page))
        if wrong:
            yield Finding(
                severity=Severity.ERROR if is_official(ctx) else Severity.HINT,
                message=f"页边距{'、'.join(wrong)}",
                span=section_span(ctx, page),
            )


def _differing(page: PageLayout) -> Iterator[str]:
    sides = (
        ("上", page.top, PAGE.top),
        ("下", page.bottom, PAGE.bottom),
        ("左", page.left, PAGE.left),
        ("右", page.right, PAGE.right),
    )
    for name, found, wanted in sides:
        if abs(found - wanted) > TOLERANCE:
            yield f"{name}{millimetres(found)}毫米（应为{millimetres(wanted)}毫米）"
