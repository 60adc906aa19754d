"""报告里夹带请示事项。

## 检查内容

标题文种是“报告”、结尾却写“请批示”“请审批”“请予批准”的，提示一次。

## 依据

《党政机关公文处理工作条例》第十五条第（四）项：不得在报告等非请示性公文中夹带请示事项。属“规定”，是否夹带由人判断，只作存疑。

## 反例

    关于脱贫攻坚工作的报告
    县政府：
    今年已建成光伏电站三座，尚缺资金50万元，⟦请予批准⟧。
    清原镇人民政府

## 正例

    关于脱贫攻坚工作的报告
    县政府：
    今年已建成光伏电站三座。特此报告。
    清原镇人民政府

    ——

    关于解决光伏扶贫资金的请示
    县政府：
    尚缺资金50万元，妥否，请批示。
    清原镇人民政府

## 已知局限

只认惯用的请示语。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.patterns import compiled

_ASKS = compiled(r"请予?(?:以)?(?:批示|批准|审批|批复|核准)|妥否，请批示|当否，请批示")


@rule(
    title="报告里夹带请示事项",
    severity=Severity.WARNING,
    profile="review",
    advice="把请示的事项另写一份请示，一文一事",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    if not compiled(r"[^告]报告$").search(ctx.facts.header.title or "") or not ctx.facts.header.recipients:
        return
    if found := _ASKS.search(ctx.text):
        yield Finding(
            severity=Severity.WARNING,
            message=f"报告里写了“{found[0]}”，报告不得夹带请示事项",
            span=Span(found.start(), found.end()),
        )
