"""部门向下级党委、政府发指令性公文。

## 检查内容

由部门（局、办、委）发出、主送乡镇党委或政府的通知，正文没有写明“经……同意”的，提示一次。领导小组及其办公室在2024年8月
以前不提示。

## 依据

《党政机关公文处理工作条例》第十六条第（二）项：部门不得向下级党委、政府发布指令性公文；经批准的具体事项可以行文，
文中须注明已经同意。2024年8月6日施行的减负规定把议事协调机构也包括在内。只作提示。

## 反例

    清原县扶贫办文件
    清扶办发〔2018〕5号
    关于做好危房改造工作的通知
    ⟦各乡镇人民政府⟧：
    请于3月底前把改造对象核实到户，逐户建立台账。
    清原县扶贫办
    2018年2月14日

## 正例

    清原县扶贫办文件
    清扶办发〔2018〕5号
    关于做好危房改造工作的通知
    各乡镇人民政府：
    经县政府同意，现将有关事项通知如下。
    清原县扶贫办
    2018年2月14日

    ——

    清原县人民政府办公室文件
    清政办发〔2018〕5号
    关于做好危房改造工作的通知
    各乡镇人民政府：
    请于3月底前把改造对象核实到户。
    清原县人民政府办公室
    2018年2月14日

## 已知局限

看不出发文机关或主送机关的不查。是不是指令性要求，由人判断。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checking.context import RuleContext
from generator.checking.page_elements import recipients_span
from generator.checking.rule import rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from generator.patterns import compiled
from generator.standards.burden_reduction import IN_FORCE

_IN_FORCE = date(2012, 7, 1)
_DEPARTMENT = compiled(r"(?:局|委员会|办|办公室|中心|厅)$")
_MAY = compiled(r"(?:政府|党委|[省市县区镇乡]委|政府办|委办)(?:办公[室厅])?$")
_COORDINATOR = compiled(r"(?:领导小组|指挥部|联席会议|协调小组)(?:办公室)?$")
_LOWER = compiled(
    r"(?:各|有关)?(?:乡镇|镇乡|镇|乡|街道|县|区|市)[^、，；：]{0,6}?(?:党委|人民政府|政府|办事处)"
)
_AGREED = compiled(r"经[^。；\n]{2,30}(?:同意|批准|研究决定|审定)")


@rule(
    title="部门向下级党委、政府发指令性公文",
    severity=Severity.HINT,
    profile="issue",
    advice="请示党委、政府同意后行文，文中写明“经××同意”；或改由政府办公室印发，或主送下级对口部门",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    header = ctx.facts.header
    issuer, day = header.issuer or "", header.issue_date
    if day is None or day < _IN_FORCE or not (header.title or "").endswith("通知"):
        return
    found = _LOWER.search(header.recipients or "")
    if not found or not _is_bound(issuer, day) or _AGREED.search(ctx.text):
        return
    whole = recipients_span(ctx)
    yield Finding(
        severity=Severity.HINT,
        message=f"{issuer}是部门，向“{found[0]}”发通知，正文没有写明经党委、政府同意",
        span=Span(whole.start + found.start(), whole.start + found.end()) if whole else Span(0, 0),
    )


def _is_bound(issuer: str, day: date) -> bool:
    if _COORDINATOR.search(issuer):
        return day >= IN_FORCE
    return bool(_DEPARTMENT.search(issuer)) and not _MAY.search(issuer)
