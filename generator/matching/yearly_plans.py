"""Tasks that a source sets year by year (2018年重点工作：…；2019年—2020年工作计划：…), told under another year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.matching.bonds import Bond
from generator.matching.periods import Years, years_in
from generator.matching.reading import Reading
from generator.matching.source_view import SourceView
from generator.matching.verdicts import WordMatch
from generator.matching.wording import Weights, pairs
from generator.model.place import Span
from generator.patterns import compiled

_SECTION = compiled(
    r"[\s　]*(?:[（(]?[一二三四五六七八九十]+[）)、])?(?P<years>20\d\d年(?:[—–\-至到]+20\d\d年)?)[^。；;，,]{0,8}"
    r"(?:工作|任务|计划|安排|重点|目标)[^。；;，,]{0,4}[：:]?[\s　]*"
)
_CHAPTER = compiled(r"[\s　]*[一二三四五六七八九十]+、")
_YEAR = compiled(r"(?P<year>20\d\d)年(?![—–\-至到]|\d{1,2}月)")
_CITED = compiled("《[^》]*》")
_ITEMS = compiled("[；;]")
_COMMA = compiled("[，,；;]")
_HEAD = 40
_SHARED, _ALIKE, _NEXT = 8, 0.5, 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """One task of a year's list: ``words`` are those of its beginning."""

    years: Years
    place: Span
    words: frozenset[str]


def match_yearly_plans(draft: Reading, view: SourceView) -> Iterator[WordMatch]:
    """Years under which the draft tells a task that the source has among those of other years and nowhere else."""
    if view.bond not in (Bond.CLOSE, Bond.ABOVE):
        return
    tasks = list(_tasks(view.reading))
    if len({task.years for task in tasks}) <= 1:
        return
    weights = Weights()
    weights.learn(task.words for task in tasks)
    text, source = draft.facts.document.text, view.reading.facts.document.text
    for sentence in draft.sentences:
        told = list(_YEAR.finditer(text, sentence.start, sentence.end))
        named = {int(each["year"]) for each in told}
        cited = view.bond is Bond.CLOSE or _CITED.search(text, sentence.start, sentence.end)
        if len(named) != 1 or not cited:
            continue
        pieces = (_clauses_around(text, sentence, told[0].start()), *_ITEMS.split(sentence.of(text))[1:])
        meant = (_task_of(pairs(piece), tasks, weights) for piece in pieces)
        task = next((task for task in meant if task is not None and not named & task.years), None)
        if task is not None:
            yield WordMatch(
                span=Span(told[0].start(), told[0].end()),
                quote=told[0].group(),
                source=view.source,
                counterpart=task.place,
                counterpart_quote=task.place.of(source),
            )


def _clauses_around(text: str, sentence: Span, offset: int) -> str:
    """The clause of the year with those on both sides: …信息共享平台，《方案》列在2018年的工作中，由…."""
    before = _COMMA.split(text[sentence.start : offset])[-2:]
    after = _COMMA.split(text[offset : sentence.end])[:2]
    return "".join((*before, *after))


def _task_of(words: frozenset[str], tasks: list[_Task], weights: Weights) -> _Task | None:
    """The one task that the words tell, where no task of other years comes near."""
    ranked = sorted(tasks, key=lambda task: weights.likeness(words, task.words), reverse=True)
    best = ranked[0]
    score = weights.likeness(words, best.words)
    if score < _ALIKE or len(words & best.words) < _SHARED:
        return None
    others = (task for task in ranked[1:] if task.years != best.years)
    rival = next((weights.likeness(words, task.words) for task in others), 0.0)
    return best if rival < score * _NEXT else None


def _tasks(reading: Reading) -> Iterator[_Task]:
    text = reading.facts.document.text
    years: Years = frozenset()
    place = Span(0, 0)
    for block in reading.facts.document.blocks:
        line = block.span.of(text)
        if found := _SECTION.fullmatch(line):
            years, place = years_in(found["years"]), Span(*found.span("years")).shifted(block.span.start)
        elif _CHAPTER.match(line):
            years = frozenset()
        elif years:
            yield _Task(years=years, place=place, words=pairs(line[:_HEAD]))
