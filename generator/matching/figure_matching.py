"""The draft's figures against one source: which pairs hold, and what the source says of each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from generator.matching.bonds import Bond
from generator.matching.contrasts import apart
from generator.matching.home import same_place
from generator.matching.pairing import Pair, make_pair, rarity, same_measure
from generator.matching.periods import Years, compatible, years_in
from generator.matching.reading import Mention, Reading
from generator.matching.slips import is_exchange, is_shifted, is_slip
from generator.matching.source_view import SourceView
from generator.matching.verdicts import FigureMatch, Verdict
from generator.matching.wording import Weights
from generator.model.place import Span

_SAME = 0.5
_TAKEN = 0.35
_RARE = 0.8
_SURE = 0.7
_KEPT_WORDING = 0.8
_NEARLY_COPIED = 0.9
_ENOUGH_RARE = 4
_RIVAL = 0.05
_DERIVED = re.compile(
    r"平均|户均|人均|均|占|比例|比重|同比|增长|下降|提高|减少|增加|折合|合计|共计|总计|累计|为计划|完成率"
)
_SCOPE = re.compile(r"建档立卡|低保|残疾|特困|五保|未脱贫|已脱贫|新增|累计|农村|城镇|非贫困|深度贫困")
_REPORT = re.compile(r"总结|报告|通报|公报|汇报|进展|完成情况|落实情况|简报")
_PLAN = re.compile(r"要点|计划|方案|意见|任务|目标|规划|责任书|安排")
_RESULT = re.compile(r"完成|建成|累计|达到")
_PROGRESS = re.compile(r"实际|已|开工|动工|竣工|到位|惠及|发放|下达|签约|并网|支付|上半年|季度|截至|目前")
_AIM = re.compile(r"计划|任务|目标|全年|年度|力争|确保")


def match_with_source(
    draft: Reading, view: SourceView, weights: Weights, proved: Collection[Span]
) -> Iterator[FigureMatch]:
    """What ``view`` says of each figure of the draft that it speaks of. ``proved``: figures that follow by arithmetic."""
    judge = _Judge(draft=draft, view=view, weights=weights, proved=proved)
    pairs = list(judge.pairs())
    yield from judge.verdicts(pairs, bond=_closer(view.bond, pairs))


def _closer(bond: Bond, pairs: Sequence[Pair]) -> Bond:
    """Two texts that share several rare figures in the same words have to do with each other."""
    if bond is not Bond.OPEN:
        return bond
    rare = {
        pair.draft.key
        for pair in pairs
        if pair.equal and rarity(pair.draft.key) >= _RARE and pair.likeness >= _SAME
    }
    return Bond.CLOSE if len(rare) >= _ENOUGH_RARE else Bond.OPEN


def _is_progress(mention: Mention) -> bool:
    """Whether the sentence has come to speak of what was done so far, and not of the aim again."""
    ends = [
        max((found.end() for found in pattern.finditer(mention.before)), default=0)
        for pattern in (_PROGRESS, _AIM)
    ]
    return ends[0] > ends[1]


class _YearStanding(Enum):
    """Whether two figures are of one year, of two, or one of them says too little to tell."""

    ONE = "one"
    APART = "apart"
    OPEN = "open"


def _scopes(mention: Mention) -> frozenset[str]:
    """The words that narrow what is counted."""
    return frozenset(_SCOPE.findall(f"{mention.wording} {' '.join(mention.figure.scope)}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judge:
    draft: Reading
    view: SourceView
    weights: Weights
    proved: Collection[Span]

    def pairs(self) -> Iterator[Pair]:
        """Every pair that may hold, sentence by sentence."""
        sentences: Mapping[int, list[Mention]] = defaultdict(list)
        for mention in self.draft.mentions:
            sentences[mention.sentence].append(mention)
        for mentions in sentences.values():
            kindred = self.view.index.kindred_sentences(mentions)
            for mention in mentions:
                for other in self.view.index.candidates(mention, kindred):
                    if self._may_speak_of_one(mention, other):
                        yield make_pair(self.draft, self.view.reading, mention, other, self.weights)

    def _may_speak_of_one(self, one: Mention, other: Mention) -> bool:
        """Places veto: figures of two places are two figures."""
        places = [
            mention.figure.place or reading.home
            for mention, reading in ((one, self.draft), (other, self.view.reading))
        ]
        if self.view.bond is Bond.NONE:
            return all(places) and same_place(*places)
        return True

    def verdicts(self, pairs: Sequence[Pair], *, bond: Bond) -> Iterator[FigureMatch]:
        by_mention: Mapping[int, list[Pair]] = defaultdict(list)
        for pair in pairs:
            by_mention[pair.draft.index].append(pair)
        taken = {
            (pair.draft.sentence, pair.source.index): pair
            for pair in sorted(pairs, key=lambda pair: pair.score)
            if pair.equal and pair.score >= _TAKEN
        }
        for candidates in by_mention.values():
            candidates.sort(key=lambda pair: pair.score, reverse=True)
            if match := self._verdict(candidates, taken, bond):
                yield match

    def _verdict(
        self, candidates: Sequence[Pair], taken: Mapping[tuple[int, int], Pair], bond: Bond
    ) -> FigureMatch | None:
        equal = next((pair for pair in candidates if pair.equal), None)
        other = next((pair for pair in candidates if not pair.equal), None)
        if swapped := self._swapped(equal, candidates, bond):
            return self._match(swapped, Verdict.CONTRADICTS, "与另一指标的数互换")
        if equal and self._proves(equal):
            return self._same(equal, bond)
        if other is None or bond is Bond.NONE:
            return None
        return self._unequal(other, candidates, taken, bond)

    def _proves(self, pair: Pair) -> bool:
        if pair.statement >= 0.35 and rarity(pair.draft.key) >= 0.45:
            return True
        return pair.score >= _SAME and (rarity(pair.draft.key) >= _RARE or pair.likeness >= 0.25)

    def _same(self, pair: Pair, bond: Bond) -> FigureMatch | None:
        if bond is Bond.CLOSE and self._year_is_wrong(pair):
            ours, theirs = (next(iter(years)) for years in (pair.draft.years, pair.source.years))
            return self._match(pair, Verdict.CONTRADICTS, f"年度不同：本文为{ours}年，来源为{theirs}年")
        standing = self._standing_of_years(pair)
        if standing is _YearStanding.ONE:
            return self._match(pair, Verdict.SAME)
        told = bool(pair.draft.years and pair.source.years)
        bound = pair.company >= 0.5 or pair.likeness >= _SURE
        if not told and (bound or rarity(pair.draft.key) >= _RARE):
            # A year that one side lends its figure from far above does not part them.
            return self._match(pair, Verdict.SAME)
        if told and bond is Bond.CLOSE and pair.likeness >= _SURE:
            return self._match(pair, Verdict.NEARBY, "年度不同")
        return None

    def _year_is_wrong(self, pair: Pair) -> bool:
        """One rare figure in one company, to which each side joins another year in the same clause."""
        return (
            pair.likeness >= _SAME
            and pair.company >= 0.35
            and rarity(pair.draft.key) >= _RARE
            and len(pair.draft.years) == len(pair.source.years) == 1
            and pair.draft.years != pair.source.years
        )

    def _swapped(self, equal: Pair | None, candidates: Sequence[Pair], bond: Bond) -> Pair | None:
        """A pair of the same words and another value, where the equal value stands under other words beside it."""
        if equal is None or bond is not Bond.CLOSE or equal.partner:
            return None
        if equal.words >= 0.35 or equal.verbatim >= 0.5:
            return None
        for pair in candidates:
            if (
                not pair.equal
                and pair.source.sentence == equal.source.sentence
                and pair.source.figure.unit == equal.source.figure.unit
                and pair.words >= equal.words + 0.45
                and pair.likeness >= _SURE
                and not self._may_both_be_true(pair)
            ):
                return pair
        return None

    def _unequal(
        self, best: Pair, candidates: Sequence[Pair], taken: Mapping[tuple[int, int], Pair], bond: Bond
    ) -> FigureMatch | None:
        best = self._likeliest(best, candidates)
        kept = best.verbatim >= _KEPT_WORDING
        if best.draft.figure.span in self.proved or (self._may_both_be_true(best) and not kept):
            return None
        if not kept and (best.draft.sentence, best.source.index) in taken:
            return None
        if bond is Bond.OPEN and not (best.verbatim >= _NEARLY_COPIED and best.company >= _SURE):
            return None
        if not self._sure(best):
            return None
        slip = not same_measure(best.draft.figure.unit, best.source.figure.unit)
        if slip and not kept and best.draft.figure.value != best.source.figure.value:
            return None
        if self._standing_of_years(best) is _YearStanding.APART:
            return None
        if reason := self._another_key(best, kept=kept):
            return self._match(best, Verdict.NEARBY, reason)
        if not kept and not self._slipped(best) and self._rivals(best, candidates):
            return self._match(best, Verdict.NEARBY, "来源有几处相近")
        return self._match(best, Verdict.CONTRADICTS, "计量单位不同" if slip else "")

    def _another_key(self, pair: Pair, *, kept: bool) -> str:
        """Which part of the key differs, or is told on one side only where nothing else binds the two."""
        if kept or pair.company >= 0.5 or pair.partner:
            return ""
        if self._standing_of_years(pair) is _YearStanding.OPEN:
            return "年度或许不同"
        if self._places_apart(pair):
            return "地区不同"
        if _scopes(pair.draft) != _scopes(pair.source):
            return "范围不同"
        ours, theirs = self._years(pair.draft, self.draft), self._years(pair.source, self.view.reading)
        return "年度没有写明" if bool(ours) != bool(theirs) else ""

    def _places_apart(self, pair: Pair) -> bool:
        ours, theirs = pair.draft.figure.place, pair.source.figure.place
        return bool(ours and theirs) and not same_place(ours, theirs)

    def _likeliest(self, best: Pair, candidates: Sequence[Pair]) -> Pair:
        """Of pairs alike in everything, the one with the same number: only its unit is mistaken; else the first sure one."""
        number = best.draft.figure.value
        for pair in candidates:
            if (
                not pair.equal
                and pair.source.figure.value == number
                and pair.likeness >= best.likeness - _RIVAL
            ):
                return pair
        if self._sure(best):
            return best
        return next((pair for pair in candidates if not pair.equal and self._sure(pair)), best)

    def _rivals(self, best: Pair, candidates: Sequence[Pair]) -> bool:
        """Whether another value fits as well."""
        return any(
            pair.likeness > best.likeness - _RIVAL
            and pair.source.key != best.source.key
            and pair.source.figure.value != best.draft.figure.value
            and pair.source.figure.unit == best.source.figure.unit
            for pair in candidates
            if not pair.equal
        )

    def _sure(self, pair: Pair) -> bool:
        if pair.verbatim >= _KEPT_WORDING:
            return True
        if apart(pair.draft.wording, pair.source.wording):
            return False
        if pair.partner and pair.company >= 0.5 and pair.source.figure.unit == pair.draft.figure.unit:
            return pair.partner >= _RARE or pair.words >= 0.25
        told = pair.statement >= 0.3 or pair.company >= 0.5
        if told and self._slipped(pair):
            return True
        if told and pair.words >= 0.5 and (pair.likeness >= _SURE or pair.words >= 0.6):
            return True
        return pair.words >= 0.5 and pair.words + pair.statement + pair.company >= 1.7

    def _slipped(self, pair: Pair) -> bool:
        """Whether the values are one slip of the hand apart; less likeness of words is needed then."""
        ours, theirs = pair.draft.figure, pair.source.figure
        if not same_measure(ours.unit, theirs.unit):
            return False
        all_told = pair.words + pair.statement + pair.company
        if is_slip(ours.value, theirs.value):
            return all_told >= 0.8
        if is_exchange(ours.value, theirs.value):
            return all_told >= 0.95 and pair.words >= 0.4
        return is_shifted(ours.value, theirs.value) and pair.words >= 0.4 and pair.statement >= 0.4

    def _may_both_be_true(self, pair: Pair) -> bool:
        """Agreeing intervals, derived figures (户均, 占), a result against an aim."""
        draft, source = pair.draft, pair.source
        if draft.figure.quantity.agrees_with(source.figure.quantity):
            return True
        if bool(_DERIVED.search(draft.wording)) and not _DERIVED.search(source.wording):
            return True
        if pair.partner >= _RARE or self._slipped(pair):
            return False
        if _is_progress(draft) and not _is_progress(source):
            return True
        if not _RESULT.search(draft.lead_in) or _RESULT.search(source.lead_in):
            return False
        return pair.words < 0.6 or self._reports_on_plan

    @property
    def _reports_on_plan(self) -> bool:
        """A summary held against a plan: what it says was done need not be what was planned."""
        titles = [reading.facts.header.title or "" for reading in (self.draft, self.view.reading)]
        return bool(_REPORT.search(titles[0])) and bool(_PLAN.search(titles[1]))

    def _standing_of_years(self, pair: Pair) -> _YearStanding:
        ours, theirs = self._years(pair.draft, self.draft), self._years(pair.source, self.view.reading)
        if compatible(ours, theirs):
            return _YearStanding.ONE
        if pair.draft.years and pair.source.years:
            return _YearStanding.APART
        # What a heading or a sentence before lends to a figure is a guess as long as the documents share a year.
        documents = compatible(self.draft.years, self.view.reading.years)
        return _YearStanding.OPEN if documents else _YearStanding.APART

    def _years(self, mention: Mention, reading: Reading) -> Years:
        return mention.years or years_in(mention.figure.year) or reading.years

    def _match(self, pair: Pair, verdict: Verdict, difference: str = "") -> FigureMatch:
        return FigureMatch(
            figure=pair.draft.figure,
            verdict=verdict,
            source=self.view.source,
            counterpart=pair.source.figure,
            difference=difference,
            score=round(min(pair.likeness, 1.0), 3),
        )
