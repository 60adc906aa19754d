"""标题里两个文种并用或者不是法定文种。

## 检查内容

标题的末尾连着写了两个法定文种的（请示报告、意见通知、通知函），提示一次。有发文字号、标题以方案、要点、计划、
总结等结尾又没有用通知印发的，也提示一次：这些不是法定文种。

## 依据

《党政机关公文处理工作条例》第八条列出15种公文：决议、决定、命令（令）、公报、公告、通告、意见、通知、通报、报告、请示、批复、议案、函、纪要。
一份公文用一个文种。方案、要点等单独编发文字号的，只作提示。

## 反例

    东扶办〔2018〕12号
    东河县扶贫办关于追加危房改造资金的⟦请示报告⟧
    县人民政府：
    请予批准。

## 正例

    东扶办〔2018〕12号
    东河县扶贫办关于追加危房改造资金的请示
    县人民政府：
    妥否，请批示。

    ——

    东扶办〔2018〕12号
    关于印发《东河县2018年脱贫攻坚工作要点》的通知
    各乡镇人民政府：
    请抓好落实。

## 已知局限

文种用得合不合适（该用请示的用了报告）由人判断。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.page_elements import title_blocks
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.patterns import compiled
from generator.standards.document_types import STATUTORY

_TYPES = "|".join(STATUTORY)
# 对某报告的批复, 意见的通知 are one type about another; and 会议纪要通报 does not occur.
_TWO = compiled(rf"(?<=的)(?P<two>(?:{_TYPES})(?:{_TYPES}))(?:[（(][^（）()]*[）)])?$")
_UNLISTED = compiled(
    r"(?P<type>方案|要点|计划|总结|规划|纲要|汇报|安排|清单|办法|细则)(?:[（(][^（）()]*[）)])?$"
)


@rule(
    title="标题里两个文种并用或者不是法定文种",
    severity=Severity.WARNING,
    profile="review",
    advice="只留一个文种；方案、要点等用通知印发",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    blocks = list(title_blocks(ctx))
    if not blocks:
        return
    last = blocks[-1].span.of(ctx.text).rstrip()
    start = blocks[-1].span.start
    title = "".join((ctx.facts.header.title or "").split())
    if (found := _TWO.search(title)) and (at := last.rfind(found["two"])) >= 0:
        yield Finding(
            severity=Severity.WARNING,
            message=f"标题的文种“{found['two']}”是两个文种并用",
            span=Span(start + at, start + at + len(found["two"])),
        )
    elif (
        ctx.facts.header.document_number
        and (found := _UNLISTED.search(title))
        and (at := last.rfind(found["type"])) >= 0
    ):
        yield Finding(
            severity=Severity.HINT,
            message=f"“{found['type']}”不是法定文种，单独编发文字号时应当用通知印发",
            span=Span(start + at, start + at + len(found["type"])),
        )
