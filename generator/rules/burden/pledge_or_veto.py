"""要求签订责任状或实行一票否决。

## 检查内容

成文日期在2024年8月6日以后的公文，写了签订责任状、责任书，或“一票否决”的，各提示一次。

## 依据

2024年8月6日施行的整治形式主义为基层减负若干规定：除专门文件外，原则上不对“一票否决”和签订责任状提具体要求。只作提示。

## 反例

    关于做好防返贫监测工作的通知
    各乡镇人民政府：
    各乡镇要与各村⟦签订责任状⟧，层层压实责任。
    清原县乡村振兴局
    2024年9月14日

## 正例

    关于做好防返贫监测工作的通知
    各乡镇人民政府：
    各乡镇要与各村签订责任状，层层压实责任。
    清原县扶贫办
    2018年2月14日

    ——

    关于做好防返贫监测工作的通知
    各乡镇人民政府：
    不得要求村级签订责任状。
    清原县乡村振兴局
    2024年9月14日

## 已知局限

是不是国家规定可以签的专门事项，由人判断。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.patterns import compiled
from generator.standards.burden_reduction import IN_FORCE

_ASKS = compiled(
    r"(?P<pledge>签订[^，。；\n]{0,16}?责任[状书])|(?P<veto>(?:实行|实施|落实)?“?一票否决”?(?:制|权)?)"
)
_NOT = compiled(r"(?:不得|不再|严禁|禁止|取消|清理|不准|减少)[^，。；\n]{0,20}$")


@rule(
    title="要求签订责任状或实行一票否决",
    severity=Severity.HINT,
    profile="review",
    advice="没有上级明文要求的，删去；确有依据的，写明依据",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    day = ctx.facts.header.issue_date
    if day is None or day < IN_FORCE:
        return
    told: set[str] = set()
    for found in _ASKS.finditer(ctx.text):
        kind = str(found.lastgroup)
        if kind in told or _NOT.search(ctx.text, max(0, found.start() - 30), found.start()):
            continue
        told.add(kind)
        yield Finding(
            severity=Severity.HINT,
            message=f"写了“{found[0]}”，2024年8月起除专门文件外原则上不提这样的要求",
            span=Span(found.start(), found.end()),
        )
