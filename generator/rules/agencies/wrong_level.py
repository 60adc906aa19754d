"""单位名称的层级写错。

## 检查内容

责任单位清单里，一个单位的层级与清单里其他单位不同，而同名的本级单位稿中别处或来源文件里写着：
县里的清单写市水利局，别处都是县水利局。县民政所、县财政所这样只有乡镇才设的机构，写成县的也提示。

## 依据

机关名称用规范的全称或简称：《党政机关公文处理工作条例》第九条第（四）（八）项。

## 反例

    一、修建水渠。（牵头单位：县水利局；责任单位：县财政局）
    二、监测水质。（牵头单位：县环保局；责任单位：⟦市水利局⟧、县卫计局）

## 正例

    一、修建水渠。（牵头单位：县水利局；责任单位：县财政局）
    二、争取资金。（牵头单位：县水利局；责任单位：县财政局、市水利局）

## 已知局限

本级单位与上级单位写在同一份清单里的，行文里提到上级单位的，上级单位出现两次以上的，都不报。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.checking.agency_uses import AgencyUse, agency_uses
from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.model.facts import AssignmentForm
from generator.model.finding import Finding, Related, Severity, Suggestion
from generator.patterns import compiled
from generator.text.agency_levels import without_place

_LEVELS = "市县区旗镇乡"
_FEWEST, _SHARE = 4, 0.75
# Stations that only townships have; a county has the 局 above them.
_OF_TOWNSHIPS = compiled(r"[市县](?P<field>民政|财政|司法|国土|人社|工商|派出|农经|计生|扶贫)所")
_WITH_BUREAU = ("民政", "财政", "司法")
_NOT_BELOW = ("分局", "支行", "分公司", "公司", "银行")


@rule(
    title="单位名称的层级写错",
    severity=Severity.WARNING,
    profile="draft",
    advice="核对是本级单位还是上级、下级单位；确是上级单位的，可以不改",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    listed = [use for use in agency_uses(ctx) if _is_listed(ctx, use)]
    level = _own_level(listed)
    for use in listed:
        station = _OF_TOWNSHIPS.fullmatch(use.body)
        if station is not None:
            yield _station(use, station["field"])
        elif level and (evidence := _evidence(ctx, use, level, listed)):
            yield _finding(use, f"{level}{use.body[1:]}", evidence)


def _is_listed(ctx: RuleContext, use: AgencyUse) -> bool:
    """Whether ``use`` stands in a list of units: running text names superiors freely."""
    if use.assignment is None or use.place:
        return False
    return ctx.facts.assignments[use.assignment].form is not AssignmentForm.PROSE


def _own_level(listed: Sequence[AgencyUse]) -> str:
    """The level that nearly all listed units bear, empty where none does."""
    levels = Counter(use.body[0] for use in listed if use.body[0] in _LEVELS)
    level, count = levels.most_common(1)[0] if levels else ("", 0)
    return level if count >= _FEWEST and count >= _SHARE * sum(levels.values()) else ""


def _evidence(ctx: RuleContext, use: AgencyUse, level: str, listed: Sequence[AgencyUse]) -> Related | None:
    """Where the body of the own level is named, for a body of another level that stands in one list only."""
    if use.body[0] == level or use.body[0] not in _LEVELS or use.body.endswith(_NOT_BELOW):
        return None
    if sum(other.body == use.body for other in listed) > 1:
        return None
    own = f"{level}{use.body[1:]}"
    same = [other for other in listed if other.body == own]
    if any(other.assignment == use.assignment for other in same):
        return None
    return ctx.here(same[0].span) if same else _in_sources(ctx, own)


def _in_sources(ctx: RuleContext, name: str) -> Related | None:
    for source in ctx.known_sources:
        for item in source.facts.assignments:
            for mention in item.agencies:
                if without_place(mention.name) == name and item.form is not AssignmentForm.PROSE:
                    return ctx.at_source(source, mention.span)
    return None


def _finding(use: AgencyUse, own: str, evidence: Related) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        message=f"“{use.name}”疑似“{own}”：清单里都是{own[0]}的单位",
        span=use.span,
        related=(evidence,),
        suggestion=Suggestion(replace=own),
    )


def _station(use: AgencyUse, field: str) -> Finding:
    above = f"，{use.body[0]}里是{field}局" if field in _WITH_BUREAU else ""
    return Finding(
        severity=Severity.WARNING,
        message=f"“{use.name}”层级不对：{field}所设在乡镇{above}",
        span=use.span,
    )
