"""文字重复。

## 检查内容

连着写了两遍的词，如“的的”“进行进行”“加强加强”。动词重叠（研究研究）、量词重叠（一户一户、人人、家家）不报，
前一个字属于前面的词的（目的的、参与与）不报。

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

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.grouping import grouped
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.patterns import compiled

# 目的的实现, 参与与支持, 涉及及影响: the first character belongs to the word in front.
_PARTICLES = (
    r"(?<![目标])的的(?!确)|(?<![参赠给授付施])与与(?!会)|(?<![涉普波顾遍危以])及及(?!时|早|格)|"
    r"(?<![总共饱缓温调柔祥])和和(?![美睦气乐平谐])|(?<![存现正旨内潜实好外所])在在|将将(?!来)|并并|(?<![主重需必])要要(?![素求点件领闻道害塞义职])"
)
_WORDS = (
    "进行|开展|加强|实施|推进|推动|落实|完成|实现|确保|建立|健全|完善|制定|按照|根据|关于|对于|由于|以及|并且|通过|围绕|坚持|"
    "严格|认真|积极|全面|切实|进一步|同时|其中|工作|项目|资金|问题|任务|措施|政策|单位|部门"
)
# 扶贫工作工作组, 扶贫项目项目库: the second one begins a word of its own. 落实落实再落实 is said on purpose.
_DOUBLED = compiled(
    rf"{_PARTICLES}|(?P<word>{_WORDS})(?P=word)(?![组队库部站室会池包法再]|清单|方案|资金|管理|细则)"
)


@rule(
    title="文字重复",
    severity=Severity.WARNING,
    profile="draft",
    advice="删去多写的一遍",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    spans = [Span(*found.span()) for found in _DOUBLED.finditer(ctx.text)]
    yield from grouped(ctx, spans, Severity.WARNING, "“{}”写了两遍")
