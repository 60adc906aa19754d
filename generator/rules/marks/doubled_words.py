"""文字重复。

## 检查内容

连着写了两遍的词，如“的的”“进行进行”“加强加强”。动词重叠（研究研究）、量词重叠（一户一户）不报。

## 依据

《党政机关公文处理工作条例》第十九条第（三）项：文字精练。

## 反例

    各乡镇要⟦加强加强⟧日常巡查。

## 正例

    各乡镇要加强日常巡查。

## 已知局限

只查常用的动词和虚词；隔着别的字的重复不查。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.grouping import grouped
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span

_DOUBLED = re.compile(
    r"的的(?!确)|与与(?!会)|及及(?!时|早|格)|"
    r"(?P<word>进行|开展|加强|实施|推进|推动|落实|完成|实现|确保|建立|健全|完善|组织|制定|按照|根据|关于|对于|由于|以及|并且|通过|围绕|坚持|"
    r"严格|认真|积极|全面|切实|进一步|同时|其中|工作|项目|资金|问题|任务|措施|政策|单位|部门)(?P=word)"
)


@rule(
    title="文字重复",
    severity=Severity.WARNING,
    profile="draft",
    advice="删去多写的一遍",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    spans = [Span(*found.span()) for found in _DOUBLED.finditer(ctx.text)]
    yield from grouped(ctx, spans, Severity.WARNING, "“{}”写了两遍".format)
