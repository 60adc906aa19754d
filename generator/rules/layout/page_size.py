"""用纸不是A4。

## 检查内容

看 .docx 每一节的纸张大小，与A4（210×297毫米）相差超过1毫米就报；横排的表按297×210毫米看。
有发文字号或主送机关的公文报为错误，其他稿件作提示。

## 依据

GB/T 9704—2012《党政机关公文格式》5.1，属“规定”。

## 反例

    版面：纸 216×279
    ⟦⟧清脱贫办发〔2017〕2号
    各乡镇人民政府：

## 正例

    版面：纸 210×297
    清脱贫办发〔2017〕2号
    各乡镇人民政府：

    ——

    版面：纸 297×210
    清脱贫办发〔2017〕2号
    各乡镇人民政府：

## 已知局限

只看文件里设定的纸张，打印时另选的纸看不到。
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
    title="用纸不是A4",
    severity=Severity.ERROR,
    profile="issue",
    needs=Needs.LAYOUT,
    advice="在“布局—纸张大小”里选A4，应用于整篇文档",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for page in ctx.layout.pages if ctx.layout else ():
        if page.width and page.height and not _is_a4(page):
            size = f"{millimetres(page.width)}×{millimetres(page.height)}毫米"
            yield Finding(
                severity=Severity.ERROR if is_official(ctx) else Severity.HINT,
                message=f"用纸为{size}，公文应当用A4（210×297毫米）",
                span=section_span(ctx, page),
            )


def _is_a4(page: PageLayout) -> bool:
    short, long = sorted((page.width, page.height))
    return abs(short - PAGE.width) <= TOLERANCE and abs(long - PAGE.height) <= TOLERANCE
