"""没有页码。

## 检查内容

有发文字号或主送机关的 .docx 公文，各节页脚里都没有页码的，提示一次。

## 依据

GB/T 9704—2012《党政机关公文格式》7.5：一般用4号半角宋体阿拉伯数字，编排在版心下边缘之下。只作提示。

## 反例

    版面：无页码
    ⟦⟧清脱贫办发〔2017〕2号
    各乡镇人民政府：

## 正例

    版面：纸 210×297
    清脱贫办发〔2017〕2号
    各乡镇人民政府：

    ——

    版面：无页码
    今年的任务很重。

## 已知局限

页码放在页眉里、或用文本框画出来的，看不到。一字线和左右位置由“版面实测”检查。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.page_elements import is_official
from generator.checking.rule import Needs, rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span


@rule(
    title="没有页码",
    severity=Severity.HINT,
    profile="issue",
    needs=Needs.LAYOUT,
    advice="在页脚插入页码，写成“— 1 —”，单页居右、双页居左",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    pages = ctx.layout.pages if ctx.layout else ()
    if pages and is_official(ctx) and not any(page.page_number for page in pages):
        yield Finding(severity=Severity.HINT, message="各页都没有页码", span=Span(0, 0))
