"""The draft's figures against one source: which pairs hold, and what the source says of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.matching.bonds import Bond
from generator.matching.coexistence import may_both_be_true
from generator.matching.evidence import (
    KEPT_WORDING,
    RARE,
    SAME,
    SURE,
    copied_from_elsewhere,
    counts_something_else,
    has_rival,
    is_hardly_chance,
    is_sure,
    likeliest,
    only_its_unit_is_mistaken,
    proves,
    slipped,
)
from generator.matching.exchanges import RESPECTIVELY, exchanged, stands_between
from generator.matching.home import place_kind, same_place
from generator.matching.pairing import Pair, is_equal, make_pair, rarity, same_measure
from generator.matching.reading import Mention, Reading
from generator.matching.source_view import SourceView
from generator.matching.undertaken import speaks_of_a_place_above
from generator.matching.verdicts import FigureMatch, Verdict
from generator.matching.wording import Weights
from generator.matching.wrong_years import limits_apart, of_the_year_meant, years_apart
from generator.matching.year_standing import YearStanding, standing_of_years, years_of
from generator.model.place import Span
from generator.model.quantity import Bound
from generator.patterns import compiled

_ASKED = compiled("要求|目标|计划|任务|规定|标准|应达|须达")
_EXCHANGED = "与另一指标的数互换"
_TAKEN = 0.35
_NEARLY_COPIED = 0.9
_ENOUGH_RARE = 4
_SOME_WORDS = 3
_IMPLIED = frozenset({"农村"})  # of water and roads the papers of a county need not say it
_TEN = 10
_WELL_TOLD = 0.8
_ADDED_REACH = 6
_TOLD_APART = 0.25
_RIGHT_BEHIND = 2
_SCOPE = compiled(r"建档立卡|低保|残疾|特困|五保|未脱贫|已脱贫|新增|累计|农村|城镇|非贫困|深度贫困")


def match_with_source(
    draft: Reading, view: SourceView, weights: Weights, proved: Collection[Span]
) -> tuple[SourceView, tuple[FigureMatch, ...]]:
    """What ``view`` says of each figure of the draft that it speaks of, and the view with the bond that the figures show.

    ``proved``: figures that follow by arithmetic.
    """
    judge = _Judge(draft=draft, view=view, weights=weights, proved=proved)
    pairs = list(judge.pairs())
    bond = _closer(view.bond, pairs)
    found = tuple(judge.verdicts(pairs, bond=bond))
    return (replace(view, bond=bond) if view.bond is Bond.OPEN else view), found


def _closer(bond: Bond, pairs: Sequence[Pair]) -> Bond:
    """Two texts that share several rare figures in the same words have to do with each other; of a paper from above
    only what the draft says of the county has come so far."""
    if bond is Bond.ABOVE:
        return Bond.CLOSE
    if bond is not Bond.OPEN:
        return bond
    rare = {
        pair.draft.key
        for pair in pairs
        if pair.equal and rarity(pair.draft.key) >= RARE and pair.likeness >= SAME
    }
    return Bond.CLOSE if len(rare) >= _ENOUGH_RARE else Bond.OPEN


def _scopes(mention: Mention) -> frozenset[str]:
    """The words that narrow what is counted."""
    return frozenset(_SCOPE.findall(f"{mention.wording} {' '.join(mention.figure.scope)}"))


def _of_narrower_scope(equal: Pair, candidates: Sequence[Pair]) -> Pair | None:
    """建档立卡学生1103人次 where the source tells 1103人次 of all and, right behind, 265人次 of those registered."""
    narrowed = frozenset(_SCOPE.findall(equal.draft.lead_in)) - _scopes(equal.source)
    if not narrowed or rarity(equal.draft.key) < RARE or equal.verbatim >= KEPT_WORDING:
        return None
    for pair in candidates:
        right_behind = 0 < pair.source.index - equal.source.index <= _RIGHT_BEHIND
        if (
            right_behind
            and pair.source.sentence == equal.source.sentence
            and pair.source.figure.unit == equal.source.figure.unit
            and pair.source.figure.value < equal.source.figure.value
            and narrowed <= _scopes(pair.source)
            and pair.words > equal.words
        ):
            return pair
    return None


def _told_elsewhere(equal: Pair, candidates: Sequence[Pair]) -> bool:
    """Whether the words of an equal figure stand in the source beside another value: it is equal by chance or slip."""
    return equal.words < 0.4 and any(
        not pair.equal
        and pair.source.figure.unit == equal.source.figure.unit
        and pair.words >= equal.words + 0.45
        for pair in candidates
    )


_FLOORS = (Bound.AT_LEAST, Bound.MORE_THAN)
_CEILINGS = (Bound.AT_MOST, Bound.LESS_THAN)


def _turned_limit(pair: Pair) -> str:
    """What to say where one sets a floor and the other a ceiling of the same value; empty where neither does."""
    ours, theirs = pair.draft.figure.quantity.bound, pair.source.figure.quantity.bound
    if max(pair.words, pair.company) < 0.3 or RESPECTIVELY.search(pair.draft.before):
        return ""
    if ours in _CEILINGS and theirs in _FLOORS:
        return "本文写成上限，来源是下限"
    return "本文写成下限，来源是上限" if ours in _FLOORS and theirs in _CEILINGS else ""


def _of_one_size(pair: Pair) -> bool:
    """Nobody writes a premium of 50元 for a budget of 73万元."""
    ours, theirs = pair.draft.figure.value, pair.source.figure.value
    return bool(theirs) and theirs / 20 <= ours <= theirs * 20


def _tells_more(pair: Pair, equal: Pair) -> bool:
    """Whether the words speak for ``pair`` and hardly for ``equal``, both in one sentence of the source."""
    if pair.source.sentence != equal.source.sentence or equal.words >= 0.4:
        return False
    if pair.draft.figure.value < _TEN and pair.draft.figure.unit != "%":
        return False  # a count of one digit is equal to many
    if len(equal.source.phrase) < _SOME_WORDS or not _of_one_size(pair):
        return False  # where nothing is said around the equal figure, nothing speaks against it
    surely = pair.words >= 0.8 and pair.likeness >= 0.55
    return pair.words >= equal.words + 0.45 and (pair.likeness >= SURE or surely)


def _stands_better(pair: Pair, equal: Pair) -> bool:
    """Whether ``pair`` stands between the same figures and the equal one does not."""
    if not _of_one_size(pair):
        return False
    more = -0.1 if pair.flanked and (pair.aligned >= RARE or pair.words >= SURE) else 0.2
    return not equal.aligned and pair.aligned >= 0.6 and pair.words >= equal.words + more


def _is_told_alike(equal: Pair, other: Pair) -> bool:
    """Whether the statement is rather the equal figure's, though its own few words (涉及…村) are the other's."""
    return equal.statement >= SAME and equal.statement > other.statement + 0.1 and not other.aligned


def _stands_as_near(equal: Pair | None, other: Pair) -> bool:
    """Whether the draft's value itself stands in the source among the same figures as far as the other does."""
    if equal is None or other.verbatim >= KEPT_WORDING or other.aligned or other.partner or slipped(other):
        return False
    return equal.vicinity >= max(SAME, other.vicinity)


def _is_told_by_statement(pair: Pair, equal: Pair) -> bool:
    """油茶6000亩，带动2000人 where every base of the source says 带动…人: the rest of the statement is the other's."""
    more = pair.statement >= 0.75 and pair.statement >= equal.statement + 0.3
    return more and pair.words >= equal.words and pair.aligned > equal.aligned and _of_one_size(pair)


def _is_joined_otherwise(pair: Pair, equal: Pair) -> bool:
    """411户1504人 where the source has 411户1500人, and 1504人 beside another number of households."""
    return pair.partner >= RARE and equal.torn and not equal.partner and pair.company >= SAME


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
                for other in self._candidates(mention, kindred):
                    if self._may_speak_of_one(mention, other):
                        yield make_pair(self.draft, self.view.index, mention, other, self.weights)

    def _candidates(self, mention: Mention, kindred: Sequence[int]) -> Iterator[Mention]:
        index, found = self.view.index, set[int]()
        in_row = index.between(*(self.draft.next_of_unit(mention, step) for step in (-1, 1)))
        for other in (*index.candidates(mention, kindred), *in_row):
            if other.index not in found:
                found.add(other.index)
                yield other

    def _may_speak_of_one(self, one: Mention, other: Mention) -> bool:
        """Places veto: figures of two places are two figures."""
        places = [
            mention.figure.place or reading.home
            for mention, reading in ((one, self.draft), (other, self.view.reading))
        ]
        if self.view.bond is Bond.NONE:
            return all(places) and same_place(*places)
        # The same number beside the same names is restated, whoever it is said to be of.
        same = one.figure.value == other.figure.value
        return self.view.bond is not Bond.ABOVE or same or speaks_of_a_place_above(one, self.draft.home)

    def verdicts(self, pairs: Sequence[Pair], *, bond: Bond) -> Iterator[FigureMatch]:
        by_mention: Mapping[int, list[Pair]] = defaultdict(list)
        for pair in pairs:
            by_mention[pair.draft.index].append(pair)
        taken = {
            (pair.draft.sentence, pair.source.index)
            for pair in pairs
            if pair.equal and pair.score >= _TAKEN and not _told_elsewhere(pair, by_mention[pair.draft.index])
        }
        traded = exchanged(by_mention) if bond is Bond.CLOSE else {}
        for index, candidates in by_mention.items():
            candidates.sort(key=lambda pair: (pair.score, pair.verbatim), reverse=True)
            if index in traded:
                yield self._match(traded[index], Verdict.CONTRADICTS, _EXCHANGED)
            elif match := self._verdict(candidates, taken, bond):
                yield match

    def _verdict(
        self, candidates: Sequence[Pair], taken: Collection[tuple[int, int]], bond: Bond
    ) -> FigureMatch | None:
        equal = next((pair for pair in candidates if pair.equal), None)
        free = [
            pair
            for pair in candidates
            if pair.verbatim >= KEPT_WORDING or (pair.draft.sentence, pair.source.index) not in taken
        ]
        other = likeliest(free)
        if swapped := self._swapped(equal, candidates, bond):
            return self._match(swapped, Verdict.CONTRADICTS, _EXCHANGED)
        if equal and bond is Bond.CLOSE and (narrower := _of_narrower_scope(equal, candidates)):
            return self._match(narrower, Verdict.CONTRADICTS, "统计范围不同：本文写的是来源中更大范围的数")
        if equal and bond is Bond.CLOSE:
            if right := of_the_year_meant(equal, candidates, self.draft, self.view):
                year = min(equal.source.years)
                return self._match(right, Verdict.CONTRADICTS, f"本文写的是来源中{year}年的数")
            if apart := limits_apart(equal, self.draft, self.view):
                return self._match(equal, Verdict.CONTRADICTS, apart)
        if equal and proves(equal) and not copied_from_elsewhere(equal, candidates):
            return self._same(equal, bond)
        if other is None or bond is Bond.NONE or (equal and _is_told_alike(equal, other)):
            return None
        return self._unequal(other, equal, free, bond)

    def _same(self, pair: Pair, bond: Bond) -> FigureMatch | None:
        if bond is Bond.CLOSE and (apart := years_apart(pair, self.draft, self.view)):
            return self._match(pair, Verdict.CONTRADICTS, apart)
        if bond is Bond.CLOSE and (turned := _turned_limit(pair)):
            return self._match(pair, Verdict.CONTRADICTS, turned)
        standing = self._years(pair)
        if standing is YearStanding.ONE:
            return self._match(pair, Verdict.SAME)
        told = bool(pair.draft.years and pair.source.years)
        bound = pair.company >= 0.5 or pair.likeness >= SURE
        if not told and (bound or rarity(pair.draft.key) >= RARE):
            # A year that one side lends its figure from far above does not part them.
            return self._match(pair, Verdict.SAME)
        if told and bond is Bond.CLOSE and pair.likeness >= SURE:
            return self._match(pair, Verdict.NEARBY, "年度不同")
        return None

    def _swapped(self, equal: Pair | None, candidates: Sequence[Pair], bond: Bond) -> Pair | None:
        """A pair of the same words or in the same place with another value, where the equal value stands elsewhere."""
        if equal is None or bond is not Bond.CLOSE or equal.partner or equal.verbatim >= 0.5:
            return None
        if RESPECTIVELY.search(equal.draft.before):
            return None
        for pair in candidates:
            if (
                not pair.equal
                and pair.source.figure.unit == equal.source.figure.unit
                and not counts_something_else(pair)
                and not stands_between(equal, pair)
                and (pair.words >= _TOLD_APART or equal.statement <= pair.statement + _TOLD_APART)
                and (
                    _tells_more(pair, equal)
                    or _is_told_by_statement(pair, equal)
                    or _stands_better(pair, equal)
                    or _is_joined_otherwise(pair, equal)
                )
                and not self._may_both_be_true(pair)
                and self._years(pair) is not YearStanding.APART
            ):
                return pair
        return None

    def _unequal(
        self, best: Pair, equal: Pair | None, candidates: Sequence[Pair], bond: Bond
    ) -> FigureMatch | None:
        kept = best.verbatim >= KEPT_WORDING
        if best.draft.figure.span in self.proved or (self._may_both_be_true(best) and not kept):
            return None
        if bond is Bond.OPEN and not (best.verbatim >= _NEARLY_COPIED and best.company >= SURE):
            return None
        if not is_sure(best) or self._told_beside(best) or _stands_as_near(equal, best):
            return None
        slip = not same_measure(best.draft.figure.unit, best.source.figure.unit)
        if slip and not best.copied and best.draft.figure.value != best.source.figure.value:
            return None
        bound = kept or best.company >= 0.5 or best.partner
        if self._years(best) is YearStanding.APART or (self._places_apart(best) and not bound):
            return None
        if (not kept or rarity(best.draft.key) >= RARE) and self._is_added_up(best):
            return None  # small numbers add up by chance
        if not kept and self._of_a_part(best):
            return None
        if reason := self._another_key(best, kept=kept):
            return self._match(best, Verdict.NEARBY, reason)
        in_place = best.aligned >= RARE or best.partner >= RARE
        if not (kept or in_place or slipped(best)) and has_rival(best, candidates):
            return self._match(best, Verdict.NEARBY, "来源有几处相近")
        return self._match(best, Verdict.CONTRADICTS, "计量单位不同" if slip else "")

    def _told_beside(self, pair: Pair) -> bool:
        """完成主体工程的35%，年度要求是70%: the source's figure stands right behind the one that differs."""
        following = self.draft.neighbour(pair.draft, 1)
        if following is None or pair.aligned or not is_equal(following, pair.source):
            return False
        text = self.draft.facts.document.text
        return bool(_ASKED.search(text, pair.draft.figure.span.end, following.figure.span.start))

    def _another_key(self, pair: Pair, *, kept: bool) -> str:
        """Which part of the key differs, or is told on one side only where nothing else binds the two."""
        surely = is_hardly_chance(pair) or (slipped(pair) and pair.words >= 0.6)
        surely = surely or only_its_unit_is_mistaken(pair)
        in_place = pair.partner or pair.crossed or pair.aligned >= RARE
        if kept or pair.company >= 0.5 or in_place or surely:
            return ""
        if self._years(pair) is YearStanding.OPEN:
            return "年度或许不同"
        narrowed, narrowed_there = (
            scopes - _IMPLIED for scopes in (_scopes(pair.draft), _scopes(pair.source))
        )
        told_alike = pair.lone or (pair.aligned and pair.words >= _WELL_TOLD)
        if narrowed != narrowed_there and not (told_alike and not (narrowed and narrowed_there)):
            return "范围不同"
        ours, theirs = years_of(pair.draft, self.draft), years_of(pair.source, self.view.reading)
        # A whole paper that names no year speaks of its source's; of a loose sentence nothing is known.
        whole = bool(self.draft.home or self.draft.facts.header.title)
        untold = whole and not self.draft.years and not ours
        return "年度没有写明" if bool(ours) != bool(theirs) and not untold else ""

    def _places_apart(self, pair: Pair) -> bool:
        ours, theirs = pair.draft.figure.place, pair.source.figure.place
        return bool(ours and theirs) and not same_place(ours, theirs)

    def _of_a_part(self, pair: Pair) -> bool:
        """Whether the draft's figure is a township's and the source's the county's."""
        ours, theirs = pair.draft.figure.place, pair.source.figure.place or self.view.reading.home
        return bool(ours and theirs) and place_kind(ours) != place_kind(theirs)

    def _is_added_up(self, pair: Pair) -> bool:
        """9个安置点 where the source has 7个圩镇和2个安置点: the draft adds up what the source tells apart, or takes away the
        growth that it tells."""
        ours, theirs, ours_key = pair.draft.figure, pair.source.figure, pair.draft.key
        if ours.quantity.bound is not Bound.EXACT:
            return False
        return any(
            other.index != pair.source.index
            and other.figure.unit == theirs.unit
            # Beside the growth itself it is no level taken back: 3.13万人，比上年多0.92万人.
            and other.figure.value
            in (
                (ours.value - theirs.value,)
                if pair.aligned
                else (ours.value - theirs.value, theirs.value - ours.value)
            )
            for other in self.view.reading.nearest(
                pair.source, _ADDED_REACH if rarity(ours_key) >= RARE else 1
            )
        )

    def _may_both_be_true(self, pair: Pair) -> bool:
        return may_both_be_true(pair, self.draft, self.view.reading)

    def _years(self, pair: Pair) -> YearStanding:
        return standing_of_years(pair, self.draft, self.view.reading)

    def _match(self, pair: Pair, verdict: Verdict, difference: str = "") -> FigureMatch:
        return FigureMatch(
            figure=pair.draft.figure,
            verdict=verdict,
            source=self.view.source,
            counterpart=pair.source.figure,
            difference=difference,
            score=round(min(pair.likeness, 1.0), 3),
        )
