"""Names of tasks and the units that a sentence charges with them, whatever its wording: 科技扶贫归口县科技局管理,
牵头单位县科技局, 县科技局（牵头）, 甲、乙、丙分别由…负责.

Nothing is known here of tasks but their names, which the caller gives; a name counts where it stands for itself (科技扶贫由…)
and not as the beginning of another (科技扶贫资金由…).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.place import Span
from generator.patterns import compiled
from generator.text.agencies import NamedAgency
from generator.text.agency_actors import read_actors

_SENTENCE = compiled(r"[^。；;！？!?\n]+")
_BEFORE_NAME = compiled(
    r"(?:^|[，,：:、“\"（(）)《\s　．.]|[一二三四五六七八九十]是|[抓管做]|负责|牵头|承担|主抓|主管|分管|统筹|组织|实施|推进|推动|做好|抓好|落实|开展|的|是|和|与|及|全[县区市]|在|对)$"
)
_AFTER_NAME = compiled(
    r"[”\"]?(?:巩固提升)?(?:项目|工程|行动|工作|任务|事项|计划)?(?:方面|这一?块|这一?项|一项|一块|上)?[”\"》]?"
    r"(?:在?(?:国家|中央|[省市县区])(?:级|里)?(?:层面|方面)上?(?=由|的?牵头|[，,]))?"
    r"(?:$|[，,：:、（(）)。；;\n]|由|和|与|及|以|归|的?(?:牵头|责任|主责|主办|主抓|对口|归口|主管)|继续|仍|主要|统一|分别|都|均|一律)"
)
_BEHIND = compiled(
    r"(?P<mark>[（(]牵头[）)])|(?P<each>分别|依次|各自)?(?:继续|要|应当?|必须|仍然?|还是|具体|主要|统一|共同|总|来)*"
    r"(?:牵头|牵好头|负总责|负全责|总负责|负起牵头责任|挑头|负责(?!人|同志)|承担|主抓|抓总|主管(?!部门|单位)|分管|统筹|(?:是|为|作为)(?:牵头|责任|主责|主办|主抓|对口|归口|第一责任)"
    r"(?:责任)?(?:单位|部门|主体)|[去来][办抓]|管(?![理护])|抓(?![手好紧实住]))"
)
_BEFORE = compiled(
    r"(?:(?:牵头|责任|主责|主办|主抓|对口|归口|主管)(?:责任|管理)?(?:单位|部门|主体|机关)(?:分别|依次)?(?:为|是|：|:|在|到|给|由)?"
    r"|(?:牵头|挑头|抓总|主抓)(?:抓|负责|实施|推进|组织)?(?:这[一件项]*[事工作任务]*|此[项事]*[工作任务]*)?的(?:是|就是|仍是|还是)"
    r"|(?P<home>归口(?:到|由|在)?|(?<=[，,、\u4e00-\u9fff])归(?!口|集|还|纳)|以(?=[^，,。；;]{2,40}为主(?!要|体|导))))[\s　]*"
)
_AFTER_UNITS = compiled(r"$|[，,。；;（(：:]|管|统筹|负责|牵头|承担|具体|组织|落实|抓|为主|[）)]")
_BRACKET = compiled(r"(?:工作|项目|行动|工程)?[”\"]?[（(](?P<who>[^（()）\n]{2,60})[）)]")
_LABEL = compiled(r"(?P<who>[一-鿿、]{3,30})(?:[：:]|——|—|--)[“\"]?")
_HEAD = compiled(r".*[，,：:、“”\"（(）)\n]|.*?(?=[^，,]*$)", re.DOTALL)
_BY = compiled(r".*(?<![自理缘事来经])(?:由|交给?)", re.DOTALL)
_ITS_OWN = compiled(r"(?:^|[，,；;：:。])[^，,；;：:。]{2,12}(?<![自理缘事来经])由$")
_CLOSED = compiled(r"(?:负责|牵头|承担|统筹|主抓)[，,；;]")
_EACH = compiled(r"分别|依次|各自")
# 医疗救助由我局负责，教育扶贫由区教育局负责: somebody without a name was charged in between.
_CHARGED = compiled(r"由[^，,。；;、]{1,12}(?:负责|牵头|承担|统筹|主抓)[，,；;]")
_ENUMERATED = compiled(
    r"(?P<list>[一-鿿“”\"+]{2,14}(?:[、和与及][一-鿿“”\"+]{2,14}?)+?)(?:等[一-鿿\d]{0,6})?[，,]?(?:的牵头单位)?(?:分别|依次|各自)"
)
_ITEMS = compiled(r"[^、和与及，,]+")
_MARKS = compiled(
    r"^[\s　]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、．.][\s　]*|[一二三四五六七八九十]是)?"
)
_REACH, _LONGEST, _WHOLE_NAME, _MARK = 90, 70, 8, 8
_OPENS = compiled(
    r"[\s　]*(?:(?:此项|该项|这项|本项|此)(?:工作|任务)?)?(?:由|(?:牵头|责任|主责|主办|主抓|对口|归口|主管)(?:责任)?(?:单位|部门|主体)(?:为|是|：|:)?)?"
)
# 科技扶贫。特派员进村26名，牵头的是县科技局: what has no task of its own is said of the title.
_PREDICATE = compiled(
    r"(?:^|[，,])(?:(?:牵头|责任|主责)(?:责任)?(?:单位|部门)(?:是|为|：|:)|(?:牵头|挑头|抓总|主抓)(?:抓|负责|实施|推进|组织)?(?:这[一件项]*[事工作任务]*|此[项事]*[工作任务]*)?的(?:就是|仍是|还是|是))[\s　]*$"
)
_OTHERS = compiled(r"[，,、](?:责任|配合|协办|参与|参加|成员)(?:责任)?(?:单位|部门)")
_LEADS = compiled(r"牵头|主抓|主责|抓总|总负责|[（(]牵头|(?:是|为)(?:牵头|责任|主责|对口)")
_CALLED = compiled(r"(?:单位|部门|主体)(?:为|是|：|:)?$")
_JOIN = compiled(r"[、和与及]|以及|[”\"][、和与及]?[“\"]?")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargedName:
    """``name`` at ``place``; ``units``: those whom the sentence charges with it, at ``span`` all together."""

    name: str
    place: Span
    span: Span
    units: tuple[NamedAgency, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Token:
    """Names of tasks that stand together, or units that are charged together."""

    span: Span
    names: tuple[tuple[str, Span], ...] = ()
    units: tuple[NamedAgency, ...] = ()


def find_charged_names(text: str, names: Sequence[str]) -> Iterator[ChargedName]:
    """Where sentences of ``text`` charge units with tasks of these ``names``, in text order."""
    if not names:
        return
    finder = compiled("|".join(map(_loosely, sorted(names, key=len, reverse=True))))
    written = {name.replace("的", ""): name for name in names}
    title: tuple[str, Span] | None = None
    for sentence in _SENTENCE.finditer(text):
        places = [
            (written[match.group().replace("的", "")], Span(*match.span()))
            for match in finder.finditer(text, sentence.start(), sentence.end())
            if _stands_for_itself(text, sentence.start(), match)
        ]
        span = Span(*sentence.span())
        if len(places) == 1 and _is_title(text, span, places[0][1]):
            title = places[0]
        elif title is None or places or _opens_an_item(text, span) or not _follows(text, title, span):
            title = None
        elif charged := _opening(text, span):
            yield ChargedName(name=title[0], place=title[1], span=charged.span, units=charged.units)
            title = None
        if places:
            tokens = [*_named(text, places), *_charged(text, span, places)]
            yield from _paired(text, span, sorted(tokens, key=lambda token: token.span))


def _loosely(name: str) -> str:
    """医院的绩效考核 for 医院绩效考核, where a name is so long that it is none but with the rest of it."""
    letters = map(re.escape, name)
    return "的?".join(letters) if len(name) >= _WHOLE_NAME else "".join(letters)


def _is_title(text: str, sentence: Span, name: Span) -> bool:
    """（五）危房改造 and nothing else."""
    before = text[sentence.start : name.start]
    after = text[name.end : sentence.end].strip('”" 　')
    return _MARKS.sub("", before).strip('“" 　') == "" and after in (
        "",
        "工作",
        "项目",
        "行动",
        "工程",
        "方面",
    )


def _opens_an_item(text: str, sentence: Span) -> bool:
    """（二）…: what follows is said of that and no longer of the title above."""
    return _MARKS.sub("", sentence.of(text)[:_MARK]) != sentence.of(text)[:_MARK].lstrip(" 　")


def _follows(text: str, title: tuple[str, Span], sentence: Span) -> bool:
    """Whether the sentence stands in the line of the title or in the one below."""
    between = text[title[1].end : sentence.start]
    return between.count("\n") <= 1


def _opening(text: str, sentence: Span) -> _Token | None:
    """Who is charged by a sentence that opens with its units: 由县城建局牵头, 牵头单位：县城建局."""
    for token in _charged(text, sentence, ()):
        before = text[sentence.start : token.span.start]
        if _PREDICATE.search(before):
            return token
        after = text[token.span.end : token.span.end + 6]
        return token if _OPENS.fullmatch(before) and (_LEADS.match(after) or _CALLED.search(before)) else None
    return None


def _stands_for_itself(text: str, start: int, match: re.Match[str]) -> bool:
    before = text[max(start, match.start() - 4) : match.start()]
    return bool(_BEFORE_NAME.search(before) and _AFTER_NAME.match(text[match.end() : match.end() + 12]))


def _named(text: str, places: Sequence[tuple[str, Span]]) -> Iterator[_Token]:
    """Names that an enumeration joins are one token."""
    held: list[tuple[str, Span]] = []
    for name, span in places:
        if held and not _JOIN.fullmatch(text, held[-1][1].end, span.start):
            yield _Token(span=held[0][1].cover(held[-1][1]), names=tuple(held))
            held = []
        held.append((name, span))
    yield _Token(span=held[0][1].cover(held[-1][1]), names=tuple(held))


def _charged(text: str, sentence: Span, places: Sequence[tuple[str, Span]]) -> Iterator[_Token]:
    found = [*_before_cues(text, sentence), *_behind_cues(text, sentence), *_beside(text, sentence, places)]
    found.sort(key=lambda token: (token.span.start, -len(token.span)))
    end = 0
    for token in found:
        if token.span.start >= end:
            end = token.span.end
            yield token


def _units(text: str, start: int, end: int) -> tuple[NamedAgency, ...]:
    """The units between two places where nothing else stands."""
    listed = read_actors(text[start:end], start)
    return () if listed.partners else listed.agencies


def _behind_cues(text: str, sentence: Span) -> Iterator[_Token]:
    """由甲牵头, 甲（牵头）, 甲是牵头单位: the units end where the cue begins."""
    for cue in _BEHIND.finditer(text, sentence.start, sentence.end):
        floor = max(sentence.start, cue.start() - _LONGEST)
        segment = text[floor : cue.start()]
        heads = [by.end() for by in [_BY.match(segment)] if by]
        comma = max((segment.rfind(mark) for mark in "，,：:"), default=-1) + 1
        heads += [comma, comma + len(_MARKS.match(segment[comma:]).group())]  # type: ignore[union-attr]
        last = segment.rfind("、") + 1
        heads += [last] if cue["mark"] else []
        for head in heads:
            if units := _units(text, floor + head, cue.start()):
                yield _Token(span=Span(floor + head, cue.start()), units=units)
                break


def _before_cues(text: str, sentence: Span) -> Iterator[_Token]:
    """牵头单位县科技局, 归口县水利局: the units begin where the cue ends."""
    for cue in _BEFORE.finditer(text, sentence.start, sentence.end):
        stop = min(sentence.end, cue.end() + _LONGEST)
        if others := _OTHERS.search(text, cue.end(), stop):
            stop = others.start()
        for end in range(stop, cue.end() + 2, -1):
            if _AFTER_UNITS.match(text[end:stop]) and (units := _units(text, cue.end(), end)):
                yield _Token(span=Span(cue.end(), end), units=units)
                break


def _beside(text: str, sentence: Span, places: Sequence[tuple[str, Span]]) -> Iterator[_Token]:
    """科技扶贫（县科技局）, and 县科技局：科技扶贫."""
    for _, span in places:
        bracket = _BRACKET.match(text, span.end, sentence.end)
        if bracket and (units := _units(text, *bracket.span("who"))):
            yield _Token(span=Span(*bracket.span("who")), units=units)
    if not places:
        return
    start = sentence.start + len(_MARKS.match(sentence.of(text)).group())  # type: ignore[union-attr]
    label = _LABEL.match(text, start, sentence.end)
    if label and places[0][1].start == label.end() and (units := _units(text, *label.span("who"))):
        yield _Token(span=Span(*label.span("who")), units=units)


def _paired(text: str, sentence: Span, tokens: Sequence[_Token]) -> Iterator[ChargedName]:
    """Units belong to the names before them; where these are taken, or there are none, to those behind them."""
    if _EACH.search(text, sentence.start, sentence.end):
        places = [place for token in tokens for place in token.names]
        yield from _one_each(text, sentence, places, tokens)
        return
    taken: set[int] = set()
    for index, token in enumerate(tokens):
        if not token.units:
            continue
        beside = [
            other for other in (index - 1, index + 1) if 0 <= other < len(tokens) and tokens[other].names
        ]
        free = [
            other
            for other in beside
            if other not in taken
            and not _CHARGED.search(text, tokens[other].span.end, token.span.start)
            and not (other > index and _has_its_own(text, sentence, token))
        ]
        if free and abs(tokens[free[0]].span.start - token.span.start) <= _REACH:
            taken.add(free[0])
            yield from _charges(text, sentence, tokens[free[0]], token)


def _has_its_own(text: str, sentence: Span, charged: _Token) -> bool:
    """助学由区教育局负责，危房改造…: the clause of the units says what they answer for, and ends."""
    before = text[sentence.start : charged.span.start]
    return bool(_ITS_OWN.search(before) and _CLOSED.match(text, charged.span.end))


def _charges(text: str, sentence: Span, named: _Token, charged: _Token) -> Iterator[ChargedName]:
    """Each name with all of the units."""
    if len(named.names) > 1 and len(named.names) == len(charged.units):
        return  # 甲、乙由丙、丁负责: each one or both together
    for name, place in named.names:
        yield _charge(name, place, charged.units)


def _charge(name: str, place: Span, units: tuple[NamedAgency, ...]) -> ChargedName:
    return ChargedName(
        name=name, place=place, span=Span(units[0].span.start, units[-1].span.end), units=units
    )


def _one_each(
    text: str, sentence: Span, places: Sequence[tuple[str, Span]], tokens: Sequence[_Token]
) -> Iterator[ChargedName]:
    """甲、乙、丙分别由子、丑、寅负责: the units in the order of the tasks, whether all of these are known or not."""
    first = places[0][1].start
    start = max(sentence.start, *(text.rfind(mark, sentence.start, first) + 1 for mark in "，,：:"))
    start += len(_MARKS.match(text[start:first]).group())  # type: ignore[union-attr]
    for token in tokens:
        if not token.units or token.span.start < first:
            continue
        listed = _ENUMERATED.match(text, start, token.span.start)
        items = list(_ITEMS.finditer(text, start, listed.end("list"))) if listed else []
        if len(items) == len(token.units):
            for item, unit in zip(items, token.units, strict=True):
                span = Span(*item.span())
                yield from (_charge(name, place, (unit,)) for name, place in places if span.contains(place))
        return
