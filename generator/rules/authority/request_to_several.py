"""请示主送了几个机关。

## 检查内容

标题文种是“请示”、主送机关不止一个的，提示一次。

## 依据

《党政机关公文处理工作条例》第十五条第（一）项：原则上主送一个上级机关，根据需要同时抄送相关机关。只作提示。

## 反例

    关于解决光伏扶贫资金的请示
    ⟦县政府、县扶贫办⟧：
    我镇拟建光伏电站一座，需资金50万元，妥否，请批示。
    清原镇人民政府
    2018年2月14日

## 正例

    关于解决光伏扶贫资金的请示
    县政府：
    我镇拟建光伏电站一座，需资金50万元，妥否，请批示。
    清原镇人民政府
    2018年2月14日

    ——

    关于做好光伏扶贫工作的通知
    各乡镇人民政府、县直各单位：
    请认真抓好落实。

## 已知局限

党委、政府联合受文的（县委、县政府）不提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.page_elements import recipients_span
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.patterns import compiled

_JOINT = compiled(r"[^、，]{0,20}委(?:员会)?[、，][^、，]{0,20}政府")


@rule(
    title="请示主送了几个机关",
    severity=Severity.HINT,
    profile="issue",
    advice="主送一个上级机关，其余改为抄送",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    header = ctx.facts.header
    recipients = (header.recipients or "").strip("：: ")
    names = [name for name in compiled("[、，；]").split(recipients) if name.strip()]
    if not (header.title or "").endswith("请示") or len(names) < 2 or _JOINT.fullmatch(recipients):
        return
    yield Finding(
        severity=Severity.HINT,
        message=f"请示主送{len(names)}个机关，原则上主送一个",
        span=recipients_span(ctx) or Span(0, 0),
    )
