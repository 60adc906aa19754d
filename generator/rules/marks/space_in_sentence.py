"""句子中间有空格。

## 检查内容

一句话的两个汉字之间有空格。标题（包括书名号里的标题）、落款、表格、名单里排版用的空格不报。全文合为一条。

## 依据

《党政机关公文格式》（GB/T 9704—2012）7.3.3：正文逐字排列。

## 反例

    各乡镇要逐户⟦ ⟧核对名单，张榜公示。

## 正例

    各乡镇要逐户核对名单，张榜公示。

## 已知局限

只查前后都是句子的空格；一段里空格超过三处的当作排版，不报。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.grouping import grouped
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.model.text_document import BlockKind
from generator.patterns import compiled

_SPACE = compiled(r"(?<=[\u4e00-\u9fff]{2})[ \u3000\u00a0]{1,2}(?=[\u4e00-\u9fff]{2})")
_SENTENCE = compiled("[，。；]")
_LAID_OUT = 3
_TWO_OFFICES = compiled(r"(?:中央|[省市县区]委|政府|[局部厅办]|委员会)$")  # 中共中央　国务院
# Articles, dates and names are set apart: 第一条　为了…, 2011年12月15日　印发, 记者 某某.
_SET_APART = compiled(
    r"(?:第[一二三四五六七八九十百零]{1,5}[条章节]|[\d一二三四五六七八九十]日|记者|通讯员|作者|联系人|报告人)$"
)
_HEADING = compiled(r"[\s　]*[一二三四五六七八九十]{1,3}[是要]?$")


@rule(
    title="句子中间有空格",
    severity=Severity.HINT,
    profile="draft",
    advice="删去空格",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    spans: list[Span] = []
    for block in ctx.facts.document.blocks:
        line = block.span.of(ctx.text)
        if block.kind is not BlockKind.PARAGRAPH or not _SENTENCE.search(line):
            continue
        found = list(_SPACE.finditer(line))
        if len(found) <= _LAID_OUT and "|" not in line:
            inside = (match for match in found if _is_inside(line, match))
            spans += [Span(*match.span()).shifted(block.span.start) for match in inside]
    yield from grouped(ctx, spans, Severity.HINT, "句子中间有多余的空格")


def _is_inside(line: str, space: re.Match[str]) -> bool:
    """Whether words of the sentence stand on both sides: 第一条　为了… and 收件人　姓名 are set apart on purpose."""
    before, after = line[: space.start()], line[space.end() :]
    if _TWO_OFFICES.search(before) or _SET_APART.search(before):
        return False
    # A title of two clauses, 《…短板 提高…的通知》, and a slogan are parted by a space.
    if any(before.count(first) > before.count(last) for first, last in ("“”", "《》")):
        return False
    return (
        bool(_SENTENCE.search(after))
        and not _HEADING.fullmatch(before)
        and ("，" in before or len(before) >= 6)
    )
