"""Set phrases and the list that spells them out elsewhere: 两不愁 and 不愁吃、不愁穿; 4类重点对象 and 以A、B、C和D为重点."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from generator.facts.relation_building import count_relation, item, listed
from generator.facts.relation_counts import split_items
from generator.model.facts import Relation
from generator.model.place import Span

_SEGMENT = re.compile(r"[^，。；：:\s“”\"（）()《》\d]+")
_LONGEST = 200
_KEY_BEHIND = re.compile(r"(?:为|有)(重点|保障|抓手|支撑|主体)")
_NUMERALS = {2: "两双二2", 3: "三3", 4: "四4", 5: "五5", 6: "六6", 7: "七7", 8: "八8", 9: "九9", 10: "十"}
_MOST = 4  # of one phrase


def find_slogans(text: str) -> Iterator[Relation]:
    """Phrases that consist of a number and a word, where a list of so many items shares that word."""
    for (count, word), lists in _lists_by_word(text).items():
        pattern = re.compile(rf"(?<![\u4e00-\u9fff\d])?[{_NUMERALS[count]}](?:个|类|种|项|大)?{word}")
        for found in islice(pattern.finditer(text), _MOST):
            place = min(lists, key=lambda span: abs(span.start - found.start()))
            if not place.overlaps(Span(*found.span())):
                pieces = split_items(text, place)
                yield count_relation(item(text, *found.span()), listed(text, pieces), count=count, holds=True)


def _lists_by_word(text: str) -> dict[tuple[int, str], list[Span]]:
    """Lists by the number of their items and the word that all share, at the front, the end, or behind the list."""
    lists: dict[tuple[int, str], list[Span]] = defaultdict(list)
    for found in _SEGMENT.finditer(text):
        place = Span(*found.span())
        if len(place) > _LONGEST or "、" not in found.group():
            continue
        behind = _KEY_BEHIND.search(text, max(place.start, place.end - 14), place.end + 3)
        if behind:
            place = Span(place.start, min(place.end, behind.start()))
        pieces = [piece.quote for piece in split_items(text, place)]
        if len(pieces) in _NUMERALS:
            for word in _shared(pieces, behind.group(1) if behind else ""):
                lists[len(pieces), word].append(place)
    return lists


def _shared(pieces: list[str], behind: str) -> Iterator[str]:
    heads = {piece[:2] for piece in pieces[1:]}  # before the first item stands the rest of its sentence
    tails = {piece[-2:] for piece in pieces}
    if len(heads) == 1 and (head := heads.pop()) in pieces[0]:
        yield head
    if len(tails) == 1:
        yield tails.pop()
    if behind:
        yield behind
