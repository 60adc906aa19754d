"""主送机关没有写或者后面没有冒号。

## 检查内容

有发文字号的通知、通报、请示、报告、函、批复，标题下面没有写主送机关，或者主送机关后面没有冒号。

## 依据

《党政机关公文格式》（GB/T 9704—2012）7.3.2：主送机关居左顶格，最后一个机关名称后标全角冒号。

## 反例

    清脱贫办发〔2017〕2号
    关于报送名单的通知
    ⟦各乡镇人民政府，县直有关单位⟧
    请按月报送名单。

## 正例

    清脱贫办发〔2017〕2号
    关于报送名单的通知
    各乡镇人民政府，县直有关单位：
    请按月报送名单。

## 已知局限

公布性的通知（如任免、公示）可以不写主送机关，所以没有写的只作提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.page_elements import title_blocks
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.model.text_document import BlockKind
from generator.patterns import compiled

_SENT_TO = compiled(r"(?:通知|通报|请示|报告|函|批复)$")
_RECIPIENTS = compiled(
    r"[\s　]*(?:各|县直|市直|区直|有关|[\u4e00-\u9fff]{2,12}(?:人民政府|委员会|办公室|[局委厅办]))[^。；：:]{0,120}[^。；：:，,]"
)
_TITLE = compiled(r"关于|对|第\d")  # the first line of a title that was not recognised
_AGENCY = compiled(r"政府|单位|部门|委员会|办公室|党委|局|厅|办事处|街道")


@rule(
    title="主送机关没有写或者后面没有冒号",
    severity=Severity.WARNING,
    profile="review",
    advice="补上主送机关和后面的全角冒号",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    header = ctx.facts.header
    title = "".join((header.title or "").split())
    if not header.document_number or header.recipients or not _SENT_TO.search(title):
        return
    blocks = list(title_blocks(ctx))
    if not blocks:
        return
    following = [
        block
        for block in ctx.facts.document.blocks
        if block.span.start >= blocks[-1].span.end
        and block.kind is BlockKind.PARAGRAPH
        and block.span.of(ctx.text).strip()
    ]
    if not following:
        return
    line = following[0].span.of(ctx.text).rstrip()
    if _RECIPIENTS.fullmatch(line) and _TITLE.search(line):
        return
    if _RECIPIENTS.fullmatch(line) and _AGENCY.search(line):
        start = following[0].span.start
        yield Finding(
            severity=Severity.WARNING,
            message=f"主送机关“{line.strip()[:20]}”后面没有全角冒号",
            span=Span(start + len(line) - len(line.lstrip()), start + len(line)),
        )
    elif not line.endswith(("：", ":")):
        yield Finding(
            severity=Severity.HINT,
            message=f"{title[-2:]}的标题下面没有写主送机关",
            span=blocks[-1].span,
        )
