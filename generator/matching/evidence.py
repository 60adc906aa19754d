"""What is enough to say that two unequal figures speak of one thing."""

from __future__ import annotations

from collections.abc import Sequence

from generator.matching.contrasts import apart
from generator.matching.pairing import Pair, rarity, same_measure
from generator.matching.slips import differs_by_a_slip, digits_of, is_exchange, is_shifted, is_slip
from generator.model.facts import Figure
from generator.model.quantity import Bound
from generator.patterns import compiled

SAME = 0.5
RARE = 0.8
SURE = 0.7
KEPT_WORDING = 0.8
_RIVAL = 0.05
_TWO_DIGITS = 0.45  # the rarity of a figure of two digits
_TELLING = 3
# What words, statement and company must tell together where two digits of an orphan are exchanged, by its digits: of
# numbers of two digits one in ninety is the reverse of a given one.
_LEAST_TOLD = {1: 9.0, 2: 0.55, 3: 0.45, 4: 0.3}
_FAR_APART_UNITS = (
    frozenset({"亩", "公顷"}),
    frozenset({"亩", "平方米"}),
    frozenset({"公顷", "平方米"}),
    frozenset({"公顷", "平方公里"}),
    frozenset({"天", "小时"}),
    frozenset({"千瓦", "马力"}),
    frozenset({"千瓦", "千瓦时"}),
    frozenset({"个月", "年"}),
    frozenset({"月", "年"}),
    frozenset({"天", "个月"}),
    frozenset({"吨", "公斤"}),
    frozenset({"元", "美元"}),
    frozenset({"%", "百分点"}),
)
_PARTS = ("方面", "环节", "部分", "层面", "维度")
_FEW_DIGITS = 2
_LONG = 4
_LONG_NAME = 5  # pairs of characters
_TEN = 10
_FAR_APART = 100
_RATE = compiled("每(?:人|户|亩|名|个|村|座|套|公里|平方米|人每年)$")
_MOST_OF_A_NAME = 0.55


def is_sure(pair: Pair) -> bool:
    """Whether wording, statement and company bind the two, without regard to their values."""
    if pair.verbatim >= KEPT_WORDING:
        return True
    if pair.torn or apart(pair.draft.wording, pair.source.wording):
        return False
    if not _of_one_order(pair):
        return False
    if _is_bound_by_values(pair):
        return True
    if counts_something_else(pair):
        return False
    if _one_slip(pair) and _is_bound_by_its_slip(pair):
        return True
    told = pair.statement >= 0.3 or pair.company >= 0.5
    if slipped(pair) and (told or pair.words >= 0.65):
        return True
    if _is_small_count(pair) and pair.company < 0.5 and not pair.aligned:
        return _is_told_small_count(pair)
    if pair.covers < _MOST_OF_A_NAME:
        return False
    if pair.words >= 0.9 and pair.statement >= 0.2 and _is_long_name(pair):
        return True
    if told and pair.words >= 0.5 and (pair.likeness >= SURE or pair.words >= 0.6):
        return True
    together = pair.words + pair.statement + pair.company
    return (pair.words >= 0.5 and together >= 1.7) or (pair.words >= 0.4 and together >= 1.6 and told)


def _is_bound_by_its_slip(pair: Pair) -> bool:
    """What binds values that are one slip apart and of which neither stands in the other text."""
    if pair.orphans and pair.statement >= 0.4 and _are_one_rate(pair):
        return True
    if (_is_small_count(pair) and pair.company < 0.5 and not pair.aligned) or pair.covers < _MOST_OF_A_NAME:
        return False
    near = pair.statement >= 0.25 or pair.vicinity >= 0.5
    if pair.unknown and _limits_alike(pair) and pair.words >= 0.5 and near:
        return True
    beside = pair.company >= 0.5 and pair.aligned > 0 and pair.words >= 0.45
    return pair.orphans and pair.statement >= 0.4 and (pair.words >= 0.55 or beside)


def _are_one_rate(pair: Pair) -> bool:
    """每人60元 and 每人50元."""
    ours, theirs = (_RATE.search(mention.left) for mention in (pair.draft, pair.source))
    return ours is not None and theirs is not None and ours[0] == theirs[0]


def _of_one_order(pair: Pair) -> bool:
    """Not the 50元 that each pays and the 167万元 that all pay: no slip makes one of the other."""
    ours, theirs = pair.draft.figure, pair.source.figure
    if not same_measure(ours.unit, theirs.unit) or is_shifted(ours.value, theirs.value):
        return True
    return theirs.value / _FAR_APART <= ours.value <= theirs.value * _FAR_APART


def is_hardly_chance(pair: Pair) -> bool:
    """Two digits exchanged in a long number, or 亿 for 万 under the same words."""
    ours, theirs = pair.draft.figure, pair.source.figure
    if not same_measure(ours.unit, theirs.unit):
        return False
    if (pair.orphans or (pair.unknown and pair.words >= SAME)) and is_exchange(ours.value, theirs.value):
        least = _LEAST_TOLD[min(len(str(int(ours.value))), _LONG)]
        if _told_together(pair) >= least:
            return True
    if is_exchange(ours.value, theirs.value) and digits_of(ours.value) >= _LONG:
        least = 0.3 if digits_of(ours.value) > _LONG else 0.4
        return pair.words >= 0.2 and pair.words + pair.statement + pair.company >= least
    if not is_shifted(ours.value, theirs.value):
        return False
    if pair.unknown and _limits_alike(pair) and pair.statement >= 0.5 and pair.vicinity >= 0.5:
        return True
    if pair.orphans and digits_of(ours.value) >= _TELLING:
        return _told_together(pair) >= 0.45
    told_beside = digits_of(ours.value) > 1 and (pair.company >= 0.5 or pair.aligned >= _TWO_DIGITS)
    return pair.words >= 0.6 or told_beside


def only_its_unit_is_mistaken(pair: Pair) -> bool:
    """11153户 for 11153人: a number so long, and in neither text with the other's unit."""
    ours, theirs = pair.draft.figure, pair.source.figure
    if ours.value != theirs.value or same_measure(ours.unit, theirs.unit):
        return False
    if pair.orphans and any({ours.unit, theirs.unit} <= units for units in _FAR_APART_UNITS):
        # 300公顷 and 300亩 are fifteen times apart: nobody measures two things with one number so.
        alike = _limits_alike(pair) and pair.statement >= 0.5
        return alike or pair.words >= 0.4 or (digits_of(ours.value) >= _FEW_DIGITS and pair.statement >= 0.35)
    if pair.company >= 0.5 and pair.statement >= 0.5 and digits_of(ours.value) >= _FEW_DIGITS:
        return True
    if pair.unknown and digits_of(ours.value) > _LONG and pair.words + pair.statement >= 0.6:
        return True  # 15039户 beside 15039人 of the same sentence
    if not pair.orphans or digits_of(ours.value) < _TELLING:
        return False
    least = 0.3 if digits_of(ours.value) >= _LONG else 0.6
    return max(pair.statement, pair.company) >= least or pair.words + pair.statement >= 2 * least


def _told_together(pair: Pair) -> float:
    return pair.words + pair.statement + max(pair.company, pair.vicinity)


def _is_joined(pair: Pair) -> bool:
    """Whether an equal figure that both are joined to binds them: 733户 and 773户 beside 1700人."""
    if pair.partner >= _TWO_DIGITS and pair.company >= 0.35 and pair.words >= 0.25 and _one_slip(pair):
        return True
    same_unit = pair.source.figure.unit == pair.draft.figure.unit
    joined = bool(pair.partner) and pair.company >= 0.5 and same_unit
    return joined and (pair.partner >= RARE or pair.words >= 0.25)


def _one_slip(pair: Pair) -> bool:
    ours, theirs = pair.draft.figure, pair.source.figure
    return same_measure(ours.unit, theirs.unit) and differs_by_a_slip(ours.value, theirs.value)


def _is_bound_by_values(pair: Pair) -> bool:
    """Whether what is known of the figures themselves and of those around needs hardly any words beside it."""
    if is_hardly_chance(pair) or _stands_in_its_place(pair) or _alone_of_its_kind(pair):
        return True
    if pair.lone_aim and pair.unknown and pair.words + pair.statement >= 0.35 and _of_near_size(pair):
        return True
    return pair.crossed or only_its_unit_is_mistaken(pair) or _is_joined(pair)


def _of_near_size(pair: Pair) -> bool:
    ours, theirs = pair.draft.figure.value, pair.source.figure.value
    return theirs / 3 <= ours <= theirs * 3


def counts_something_else(pair: Pair) -> bool:
    """Whether 个 counts villages here and projects there."""
    ours, theirs = pair.draft.figure, pair.source.figure
    if theirs.noun.startswith(_PARTS) != ours.noun.startswith(_PARTS):
        return True  # 由运营效率、持续发展等4个方面的指标构成
    if ours.unit != "个" or theirs.unit != "个":
        return False
    one, other = _head(ours), _head(theirs)
    return bool(one and other) and not set(one) & set(other)


def _head(figure: Figure) -> str:
    return figure.noun or figure.indicator[-3:]


def _is_small_count(pair: Pair) -> bool:
    """Nine projects of one list and thirteen of another: a count of one digit is too common to be bound by words."""
    return pair.draft.figure.value < _TEN and pair.draft.figure.unit not in ("%", "元")


def _counts_one_rare_thing(pair: Pair) -> bool:
    """五个涉农办事处 for 四个涉农办事处: a noun so long is that of one thing."""
    ours, theirs = pair.draft.figure.noun, pair.source.figure.noun
    return len(ours) >= _LONG and ours == theirs


def _is_told_small_count(pair: Pair) -> bool:
    if pair.words >= 0.8 and pair.statement >= 0.3 and _in_digits(pair):
        return True
    if pair.words >= 0.8 and pair.orphans and _counts_one_rare_thing(pair):
        return True
    return _limits_alike(pair) and pair.words >= 0.6 and pair.statement >= 0.5


def _limits_alike(pair: Pair) -> bool:
    """Whether both are limits of one kind: 不少于1次 and 至少2次."""
    ours, theirs = pair.draft.figure.quantity.bound, pair.source.figure.quantity.bound
    return ours is theirs and ours is not Bound.EXACT


def _in_digits(pair: Pair) -> bool:
    """Whether the draft's count is written in digits, as targets are, and not 九个 as the parts of a list are."""
    return pair.draft.figure.quote[:1].isascii()


def _is_long_name(pair: Pair) -> bool:
    return min(len(pair.draft.words), len(pair.source.words)) >= _LONG_NAME


def _stands_in_its_place(pair: Pair) -> bool:
    """Whether the figures right before and after are the same, and the words do not speak against it."""
    if not same_measure(pair.draft.figure.unit, pair.source.figure.unit):
        return pair.draft.figure.value == pair.source.figure.value and pair.aligned >= _TWO_DIGITS
    if pair.anchored and pair.unknown:
        return True
    if pair.aligned >= RARE:
        return pair.words >= 0.15 or (pair.flanked and pair.statement >= 0.15)
    return pair.aligned >= _TWO_DIGITS and pair.words >= 0.35


def _alone_of_its_kind(pair: Pair) -> bool:
    """Whether the source measures hardly anything else so: fewer words are needed to find the figure there."""
    ours, theirs = pair.draft.figure, pair.source.figure
    if not same_measure(ours.unit, theirs.unit):
        return False
    if ours.unit == "%" and _limits_alike(pair):
        only_one = pair.orphans and pair.telling and pair.words >= 0.35
        return only_one or (pair.company >= 0.5 and pair.words >= 0.2)
    near = theirs.value / 5 <= ours.value <= theirs.value * 5 or is_shifted(ours.value, theirs.value)
    return (
        pair.lone
        and near
        and pair.covers >= _MOST_OF_A_NAME
        and pair.words >= 0.35
        and pair.words + pair.statement >= 0.55
    )


def proves(equal: Pair) -> bool:
    """Whether an equal value is the same figure and no chance: the shorter the number, the more must speak for it."""
    rare = rarity(equal.draft.key)
    if equal.statement >= 0.35 and rare >= 0.45:
        return True
    if rare < 0.45 and max(equal.statement, equal.company / 2, equal.verbatim / 3) < 0.15:
        return False
    return equal.score >= SAME and (rare >= RARE or equal.likeness >= 0.25)


def slipped(pair: Pair) -> bool:
    """Whether the values are one slip of the hand apart; less likeness of words is needed then."""
    ours, theirs = pair.draft.figure, pair.source.figure
    if not same_measure(ours.unit, theirs.unit):
        return False
    all_told = pair.words + pair.statement + pair.company
    if is_hardly_chance(pair):
        return True
    if is_slip(ours.value, theirs.value):
        telling = pair.orphans and digits_of(ours.value) >= _LONG
        return all_told >= (0.55 if telling else 0.8)
    if is_exchange(ours.value, theirs.value):
        beside = pair.company >= 0.5 or pair.aligned > 0
        return all_told >= (0.85 if beside else 0.95) and pair.words >= (0.3 if beside else 0.4)
    return is_shifted(ours.value, theirs.value) and pair.words >= 0.4 and pair.statement >= 0.4


def likeliest(candidates: Sequence[Pair]) -> Pair | None:
    """The unequal pair to judge by.

    Of pairs alike in everything the one with the same number (only its unit is mistaken), else one that was copied
    character by character, else one whose values are a slip apart or that is joined to an equal figure, else the first
    sure one, else the first.
    """
    unequal = [pair for pair in candidates if not pair.equal and _comparable(pair)]
    if not unequal:
        return None
    best = unequal[0]
    for pair in unequal:
        if pair.source.figure.value == pair.draft.figure.value and pair.likeness >= best.likeness - _RIVAL:
            return pair
    copied = next((pair for pair in unequal if pair.copied), None)
    unit = best.draft.figure.unit
    sure = sorted(
        (pair for pair in unequal if is_sure(pair)), key=lambda pair: pair.source.figure.unit != unit
    )
    told = next((pair for pair in sure if pair.partner or pair.aligned >= RARE or slipped(pair)), None)
    return copied or told or (sure[0] if sure else best)


def _comparable(pair: Pair) -> bool:
    """Not 户 against 人, unless the number is the same or the place in the text."""
    ours, theirs = pair.draft.figure, pair.source.figure
    return same_measure(ours.unit, theirs.unit) or ours.value == theirs.value or pair.verbatim >= KEPT_WORDING


def has_rival(best: Pair, candidates: Sequence[Pair]) -> bool:
    """Whether a pair with another value fits as well."""
    return any(
        pair.likeness > best.likeness - _RIVAL
        and pair.source.key != best.source.key
        and pair.source.figure.value != best.draft.figure.value
        and pair.source.figure.unit == best.source.figure.unit
        for pair in candidates
        if not pair.equal and (pair.telling or not best.telling) and _of_one_order(pair)
    )


def copied_from_elsewhere(equal: Pair, candidates: Sequence[Pair]) -> bool:
    """Whether the words around stand in the source, character by character, beside another value than the equal one."""
    return equal.verbatim < KEPT_WORDING and any(not pair.equal and pair.copied for pair in candidates)
