"""Lists of units against those of a source: where the words of a task are few or others, the list itself tells which
it is, if all of its units but one are those of one list of the source and of no other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.matching.agency_names import lacking, one_agency
from generator.matching.bonds import Bond
from generator.matching.periods import compatible, years_in
from generator.matching.reading import Reading
from generator.matching.source_view import SourceView
from generator.matching.unit_lists import (
    ListedTask,
    first_named_leads,
    is_of_another_act,
    listed_tasks,
    promises_complete_lists,
)
from generator.matching.verdicts import AssignmentMatch, Verdict
from generator.matching.wording import Weights
from generator.model.agency import AgencyRegistry, Role
from generator.model.facts import AgencyMention, Assignment, AssignmentForm
from generator.model.place import Span
from generator.text.agency_actors import is_collective
from generator.text.agency_levels import of_other_levels

_TOP = 0.8  # the words of a task must be nearly as like as those of the likeliest of all
_RIVAL, _EXACT, _UNION = 0.6, 0.5, 0.25
# How alike the words must be for so many units in common; more where the draft does not promise whole lists.
_ENOUGH = {2: 0.35, 3: 0.3}
_ENOUGH_OF_MANY, _UNPROMISED = 0.2, 0.1
_BY_NAME, _LIKELY = 0.25, 0.12
_SEVERAL, _TELLING, _LEAST = 4, 0.15, 0.12  # units that stand in no other of several lists need fewer words
_NAMED, _WORDS_OF_NAMED = 0.8, 0.35


@dataclass(frozen=True, slots=True, kw_only=True)
class _Near:
    """A list of the source with the units that only one side has. ``words``: how alike what is said of the tasks is,
    ``named``: how alike their names are, ``telling``: how many of the shared units stand in no other list of the source."""

    task: ListedTask
    common: tuple[str, ...]
    missing: tuple[AgencyMention, ...]
    extra: tuple[AgencyMention, ...]
    words: float
    named: float
    telling: int = 0

    @property
    def shared(self) -> int:
        return len(self.common)

    @property
    def rank(self) -> float:
        """How likely this is the draft's task: by what is said of it, and by its name."""
        return self.words + _BY_NAME * self.named

    @property
    def strength(self) -> float:
        return max(self.words, self.named / 2)

    @property
    def differs(self) -> bool:
        return bool(self.missing or self.extra)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Papers:
    """What the two papers say of their lists: the draft that they are whole, either that the first-named leads."""

    promised: bool
    first_leads: bool
    registry: AgencyRegistry


def match_unit_lists(
    draft: Reading, view: SourceView, registry: AgencyRegistry, decided: Sequence[Span]
) -> Iterator[AssignmentMatch]:
    """What ``view`` says of the draft's lists of units outside the spans that are decided already."""
    if view.bond is not Bond.CLOSE:
        return
    lists = [
        task
        for task in listed_tasks(draft)
        if task.charged and len(task.names) > 1 and not any(map(task.span.overlaps, decided))
    ]
    known = listed_tasks(view.reading) if lists else ()
    if not known:
        return
    text = draft.facts.document.text
    papers = _Papers(
        promised=promises_complete_lists(text), first_leads=first_named_leads(text), registry=registry
    )
    weights = Weights()
    weights.learn(task.words for task in known)
    holds = papers.promised or in_time(draft, view)
    for task in lists:
        comparable = (other for other in known if not of_other_levels(task.names, other.names))
        near = _with_telling([_near(task, other, weights, registry) for other in comparable])
        if found := _judged(task, near, papers):
            verdict = found[0] if holds else Verdict.NEARBY
            yield _match(draft, view, task, found[1], papers, verdict)


def in_time(draft: Reading, view: SourceView) -> bool:
    """Whether the source's division of work holds for the draft's year; one whose title names no year holds on."""
    title = view.reading.facts.header.title or view.source.identity.title
    return compatible(draft.years, view.reading.years) or not years_in(title)


def _near(task: ListedTask, other: ListedTask, weights: Weights, registry: AgencyRegistry) -> _Near:
    shared = [
        mention
        for mention in task.mentions
        if any(one_agency(mention.name, known.name, registry) for known in other.mentions)
    ]
    helped = any(mention.role is Role.SUPPORTING for mention in task.mentions)
    led = task.helping and not task.lead and len(other.lead) < len(other.mentions)
    missing = tuple(
        known
        for known in other.mentions
        if not _is_general(known.name)
        and (helped or known.role is not Role.SUPPORTING)
        and not (led and known.role is Role.LEAD)
        and not any(one_agency(mention.name, known.name, registry) for mention in task.mentions)
    )
    return _Near(
        task=other,
        common=tuple(mention.name for mention in shared),
        missing=missing,
        extra=tuple(
            mention for mention in task.mentions if mention not in shared and not _is_general(mention.name)
        ),
        words=weights.likeness(task.words, other.words),
        named=weights.likeness(task.named, other.named),
    )


def _with_telling(all_near: Sequence[_Near]) -> list[_Near]:
    """With the number of units that only one list of the source shares with the draft's."""
    holders = Counter(name for near in all_near for name in near.common)
    if len(all_near) < _SEVERAL:
        return list(all_near)
    return [replace(near, telling=sum(holders[name] == 1 for name in near.common)) for near in all_near]


def _is_general(name: str) -> bool:
    """各有关省级人民政府 and 相关乡镇 may be left out of a list that is otherwise whole."""
    return (is_collective(name) and not name.startswith("全国")) or name.endswith(("人民政府", "政府"))


def _judged(task: ListedTask, all_near: Sequence[_Near], papers: _Papers) -> tuple[Verdict, _Near] | None:
    ranked = sorted(all_near, key=lambda near: near.rank, reverse=True)
    told_whole = papers.promised or task.tally > 0
    close = [near for near in ranked if _is_close(near, told_whole)]
    if not close or close[0].rank < _TOP * ranked[0].rank:
        return None
    best = close[0]
    if best.shared < _SEVERAL and is_of_another_act(task.task, best.task.words):
        return None
    exact = next((near for near in ranked if not near.differs and near.shared > 1), None)
    if exact is not None and exact.rank >= _EXACT * best.rank:
        return (Verdict.CONTRADICTS if _leads(task, exact, papers) else Verdict.SAME, exact)
    told = _told(task, best, papers)
    if not told.differs and not _leads(task, best, papers):
        return None
    if any(near.rank >= _RIVAL * best.rank and _other_units(near, best) for near in close[1:]):
        return None
    share, least = (_UNION, _LIKELY)
    likely = [near for near in ranked if near is not best and near.rank >= max(share * best.rank, least)]
    joined = not told.missing  # of two tasks written as one
    if joined and any(_belongs_to(mention, near, papers) for mention in told.extra for near in likely):
        return None
    return Verdict.CONTRADICTS, told


def _is_close(near: _Near, told_whole: bool) -> bool:
    """Whether one unit at most is missing, one too many, and the words are alike enough for what is in common."""
    if len(near.missing) > 1 or len(near.extra) > 1:
        return False
    if near.shared < 2:
        return near.shared == 1 and near.named >= _NAMED and near.words >= _WORDS_OF_NAMED
    wanted = _ENOUGH.get(near.shared, _ENOUGH_OF_MANY) + (0 if told_whole else _UNPROMISED)
    return near.strength >= max(wanted - _TELLING * near.telling, _LEAST)


def _other_units(near: _Near, best: _Near) -> bool:
    """Whether another list would tell of other units."""
    return {m.name for m in near.missing} != {m.name for m in best.missing} or {
        m.name for m in near.extra
    } != {m.name for m in best.extra}


def _belongs_to(mention: AgencyMention, near: _Near, papers: _Papers) -> bool:
    return any(one_agency(mention.name, known.name, papers.registry) for known in near.task.mentions)


def _told(task: ListedTask, near: _Near, papers: _Papers) -> _Near:
    """``near`` without what the draft may leave out and what the source leaves open."""
    replaced = bool(near.missing and near.extra) and task.complete
    whole = task.complete and (papers.promised or task.tally > 0 or task.divided)
    closed = papers.promised or not (near.task.open_ended or near.task.ragged)
    return replace(
        near,
        missing=near.missing if whole or replaced else (),
        extra=near.extra if (closed and not task.ragged) or replaced else (),
    )


def _leads(task: ListedTask, near: _Near, papers: _Papers) -> tuple[str, str] | None:
    """The lead of the draft and that of the source where they differ: by name, or by place in the list."""
    ours, theirs = _lead_of(task, papers.first_leads), _lead_of(near.task, True)
    if not ours or not theirs or one_agency(ours, theirs, papers.registry):
        return None
    known = any(one_agency(ours, name, papers.registry) for name in near.task.names)
    return (
        (ours, theirs)
        if known and any(one_agency(theirs, name, papers.registry) for name in task.names)
        else None
    )


def _lead_of(task: ListedTask, first_leads: bool) -> str:
    """The one unit that leads; empty where none or several do."""
    if len(task.lead) == 1 and len(task.names) > 1:
        return task.lead[0]
    return task.names[0] if first_leads and not task.lead and not _is_general(task.names[0]) else ""


def _match(
    draft: Reading, view: SourceView, task: ListedTask, near: _Near, papers: _Papers, verdict: Verdict
) -> AssignmentMatch:
    leads = _leads(task, near, papers)
    ours, theirs = ({leads[0]}, {leads[1]}) if leads else _leads_to_show(task, near, papers)
    kept = tuple(
        mention
        for mention in near.task.mentions
        if mention in near.missing
        or any(one_agency(mention.name, name, papers.registry) for name in task.names)
    )
    open_ended = not near.missing
    parts = [f"牵头单位不同（来源为{leads[1]}）"] if leads else []
    parts += [f"缺{mention.name}" for mention in near.missing] + [
        f"多{mention.name}" for mention in near.extra
    ]
    return AssignmentMatch(
        assignment=_assignment(draft, task, task.mentions, ours, open_ended=open_ended),
        verdict=verdict,
        source=view.source,
        counterpart=_assignment(view.reading, near.task, kept, theirs, open_ended=not near.extra),
        difference="；".join(parts),
        by_order=bool(leads) and not (task.lead and near.task.lead),
        score=round(near.strength, 3),
    )


def _leads_to_show(task: ListedTask, near: _Near, papers: _Papers) -> tuple[set[str], set[str]]:
    """The unit that stands for one that leads; else the leads where both sides name the same."""
    if len(near.missing) == len(near.extra) == 1 and near.missing[0].role is Role.LEAD:
        return {near.extra[0].name}, {near.missing[0].name}
    ours, theirs = task.lead, near.task.lead
    same = len(ours) == len(theirs) and not lacking(ours, theirs, papers.registry)
    return (set(ours), set(theirs)) if same else (set(), set())


def _assignment(
    reading: Reading, task: ListedTask, mentions: Sequence[AgencyMention], lead: set[str], *, open_ended: bool
) -> Assignment:
    return Assignment(
        span=task.span,
        quote=task.span.of(reading.facts.document.text),
        task=task.task,
        agencies=tuple(
            replace(mention, role=Role.LEAD if mention.name in lead else Role.RESPONSIBLE)
            for mention in mentions
        ),
        form=AssignmentForm.LINE,
        open_ended=open_ended,
    )
