"""单位名称与成文时间不合。

## 检查内容

单位名称在成文的时候已经停用，或者还没有启用：2020年的文件写县农业局，2017年的文件写县乡村振兴局。
启用和停用的日期记在单位名录里，各县通用的留足了过渡期；过渡期里新旧名称都不报。
农业部、文化部、卫生部只在部门名单里查；来源的名单里就是这个名称的不报。
追述往事的不报：名称前有“原”字、引用文件的标题、句中写明早先的年份、说的就是机构改革。

## 依据

机关名称用规范的全称或简称：《党政机关公文处理工作条例》第九条第（四）（八）项；
2018年、2023年《党和国家机构改革方案》，2021年2月国家乡村振兴局挂牌。

## 反例

    清脱贫办发〔2022〕3号

    由⟦县扶贫办⟧会同县财政局下达资金。

    机关：县扶贫办（止2021-12-31，改为县乡村振兴局）、县乡村振兴局（起2021-02-01）、县财政局

## 正例

    清脱贫办发〔2017〕3号

    由县扶贫办会同县财政局下达资金。

    机关：县扶贫办（止2021-12-31，改为县乡村振兴局）、县乡村振兴局（起2021-02-01）、县财政局

## 已知局限

文件没有成文日期和发文字号的不查；名录里没有日期的名称不查。某县改名特别早或特别晚的，把确切日期写进该县的名录。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from generator.checking.agency_uses import AgencyUse, agency_uses, listed_units, registered, without_overlaps
from generator.checking.context import RuleContext
from generator.checking.name_validity import Issued, Validity, issued, names_then, validity
from generator.checking.rule import rule
from generator.model.agency import Agency, AgencyRegistry, Level
from generator.model.finding import Finding, Severity, Suggestion
from generator.model.place import Span
from generator.patterns import compiled
from generator.text.agency_levels import has_level

_SENTENCE_END = compiled(r"[。；;！？\n]")
_FORMER = compiled(r"(?:原(?![则因料有本])|时任|前任|曾任|历任|前身)[^，。；、]{0,14}$")
_HISTORY = compiled(
    r"更名|改名|改称|改组|组建|重组|并入|划入|划归|划转|整合为|撤销|不再保留|挂牌|移交|机构改革|前身|历史|当时|当年|此前|曾经|过去|回顾|历年|脱贫攻坚(?:时期|期间|期内|以来|战以来)"
)
_YEAR = compiled(r"(?<!\d)(?:19|20)\d\d(?=\s*(?:年|[-—－~～至]|[〕）)］\]]第?\d{1,4}号))")
_PLANS = "〇一二三四五"  # 十五 ended in 2005, 十一五 in 2010, and so on
_PLAN = compiled(r"十([一二三四五])五")
_AGO = compiled(r"去年|上年|前年")
_MANY = 3
_OF_LISTS = {
    name: Agency(name=name, level=Level.CENTRAL, valid_until=until, successors=(successor,))
    for name, until, successor in (
        ("农业部", date(2018, 6, 30), "农业农村部"),
        ("文化部", date(2018, 6, 30), "文化和旅游部"),
        ("卫生部", date(2013, 6, 30), "国家卫生和计划生育委员会"),
    )
}
_LISTED = -1  # assigned by a bare list, which has no number
_REACH = 200  # characters that a sentence or a title has at most


@rule(
    title="单位名称与成文时间不合",
    severity=Severity.WARNING,
    profile="review",
    advice="核对成文时该单位的名称；追述往事的，在名称前加“原”字",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    when = issued(ctx.facts.header)
    if when is None:
        return
    wrong: defaultdict[str, list[AgencyUse]] = defaultdict(list)
    agencies: dict[str, Agency] = {}
    listed = (replace(use, assignment=_LISTED) for use in listed_units(ctx.text))
    for use in without_overlaps([*agency_uses(ctx), *listed]):
        agency = (
            registered(use.body, ctx.registry)
            or _without_level(use, ctx.registry)
            or _named_in_a_list(ctx, use)
        )
        if agency is not None and _is_wrong(ctx, use, agency, when):
            wrong[use.name].append(use)
            agencies[use.name] = agency
    early = [name for name in wrong if validity(agencies[name], when) is not Validity.ENDED]
    for name, uses in wrong.items():
        # So many names that were still to come belong to a later paper in the same file.
        if name not in early or len(early) < _MANY:
            yield _finding(ctx, uses, agencies[name], when)


def _without_level(use: AgencyUse, registry: AgencyRegistry) -> Agency | None:
    """A list may leave the level out: 责任单位：卫计局、民政局."""
    if use.is_assigned and not use.place and not has_level(use.body):
        return registry.find(f"县{use.body}")
    return None


def _named_in_a_list(ctx: RuleContext, use: AgencyUse) -> Agency | None:
    """农业部, which running text holds in other words (农业部门), where a list names it; not where a source's list does."""
    if not use.is_assigned or use.body not in _OF_LISTS:
        return None
    mentions = (
        mention.name
        for source in ctx.known_sources
        for item in source.facts.assignments
        for mention in item.agencies
    )
    return None if use.body in mentions else _OF_LISTS[use.body]


def _is_wrong(ctx: RuleContext, use: AgencyUse, agency: Agency, when: Issued) -> bool:
    if validity(agency, when) is Validity.RIGHT or _is_quoted(ctx, use.span):
        return False
    start, end = _sentence(ctx.text, use.span)
    if _FORMER.search(ctx.text, start, use.span.start) or _HISTORY.search(ctx.text, start, end):
        return False
    return not any(_was_right(agency, *years) for years in _years(ctx.text, start, end, when))


def _years(text: str, start: int, end: int, when: Issued) -> Iterator[tuple[int, int]]:
    """The years that a sentence speaks of, first and last: 2018年, “十三五”, 去年."""
    for year in _YEAR.finditer(text, start, end):
        yield int(year.group()), int(year.group())
    for plan in _PLAN.finditer(text, start, end):
        last = 2005 + 5 * _PLANS.index(plan[1])
        yield last - 4, last
    for ago in _AGO.finditer(text, start, end):
        before = when.earliest.year - (2 if ago.group() == "前年" else 1)
        yield before, before


def _was_right(agency: Agency, first: int, last: int) -> bool:
    """Whether the agency bore its name at some time of these years."""
    began = agency.valid_from is None or agency.valid_from.year <= last
    return began and (agency.valid_until is None or agency.valid_until.year >= first)


def _is_quoted(ctx: RuleContext, span: Span) -> bool:
    """In the title of another document, cited as it was issued."""
    before = max(0, span.start - _REACH)
    return ctx.text.rfind("《", before, span.start) > ctx.text.rfind("》", before, span.start)


def _sentence(text: str, span: Span) -> tuple[int, int]:
    start, stop = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start, span.start)]
    after = _SENTENCE_END.search(text, span.end, stop)
    return (ends[-1] if ends else start), (after.start() if after else stop)


def _finding(ctx: RuleContext, uses: Sequence[AgencyUse], agency: Agency, when: Issued) -> Finding:
    first = uses[0]
    names = [f"{first.place}{_at_level(name, first.body)}" for name in names_then(agency, when, ctx.registry)]
    then = "或".join(f"“{name}”" for name in names)
    if validity(agency, when) is Validity.ENDED:
        what = f"已改为{then}" if then else "已不再使用"
    else:
        what = f"还没有启用，当时是{then}" if then else "还没有启用"
    times = f"（全文共{len(uses)}处）" if len(uses) > 1 else ""
    return Finding(
        severity=Severity.WARNING,
        message=f"“{first.name}”在成文时（{when}）{what}{times}",
        span=first.span,
        related=tuple(ctx.here(use.span) for use in uses[1 : _MANY + 1]),
        suggestion=Suggestion(replace=names[0]) if len(names) == 1 else None,
    )


def _at_level(name: str, body: str) -> str:
    """县农业农村局 as 区农业农村局 or 农业农村局 where the draft writes the name so."""
    if name[:1] != "县" or body[:1] == "县":
        return name
    return f"{body[0]}{name[1:]}" if has_level(body) else name[1:]
