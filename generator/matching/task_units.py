"""Units that a draft charges with a task that its source names by the same name and charges others with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.facts.charged_names import ChargedName, find_charged_names
from generator.matching.agency_names import one_agency
from generator.matching.bonds import Bond
from generator.matching.reading import Reading
from generator.matching.source_view import SourceView
from generator.matching.unit_list_matching import in_time
from generator.matching.verdicts import AssignmentMatch, Verdict
from generator.model.agency import AgencyRegistry, Role
from generator.model.facts import AgencyMention, Assignment, AssignmentForm
from generator.model.place import Span
from generator.patterns import compiled
from generator.text.agency_actors import is_collective
from generator.text.agency_levels import LEVELS, of_other_levels, without_place

_HOW = r"精准|深入|扎实|全面|全力|大力|着力|切实|加快|加大|加强|积极|持续|稳步|进一步|继续|不断|统筹|重点|有序|认真|严格|广泛|充分"
_DO = r"实施|推进|推动|开展|做好|抓好|落实|提升|提高|强化|完善|健全|建立|优化|促进|支持|动员|打造|拓展|加快|加大|加强|深化|巩固|改善|构建|组织|引导"
_OPENING = compiled(rf"^(?:(?:{_HOW}|{_DO})(?=[一-鿿]{{4}}))+")
_CLOSING = compiled(r"(?:巩固提升)?(?:项目|工程|行动|工作|力度|计划|任务|方面)$")
_NAME = compiled(r"[一-鿿“”+]{4,12}")
# Names that every paper has for its last chapters.
_GENERAL = compiled(
    r"组织|领导|保障措施|考核|督查|督导|监督|宣传|协调|机制|责任|资金|管理|制度|台账|档案|培训|目标|要求|方案"
)
_OWN = frozenset("县区市旗")
# 住房城乡建设部负责牵头实施农村人居环境改善扶贫行动: what is behind the words that charge.
_CHARGES = compiled(r"负责|牵头|主管|承担")
_CHARGED = compiled(
    r"^(?:(?:具体|分别|共同|统一)?(?:负责|牵头|组织|承担|指导|协调|督促|统筹)(?=[一-鿿]{6}))+"
)
_PURE = compiled(r"(?:的?(?:组织)?实施)?(?:工作|任务)?$")
_LONG_NAME = compiled(r"[一-鿿“”+]{8,24}")
_NOUN = compiled(
    r"(?:行动|工程|项目|考核|整治|治理|改造|改革|建设|管理|保障|帮扶|救助|监测|评估|统计|验收|普查|服务|培训|推广|扶贫|搬迁|体系|制度|机制|政策|规划|计划|标准)$"
)
_LEADS_BEFORE = compiled(r"牵头(?:责任)?(?:单位|部门)?(?:是|为|：|:)[\s　]*$|牵头的(?:就是|是)$")
_LEADS_AFTER = compiled(r"(?:继续|仍|具体|负责)?(?:牵头|抓总|挑头|负总责)")
_NEAR = 8
_CENTRAL = compiled(r"(?:国家|国务院|中央|中国|全国)[一-鿿]+|[一-鿿]+(?:部|总局|总署|署)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Charge:
    """All that the source says of the task of one name: who is charged with it, and the passages that say so."""

    first: Assignment
    units: tuple[AgencyMention, ...]
    passages: str


def match_task_units(
    draft: Reading, view: SourceView, registry: AgencyRegistry, decided: Sequence[Span]
) -> Iterator[AssignmentMatch]:
    """Tasks of the draft whose units are, by ``view``, those of other tasks and not of this."""
    if view.bond is not Bond.CLOSE:
        return
    charges = _charges(view.reading)
    verdict = Verdict.CONTRADICTS if in_time(draft, view) else Verdict.NEARBY
    everybody = [mention.name for item in view.reading.facts.assignments for mention in item.agencies]
    for found in find_charged_names(draft.facts.document.text, tuple(charges)):
        if any(map(found.span.overlaps, decided)):
            continue
        charge = charges[found.name]
        if _is_exchanged(found, charge, everybody, registry) or _leads_for_another(
            draft.facts.document.text, found, charge, registry
        ):
            yield _match(draft, view, found, charge, verdict)


def _charges(reading: Reading) -> Mapping[str, _Charge]:
    """The tasks that the source names shortly and charges named units with, each name for one task only."""
    text = reading.facts.document.text
    grouped: dict[str, list[Assignment]] = defaultdict(list)
    for item in reading.facts.assignments:
        if name := _charged_name(text, item):
            grouped[name].append(item)
    found: dict[str, _Charge] = {}
    for name, items in grouped.items():
        found[name] = _Charge(
            first=items[0],
            units=tuple(mention for item in items for mention in item.agencies),
            passages="\n".join(passage for item in items for passage in _passages(reading, item)),
        )
    return {
        name: charge
        for name, charge in found.items()
        if not any(name != other and (name in other or other in name) for other in found)
    }


def _charged_name(text: str, item: Assignment) -> str:
    """The name of a task; in prose only a long one of which a named unit is said to answer for it."""
    if item.form is not AssignmentForm.PROSE:
        return task_name(item.task)
    name = _PURE.sub("", _OPENING.sub("", _CHARGED.sub("", item.task.strip())))
    charged = _CHARGES.search(item.quote) and not any(is_collective(unit.name) for unit in item.agencies)
    return name if charged and _LONG_NAME.fullmatch(name) and _NOUN.search(name) else ""


def _passages(reading: Reading, item: Assignment) -> Iterator[str]:
    """The paragraphs of a task; of one in prose its sentence, as the next may charge others with other tasks."""
    document = reading.facts.document
    if item.form is AssignmentForm.PROSE:
        yield item.quote
        return
    for at in _places(item):
        if block := document.block_at(at):
            yield block.span.of(document.text)


def _places(item: Assignment) -> tuple[int, ...]:
    return (item.span.start, *((item.task_span.start,) if item.task_span else ()))


def task_name(task: str) -> str:
    """科技扶贫 of 精准实施科技扶贫项目; empty where what is left is no name."""
    name = _OPENING.sub("", _CLOSING.sub("", task.strip())).strip("“”")
    return name if _NAME.fullmatch(name) and not _GENERAL.search(name) else ""


def _is_exchanged(
    found: ChargedName, charge: _Charge, everybody: Sequence[str], registry: AgencyRegistry
) -> bool:
    """Whether nobody charged with it in the draft has to do with it in the source, though the source knows them."""
    named = [unit.name for unit in found.units if not is_collective(unit.name)]
    lead = [mention.name for mention in charge.units if not is_collective(mention.name)]
    if not named or not lead or not any(_of_one_level(named[0], name) for name in lead):
        return False
    if of_other_levels(named, lead):
        return False
    if any(one_agency(name, mention.name, registry) for name in named for mention in charge.units):
        return False
    if any(_core(name) in charge.passages for name in named):
        return False
    return all(any(one_agency(name, other, registry) for other in everybody) for name in named)


def _leads_for_another(text: str, found: ChargedName, charge: _Charge, registry: AgencyRegistry) -> bool:
    """综合保障扶贫的牵头单位是县人社局, where the source has the one named unit that leads it and this one among the others."""
    before, after = text[max(0, found.span.start - _NEAR) : found.span.start], text[found.span.end :][:_NEAR]
    alone = len(found.units) == 1 and len(charge.first.lead) == 1 and len(charge.first.agencies) > 1
    if not alone or len(charge.first.agencies) != len(charge.units) or found.span.start < found.place.end:
        return False
    if not (_LEADS_BEFORE.search(before) or _LEADS_AFTER.match(after)):
        return False
    name, lead = found.units[0].name, charge.first.lead[0]
    others = [mention.name for mention in charge.units if mention.name != lead]
    return not one_agency(name, lead, registry) and any(one_agency(name, other, registry) for other in others)


def _of_one_level(one: str, other: str) -> bool:
    """县民政局 and 县财政局; 民政局 is of the level of the paper that leaves the level out."""
    first, second = (
        bare[:1] if bare[:1] in LEVELS else "" for bare in (without_place(one), without_place(other))
    )
    if bool(first) != bool(second) and any(_CENTRAL.fullmatch(name) for name in (one, other)):
        return False
    return first == second or (not (first and second) and (first or second) in _OWN)


def _core(name: str) -> str:
    bare = without_place(name)
    return bare[1:] if bare[:1] in LEVELS else bare


def _match(
    draft: Reading, view: SourceView, found: ChargedName, charge: _Charge, verdict: Verdict
) -> AssignmentMatch:
    source = charge.first
    if source.form is AssignmentForm.PROSE:  # who alone answers for it leads
        alone = tuple(replace(mention, role=Role.LEAD) for mention in source.agencies)
        source = replace(source, agencies=alone)
    leads = bool(source.lead) or any(mention.role is Role.LEAD for mention in charge.units)
    role = Role.LEAD if leads else Role.RESPONSIBLE
    mentions = tuple(AgencyMention(name=unit.name, span=unit.span, role=role) for unit in found.units)
    return AssignmentMatch(
        assignment=Assignment(
            span=found.span,
            quote=found.span.of(draft.facts.document.text),
            task=found.name,
            agencies=mentions,
            form=AssignmentForm.PROSE,
            task_span=found.place,
            open_ended=True,
        ),
        verdict=verdict,
        source=view.source,
        counterpart=source,
        difference=f"牵头单位不同（来源为{'、'.join(source.lead)}）" if leads else "单位不同",
        score=1.0,
    )
