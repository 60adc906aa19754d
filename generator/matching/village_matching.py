"""Villages under their townships: the draft's against the source's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.matching.bonds import Bond
from generator.matching.reading import Reading
from generator.matching.source_view import SourceView
from generator.matching.verdicts import PlaceMatch, Verdict
from generator.model.place import Span
from generator.patterns import compiled

_HAN = r"[\u4e00-\u9fff]"
_TOWN = rf"{_HAN}{{1,4}}?(?:镇|乡|街道)"
_VILLAGE = rf"{_HAN}{{2,3}}?村"
_ITEM = compiled(
    rf"(?:(?P<town>{_TOWN})[（(]?)?(?P<village>{_VILLAGE})(?!民|级|委|干|集体|道|庄|内|组|寨|组织)"
)
# 兆坑村所在的金龙镇, among several villages of the source.
_INVERTED = compiled(rf"(?P<village>{_VILLAGE})(?:所在|所属|隶属)的?(?:地)?(?P<town>{_TOWN})")
_SEPARATORS = frozenset("、和与及 （(")
_STRANGER = compiled(r"贫困|每个|各|全|本|该|一个|行政|自然|示范|重点|所有|退出|非|驻|到|个")
_COMMON = compiled("新[村民建华]|红旗|红星|和平|光明|团结|前进|胜利|东风|向阳|幸福|永[安丰兴]|大[桥寨坪]村")
_RUN_IN = compiled(
    "^(?:实施|推进|加快|建设|完成|开展|支持|抓好|包括|其中|涉及|新建|修建|[以在由对和与及])(?=..[镇乡]|..街道|...)"
)
# 建在白沙镇, 其中白沙镇: words of the sentence before the name.
_BY = compiled(r"^.*(?:[由在以对为把到含是即和与及]|其中)(?=..[镇乡]|...[镇乡]|..街道)")
_TOWN_IN_FRONT = compiled(r"[\u4e00-\u9fff]{1,4}(?:镇|乡|街道)$")
_LONGEST_TOWN = 6
_STEM = 2
_SHORTEST_TOWN = 3
_COMPANY = 2


@dataclass(frozen=True, slots=True)
class ListedVillage:
    """A village with the township that it is listed under; ``span`` covers what is written of both. ``stated``: the
    township stands right in front of it and not of the village before."""

    town: str
    village: str
    span: Span
    stated: bool = True


def match_villages(draft: Reading, view: SourceView) -> Iterator[PlaceMatch]:
    """Villages that the draft gives to a township and the source to another.

    Only where others of the same list stand under the same townships in both: villages of one name are frequent.
    """
    if view.bond is not Bond.CLOSE:
        return
    known = list(listed_villages(view.reading.facts.document.text))
    homes: Mapping[str, dict[str, ListedVillage]] = defaultdict(dict)
    for entry in known:
        if not _holds(entry, homes):
            homes[entry.village][entry.town] = entry
    text = draft.facts.document.text
    for entries in _lists(text):
        yield from _judge(entries, homes, view)
    for found in _INVERTED.finditer(text):
        # The words before a name run into it: 其中兆坑村.
        village = next((name for name in homes if found["village"].endswith(name)), found["village"])
        entry = ListedVillage(found["town"], village, Span(found.end("village") - len(village), found.end()))
        sentence = draft.sentence_at(found.start()).of(text)
        if sum(village[:-1] in sentence for village in homes) > _COMPANY:
            yield from _misplaced(entry, homes, view)


def match_single_villages(draft: Reading, view: SourceView) -> Iterator[PlaceMatch]:
    """Villages outside any list that the source names under one other township every time, where it knows both.

    A question, no verdict: one county may have two villages of a name.
    """
    if view.bond is not Bond.CLOSE:
        return
    source = view.reading.facts.document.text
    for entry in listed_villages(draft.facts.document.text):
        stem = entry.village[:-1]
        if len(stem) < _STEM or is_common_name(entry.village):
            continue
        found = list(_towns_before(source, stem))
        towns = {town.of(source) if town else "" for town in found}
        told = _RUN_IN.sub("", towns.pop()) if len(towns) == 1 else ""
        known_here = entry.town[-_SHORTEST_TOWN:] in source
        if told and known_here and found[0] and not is_one_town(entry.town, told):
            yield PlaceMatch(
                span=entry.span,
                verdict=Verdict.NEARBY,
                source=view.source,
                counterpart=found[0],
                difference=f"来源中{stem}属{told}",
            )


def _towns_before(text: str, name: str) -> Iterator[Span | None]:
    """For every place where ``name`` stands the township right in front of it, if one is."""
    at = text.find(name)
    while at >= 0:
        start = max(0, at - _LONGEST_TOWN)
        found = _TOWN_IN_FRONT.search(text[start:at])
        yield Span(start + found.start(), at) if found else None
        at = text.find(name, at + 1)


def is_common_name(village: str) -> bool:
    """Whether many counties have several villages of that name."""
    return bool(_COMMON.search(village))


def is_one_town(one: str, other: str) -> bool:
    """Whether two names mean one township: words of the sentence may have run into either (其中白沙镇)."""
    return one.endswith(other) or other.endswith(one)


def _judge(
    entries: Sequence[ListedVillage], homes: Mapping[str, dict[str, ListedVillage]], view: SourceView
) -> Iterator[PlaceMatch]:
    agreeing = [entry for entry in entries if _holds(entry, homes)]
    if len(agreeing) < _COMPANY:
        return
    for entry in entries:
        yield from _misplaced(entry, homes, view)


def _misplaced(
    entry: ListedVillage, homes: Mapping[str, dict[str, ListedVillage]], view: SourceView
) -> Iterator[PlaceMatch]:
    theirs = homes.get(entry.village, {})
    if len(theirs) == 1 and not _holds(entry, homes):
        (counterpart,) = theirs.values()
        yield PlaceMatch(
            span=entry.span,
            verdict=Verdict.CONTRADICTS,
            source=view.source,
            counterpart=counterpart.span,
            difference=f"来源中{entry.village}属{counterpart.town}",
        )


def _holds(entry: ListedVillage, homes: Mapping[str, dict[str, ListedVillage]]) -> bool:
    """A name may have run into the words before it: 即城厢镇 is 城厢镇."""
    return any(
        entry.town.endswith(town) or town.endswith(entry.town) for town in homes.get(entry.village, {})
    )


def _lists(text: str) -> Iterator[list[ListedVillage]]:
    """The villages of each sentence, in order."""
    entries: list[ListedVillage] = []
    for entry in listed_villages(text):
        if entries and compiled(r"[。；;\n]").search(text[entries[-1].span.end : entry.span.start]):
            yield entries
            entries = []
        entries.append(entry)
    if entries:
        yield entries


def listed_villages(text: str) -> Iterator[ListedVillage]:
    """Villages with a township of their own, or with that of the village before them (金龙镇树垇村、兆坑村)."""
    town, end = "", -1
    for found in _ITEM.finditer(text):
        if _STRANGER.search(found["village"]) or _STRANGER.search(found["town"] or ""):
            continue
        follows = end >= 0 and set(text[end : found.start()]) <= _SEPARATORS
        cut = _BY.match(found["town"] or "")
        start = found.start() + (cut.end() if cut else 0)
        town = (found["town"] or "")[start - found.start() :] or (town if follows else "")
        end = found.end()
        if town:
            yield ListedVillage(
                town=town,
                village=found["village"],
                span=Span(start, found.end()),
                stated=bool(found["town"]),
            )
