"""Lists of villages or townships by bare names: 钟庙、卢老荒两个村级电站, 平掌、建兴、漠沙等乡镇."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.matching.bonds import Bond
from generator.matching.reading import Reading
from generator.matching.source_view import SourceView
from generator.matching.verdicts import PlaceMatch, Verdict
from generator.matching.wording import pairs
from generator.model.place import Span
from generator.patterns import compiled

_PIECE = r"[\u4e00-\u9fff]{2,12}"
_LIST = compiled(rf"{_PIECE}(?:[、和]{_PIECE})+")
_MARK = compiled("[、和]")
_STOP = compiled(r"[，,。；;：:（(“”\n]")
_PLACES = compiled(
    r"乡镇|镇村|村级|贫困村|行政村|示范村|自然村|社区|街道|园区|县市|[个等两三四五六七八九十][\u4e00-\u9fff]{0,3}[县乡镇村]"
)
_LAST = compiled(
    r"(?P<name>[\u4e00-\u9fff]{2,4}?(?:村|镇|乡|街道|社区)?)(?P<rest>(?:等|[两二三四五六七八九十]|建|为|电商|级)[\u4e00-\u9fff]*)"
)
_COUNT = compiled(r"^(?:等|共)?(?:\d{1,2}|[两二三四五六七八九十]{1,2})?[个座处]?")
_KIND = compiled("(?<=..)(?:镇|乡|街道|村|社区)$")
_LED = compiled("[由以在对为把到含是即按](?=..)")
_NO_NAME = compiled("范[镇村乡]$|^各|^全|[局委办部厅院会署]$")
_SPREAD = compiled("(?:乡镇|[乡镇村县])[^。；;]{0,24}(?:分布|涉及|覆盖|位于|在|是|为|即|包括)[^。；;]{0,4}$")
_SENTENCE = compiled("[。；;\n]")
_AROUND, _SHARED_AROUND = 30, 4
_BEHIND = 12
_NAME = 5
_MANY, _SHARED_OF_FEW = 4, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """The names of one list in order, each with its place, and the pairs of characters behind it and around it."""

    names: tuple[tuple[str, Span], ...]
    behind: frozenset[str]
    around: frozenset[str]


def match_named_lists(draft: Reading, view: SourceView) -> Iterator[PlaceMatch]:
    """The one name of a list in whose place the source's list of the same length, before the same kind of place, has
    another; nothing where some list of the source is the draft's."""
    if view.bond not in (Bond.CLOSE, Bond.ABOVE):
        return
    source = view.reading.facts.document
    known = list(_lists(source.text, view.reading.facts.document.begin))
    for ours in _lists(draft.facts.document.text, 0):
        if any(all(_is_in(name, theirs) for name, _ in ours.names) for theirs in known):
            continue  # some of the source's names are no other names
        rivals = [_last(theirs, len(ours.names)) for theirs in known if len(theirs.names) >= len(ours.names)]
        odd = [(theirs, _odd_ones(ours, theirs)) for theirs in rivals]
        if any(not pair for _, pair in odd):
            continue
        for theirs, pair in odd:
            if len(pair) == 1 and _speaks_of_one(ours, theirs):
                (mine, other) = pair[0]
                if _NO_NAME.search(mine.of(draft.facts.document.text)) or _NO_NAME.search(
                    other.of(source.text)
                ):
                    continue
                yield PlaceMatch(
                    span=mine,
                    verdict=Verdict.CONTRADICTS,
                    source=view.source,
                    counterpart=other,
                    difference=other.of(source.text),
                )
                break


def _last(listed: _Names, count: int) -> _Names:
    """The last names of a list: 示范镇和田心村、兆坑村 names two villages."""
    return replace(listed, names=listed.names[-count:])


def _speaks_of_one(ours: _Names, theirs: _Names) -> bool:
    shared = len(ours.behind & theirs.behind)
    if len(ours.names) < _MANY:
        return shared >= _SHARED_OF_FEW
    least = 1 if len(ours.names) > _MANY else _SHARED_AROUND  # four names of five are hardly chance
    return shared > 0 or len(ours.around & theirs.around) >= least


def _odd_ones(ours: _Names, theirs: _Names) -> Sequence[tuple[Span, Span]]:
    """The names of each list that the other lacks, side by side; words may have run into a first name."""
    mine = [(name, span) for name, span in ours.names if not _is_in(name, theirs)]
    others = [(name, span) for name, span in theirs.names if not _is_in(name, ours)]
    if len(mine) != len(others):
        return ((ours.names[0][1], theirs.names[0][1]),) * 2
    return tuple((one[1], other[1]) for one, other in zip(mine, others, strict=True))


def _is_in(name: str, names: _Names) -> bool:
    """Whether the name is in the list, with or without its 镇 or 村."""
    stem = _KIND.sub("", name)
    others = (_KIND.sub("", other) for other, _ in names.names)
    return any(stem.endswith(other) or other.endswith(stem) for other in others)


def _bare_first(pieces: Sequence[tuple[str, Span]]) -> tuple[str, Span]:
    """The first name without the words that ran into it (分布在平掌): as long as the names behind it are."""
    name, span = pieces[0]
    length = max(len(other) for other, _ in pieces[1:])
    cut = max(len(name) - length, 0)
    led = _LED.match(name, cut)
    cut = led.end() if led else cut
    return name[cut:], Span(span.start + cut, span.end)


def _lists(text: str, start: int) -> Iterator[_Names]:
    for found in _LIST.finditer(text, start):
        names = list(_pieces(text, Span(found.start(), found.end())))
        last = _LAST.fullmatch(names[-1][0])
        end = found.end()
        if last:
            name, begin = last["name"], names[-1][1].start
            end = begin + len(name)
            names[-1] = (name, Span(begin, end))
        names[0] = _bare_first(names)
        behind = _STOP.split(text[end : end + _BEHIND])[0]
        lead = _SENTENCE.split(text[max(0, names[0][1].start - _AROUND) : names[0][1].start])[-1]
        places = (
            _PLACES.search(behind)
            or all(_KIND.search(name) for name, _ in names[1:])
            or (len(names) >= _MANY and _SPREAD.search(lead))
        )
        if places and all(len(name) <= _NAME for name, _ in names[1:]):
            after = _SENTENCE.split(text[end : end + _AROUND])[0]
            yield _Names(
                names=tuple(names),
                behind=pairs(_COUNT.sub("", behind)),
                around=pairs(lead) | pairs(after),
            )


def _pieces(text: str, place: Span) -> Iterator[tuple[str, Span]]:
    start = place.start
    for mark in _MARK.finditer(text, place.start, place.end):
        yield text[start : mark.start()], Span(start, mark.start())
        start = mark.end()
    yield text[start : place.end], Span(start, place.end)
