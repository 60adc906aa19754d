"""The lists of units of one document, each with the words of its task."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.facts.assignment_lists import UnitList, find_unit_lists
from generator.matching.reading import Reading
from generator.matching.wording import pairs
from generator.model.agency import Role
from generator.model.facts import AgencyMention, Assignment, AssignmentForm, Heading
from generator.model.place import Span
from generator.patterns import compiled
from generator.text.agency_roles import FIRST_LEADS

_BEFORE, _AFTER, _SHORTEST, _OPENS, _WHOLE = 320, 60, 6, 24, 120
_BEHIND_LEAD = compiled(
    r"[，,；;、。\s　]*(?:由|会同|和|与|(?:责任|配合|参与|参加|协办|成员)的?(?:单位|部门)?(?:为|是|有|：|:)?)?"
)
_ACT = compiled(
    r"(?P<act>督查|督导|检查|巡察|考核|验收|审计|评估|监测|监管|调度|统计|普查|调研|比对|档案|台账|资金|经费|对象|名单)"
    r"(?:工作|活动|任务|情况|事宜|组织|管理|拨付|认定|核查|方面)*(?:[，,：:]|继续|仍|都|统一)*$"
)
_MARKED = compiled(r"[（(](?:牵头|负责|主责|主办)(?:单位|部门)?[）)]")
_NO_TASK = compiled(r"^(?:国家|中央|[省市县区])(?:级|直|里)?(?:层面|单位|部门)?(?:的?分工)?[：:，,]?$")
# 危房改造，由县住建局负责: where a heading goes on to its units.
_LISTS = compiled(r"[，,]?(?:由|牵头|责任|负责)|[（(]")
_STOP = compiled(r"[。；;！？!?\n]")
# 此项由…负责: what it is stands before.
_THIS = compiled(
    r"[\s　]*(?:(?:此|该|这|本|上述|以上)(?:[一两二三四五六七八九十几些]?[项类件块])?(?:工作|任务|事项|项目)?|具体|都|均)?[，,]?由"
)
# 除“等”字概括的以外，点名的部门全数列出，不作增减.
_COMPLETE = compiled(
    r"(?:[不没未无](?:再|另|得|有|作|做|予)*(?:任何)?(?:增(?:加|添)?[、和或及]?[不没未无]?(?:减|删|漏)|加[、]?[不没未无]?(?:减|漏)|遗漏|漏列|缺漏)"
    r"|(?:一律|概|均|都|也)?不(?:加|增列|另加)(?=[，。；;、]|$)|一(?:个|家)(?:也|都)?不(?:少|漏)|"
    r"(?:全数|全部|悉数|如数|逐一|一一|完整|照单|原样|原文|照原文)(?:照|都|均|予以)?(?:列|摘|抄|录|转)|列全|列齐|照列|照录|照抄|抄录)"
)
_OF_UNITS = compiled(r"部门|单位|责任|分工|名单|牵头")
_REFERS = compiled(r"[照按依据]|所列|点名|确定|规定|原文|抄|摘|括注")
_SENTENCES = compiled(r"[^。；;\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedTask:
    """Units in their order with what the text says of their task. ``named``: the words of its heading or its name.
    ``complete``: no 等 and no unit that could not be read; ``divided``: it divides the work, so that who is not named is
    left out; ``helping``: its lead is named elsewhere; ``tally``: how many units the text says there are."""

    span: Span
    mentions: tuple[AgencyMention, ...]
    words: frozenset[str]
    named: frozenset[str]
    task: str
    complete: bool
    open_ended: bool
    ragged: bool
    charged: bool
    tally: int
    divided: bool
    helping: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(mention.name for mention in self.mentions)

    @property
    def lead(self) -> tuple[str, ...]:
        return tuple(mention.name for mention in self.mentions if mention.role is Role.LEAD)


def is_of_another_act(task: str, words: frozenset[str]) -> bool:
    """Whether ``task`` is to inspect, to train or to pay for what ``words`` are about: 健康扶贫督查 is not 健康扶贫."""
    act = _ACT.search(task)
    return act is not None and act["act"] not in words


def promises_complete_lists(text: str) -> bool:
    """Whether the paper says that it names the units as its source does, all of them and no others."""
    return any(
        _OF_UNITS.search(sentence.group()) and _REFERS.search(sentence.group())
        for sentence in _SENTENCES.finditer(text)
        if _COMPLETE.search(sentence.group())
    )


def first_named_leads(text: str) -> bool:
    """Whether the paper says that the first-named unit of every list leads."""
    return FIRST_LEADS.search(text) is not None


def listed_tasks(reading: Reading) -> tuple[ListedTask, ...]:
    """The lists that the text gives, with or without words of roles, in text order."""
    text = reading.facts.document.text
    bare = find_unit_lists(text)
    kept = [item for item in reading.facts.assignments if not any(_holds_more(each, item) for each in bare)]
    spans = [item.span for item in kept]
    found = [_of_assignment(reading, item) for item in kept if len(item.agencies) > 1 or item.lead]
    found += [_of_list(reading, item) for item in bare if not any(map(item.span.overlaps, spans))]
    return tuple(_with_leads(text, sorted(found, key=lambda task: task.span)))


def _with_leads(text: str, tasks: Sequence[ListedTask]) -> Iterator[ListedTask]:
    """由甲牵头，乙、丙等参加: the list behind the lead belongs to it."""
    held: ListedTask | None = None
    for task in tasks:
        if held is not None and held.lead and not task.lead and _goes_on(text, held.span, task.span):
            held = _joined(held, task)
            continue
        if held is not None:
            yield held
        held = task
    if held is not None:
        yield held


def _goes_on(text: str, lead: Span, others: Span) -> bool:
    between = text[lead.end : others.start] if lead.end <= others.start else ""
    return _BEHIND_LEAD.fullmatch(between) is not None


def _joined(leading: ListedTask, task: ListedTask) -> ListedTask:
    return replace(
        task,
        span=leading.span.cover(task.span),
        mentions=(*leading.mentions, *task.mentions),
        words=leading.words | task.words,
        named=leading.named | task.named,
        task=leading.task or task.task,
        charged=True,
        divided=True,
    )


def _holds_more(item: UnitList, assignment: Assignment) -> bool:
    return item.span.overlaps(assignment.span) and len(item.agencies) > len(assignment.agencies)


def _of_list(reading: Reading, item: UnitList) -> ListedTask:
    mentions = tuple(
        AgencyMention(
            name=_MARKED.sub("", agency.name),
            span=agency.span,
            role=Role.LEAD if _MARKED.search(agency.name) else Role.RESPONSIBLE,
        )
        for agency in item.agencies
    )
    words, named, task = _task_at(reading, item.span)
    document = reading.facts.document
    block = document.block_at(item.span.start)
    in_cell = (  # 任务｜单位: a cell that holds the list and nothing else
        block is not None
        and block.cell is not None
        and block.span.of(document.text).strip() == item.span.of(document.text).strip()
    )
    return ListedTask(
        span=item.span,
        mentions=mentions,
        words=words,
        named=named,
        task=task,
        complete=not item.open_ended and not item.ragged,
        open_ended=item.open_ended,
        ragged=item.ragged,
        charged=item.charged or in_cell,
        tally=item.tally,
        divided=item.closed or in_cell or any(mention.role is Role.LEAD for mention in mentions),
        helping=item.helping,
    )


def _of_assignment(reading: Reading, item: Assignment) -> ListedTask:
    span = Span(item.agencies[0].span.start, item.agencies[-1].span.end)
    words, named, task = _task_at(reading, span, item)
    before = item.task_span is not None and item.task_span.start < item.span.start
    named_so = before and not _NO_TASK.search(item.task)
    if item.task and (named_so or item.form is not AssignmentForm.PROSE):
        named, task = pairs(item.task), item.task
    divided = bool(item.responsible or item.supporting)
    return ListedTask(
        span=item.span,
        mentions=item.agencies,
        words=words | pairs(item.task),
        named=named,
        task=task,
        complete=not item.open_ended,
        open_ended=item.open_ended,
        ragged=False,
        charged=True,
        tally=0,
        divided=item.form is not AssignmentForm.PROSE or divided,
    )


def _task_at(
    reading: Reading, span: Span, item: Assignment | None = None
) -> tuple[frozenset[str], frozenset[str], str]:
    """The words around a list, those of its heading, and the heading."""
    document = reading.facts.document
    text = document.text
    block = document.block_at(span.start)
    floor = block.span.start if block else text.rfind("\n", 0, span.start) + 1
    if block is not None and block.cell is not None:
        row = " ".join(
            other.span.of(text)
            for other in document.blocks
            if other.cell and other.cell.table == block.cell.table and other.cell.row == block.cell.row
        )
        return pairs(row), pairs(row), ""
    heading = _heading_at(reading.facts.outline, span.start)
    before = text[max(floor, span.start - _BEFORE) : span.start]
    ceiling = block.span.end if block else len(text)
    stop = _STOP.search(text, span.end, ceiling)
    opens = len(before) <= _OPENS  # 牵头：甲。责任：乙、丙。 and then what is to be done
    end = span.end + _WHOLE if opens else min(stop.start() if stop else ceiling, span.end + _AFTER)
    after = text[span.end : min(end, ceiling)]
    begun = max((mark.end() for mark in _STOP.finditer(before)), default=0)
    refers = _THIS.match(before, begun) is not None
    if (
        not refers
        and len(before) - begun < _SHORTEST
        and len(after) > _SHORTEST + 2
        and not after.startswith(("）", ")"))
    ):
        before = before[begun:]
    if len(before) < _SHORTEST and (previous := document.block_at(max(floor - 1, 0))):
        before = previous.span.of(text)[-_BEFORE:] + before
    title = _LISTS.split(heading.title, maxsplit=1)[0] if heading else ""
    return pairs(before) | pairs(after) | pairs(title), pairs(title), title


def _heading_at(outline: Sequence[Heading], offset: int) -> Heading | None:
    index = bisect_right(outline, offset, key=lambda heading: heading.span.start) - 1
    return outline[index] if index >= 0 else None
