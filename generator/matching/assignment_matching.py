"""The draft's assignments against one source's: the same task, then its agencies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.matching.agency_names import lacking
from generator.matching.bonds import Bond
from generator.matching.pairing import rarity
from generator.matching.periods import compatible
from generator.matching.reading import Key, Reading
from generator.matching.restated_units import contradicts_county, restating
from generator.matching.source_view import SourceView
from generator.matching.task_units import match_task_units
from generator.matching.unit_list_matching import match_unit_lists
from generator.matching.unit_lists import is_of_another_act, promises_complete_lists
from generator.matching.verdicts import AssignmentMatch, Verdict
from generator.matching.wording import Weights, pairs
from generator.model.agency import AgencyRegistry
from generator.model.facts import Assignment, AssignmentForm
from generator.model.place import Span
from generator.patterns import compiled
from generator.text.agency_actors import is_collective
from generator.text.agency_levels import LEVELS, of_other_levels, without_place

_SAME_TASK = 0.45
_LIKELY_TASK, _NAMED_ALIKE, _FAR_AHEAD = 0.34, 0.45, 0.1
_LEAD = 0.04  # by how much the best task must be ahead of the next
# 健康扶贫继续由…, 旅游这一块，…: words that go with the charge and not with the task.
_ADVERB = compiled(
    r"(?:(?:工作|这一块|这块|这项|一项|方面)|(?:继续|仍然?|还是|依旧|统一|一律|主要|今年|仍旧|都))+[，,]?$"
)
_NO_TASK = compiled(
    r"(?:(?:此|该|这|本)(?:[一两二三四五六七八九十几些]?[项类件块])?(?:工作|任务|事项|项目)?|同样|也|都|均|具体|其中)?$"
    r"|(?:[一-鿿]{0,4}(?:资金|经费|投资|投入|补助|贷款))?[约共]?\d[\d.,]*[一-鿿]{1,4}$"
)
_ENDS = ("。", "；", ";", "\n")
_ANSWERS = compiled(r"负责|承担|牵头")
_CLAUSE = compiled(r"[^，,：:]+")
_OF_STATE = ("部", "总局", "监会", "国务院扶贫办")
_BEFORE = 400
_AFTER = 120
_TWO_DIGITS, _RARE, _MOST_FIGURES, _RATHER_NAMED = 0.45, 0.8, 6, 0.2
_WHOLLY_NAMED = 0.8
_MANY, _SEVERAL = 4, 2
_KEPT = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """An assignment with the words of its task and of its paragraph, the figures there and the nearest characters."""

    assignment: Assignment
    words: frozenset[str]
    passage: frozenset[str]
    figures: frozenset[Key]
    before: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """``named``: how alike the names of the tasks are; ``shared``: how many agencies both have."""

    task: _Task
    score: float
    named: float
    shared: int


def match_assignments(
    draft: Reading, view: SourceView, registry: AgencyRegistry
) -> Iterator[AssignmentMatch]:
    """What ``view`` says of each assignment of the draft whose task it knows."""
    if view.bond is Bond.ABOVE:
        yield from _of_the_county(draft, view, registry)
    if view.bond is not Bond.CLOSE:
        return
    by_tasks = list(_by_tasks(draft, view, registry))
    decided = [match.assignment.span for match in by_tasks if _is_decided(match)]
    by_lists = list(match_unit_lists(draft, view, registry, decided))
    told = [match.assignment.span for match in by_lists if match.verdict is not Verdict.NEARBY]
    # Where a task is named alike, that another task is alike and has the draft's units proves nothing.
    contradicted = [match.assignment.span for match in by_tasks if match.verdict is Verdict.CONTRADICTS]
    by_lists += match_task_units(draft, view, registry, [*contradicted, *told])
    better = [match.assignment.span for match in by_lists if match.verdict is Verdict.CONTRADICTS]
    for match in by_tasks:
        if match.verdict is Verdict.CONTRADICTS or not any(map(match.assignment.span.overlaps, better)):
            yield match
    yield from by_lists


def _of_the_county(draft: Reading, view: SourceView, registry: AgencyRegistry) -> Iterator[AssignmentMatch]:
    """What a township's plan restates of its county's division of work."""
    restated = restating(draft, view.reading.home)
    promised = promises_complete_lists(draft.facts.document.text) if restated.facts.assignments else False
    for match in _by_tasks(restated, view, registry):
        if match.verdict is not Verdict.CONTRADICTS or contradicts_county(match, registry, promised=promised):
            yield match


def _is_decided(match: AssignmentMatch) -> bool:
    """Whether the list of units can tell nothing more: not where the draft names fewer than the source so far, nor of
    one who leads by the draft and answers by the source."""
    if match.verdict is not Verdict.SAME:
        return match.verdict is Verdict.CONTRADICTS
    ours, theirs = match.assignment, match.counterpart
    fewer = len(ours.agencies) < len(theirs.agencies)
    open_lead = len(ours.lead) == 1 and len(ours.agencies) > 1 and not theirs.lead
    return not fewer and not open_lead


def _by_tasks(draft: Reading, view: SourceView, registry: AgencyRegistry) -> Iterator[AssignmentMatch]:
    """What the source says of tasks that it names alike."""
    known = _tasks(view.reading)
    weights = Weights()
    weights.learn(task.passage | task.words for task in known)
    for task in _tasks(draft):
        ranked = _rank(task, known, weights, registry)
        if ranked and _is_same_task(ranked) and not _is_of_another_act(task, ranked[0]):
            match = _judge(task, ranked, view, registry)
            if match.verdict is Verdict.CONTRADICTS and not compatible(draft.years, view.reading.years):
                # Next year's division of work may be another.
                match = replace(match, verdict=Verdict.NEARBY)
            told = _answers(task.assignment) and _figures_in_common(task, ranked[0].task) >= _SEVERAL
            if match.verdict is Verdict.SAME or _assigns(task.assignment) or (told and _one_for_one(match)):
                yield match


def _is_same_task(ranked: Sequence[_Candidate]) -> bool:
    """Whether the best is the task itself: well matched, or named alike, with several of the agencies, and far ahead."""
    best = ranked[0]
    if best.score >= _SAME_TASK:
        return True
    ahead = all(best.score >= other.score + _FAR_AHEAD for other in ranked[1:2])
    told = best.named >= _NAMED_ALIKE and best.shared >= _SEVERAL
    # 教育扶贫 is wholly the name of one task and of no other.
    named = best.named >= _WHOLLY_NAMED and all(other.named <= best.named / 2 for other in ranked[1:])
    return best.score >= _LIKELY_TASK and (told or named) and ahead


def _is_of_another_act(task: _Task, best: _Candidate) -> bool:
    return best.shared < _MANY and is_of_another_act(
        task.assignment.task, best.task.words | best.task.passage
    )


def _assigns(draft: Assignment) -> bool:
    """Whether the draft divides the work; running prose that only bids somebody do something does not."""
    return draft.form is not AssignmentForm.PROSE or bool(draft.lead)


def _answers(draft: Assignment) -> bool:
    """县人保局承担733户的低保兜底: somebody answers for what the figures tell."""
    return _ANSWERS.search(draft.quote) is not None


def _figures_in_common(one: _Task, other: _Task) -> int:
    return sum(rarity(key) >= _TWO_DIGITS for key in one.figures & other.figures)


def _one_for_one(match: AssignmentMatch) -> bool:
    """Whether as many named units are charged, of whom another stands for one."""
    ours, theirs = (
        [mention.name for mention in item.agencies if not is_collective(mention.name)]
        for item in (match.assignment, match.counterpart)
    )
    return len(ours) == len(theirs) and len(match.assignment.agencies) == len(match.counterpart.agencies)


def _tasks(reading: Reading) -> list[_Task]:
    return [_task(reading, assignment) for assignment in reading.facts.assignments if assignment.agencies]


def _task(reading: Reading, assignment: Assignment) -> _Task:
    facts = reading.facts
    text = facts.document.text
    start = max(assignment.span.start - _BEFORE, 0)
    words = assignment.task
    if whole := _sentence_of(text, assignment):
        start, words = max(start, whole.start), _first_clause(text, whole)
    elif assignment.task_span and assignment.task_span.start < assignment.span.start:
        start = max(start, assignment.task_span.start)
    elif block := facts.document.block_at(assignment.span.start):
        start = max(start, block.span.start)
    before = text[start : assignment.span.start]
    after = ""
    if assignment.form is AssignmentForm.PROSE and (block := facts.document.block_at(assignment.span.start)):
        after = text[assignment.span.end : min(block.span.end, assignment.span.end + _AFTER)]
    return _Task(
        assignment=assignment,
        names=tuple(mention.name for mention in assignment.agencies),
        words=pairs(_ADVERB.sub("", words)),
        passage=pairs(before) | pairs(words) | pairs(after),
        figures=reading.keys_within(start, assignment.span.end),
        before="".join(text[max(assignment.span.start - 2 * _KEPT, 0) : assignment.span.start].split())[
            -_KEPT:
        ],
    )


def _sentence_of(text: str, assignment: Assignment) -> Span | None:
    """Where what a sentence charges somebody with is told, if the clause right before tells no task: 此项由…, 低保兜底733户,
    资金1237.84万元，由…: from the beginning of the sentence, or of the one before it."""
    place = assignment.task_span
    if assignment.form is not AssignmentForm.PROSE or place is None or not tells_no_task(assignment.task):
        return None
    end = place.start - (text[place.start - 1 : place.start] in _ENDS)
    start = max(0, place.start - _BEFORE, *(text.rfind(mark, 0, end) + 1 for mark in _ENDS))
    return Span(start, place.start) if start < end else None


def tells_no_task(task: str) -> bool:
    """此项, 同样, 资金1237万元: words before a charge that do not say what it is."""
    return _NO_TASK.match(task) is not None


def _first_clause(text: str, sentence: Span) -> str:
    found = _CLAUSE.match(text, sentence.start, sentence.end)
    return found.group() if found else ""


def _rank(
    task: _Task, known: Sequence[_Task], weights: Weights, registry: AgencyRegistry
) -> list[_Candidate]:
    ranked = [_compared(task, other, weights, registry) for other in known]
    if told := _told_by_figures(task, ranked):
        ranked = [replace(one, score=max(one.score, _SAME_TASK)) if one is told else one for one in ranked]
    return sorted(ranked, key=lambda candidate: candidate.score, reverse=True)


def _told_by_figures(task: _Task, ranked: Sequence[_Candidate]) -> _Candidate | None:
    """The one candidate that states the telling figures of the task: 新增转移就业770人."""
    telling = {key for key in task.figures if rarity(key) >= _TWO_DIGITS}
    holders = [candidate for candidate in ranked if telling & candidate.task.figures]
    if len(task.figures) > _MOST_FIGURES or len(holders) != 1:
        return None
    shared = telling & holders[0].task.figures
    least = _TWO_DIGITS if holders[0].named >= _RATHER_NAMED else _RARE
    return holders[0] if sum(map(rarity, shared)) >= least and holders[0].named > 0 else None


def _compared(one: _Task, other: _Task, weights: Weights, registry: AgencyRegistry) -> _Candidate:
    task = weights.likeness(one.words, other.words)
    passage = weights.likeness(one.passage, other.passage)
    kept = len(one.before) == _KEPT and one.before == other.before
    wording = 0.4 * task + 0.35 * passage
    few = min(len(one.names), len(other.names)) < _MANY
    if few and not kept and wording + 0.25 < _LIKELY_TASK - _FAR_AHEAD:  # whoever answers for it
        return _Candidate(task=other, score=wording, named=task, shared=0)
    shared = len(one.names) - len(lacking(one.names, other.names, registry))
    company = shared / max(len(one.names), len(other.names))
    wording += 0.25 * company
    if shared >= _MANY:  # so many agencies come together for one task only
        wording = max(wording, 0.55 * company + 0.25 * task + 0.2 * passage)
    score = max(wording, 0.9 * kept + 0.1 * company)
    if of_other_levels(one.names, other.names) or (not shared and not _of_one_level(one.names, other.names)):
        score = 0.0  # the county's own units beside those of the state
    return _Candidate(task=other, score=score, named=task, shared=shared)


def _of_one_level(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether any unit of one side is of a level of the other; one whose name says no level may be of any county."""
    first, second = ({_level(name) for name in names} for names in (some, others))
    central = any(name.endswith(_OF_STATE) for name in (*some, *others))
    return not first.isdisjoint(second) or (("" in first or "" in second) and not central)


def _level(name: str) -> str:
    bare = without_place(name)
    return bare[:1] if bare[:1] in LEVELS and not bare.endswith(_OF_STATE) else ""


def _judge(
    task: _Task, ranked: Sequence[_Candidate], view: SourceView, registry: AgencyRegistry
) -> AssignmentMatch:
    best = _with_helpers(task, ranked[0])
    difference = compare(task.assignment, best.task.assignment, registry)
    verdict = Verdict.CONTRADICTS if difference else Verdict.SAME
    rivals = [other for other in ranked[1:] if other.score > best.score - _LEAD]
    for rival in rivals:
        if not difference:
            break
        if not compare(task.assignment, rival.task.assignment, registry):
            best, difference, verdict = rival, "", Verdict.SAME
    if difference and rivals:
        verdict = Verdict.NEARBY
    return AssignmentMatch(
        assignment=task.assignment,
        verdict=verdict,
        source=view.source,
        counterpart=best.task.assignment,
        difference=difference,
        score=round(best.score, 3),
    )


def _with_helpers(task: _Task, best: _Candidate) -> _Candidate:
    """The source as open to who helps, where it says in passing who answers for the task: 教育局“助学”：…."""
    source = best.task.assignment
    if source.form not in (AssignmentForm.LABEL, AssignmentForm.PROSE) or not task.assignment.supporting:
        return best
    return replace(best, task=replace(best.task, assignment=replace(source, open_ended=True)))


def compare(draft: Assignment, source: Assignment, registry: AgencyRegistry) -> str:
    """What differs, in Chinese; empty where the draft says nothing but what the source says."""
    said = tuple(mention.name for mention in draft.agencies)
    known = tuple(mention.name for mention in source.agencies)
    parts = []
    if _leads_differ(draft, source, registry):
        parts.append(f"牵头单位不同（来源为{'、'.join(source.lead)}）")
    missing = lacking(known, said, registry) if _is_complete(draft, source) else ()
    extra = () if source.open_ended else lacking(said, known, registry)
    if missing:
        parts.append(f"缺{'、'.join(missing)}")
    if extra:
        parts.append(f"多{'、'.join(extra)}")
    return "；".join(parts)


def _leads_differ(draft: Assignment, source: Assignment, registry: AgencyRegistry) -> bool:
    if not draft.lead or not source.lead:
        return False
    if lacking(draft.lead, source.lead, registry):
        return True
    left_out = lacking(source.lead, draft.lead, registry)
    # Sources that write every agency as 牵头责任单位 leave it to the draft who of them leads.
    everyone_leads = not source.responsible and not source.supporting
    return bool(left_out) and not everyone_leads


def names_lead_alone(draft: Assignment) -> bool:
    """科技扶贫（县科技局牵头） leaves it open who answers beside it; 牵头责任单位：县科技局 does not."""
    return len(draft.agencies) == len(draft.lead) == 1 and "牵头" in draft.quote and "责任" not in draft.quote


def _is_complete(draft: Assignment, source: Assignment) -> bool:
    """Whether the draft means to name everybody: not with 等, and not where it names the lead alone of lead and others."""
    if draft.open_ended or (names_lead_alone(draft) and len(source.lead) > 1):
        return False
    if draft.responsible or draft.supporting:
        return True
    return draft.form is not AssignmentForm.PROSE and not (source.responsible or source.supporting)
