"""同一单位前后写法不一。

## 检查内容

正文里同一个单位用了两种写法：一处写县人社局，一处写县人力资源社会保障局。一个单位提示一次。
先写全称并注明“以下简称”的，标题、落款、主送、抄送和引用文件里用全称的，不提示。

## 依据

同一文件里的称谓前后一致，简称在第一次使用时注明：《党政机关公文处理工作条例》第九条，公文写作通例。

## 反例

    （牵头单位：县人力资源社会保障局；责任单位：县财政局）
    （牵头单位：⟦县人社局⟧；责任单位：县财政局）

## 正例

    （牵头单位：县人社局；责任单位：县财政局）
    （牵头单位：县人社局；责任单位：县民政局）

## 已知局限

只认名录里登记的写法和逐词取字的简称；改名前后的名称不算两种写法。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.checking.agency_uses import AgencyUse, agency_uses, registered
from generator.checking.context import RuleContext
from generator.checking.rule import rule
from generator.model.agency import AgencyRegistry, Level
from generator.model.finding import Finding, Severity
from generator.patterns import compiled
from generator.text.agency_levels import has_level
from generator.text.agency_words import abbreviates, is_made_of_words

_DEFINED = compiled(r"\s*[（(][^（()）]{0,12}简称")
# Lines that give names in full whatever the text calls them.
_FORMAL_LINE = compiled(
    r"^\s*(?:抄送|主送|发送|印发|签发)|(?<!单位)(?<!部门)(?<!乡镇)[：:]\s*$|文件\s*$|印发\s*$"
)
_TWO_SENSES = ("政府", "党委", "县委", "委员会")
_SHORT_LINE, _LONGEST_LINE = 8, 300
# The office of a leading group is named in full where it acts as such, the body that houses it by its short name.
_OF_GROUP = compiled(r"领导小组|联席会议|指挥部|以上|^.[级直]")


@rule(
    title="同一单位前后写法不一",
    severity=Severity.HINT,
    profile="review",
    advice="全文统一用一种写法；要用简称的，第一次写全称并注明“以下简称”",
)
def check(ctx: RuleContext) -> Iterator[Finding]:
    forms: dict[str, list[AgencyUse]] = {}
    for use in agency_uses(ctx):
        if _counts(ctx, use):
            forms.setdefault(use.body, []).append(use)
    for names in _grouped(forms, ctx.registry):
        first, other = names[0], names[1]
        if not any(_is_defined(ctx, use) for name in names for use in forms[name]):
            yield _finding(ctx, forms[first], forms[other])


def _counts(ctx: RuleContext, use: AgencyUse) -> bool:
    """Whether ``use`` stands in the body of the text, by a name that stands for one agency only."""
    if not has_level(use.body) or use.body.endswith(_TWO_SENSES) or _OF_GROUP.search(use.body):
        return False
    agency = registered(use.body, ctx.registry)
    if agency is not None and (agency.members or agency.level is Level.TOWNSHIP):
        return False
    return not _in_formal_place(ctx, use)


def _in_formal_place(ctx: RuleContext, use: AgencyUse) -> bool:
    """In masthead, title, recipients, signature or imprint, or in the title of another document."""
    before = max(0, use.span.start - _LONGEST_LINE)
    if ctx.text.rfind("《", before, use.span.start) > ctx.text.rfind("》", before, use.span.start):
        return True
    block = ctx.facts.document.block_at(use.span.start)
    if block is None or len(block.span) > _LONGEST_LINE:
        return False
    line = block.span.of(ctx.text).strip()
    alone = not use.is_assigned and len(line) <= len(use.span) + _SHORT_LINE and "。" not in line
    return alone or line in (ctx.facts.header.title or "") or _FORMAL_LINE.search(line) is not None


def _is_defined(ctx: RuleContext, use: AgencyUse) -> bool:
    return _DEFINED.match(ctx.text, use.span.end) is not None


def _grouped(forms: Iterable[str], registry: AgencyRegistry) -> Iterator[tuple[str, ...]]:
    """Names of one agency where there are several, in the order of the text."""
    groups: defaultdict[object, list[str]] = defaultdict(list)
    unknown: defaultdict[str, list[str]] = defaultdict(list)
    for name in forms:
        agency = registered(name, registry)
        if agency is not None:
            groups[name[0], id(agency)].append(name)
        elif is_made_of_words(name):
            unknown[f"{name[:2]}{name[-1]}"].append(name)
    yield from (tuple(names) for names in groups.values() if len(names) > 1)
    for names in unknown.values():
        yield from _abbreviated(names)


def _abbreviated(names: list[str]) -> Iterator[tuple[str, ...]]:
    """Of names that no registry knows, each that is short for another."""
    for index, name in enumerate(names):
        for other in names[index + 1 :]:
            if abbreviates(name, other) or abbreviates(other, name):
                yield name, other
                break


def _finding(ctx: RuleContext, one: list[AgencyUse], other: list[AgencyUse]) -> Finding:
    """At the first place of the rarer form, of the later where both are as frequent."""
    rarer, usual = (one, other) if len(one) < len(other) else (other, one)
    return Finding(
        severity=Severity.HINT,
        message=f"“{rarer[0].name}”（{len(rarer)}处）与“{usual[0].name}”（{len(usual)}处）是一个单位的两种写法",
        span=rarer[0].span,
        related=(ctx.here(usual[0].span),),
    )
