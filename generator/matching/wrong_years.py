"""Equal figures that the draft tells of another year than the source does."""

from __future__ import annotations

from collections.abc import Sequence

from generator.matching.coexistence import may_both_be_true
from generator.matching.evidence import RARE, SAME, SURE
from generator.matching.pairing import Pair, rarity
from generator.matching.periods import Years, compatible, years_in
from generator.matching.reading import Mention, Reading
from generator.matching.source_view import SourceView
from generator.matching.year_standing import years_of
from generator.model.quantity import Bound

_LIMITS = (Bound.AT_LEAST, Bound.MORE_THAN, Bound.AT_MOST, Bound.LESS_THAN)
_PERIOD = 2
_SOME_COMPANY, _WELL_STATED = 0.35, 0.6
_TOLD = 0.55
_TWO_DIGITS = 0.45


def years_apart(pair: Pair, draft: Reading, view: SourceView) -> str:
    """What to say of an equal figure that one side tells of another year or period; empty where none does."""
    if _year_is_wrong(pair, draft, view) or _period_is_wrong(pair, view):
        return _difference(pair)
    return ""


def limits_apart(pair: Pair, draft: Reading, view: SourceView) -> str:
    """The same of a limit (到2018年5万元以上 for 到2020年5万元以上) that the source sets only once."""
    ours, theirs = _years_told(pair.draft), _years_told(pair.source)
    limit = pair.draft.figure.quantity.bound in _LIMITS
    told = limit and pair.words >= _TOLD and len(ours) == len(theirs) == 1 and ours != theirs
    alone = len(view.index.by_key[pair.source.key]) == 1
    return _difference(pair) if told and alone and compatible(draft.years, view.reading.years) else ""


def of_the_year_meant(
    equal: Pair, candidates: Sequence[Pair], draft: Reading, view: SourceView
) -> Pair | None:
    """今年27个贫困村要销号 where the source has 27个 of 2016 and 16个 of this year: last year's figure kept."""
    ours, theirs = equal.draft.years, equal.source.years
    if not ours or not theirs or compatible(ours, theirs):
        return None
    for pair in candidates:
        if (
            not pair.equal
            and pair.source.figure.unit == equal.source.figure.unit
            and _of_one_noun(pair)
            and years_of(pair.source, view.reading) == ours
            and pair.company >= SAME
            and pair.company > equal.company
            and pair.statement > equal.statement
            and not may_both_be_true(pair, draft, view.reading)
        ):
            return pair
    return None


def _year_is_wrong(pair: Pair, draft: Reading, view: SourceView) -> bool:
    """One rare figure in one company, to which each side joins another year; the source's may open its sentence."""
    ours, theirs = pair.draft.years, _years_told(pair.source)
    if not pair.source.years and not ours <= years_in(pair.draft.before):
        return False  # 2026人列入2018年任务 says nothing of the year of which the sentence tells
    rare = rarity(pair.draft.key)
    in_company = pair.likeness >= SAME and pair.company >= _SOME_COMPANY
    known = in_company and (rare >= RARE or (pair.company >= SURE and pair.aligned >= RARE))
    return (
        compatible(draft.years, view.reading.years)
        and (known or (pair.statement >= _WELL_STATED and rare >= _TWO_DIGITS))
        and len(ours) == len(theirs) == 1
        and ours != theirs
    )


def _period_is_wrong(pair: Pair, view: SourceView) -> bool:
    """2018年至2020年每年1100万元 where the source says 2019年—2020年每年 of the only 1100万元 that it has."""
    ours, theirs = pair.draft.years, pair.source.years
    if min(len(ours), len(theirs)) < _PERIOD or ours == theirs or ours.isdisjoint(theirs):
        return False
    alone = len(view.index.by_key[pair.source.key]) == 1
    return alone and pair.likeness >= SAME and pair.words >= SAME and rarity(pair.draft.key) >= _TWO_DIGITS


def _years_told(mention: Mention) -> Years:
    """The years of the clause, else those with which its sentence begins where no nearer one stands between."""
    opened = years_in(mention.opening)
    own = years_in(mention.figure.year)
    return mention.years or (opened if not own or own == opened else frozenset())


def _of_one_noun(pair: Pair) -> bool:
    """贫困村 and 贫困村脱贫销号."""
    short, long = sorted((pair.draft.figure.noun, pair.source.figure.noun), key=len)
    return bool(short) and long.startswith(short)


def _difference(pair: Pair) -> str:
    ours, theirs = (_told(_years_told(mention)) for mention in (pair.draft, pair.source))
    return f"年度不同：本文为{ours}，来源为{theirs}"


def _told(years: Years) -> str:
    first, last = min(years), max(years)
    return f"{first}年" if first == last else f"{first}年至{last}年"
