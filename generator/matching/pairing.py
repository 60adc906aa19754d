"""How surely a figure of a draft and a figure of a source speak of one thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from math import exp

from generator.matching.periods import Years
from generator.matching.reading import Key, Mention, Reading
from generator.matching.wording import Weights
from generator.model.quantity import Bound

_REACH = 8
_CONTEXT = 6  # characters on one side that find a place again where the wording was kept
_VERBATIM_ENOUGH = 16
_BOTH_SIDES = 2
_ANCHORED, _ANCHORED_SIDE = 8, 3  # characters together, and on each side
_TELLING_PAIR = 12  # a pair of characters that stands around more figures than this finds none of them
_MOST_CANDIDATES = 60
_FEW = 2
_FEW_PLACES = 8
_COMMON_UNITS = frozenset({"人", "户", "个", "元", "%", "村", "名", "年", "次"})
_ALIKE_UNITS = (
    frozenset({"人", "户", "人次", "名", "户次"}),
    frozenset({"公里", "米", "千米", "里"}),
    frozenset({"平方米", "亩", "公顷", "平米", "平方公里"}),
    frozenset({"千瓦", "兆瓦", "千瓦时", "马力"}),
    frozenset({"%", "百分点", "‰"}),
    frozenset({"吨", "公斤", "斤"}),
    frozenset({"天", "小时", "月", "个月", "年"}),
    frozenset({"元", "美元"}),
    frozenset({"个", "座", "处", "所", "家", "件", "项", "条", "名", "村"}),
)
_ONE_MEASURE = (
    frozenset({"人", "名"}),
    frozenset({"个", "座", "处", "所", "家", "件", "项", "村"}),
    frozenset({"平方米", "平米"}),
    frozenset({"公里", "千米"}),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A draft's mention and a source's mention with what speaks for their being one.

    ``words``: likeness of the words right around them; ``statement``: of the whole statements; ``company``: how much the
    figures around agree, in one sentence; ``vicinity``: the same beyond the sentence; ``verbatim``: how far the texts agree character by character; each 0 to 1. ``equal``: the same
    value in the same unit. ``partner``: how rare a figure is to which both are joined (52户 of
    52户120人), 0 for none. ``copied``: the texts agree on both sides.
    ``crossed``: both are joined to a figure of one value, and the units of the two stand in each other's place.
    ``torn``: each is joined to a figure of one unit, but of two values. ``aligned``: how rare the equal figures are
    between which both stand in the order of their texts, 0 where neither neighbour is equal, up to 2 for both;
    ``flanked``: both are.
    ``covers``: how much of the longer name both have in common, where one of the texts gives names alone; else 1.
    ``lone_aim``: both are limits set for one year, for which the source sets no other in this unit.
    ``unknown``: the source has the draft's value nowhere; ``orphans``: nor has the draft the source's.
    ``lone``: the source measures hardly anything else so (平方米, 千瓦; never 人 or 户).
    ``anchored``: the same characters stand on both sides, an equal figure among them (3个贫困乡、32个贫困村).
    ``telling``: both have a word that stands around no other figure of the source.
    """

    draft: Mention
    source: Mention
    words: float
    statement: float
    company: float
    vicinity: float
    verbatim: float
    equal: bool
    partner: float
    copied: bool
    torn: bool
    crossed: bool
    aligned: float
    flanked: bool
    covers: float
    lone_aim: bool
    unknown: bool
    orphans: bool
    lone: bool
    anchored: bool
    telling: bool

    @property
    def likeness(self) -> float:
        """All of it together, without regard to the values themselves; 0 to 1."""
        wording = 0.55 * self.words + 0.2 * self.statement
        return max(min(1.0, wording + 0.4 * self.company), self.verbatim)

    @property
    def score(self) -> float:
        """What pairs compete by: an equal value speaks for the pair the more, the rarer it is."""
        return self.likeness + (0.45 * (0.4 + 0.6 * rarity(self.draft.key)) if self.equal else 0.0)


@lru_cache(maxsize=16384)
def rarity(key: Key) -> float:
    """How little chance there is that two texts both hold this figure: by its significant digits."""
    value, unit = key
    digits = len(value.normalize().as_tuple().digits)
    if unit == "%" and value == 100:
        return 0.1
    return (0.2, 0.45, 0.8, 1.0)[min(digits, 4) - 1]


@dataclass(slots=True)
class SourceIndex:
    """The mentions of one source by what may find them."""

    reading: Reading
    by_key: dict[Key, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    by_number: dict[Decimal, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    by_context: dict[str, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    by_pair: dict[str, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    by_sentence: dict[int, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    by_digits: dict[str, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    by_unit: Counter[str] = field(default_factory=Counter)
    aims: dict[tuple[str, Years], list[Mention]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, reading: Reading) -> SourceIndex:
        index = cls(reading)
        for mention in reading.mentions:
            index.by_key[mention.key].append(mention)
            index.by_digits[_sorted_digits(mention)].append(mention)
            index.by_unit[mention.figure.unit] += 1
            if is_limit(mention) and mention.years:
                index.aims[mention.figure.unit, mention.years].append(mention)
            index.by_number[_digits(mention)].append(mention)
            for context in _contexts(mention):
                index.by_context[context].append(mention)
            for pair in mention.words:
                index.by_pair[pair].append(mention)
            index.by_sentence[mention.sentence].append(mention)
        return index

    def candidates(self, mention: Mention, sentences: Iterable[int]) -> Iterator[Mention]:
        """The mentions that could be the counterpart of ``mention``, each once."""
        found: dict[int, Mention] = {}
        for group in (
            self.by_key.get(mention.key, ()),
            *(self.by_context.get(context, ()) for context in _contexts(mention)),
            *(self.by_sentence[sentence] for sentence in sentences),
            self.by_number.get(_digits(mention), ()),
            self.by_digits.get(_sorted_digits(mention), ()),
            self.aims.get((mention.figure.unit, mention.years), ()) if is_limit(mention) else (),
            *(near for pair in mention.words if len(near := self.by_pair.get(pair, ())) <= _TELLING_PAIR),
        ):
            for other in group[:_MOST_CANDIDATES]:
                if other.index not in found and _alike_units(mention, other):
                    found[other.index] = other
                    yield other

    def between(self, before: Mention | None, behind: Mention | None) -> Iterator[Mention]:
        """The mentions that stand, among those of their unit, right between figures equal to ``before`` and ``behind``."""
        if before is None or behind is None:
            return
        for first in self.by_key.get(before.key, ())[:_FEW_PLACES]:
            middle = self.reading.next_of_unit(first, 1)
            last = self.reading.next_of_unit(middle, 1) if middle else None
            if middle and last and last.key == behind.key:
                yield middle

    def kindred_sentences(self, mentions: Sequence[Mention], *, count: int = 3) -> list[int]:
        """The sentences that share most figures with ``mentions``, the rare ones counting most."""
        shared: Counter[int] = Counter()
        for key in {mention.key for mention in mentions}:
            places = self.by_key.get(key, ())
            for sentence in {place.sentence for place in places}:
                shared[sentence] += round(100 * rarity(key) / len(places))
        return [sentence for sentence, weight in shared.most_common(count) if weight >= 50]


def make_pair(draft: Reading, source: SourceIndex, one: Mention, other: Mention, weights: Weights) -> Pair:
    reading = source.reading
    beside = _beside(draft, reading, one, other)
    in_row = _beside_in_row(draft, reading, one, other)
    keyed = draft.keyed or reading.keyed  # every line of a listing reads alike: its wording is nobody's
    kept = (0, 0) if keyed else _kept(one, other)
    ours, theirs = _joined(draft, one), _joined(reading, other)
    return Pair(
        draft=one,
        source=other,
        words=_words(one, other, weights),
        statement=_statements(one, other, weights),
        company=_company(draft, reading, one, other),
        vicinity=_vicinity(draft, reading, one, other),
        verbatim=min(1.0, sum(kept) / _VERBATIM_ENOUGH),
        copied=sum(kept) >= _VERBATIM_ENOUGH and min(kept) >= _BOTH_SIDES,
        equal=is_equal(one, other),
        partner=_partner(ours, theirs),
        torn=_torn(ours, theirs),
        crossed=_crossed(one, other, ours, theirs),
        aligned=max(sum(beside), in_row),
        flanked=len(beside) == _BOTH_SIDES or bool(in_row),
        covers=weights.coverage(one.indicator, other.indicator) if keyed else 1.0,
        lone_aim=_is_lone_aim(source, one, other),
        unknown=one.key not in source.by_key,
        orphans=one.key not in source.by_key and other.key not in draft.keys,
        anchored=max(beside, default=0) > 0 and sum(kept) >= _ANCHORED and min(kept) >= _ANCHORED_SIDE,
        telling=any(len(source.by_pair.get(pair, ())) == 1 for pair in one.words & other.words),
        lone=source.by_unit[other.figure.unit] <= _FEW and other.figure.unit not in _COMMON_UNITS,
    )


def is_limit(mention: Mention) -> bool:
    """Whether a figure is a floor or a ceiling: 5万元以上, 不超过3%."""
    return mention.figure.quantity.bound not in (Bound.EXACT, Bound.ABOUT, Bound.RANGE)


def _is_lone_aim(source: SourceIndex, one: Mention, other: Mention) -> bool:
    same = len(one.years) == 1 and one.years == other.years and one.figure.unit == other.figure.unit
    alone = len(source.aims.get((other.figure.unit, other.years), ())) == 1
    return same and alone and is_limit(one) and is_limit(other)


def _words(one: Mention, other: Mention, weights: Weights) -> float:
    """By the words as they stand or by the keys, whichever tell more: a fact sheet has keys only."""
    return max(
        weights.likeness(one.phrase, other.phrase),
        weights.likeness(one.indicator, other.indicator),
        weights.likeness(one.words, other.words),
    )


def _statements(one: Mention, other: Mention, weights: Weights) -> float:
    """By the statements themselves or with their headings, which often name what the statement leaves out."""
    return max(weights.likeness(one.statement, other.statement), weights.likeness(one.context, other.context))


def is_equal(one: Mention, other: Mention) -> bool:
    """Whether the values are the same within the rounding of the coarser; what is open (以上) must say the same."""
    first, second = one.figure.quantity, other.figure.quantity
    if not same_measure(first.unit, second.unit):
        return False
    coarse = max(first.step, second.step) / 2 if first.step != second.step else Decimal(0)
    return abs(first.value - second.value) <= coarse and first.upper == second.upper


def _company(draft: Reading, source: Reading, one: Mention, other: Mention) -> float:
    around = {mention.key: mention for mention in source.around(other, _REACH)}
    shared = 0.0
    for mention in draft.around(one, _REACH):
        partner = around.get(mention.key) or _rounded(mention, around.values())
        if partner is None or mention.key in (one.key, other.key):
            continue
        close = _next_to(mention, one) and _next_to(partner, other)
        shared += rarity(mention.key) * (1.5 if close else 0.7)
    return 1 - exp(-shared)


def _vicinity(draft: Reading, source: Reading, one: Mention, other: Mention) -> float:
    around = {mention.key for mention in source.nearest(other, _REACH)}
    shared = {mention.key for mention in draft.nearest(one, _REACH // 2)} & around - {one.key, other.key}
    return 1 - exp(-0.5 * sum(map(rarity, shared)))


def _rounded(mention: Mention, around: Iterable[Mention]) -> Mention | None:
    """The figure of which ``mention`` is a rounded form: 7.3亿元 for 73263.24万元."""
    quantity = mention.figure.quantity
    if quantity.step <= 1 or quantity.value % quantity.step:
        return None
    return next((other for other in around if is_equal(mention, other)), None)


def _beside(draft: Reading, source: Reading, one: Mention, other: Mention) -> list[float]:
    """How rare the nearest figures are that are equal on one side, whatever words stand between: 5100亩，带动2000人."""
    found: list[float] = []
    for step in (-1, 1):
        ours, theirs = draft.neighbour(one, step), source.neighbour(other, step)
        if ours and theirs and is_equal(ours, theirs):
            found.append(rarity(ours.key))
    return found


def _beside_in_row(draft: Reading, source: Reading, one: Mention, other: Mention) -> float:
    """The same among the figures of one unit alone, where both sides are equal: 600万元、40万元、227万元 of three items."""
    found = 0.0
    for step in (-1, 1):
        ours, theirs = draft.next_of_unit(one, step), source.next_of_unit(other, step)
        if ours is None or theirs is None or not is_equal(ours, theirs):
            return 0.0
        found += rarity(ours.key)
    return found


def _partner(ours: Mapping[bool, Key], theirs: Mapping[bool, Key]) -> float:
    return max((rarity(key) for side, key in ours.items() if theirs.get(side) == key), default=0.0)


def _torn(ours: Mapping[bool, Key], theirs: Mapping[bool, Key]) -> bool:
    met = [(key, theirs[side]) for side, key in ours.items() if side in theirs]
    return any(a[1] == b[1] and a[0] != b[0] for a, b in met) and not any(a == b for a, b in met)


def _crossed(one: Mention, other: Mention, ours: Mapping[bool, Key], theirs: Mapping[bool, Key]) -> bool:
    """431人1000户 for 431户1000人."""
    if one.figure.value != other.figure.value or one.figure.unit == other.figure.unit:
        return False
    return any(
        side in theirs and theirs[side] == (value, one.figure.unit) and unit == other.figure.unit
        for side, (value, unit) in ours.items()
    )


def _joined(reading: Reading, mention: Mention) -> dict[bool, Key]:
    """The figures joined to ``mention``: True for the one behind it."""
    found: dict[bool, Key] = {}
    before, behind = reading.neighbour(mention, -1), reading.neighbour(mention, 1)
    if before and mention.joined:
        found[False] = before.key
    if behind and behind.joined:
        found[True] = behind.key
    return found


def _next_to(one: Mention, other: Mention) -> bool:
    """Whether two mentions are joined: 52户120人."""
    first, second = sorted((one, other), key=lambda mention: mention.index)
    return second.joined and second.index == first.index + 1


def _kept(one: Mention, other: Mention) -> tuple[int, int]:
    """How many characters the texts have in common to the left and to the right of the figures."""
    return _common(one.left[::-1], other.left[::-1]), _common(one.right, other.right)


def _common(one: str, other: str) -> int:
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return at
    return min(len(one), len(other))


def _contexts(mention: Mention) -> tuple[str, ...]:
    left, right = mention.left[-_CONTEXT:], mention.right[:_CONTEXT]
    return tuple(side + text for side, text in (("<", left), (">", right)) if len(text) == _CONTEXT)


def _digits(mention: Mention) -> Decimal:
    """The number as it is written, without 万 and 亿: what stays when only the unit is mistaken."""
    quantity = mention.figure.quantity
    return quantity.value / quantity.step if quantity.step else quantity.value


def _sorted_digits(mention: Mention) -> str:
    """The same for numbers whose digits stand in another order or that have noughts too many: 1300, 1030, 130."""
    return "".join(sorted(f"{_digits(mention).normalize():f}".replace(".", "").replace("0", "")))


def same_measure(one: str, other: str) -> bool:
    """Whether two units measure or count the same things: 112座 is 112个, 15名 is 15人; 人 and 户 are not."""
    return one == other or any(one in units and other in units for units in _ONE_MEASURE)


def _alike_units(one: Mention, other: Mention) -> bool:
    first, second = one.figure.unit, other.figure.unit
    return first == second or any(first in units and second in units for units in _ALIKE_UNITS)
