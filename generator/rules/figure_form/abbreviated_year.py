"""年份简写。

## 检查内容

年份只写后两位，如“17年底”“17年3月”“2015—18年”“2016、17年”。

## 依据

《出版物上数字用法》（GB/T 15835—2011）：年份一般不简写。

## 反例

    到⟦17年底⟧全部完成。

## 正例

    到2017年底全部完成。

## 已知局限

只查“底、末、初、度、上半年、下半年、几月”前面的和并列、起止年份的后一个；“用了16年”这样的年数不报。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.grouping import grouped
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.patterns import compiled

_TWO = r"[012]\d年"
_SHORT = compiled(
    # 从教20年初心不改, 近10年底子: a number of years.
    rf"(?<![\d.〔（(近约满第超过前后后历时共余长达用了])(?P<year>{_TWO}(?:年?底(?![子蕴色气线片])|末|初(?![心中步期级衷始])|度(?![过假])|上半年|下半年))"
    rf"|(?:^|(?<=[。；，：、\s’'至止到于自从]))(?P<month>{_TWO}\d{{1,2}}月(?![份个以]))"
    rf"|(?P<range>20\d\d年?(?:[-—–－~～至到、]|——){_TWO})(?![限期内间来以])",
    re.MULTILINE,
)


@rule(
    title="年份简写",
    severity=Severity.WARNING,
    profile="draft",
    advice="年份写全四位",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    spans = [Span(*found.span()) for found in _SHORT.finditer(ctx.text)]
    yield from grouped(ctx, spans, Severity.WARNING, "年份“{}”没有写全四位")
