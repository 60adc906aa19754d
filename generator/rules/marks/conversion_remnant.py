"""转换格式时留下的字符。

## 检查内容

书签标记（[bookmark: …]）、乱码（�）、看不见的零宽字符、私用区字符。同一种字符全文合为一条。

## 依据

审核文稿内容和格式：《党政机关公文处理工作条例》第二十条。

## 反例

    ⟦[bookmark: _Toc1]⟧一、目标任务

## 正例

    一、目标任务［见附件］

## 已知局限

转换成了别的汉字的乱码认不出。文件开头的字节顺序标记不算。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.grouping import grouped
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.patterns import compiled

_REMNANT = compiled(
    r"(?P<bookmark>\[bookmark:[^\]\n]{0,40}\])|(?P<broken>\ufffd+)"
    r"|(?P<hidden>[\u200b\u200c\u200e\u200f\u2060\u00ad]+|(?<=.)\ufeff+)|(?P<private>[\ue000-\uf8ff]+)"
)
_NAMES = {"bookmark": "书签标记", "broken": "乱码", "hidden": "看不见的字符", "private": "私用区字符"}
_CERTAIN = ("bookmark", "broken")


@rule(
    title="转换格式时留下的字符",
    severity=Severity.ERROR,
    profile="draft",
    advice="删去这些字符；乱码对照原件补正",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    groups: dict[str, list[Span]] = {}
    for match in _REMNANT.finditer(ctx.text):
        groups.setdefault(match.lastgroup or "", []).append(Span(*match.span()))
    for kind, spans in groups.items():
        severity = Severity.ERROR if kind in _CERTAIN else Severity.WARNING
        yield from grouped(ctx, spans, severity, f"{_NAMES[kind]}是转换格式时留下的")
