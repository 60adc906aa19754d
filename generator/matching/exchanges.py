"""Two figures of a draft that stand in each other's place: 移民227万元、民族455万元 for 移民455万元、民族227万元."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.matching.evidence import counts_something_else
from generator.matching.pairing import Pair, rarity
from generator.patterns import compiled

# 供水率…、普及率…分别高于85%和90%: the names stand far from the figures. 由9323亿元增加到13697亿元: the level before.
RESPECTIVELY = compiled(r"分别[^，,。；;]*$|[由从]$")
_NEAR = 3  # sentences
_TOLD = 0.5
_BETWEEN, _MORE_COMPANY = 0.8, 0.2
_MORE = 0.3
_SURELY_TOLD = 0.8
_TWO_DIGITS = 0.45


def exchanged(pairs: Mapping[int, Sequence[Pair]]) -> dict[int, Pair]:
    """By the index of a mention the pair whose words it has, where the other mention has this one's words.

    The words alone would prove little: that each of two figures has the other's words, and hardly its own, is no chance.
    """
    claims = {index: claim for index, candidates in pairs.items() if (claim := _claim(candidates))}
    found: dict[int, Pair] = {}
    for index, claim in claims.items():
        for other, answer in claims.items():
            if index < other and _answer_each_other(claim, answer):
                found[index], found[other] = claim, answer
    return found


def stands_between(equal: Pair, other: Pair) -> bool:
    """Whether the equal figure stands between the same figures in both texts, and in far more of its company."""
    return equal.aligned >= _BETWEEN and equal.company > other.company + _MORE_COMPANY


def _claim(candidates: Sequence[Pair]) -> Pair | None:
    """The unequal pair whose words fit far better than those of any equal one."""
    equal = [pair for pair in candidates if pair.equal]
    unequal = [
        pair
        for pair in candidates
        if not pair.equal
        and pair.source.figure.unit == pair.draft.figure.unit
        and not pair.torn
        and not counts_something_else(pair)
    ]
    if not equal or not unequal or RESPECTIVELY.search(candidates[0].draft.before):
        return None
    best = max(unequal, key=lambda pair: (pair.words, pair.likeness))
    rare = min(rarity(best.draft.key), rarity(best.source.key)) >= _TWO_DIGITS
    told = best.words >= (_TOLD if rare else _SURELY_TOLD)
    if any(stands_between(pair, best) for pair in equal):
        return None
    return best if told and best.words >= max(pair.words for pair in equal) + _MORE else None


def _answer_each_other(one: Pair, other: Pair) -> bool:
    near = abs(one.draft.sentence - other.draft.sentence) <= _NEAR
    return near and one.source.key == other.draft.key and other.source.key == one.draft.key
