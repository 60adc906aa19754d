"""责任单位或配合单位与来源不符。

## 检查内容

一项任务的牵头单位与来源一致，但责任单位、配合单位比来源少了或多了。全称与简称视为同一个单位。
条目末尾括注的单位、“国家层面：甲、乙”“由甲、乙和丙负责”“甲、乙等5个部门”这样不标“责任单位”的名单也查：
任务的措辞改写过，但名单与来源里说这件事的那份名单只差一个单位的，提示少了谁、多了谁、换了谁。
稿中写明“照《…》列全”“不增不减”的，少列、多列都提示。

## 依据

任务分工以上级或本级已经印发的文件为准。《党政机关公文处理工作条例》第二十条第（三）项要求涉及有关部门职权的事项协商一致。

## 反例

    根据《脱贫攻坚任务书》，任务分工如下：

    （一）实施生态扶贫项目。（牵头单位：县林业局；责任单位：⟦县农业局⟧）

    来源：（一）实施生态扶贫项目。（牵头单位：县林业局；责任单位：县农业局、县财政局）

    机关：县林业局、县农业局、县财政局

## 正例

    根据《脱贫攻坚任务书》，任务分工如下：

    （一）实施生态扶贫项目。（牵头单位：县林业局；责任单位：县农业局、县财政局）

    来源：（一）实施生态扶贫项目。（牵头单位：县林业局；责任单位：县农业局、县财政局）

    机关：县林业局、县农业局、县财政局

## 已知局限

来源须与本文有关才比较：同一地区、文中引用了它，或者就是同一文件。名单以“等”结尾时不算缺少。单位在责任与配合之间调换，不报。
不标“责任单位”的名单，差两个以上单位的、来源里有几份名单都相近的、几项任务合写成一项的，不报；各乡镇、各级政府从略不算缺少。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.assignment_differences import (
    contradicted_assignments,
    leads_differ,
    missing_from,
    names_everybody,
    place_of,
    task_words,
)
from generator.checking.context import RuleContext
from generator.checking.rule import Needs, rule
from generator.matching.assignment_matching import names_lead_alone
from generator.matching.match import AssignmentMatch
from generator.model.agency import Role
from generator.model.facts import Assignment
from generator.model.finding import Finding, Severity


@rule(
    title="责任单位或配合单位与来源不符",
    severity=Severity.WARNING,
    profile="review",
    needs=Needs.SOURCES,
    advice="对照来源补上或删去；分工确有调整的，先与有关单位协商一致，再把新的依据放进来源语料",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for match in contradicted_assignments(ctx):
        if not leads_differ(match, ctx.registry):
            yield from _findings(ctx, match)


def _findings(ctx: RuleContext, match: AssignmentMatch) -> Iterator[Finding]:
    draft, source = match.assignment, match.counterpart
    whole = names_everybody(draft) and not (names_lead_alone(draft) and len(source.lead) > 1)
    missing = missing_from(_names(source), _names(draft), ctx.registry) if whole else ()
    extra = () if source.open_ended else missing_from(_names(draft), _names(source), ctx.registry)
    if not missing and not extra:
        return
    parts = [f"少了{'、'.join(missing)}"] * bool(missing) + [f"多了{'、'.join(extra)}"] * bool(extra)
    yield Finding(
        severity=Severity.WARNING,
        message=f"{task_words(draft)}的单位与来源相比，{'，'.join(parts)}",
        span=place_of(draft, extra, Role.RESPONSIBLE),
        related=(ctx.at_source(match.source, place_of(source, missing, Role.RESPONSIBLE)),),
    )


def _names(assignment: Assignment) -> tuple[str, ...]:
    return tuple(mention.name for mention in assignment.agencies)
