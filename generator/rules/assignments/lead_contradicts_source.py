"""牵头单位与来源不符。

## 检查内容

稿中一项任务的牵头单位与来源语料里同一项任务的牵头单位比较。全称与简称视为同一个单位。
稿中写明“列第一位的为牵头单位”，或者写明由谁牵头，而来源的名单没有注明牵头单位的，与来源名单的首位比较，算“存疑”。
来源在行文里写“某部负责实施某项行动”的，也用来比较。乡镇的稿件括注县级单位的，只比较县级单位，乡镇自己的单位不比。

## 依据

任务分工以上级或本级已经印发的文件为准。《党政机关公文处理工作条例》第二十条第（三）项要求涉及有关部门职权的事项协商一致。

## 反例

    根据《脱贫攻坚任务书》，任务分工如下：

    （一）实施生态扶贫项目。（牵头单位：⟦县农业局⟧；责任单位：县林业局）

    来源：（一）实施生态扶贫项目。（牵头单位：县林业局；责任单位：县农业局）

    机关：县林业局、县农业局

## 正例

    根据《脱贫攻坚任务书》，任务分工如下：

    （一）实施生态扶贫项目。（牵头单位：县林业局；责任单位：县农业局）

    来源：（一）实施生态扶贫项目。（牵头单位：县林业局；责任单位：县农业局）

    机关：县林业局、县农业局

## 已知局限

来源须与本文有关才比较：同一地区、文中引用了它，或者就是同一文件。任务名称改写得很厉害、认不出是同一项任务时不查。机构改革前后的名称要在单位名录里登记承接关系，才视为同一单位。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.assignment_differences import (
    contradicted_assignments,
    leads_differ,
    listed,
    missing_from,
    place_of,
    task_words,
)
from generator.checking.context import RuleContext
from generator.checking.rule import Needs, rule
from generator.matching.match import AssignmentMatch
from generator.model.agency import Role
from generator.model.finding import Finding, Severity


@rule(
    title="牵头单位与来源不符",
    severity=Severity.ERROR,
    profile="draft",
    needs=Needs.SOURCES,
    advice="对照来源改正；分工确有调整的，先与有关单位协商一致，再把新的依据放进来源语料",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    for match in contradicted_assignments(ctx):
        if leads_differ(match, ctx.registry):
            yield _finding(ctx, match)


def _finding(ctx: RuleContext, match: AssignmentMatch) -> Finding:
    draft, source = match.assignment, match.counterpart
    wrong = missing_from(draft.lead, source.lead, ctx.registry)
    right = missing_from(source.lead, draft.lead, ctx.registry)
    theirs = f"来源{'排在首位的是' if match.by_order else '为'}{listed(source.lead)}"
    return Finding(
        severity=Severity.WARNING if match.by_order else Severity.ERROR,
        message=f"{task_words(draft)}的牵头单位本文为{listed(draft.lead)}，{theirs}",
        span=place_of(draft, wrong, Role.LEAD),
        related=(ctx.at_source(match.source, place_of(source, right, Role.LEAD)),),
    )
