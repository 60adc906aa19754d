"""数与名词之间缺量词或单位。

## 检查内容

两位以上的阿拉伯数字后面直接跟“贫困人口”“建档立卡”“具体问题”这样的名词，中间没有量词的（14658贫困人口），
全文合起来报一次存疑。户和人分不清的，正是这样的写法。

## 依据

《党政机关公文处理工作条例》第二十条第（四）项把数字是否准确列为签发前审核的重点；没有量词就不知道数的是户还是人。

## 反例

    为⟦14658贫困人口⟧购买保险。

## 正例

    为14658名贫困人口购买保险。

    ——

    2017贫困县摘帽工作会议召开。

## 已知局限

只认扶贫公文里常见的名词。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.patterns import compiled

_NOUNS = (
    r"建档立卡贫困(?:户|人口|家庭)|建档立卡(?:户|人口)|贫困(?:人口|群众|劳动力|学生|家庭|对象)|(?:具体|突出|主要)问题|"
    r"农村(?:人口|劳动力)|残疾人|低保对象|农民工|扶贫项目|帮扶干部|驻村干部"
)
_FOUND = compiled(rf"(?<![\d.．A-Za-z〔第])(?P<number>\d{{2,}})(?P<noun>{_NOUNS})")
_YEAR = compiled(r"(?:19|20)\d{2}")
_MOST_PLACES = 20


@rule(
    title="数与名词之间缺量词或单位",
    severity=Severity.WARNING,
    profile="draft",
    advice="写明是多少户、多少人还是多少个",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    found = [each for each in _FOUND.finditer(ctx.text) if not _YEAR.fullmatch(each["number"])]
    if not found:
        return
    spans = [Span(each.start(), each.end()) for each in found]
    count = f"，全文共{len(found)}处" if len(found) > 1 else ""
    yield Finding(
        severity=Severity.WARNING,
        message=f"“{found[0][0]}”的数后面没有量词，看不出是户还是人{count}",
        span=spans[0],
        related=tuple(ctx.here(span) for span in spans[1 : _MOST_PLACES + 1]),
    )
