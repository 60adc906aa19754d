"""标题没有文种。

## 检查内容

有发文字号的公文，标题以“关于”开头或者写着“关于……”，却没有写文种。

## 依据

《党政机关公文处理工作条例》第九条第（七）项：标题由发文机关名称、事由和文种组成。

## 反例

    清脱贫办发〔2017〕2号
    ⟦关于做好产业扶贫工作⟧
    各乡镇：
    请抓好落实。

## 正例

    清脱贫办发〔2017〕2号
    关于做好产业扶贫工作的通知
    各乡镇：
    请抓好落实。

## 已知局限

只查写着“关于”的标题；文种用得对不对由人判断。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.model.text_document import BlockKind
from generator.patterns import compiled
from generator.standards.document_types import STATUTORY

_ABOUT = compiled(r"[\s　]*[^，。；：:《》\n]{0,30}关于[^，。；：:\n]{4,50}")
_TYPE = compiled(
    rf"(?:{'|'.join(STATUTORY)}|方案|要点|计划|规划|纲要|总结|办法|细则|规定|规则|条例|"
    r"制度|清单|分工|安排|责任书|承诺书|建议|提案|讲话|汇报|简报|说明|指南|预案|答复|情况|材料|书|表)(?:[（(〔][^（）()]{1,24}[）)〕])*[\s　]*$"
)
_TOP = 12
_LINES = 3


@rule(
    title="标题没有文种",
    severity=Severity.WARNING,
    profile="review",
    advice="补上文种，如“的通知”“的报告”",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    number = ctx.facts.header.document_number_span
    if number is None:
        return
    blocks = [
        block
        for block in ctx.facts.document.blocks
        if block.kind is BlockKind.PARAGRAPH and block.span.start > number.end
    ][:_TOP]
    lines = [block.span.of(ctx.text) for block in blocks]
    first = next((index for index, line in enumerate(lines) if line.strip()), None)
    if first is None or not _ABOUT.fullmatch(lines[first].rstrip()):
        return
    joined = ["".join(lines[first : first + count]) for count in range(1, _LINES + 1)]
    if not any(_TYPE.search(title.rstrip()) for title in joined):
        span = blocks[first].span
        line = lines[first]
        yield Finding(
            severity=Severity.WARNING,
            message=f"标题“{line.strip()[:24]}”没有写文种",
            span=Span(span.start + len(line) - len(line.lstrip()), span.start + len(line.rstrip())),
        )
