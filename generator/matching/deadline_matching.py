"""Deadlines of a draft against those that a source sets for the same work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.matching.bonds import Bond
from generator.matching.reading import Reading
from generator.matching.source_view import SourceView
from generator.matching.verdicts import WordMatch
from generator.matching.wording import Weights, pairs
from generator.model.place import Span
from generator.patterns import compiled

_KINDS = frozenset({"deadline", "month_end"})
_DAY = compiled(r"(?:(?P<year>\d{4})-)?(?P<month>\d{2})(?:-(?P<day>\d{2}))?$")
# 2018年全面完成…: a year by whose end something is to be done.
_YEAR = compiled(
    r"(?P<year>(?P<number>20\d\d)年(?:底|末|内)?(?:以?前)?)[，,]?(?:要|须|必须|争取|力争|也|还|都|将|确保)*(?:(?:全部|全面|基本)(?:完成|改完|改造完|实现|建成|竣工|消除|解决|入住|办完|做完|脱贫|退出)|实现[^，,。；;\d]{0,6}?(?:竣工|验收|完工|达标))"
    r"|到?(?P<aim>(?P<aimed>20\d\d)年)[^，,。；;\d]{3,16}?(?:目标|任务)"
)
_BY_YEAR = compiled(r"(?<=到)(?P<year>(?P<number>20\d\d)年(?:底|末)?)[，,]")
_OTHER_YEAR = compiled(r"20\d\d年|\d{1,2}月")
_DONE_BY_THEN = compiled(r"(?:全部|全面|基本)(?:完成|实现|建成|消除|解决|建立|形成|脱贫|覆盖)")
_ONLY_DATES = compiled(
    r"(?:《[^》]*》)?(?:给出的|规定的|确定的|要求的)?(?:期限|时限|时间)?(?:是|为|到|在|要求)?"
)
_WHOLE_YEAR = (12, 0)
_DONE = compiled(r"已|截至|截止目前")
_STATEMENT = compiled(
    r"[；;。\n]|\|\s*\d{1,2}\s*\|"
)  # the number of the next row of a table written in a line
_COMMA = compiled("[，,]")
_BEFORE, _AFTER = 40, 24
_ALIKE, _ALIKE_CLAUSES = 0.55, 0.4
_SHARED = 5
_MANY_SHARED, _RATHER_ALIKE = 7, 0.2
_NEARLY, _HARDLY_LESS = 0.8, 0.6
_AHEAD_TO_FINISH = 0.27
_COMPLETES = compiled("完成|办完|办结|做完|办妥|完工|结束")
_NEAR, _SOME_SHARED = 150, 4
_AHEAD, _MANY_AHEAD = 0.33, 8
_ACTION, _SAME_ACTION = 14, 2
_ANY_ACTION = pairs("前完成全部，确保并以上主体工程的")
_LAST_DAY = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class _Deadline:
    """A deadline with the words of its statement; ``day`` is month and day, the year where one is told.
    ``_WHOLE_YEAR`` stands for a year alone.

    ``action`` are the words right behind: what is to be done by then. ``completes``: something is to be finished.
    """

    span: Span
    quote: str
    year: str
    day: tuple[int, int]
    words: frozenset[str]
    action: frozenset[str]
    completes: bool = False


def match_deadlines(draft: Reading, view: SourceView, weights: Weights) -> Iterator[WordMatch]:
    """Deadlines to which the source, for what is said in nearly the same words, gives another day.

    Only within documents that belong together, and only where one deadline of the source fits and none is equal.
    """
    if view.bond is not Bond.CLOSE:
        return
    theirs_all = list(_deadlines(view.reading))
    ours_all = list(_deadlines(draft))
    for ours in ours_all:
        found = [theirs for theirs in theirs_all if _same_work(ours, theirs, weights)]
        found = _best_alike(ours, found, weights) or _far_ahead(ours, theirs_all, weights)
        if not found or any(_same_day(ours, theirs) for theirs in found):
            continue
        best = max(weights.likeness(ours.words, theirs.words) for theirs in found)
        equal = (theirs for theirs in theirs_all if _same_day(ours, theirs))
        if any(weights.likeness(ours.words, theirs.words) >= best * _HARDLY_LESS for theirs in equal):
            continue
        if any(_same_day(ours, other) and _stands_beside(ours, other, found) for other in theirs_all):
            continue  # one step of the work is due then and another now
        # 要求11月25日前报送，没有交的12月7日前补齐: what the sentence itself tells too is not what it has wrong.
        beside = [other for other in ours_all if other is not ours and _in_one_sentence(draft, other, ours)]
        found = [theirs for theirs in found if not any(_same_day(other, theirs) for other in beside)]
        if len({(theirs.year, theirs.day) for theirs in found}) == 1:
            yield WordMatch(
                span=ours.span,
                quote=ours.quote,
                source=view.source,
                counterpart=found[0].span,
                counterpart_quote=found[0].quote,
            )


def _in_one_sentence(draft: Reading, one: _Deadline, other: _Deadline) -> bool:
    return draft.sentence_at(one.span.start) == draft.sentence_at(other.span.start)


def _stands_beside(ours: _Deadline, other: _Deadline, found: Sequence[_Deadline]) -> bool:
    """Whether a deadline of the source stands close to one that fits and has some of the draft's words too."""
    close = any(abs(other.span.start - theirs.span.start) <= _NEAR for theirs in found)
    return close and len(other.words & ours.words) >= _SOME_SHARED


def _deadlines(reading: Reading) -> Iterator[_Deadline]:
    text = reading.facts.document.text
    for mention in reading.facts.dates:
        told = _DAY.fullmatch(mention.value) if mention.kind in _KINDS else None
        if told:
            day = (int(told["month"]), int(told["day"] or _LAST_DAY))
            yield from _deadline(reading, mention.span, told["year"] or "", day)
    for found in _YEAR.finditer(text):
        name = "year" if found["year"] else "aim"
        yield from _deadline(reading, Span(*found.span(name)), found["number"] or found["aimed"], _WHOLE_YEAR)
    for found in _BY_YEAR.finditer(text):
        yield from _by_year(reading, Span(*found.span("year")), found["number"])


def _by_year(reading: Reading, span: Span, year: str) -> Iterator[_Deadline]:
    """到2020年，甲能力持续提升，乙问题基本解决: the year holds for the clauses of its sentence that say what is then done."""
    text = reading.facts.document.text
    end = reading.sentence_at(span.start).end
    for clause in _COMMA.split(text[span.end : end].lstrip("，,"))[1:]:
        if _DONE_BY_THEN.search(clause) and not _OTHER_YEAR.search(clause):
            yield _Deadline(
                span=span,
                quote=span.of(text),
                year=year,
                day=_WHOLE_YEAR,
                words=pairs(clause),
                action=frozenset(),
            )


def _deadline(reading: Reading, span: Span, year: str, day: tuple[int, int]) -> Iterator[_Deadline]:
    text = reading.facts.document.text
    sentence = reading.sentence_at(span.start)
    low, high = max(sentence.start, span.start - _BEFORE), min(sentence.end, span.end + _AFTER)
    before = _STATEMENT.split(text[low : span.start])[-1]
    after = _STATEMENT.split(text[span.end : high], maxsplit=1)[0].replace("动工", "开工")
    if day == _WHOLE_YEAR:  # a year says when something is done in its own clause only
        clauses = _COMMA.split(before)
        # …住院费用，到2016年底: what is to be done by then stands in front of the comma.
        before = "".join(clauses[-2:]) if _ONLY_DATES.fullmatch(clauses[-1]) else clauses[-1]
        after = _COMMA.split(after.lstrip("，,"))[0]
    if not _DONE.search(before[-6:]):
        yield _Deadline(
            span=span,
            quote=span.of(text),
            year=year,
            day=day,
            words=pairs(before) | pairs(after),
            action=pairs(_COMMA.split(after[:_ACTION])[0]) - _ANY_ACTION,
            completes=bool(_COMPLETES.search(_COMMA.split(after)[0])),
        )


def _same_work(ours: _Deadline, theirs: _Deadline, weights: Weights) -> bool:
    whole = ours.day == _WHOLE_YEAR
    if whole != (theirs.day == _WHOLE_YEAR) or (
        not whole and ours.year and theirs.year and ours.year != theirs.year
    ):
        return False
    shared, likeness = len(ours.words & theirs.words), weights.likeness(ours.words, theirs.words)
    if shared >= _SHARED and likeness >= (_ALIKE_CLAUSES if whole else _ALIKE):
        return True
    # The same thing is to be done to the same works, told at another length.
    acted = len(ours.action & theirs.action) >= _SAME_ACTION
    return acted and shared >= _MANY_SHARED and likeness >= _RATHER_ALIKE


def _best_alike(ours: _Deadline, found: Sequence[_Deadline], weights: Weights) -> list[_Deadline]:
    """Those that come near the best: rows of a table are all somewhat alike."""
    scores = [weights.likeness(ours.words, theirs.words) for theirs in found]
    return [theirs for theirs, score in zip(found, scores, strict=True) if score >= max(scores) * _NEARLY]


def _far_ahead(ours: _Deadline, known: Sequence[_Deadline], weights: Weights) -> list[_Deadline]:
    """The one deadline of the source that shares many words with the draft's, while no other comes near."""
    if ours.day == _WHOLE_YEAR:
        return []
    ranked = sorted(
        (
            (weights.likeness(ours.words, theirs.words), theirs)
            for theirs in known
            if theirs.day != _WHOLE_YEAR
        ),
        key=lambda pair: -pair[0],
    )
    least = _AHEAD_TO_FINISH if ranked and ours.completes and ranked[0][1].completes else _AHEAD
    if not ranked or ranked[0][0] < least or any(score > ranked[0][0] / 2 for score, _ in ranked[1:2]):
        return []
    best = ranked[0][1]
    apart = ours.year and best.year and ours.year != best.year
    return [best] if len(ours.words & best.words) >= _MANY_AHEAD and not apart else []


def _same_day(ours: _Deadline, theirs: _Deadline) -> bool:
    """The end of a month is its last day, however it is written."""
    if ours.day == _WHOLE_YEAR:
        return ours.year == theirs.year
    (month, day), (other_month, other_day) = ours.day, theirs.day
    return month == other_month and (day == other_day or min(day, other_day) >= 28)
