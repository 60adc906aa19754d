"""文件超过减负规定的篇幅。

## 检查内容

成文日期在2024年8月6日以后的公文，正文（不算附件和表格）超过5000字的提示一次；标题写明是专项工作、具体任务的
方案、通知、计划的，超过4000字提示一次。

## 依据

2024年8月6日施行的整治形式主义为基层减负若干规定：综合性文件一般不超过5000字，部署专项工作或具体任务的文件一般不超过4000字。
只作提示。

## 反例

    ⟦东河县防返贫监测专项行动方案⟧
    ⦃各乡镇要逐户核查，发现问题立即整改。×300⦄
    东河县乡村振兴局
    2025年3月14日

## 正例

    东河县防返贫监测专项行动方案
    ⦃各乡镇要逐户核查，发现问题立即整改。×200⦄
    东河县乡村振兴局
    2025年3月14日

    ——

    东河县防返贫监测专项行动方案
    ⦃各乡镇要逐户核查，发现问题立即整改。×300⦄
    东河县扶贫开发办公室
    2018年3月14日

## 已知局限

政府工作报告、讲话和公报不查。是综合性文件还是专项文件，只看标题；规定说的是“一般”，确有必要的由人判断。标点算在字数里，与Word的“字数”相同。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.page_elements import title_blocks
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.text_document import Block, BlockKind
from generator.patterns import compiled
from generator.standards.burden_reduction import IN_FORCE, LONGEST_GENERAL, LONGEST_SPECIAL

_SPECIAL_TITLE = compiled(r"专项|行动方案|实施方案|工作方案|行动计划|(?:做好|开展|抓好)[^》]*的通知$")
# What is read out before a congress or a meeting is no document that sets tasks.
_NO_FILE = compiled(r"工作报告|讲话|致辞|公报")
_ANNEX = compiled(r"[\s　]*附件[\s　]*[0-9０-９一二三四五六七八九十]{0,3}[：:]?[\s　]*")
_COUNTED = compiled(r"[0-9A-Za-z.,%]+|[^\s　]")


@rule(
    title="文件超过减负规定的篇幅",
    severity=Severity.HINT,
    profile="review",
    advice="删去形势背景、重要意义等内容，操作细节移到附件",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    day = ctx.facts.header.issue_date
    title = list(title_blocks(ctx))
    if day is None or day < IN_FORCE or not title:
        return
    name = "".join((ctx.facts.header.title or "").split())
    if _NO_FILE.search(name):
        return
    special = _SPECIAL_TITLE.search(name) is not None
    most = LONGEST_SPECIAL if special else LONGEST_GENERAL
    length = sum(len(_COUNTED.findall(block.span.of(ctx.text))) for block in _body(ctx, title[-1]))
    if length > most:
        kind = "专项工作、具体任务的文件" if special else "综合性文件"
        yield Finding(
            severity=Severity.HINT,
            message=f"正文约{length}字，{kind}一般不超过{most}字（2024年8月起的减负规定）",
            span=title[0].span,
        )


def _body(ctx: RuleContext, title: Block) -> Iterator[Block]:
    """The paragraphs between the title and the first annex."""
    for block in ctx.facts.document.blocks:
        if block.span.start < title.span.end or block.kind is not BlockKind.PARAGRAPH:
            continue
        if _ANNEX.fullmatch(block.span.of(ctx.text)):
            return
        yield block
