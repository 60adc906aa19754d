"""Set phrases and the list that spells them out elsewhere: 两不愁 and 不愁吃、不愁穿; 4类重点对象 and 以A、B、C和D为重点."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.facts.relation_building import count_relation, item, listed
from generator.facts.relation_counts import split_items
from generator.facts.relation_numerals import small_number
from generator.model.facts import Relation
from generator.model.place import Span
from generator.patterns import compiled

_STOP = r"，。；：:\s“”\"（）()《》\d"
_SEGMENT = compiled(rf"[^{_STOP}]+")
_LONGEST = 240
_LAST_PAIR = compiled(r"(?<=..)(?:以及|[和及与])(?=..)")
_KEY_BEHIND = compiled(r"(?:为|有)(重点|保障|抓手|支撑|主体)")
_KINDS = compiled(
    r"以(?P<list>[^，。；：:\n\d以等]{2,40}、[^，。；：:\n\d以等]{2,60}?)为重点[^\n]{0,200}?"
    r"(?P<number>\d|[两三四五六七八九十])(?:类|种)重点"
)
_NUMERALS = {2: "两双二2", 3: "三3", 4: "四4", 5: "五5", 6: "六6", 7: "七7", 8: "八8", 9: "九9", 10: "十"}
_COUNTS = {numeral: number for number in range(2, 11) for numeral in _NUMERALS[number]}
_PHRASE = compiled(rf"(?P<number>[{''.join(_COUNTS)}])(?:个|类|种|项|大)?(?P<word>[\u4e00-\u9fff]{{2}})")
_QUOTED = compiled(
    r"“(?P<phrase>(?P<number>[两双二三四五六七八九])(?:个|项|大)(?P<word>[\u4e00-\u9fff]{2}))”"
)
_LIST = compiled(r"[^，。；：:\n“”《》]{2,12}、[^，。；：:\n“”《》]{2,80}$")
_LIST_REACH = 96
_CALLED = compiled(
    rf"[，,]?(?:合称|统称|简称|并称|叫作?|称为?)(?:为)?“(?P<phrase>(?P<number>[{''.join(_COUNTS)}])(?:个|项|大)?(?P<word>[\u4e00-\u9fff]{{1,3}}))”"
)
_FURTHEST = 1200
_EVERYWHERE = frozenset({"贫困", "扶贫", "脱贫", "农村", "项目", "工作", "建设", "村级", "发展"})
_INSIDE_NUMBER = "0123456789.第十百千万"
_MOST_LISTS = 8
_MOST = 4  # of one phrase

Key = tuple[int, str]


def find_slogans(text: str) -> Iterator[Relation]:
    """Phrases that consist of a number and a word, where a list of so many items shares that word."""
    phrases = _phrases(text)
    for key, lists in _lists_by_word(text, phrases).items():
        for phrase in phrases[key]:
            place = min(lists, key=lambda span: abs(span.start - phrase.start))
            if not place.overlaps(phrase):
                pieces = listed(text, split_items(text, place))
                yield count_relation(item(text, phrase.start, phrase.end), pieces, count=key[0], holds=True)


def _phrases(text: str) -> dict[Key, list[Span]]:
    """三保障 and 4类重点: where a number stands before two characters, by number and characters."""
    phrases: dict[Key, list[Span]] = defaultdict(list)
    for found in _PHRASE.finditer(text):
        word, start = found.group("word"), found.start()
        if word not in _EVERYWHERE and not (start and text[start - 1] in _INSIDE_NUMBER):
            same = phrases[_COUNTS[found.group("number")], word]
            if len(same) < _MOST:
                same.append(Span(*found.span()))
    return phrases


def find_spelled_out(text: str) -> Iterator[Relation]:
    """“六个精准”, and behind it in the paragraph six clauses that end (对象精准，…) or begin (确保…，) with the word."""
    for found in _QUOTED.finditer(text):
        number, word = _COUNTS[found.group("number")], found.group("word")
        end = text.find("\n", found.end())
        end = min(end if end >= 0 else len(text), found.end() + _FURTHEST)
        behind = text[found.end() : end]
        if behind.count(word) < number:
            continue
        for pattern in (
            rf"[\u4e00-\u9fff]{{2,8}}{word}(?=[，,：:])",
            rf"(?<![\u4e00-\u9fff“]){word}[\u4e00-\u9fff]{{2}}",
        ):
            clauses = list(re.finditer(pattern, behind))
            if len(clauses) == number:
                items = [item(text, found.end() + c.start(), found.end() + c.end()) for c in clauses]
                yield count_relation(item(text, *found.span("phrase")), items, count=number, holds=True)
                break


def find_called(text: str) -> Iterator[Relation]:
    """底数清、措施清、责任清合称“三清”: the list in front of the name that counts it."""
    for found in _CALLED.finditer(text):
        listing = _LIST.search(text, max(0, found.start() - _LIST_REACH), found.start())
        if listing is None:
            continue
        number, pieces = _COUNTS[found["number"]], split_items(text, Span(*listing.span()))
        if len(pieces) > 1 and all(piece.quote.endswith(found["word"][-1]) for piece in pieces):
            announced = item(text, *found.span("phrase"))
            holds = number == len(pieces)
            yield count_relation(
                announced, listed(text, pieces), count=len(pieces), holds=holds, certain=holds
            )


def find_kinds(text: str) -> Iterator[Relation]:
    """以A、B、C和D为重点 and, later in the paragraph, another number of 重点对象 than were listed."""
    for found in _KINDS.finditer(text):
        pieces = split_items(text, Span(*found.span("list")))
        number = small_number(found.group("number"))
        if number > 1 and number != len(pieces):
            announced = item(text, found.start("number"), found.end("number") + 1)
            yield count_relation(
                announced, listed(text, pieces), count=len(pieces), holds=False, certain=False
            )


def _lists_by_word(text: str, wanted: Mapping[Key, Sequence[Span]]) -> dict[Key, list[Span]]:
    """Lists by the number of their items and the word that all share, as far as a phrase asks for it."""
    lists: dict[Key, list[Span]] = defaultdict(list)
    counts = {count for count, _ in wanted}
    for found in _SEGMENT.finditer(text) if wanted else ():
        marks = found.group().count("、")
        if not marks or len(found.group()) > _LONGEST or not counts & {marks + 1, marks + 2}:
            continue
        for key, place in _shared_words(text, Span(*found.span())):
            if key in wanted and len(lists[key]) < _MOST_LISTS:
                lists[key].append(place)
    return {key: places for key, places in lists.items() if places}


def _shared_words(text: str, place: Span) -> Iterator[tuple[Key, Span]]:
    """The words that every item of a list has in front or at the end, or that stands behind the list."""
    behind = _KEY_BEHIND.search(text, max(place.start, place.end - 14), place.end + 3)
    place = Span(place.start, min(place.end, behind.start())) if behind else place
    pieces = place.of(text).split("、")
    pieces[-1:] = _LAST_PAIR.split(pieces[-1], maxsplit=1)
    head, tail = pieces[-1][:2], pieces[-1][-2:]
    if head in pieces[0] and all(piece.startswith(head) for piece in pieces[1:]):
        yield (len(pieces), head), place
    if all(piece.endswith(tail) for piece in pieces):
        yield (len(pieces), tail), place
    if behind:
        yield (len(pieces), behind.group(1)), place
