"""The longest name that two clauses share."""

from __future__ import annotations

from dataclasses import dataclass

from generator.facts.relation_words import pairs
from generator.patterns import compiled

_HAN = compiled(r"[\u4e00-\u9fff]")
_PARTICLES = "的了对把将为有使让由在和与及给从按各是其中用于至到已只仅"


@dataclass(frozen=True, slots=True)
class SharedName:
    """``words`` as found at ``one`` in the first text and at ``other`` in the second."""

    words: str
    one: int
    other: int
    edges: int = 0

    @property
    def begins_in_one(self) -> bool:
        """Whether one of the texts has no further character of a name in front of it.

        石川村卫生室 and 马营村卫生室 share 村卫生室, but that is no name of either.
        """
        return self.edges > 0

    @property
    def begins_in_both(self) -> bool:
        """Whether neither has: 光伏电站 and 村级光伏电站 may be two things."""
        return self.edges > 1


def shared_name(first: str, second: str, least: int) -> SharedName | None:
    """The longest run of Chinese characters that stands in both, if it has ``least`` and says something."""
    best: SharedName | None = None
    previous: dict[int, int] = {}
    for index, character in enumerate(first):
        lengths: dict[int, int] = {}
        start = second.find(character) if _HAN.match(character) else -1
        while start >= 0:
            lengths[start] = previous.get(start - 1, 0) + 1
            length = lengths[start]
            if length >= max(least, len(best.words) + 1 if best else 0):
                best = SharedName(
                    first[index - length + 1 : index + 1], index - length + 1, start - length + 1
                )
            start = second.find(character, start + 1)
        previous = lengths
    if best is None or not pairs(best.words):
        return None
    edges = _is_edge(first, best.one) + _is_edge(second, best.other)
    return SharedName(best.words, best.one, best.other, edges)


def _is_edge(text: str, offset: int) -> bool:
    before = text[offset - 1] if offset else ""
    return not _HAN.match(before) or before in _PARTICLES


def of_two_names(first: str, second: str) -> bool:
    """Whether two texts end alike and, where they begin to differ, both go on with a name: 石川村卫生室, 马营村卫生室."""
    length = 0
    while length < min(len(first), len(second)) and first[-length - 1] == second[-length - 1]:
        length += 1
    return not (_is_edge(first, len(first) - length) or _is_edge(second, len(second) - length))
