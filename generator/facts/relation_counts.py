"""Announced numbers beside the list they announce: 6个贫困村（A、B…）, A、B、C等3个乡镇, “六清”（即…）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.facts.relation_building import count_relation, item, listed
from generator.facts.relation_closed_lists import (
    is_closed,
    is_summed_up,
    is_told_in_full,
    opens_list,
    opens_with_verb,
)
from generator.facts.relation_numerals import small_number
from generator.model.facts import Relation, Term
from generator.model.place import Span
from generator.patterns import compiled

_CLASSIFIER = r"方面|环节|阶段|部分|体系|个|项|大|类|种|级|道|条|所|家|处|名|轮|件|支|位|座|股|镇|乡|村|县|批|步|方|块|者|门|本|幅|组|份|张"
_ANNOUNCED = compiled(
    rf"(?P<number>[0-9一二两三四五六七八九十双][0-9一二三四五六七八九十]{{0,2}})(?:{_CLASSIFIER})"
)
_QUOTED = compiled(
    rf"[“\"](?P<number>[二两三四五六七八九十双])(?!{_CLASSIFIER})(?=[^，。、“”\"（(一二两三四五六七八九十]{{1,6}}[”\"])"
)
_WORDS = frozenset({"三农", "两会", "双百", "两后", "双一"})  # quoted, and no number of anything
_NO_NUMBER_AFTER = "第几数零百千万.+＋0123456789"
_FORWARD = compiled(
    r"(?P<noun>[^，。；：:、（(）)\n\d]{0,14}?)[”\"]?\s*"
    r"(?:(?P<bracket>[（(])(?P<named>即|包括|包含|分别是|分别为)?[:：]?|[，,]?(?P<called>即|分别是|分别为|包括|包含|指的是|是指|指)[:：]?|(?P<colon>[：:]))"
)
_FORWARD_END = {True: compiled(r"[）)。\n]"), False: compiled(r"[。；;\n（(]")}
_BACKWARD = compiled(
    r"(?P<open>等(?P<between>[^，。；：、“”（）()\d]{0,8}?))?(?P<these>这|共计?|一共|总共)?[“\"‘]?$"
)
_BACKWARD_START = compiled(r"[，。；：:;,（()）“”\"《》\n]")
_CLAUSE_START = compiled(r"[，。；：:;,（()）\n]")
# A clause that begins so has its own list, whatever stands in front of the comma.
_VERB_IN_FRONT = compiled(
    r"支持|推进|推动|加快|建设|建成|实施|发展|完善|鼓励|引导|开展|组织|选派|安排|确保|抓好|打造|培育|覆盖|惠及|确定|选择|在|对|将|以"
)
# 太和村, 和谐社区 and 参与 are words, no lists.
_SEPARATOR = compiled(
    r"[、，,；;]|以及|(?<=[\u4e00-\u9fff“”A-ZⅠ-Ⅻ]{2})(?:和(?![谐平睦解美])|(?<!参)与(?!会)|(?<![普涉])及(?!时|早)|暨)(?=[\u4e00-\u9fff“A-ZⅠ-Ⅻ]{2})"
)
_COMMA = compiled(r"[、，,；;]")
# What follows has its own number: 前面8项指甲、乙，后面4项指丙、丁; “七改”即改路、改水，“三网”即电力、广电.
_NEXT_NUMBER = compiled(
    rf"[，,；;](?:[^，,、。；;“”]{{0,8}}?(?:\d{{1,2}}|[两三四五六七八九十]{{1,2}})(?:{_CLASSIFIER})[^，,、。；;“”]{{0,6}}?"
    r"|[“\"][^”\"]{2,8}[”\"])[，,]?(?:即|指|是指|是|为|包括|分别)"
)
# What is done with all that was listed: 修路、引水、架桥，分别由一名县领导包抓.
_OF_ALL = compiled(
    r"(?<=.)[，,](?=(?:分别|逐[一项个]|均|都|各)(?:由|明确|确定|安排|有|设|制定|要|须|应)|由[^，,、。；;]{2,16}(?:包抓|牵头|负责|带队|挂帅))"
)
_NUMBERED = compiled(
    r"\s*(?:[一二三四五六七八九十][是要、]|第?[（(]?[一二三四五六七八九十\d][)）.．、]|首先|①)"
)
_NOT_A_LIST = compiled(r"其中|附件|详见|含|指(?!导|标|数|挥|南|引|定|战)|以下简称|简称|\d")
_ALL_OF_IT = frozenset({"即", "指", "是指", "指的是", "分别是", "分别为"})
_LONG, _PAIR = 6, 2
_FOLLOWING = compiled("(?:以下|下列|如下|下面)(?:这)?$")
_SOME = frozenset({"包括", "包含"})
_QUOTE_END = compiled('[”"]')
_OPEN_END = compiled(r"等[\u4e00-\u9fff]{0,6}$")
_LEVELS = compiled(r"(?P<levels>[省市州盟县区旗乡镇村组]{2,5})(?P<number>[两二三四五])级")
_LISTED_LEVELS = compiled(
    r"(?<![、和及与])(?P<levels>[省市州县区乡镇村组](?:、[省市州县区旗乡镇村组])+)(?P<amount>(?P<number>[两二三四五])级)"
)
_LONGEST_ITEM = 16
_REACH = 160
_FEW = 3
_MANY = 7
_FEW_MORE = 2
_SHORT = 6
_NAME = 4
_BODIES = ("部门", "单位", "部委")
_OF_BODIES = compiled(r"[\u4e00-\u9fff]{0,4}?(?:部门|单位|部委)")
_BODY = compiled(r"[\u4e00-\u9fff]{1,14}(?:部|局|委|办|厅|院|行|会|联|社|站|校|公司|中心|署|政府)")
_MOST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class _Announcement:
    """``number`` things are announced at ``span`` (numeral and classifier)."""

    span: Span
    number: int
    term: Term


def find_counts(text: str) -> Iterator[Relation]:
    """Lists that stand right before or behind the number that announces them."""
    for announced in _announcements(text):
        before = _list_before(text, announced)
        relation = before if before and before.holds else _list_behind(text, announced) or before
        if relation:
            yield relation
    for found in _LISTED_LEVELS.finditer(text):
        pieces = split_items(text, Span(*found.span("levels")))
        if len(pieces) != small_number(found["number"]):
            amount = item(text, *found.span("amount"))
            yield count_relation(amount, pieces, count=len(pieces), holds=False, certain=False)
    for found in _LEVELS.finditer(text):
        yield from _levels(text, found)


def _announcements(text: str) -> Iterator[_Announcement]:
    for pattern in (_ANNOUNCED, _QUOTED):
        for found in pattern.finditer(text):
            number, start = small_number(found.group("number")), found.start("number")
            free = not start or text[start - 1] not in _NO_NUMBER_AFTER
            if free and 2 <= number <= _MOST and text[start : start + 2] not in _WORDS:
                term = item(text, start, found.end())
                yield _Announcement(span=term.span, number=number, term=term)


def _levels(text: str, found: re.Match[str]) -> Iterator[Relation]:
    """县乡村三级: as many levels as characters."""
    start, end = found.span("levels")
    count = end - start
    if small_number(found.group("number")) == count:
        announced = item(text, end, found.end())
        yield count_relation(announced, [item(text, start, end)], count=count, holds=True)


def _counted(
    text: str, announced: _Announcement, pieces: tuple[Term, ...], *, holds: bool, certain: bool = True
) -> Relation:
    return count_relation(
        announced.term, listed(text, pieces), count=len(pieces), holds=holds, certain=certain
    )


def _list_behind(text: str, announced: _Announcement) -> Relation | None:
    opened = _FORWARD.match(text, announced.span.end)
    if opened is None or _NUMBERED.match(text, opened.end()):
        return None
    closing = _FORWARD_END[bool(opened.group("bracket"))].search(
        text, opened.end(), opened.end() + 3 * _REACH
    )
    end = closing.start() if closing else min(len(text), opened.end() + _REACH)
    if following := _NEXT_NUMBER.search(text, opened.end(), end):
        end = following.start()
    if (of_all := _OF_ALL.search(text, opened.end(), end)) and "、" in text[opened.end() : of_all.start()]:
        end = of_all.start()
    words = text[opened.end() : end]
    if not _COMMA.search(words) or _NOT_A_LIST.search(words):
        return None
    called = opened.group("named") or opened.group("called") or ""
    return _compare_behind(text, announced, Span(opened.end(), end), opened.group("noun"), called=called)


def _compare_behind(
    text: str, announced: _Announcement, place: Span, noun: str, *, called: str
) -> Relation | None:
    """The list at ``place`` against the number; ``called`` is the word that introduces it, if any: 即, 包括."""
    readings = [pieces for pieces in _readings(text, place) if not _is_cut_in_a_verb(text, pieces)]
    for pieces in readings:
        if len(pieces) == announced.number:
            return _counted(text, announced, pieces, holds=True)
    pieces = split_items(text, place)
    partly = called in _SOME and len(pieces) < announced.number
    if partly or _OPEN_END.search(place.of(text)):
        return None
    before = text[max(0, announced.span.start - _NAME) : announced.span.start]
    if (called in _ALL_OF_IT or (not called and _FOLLOWING.search(before))) and (
        told := is_told_in_full(text, readings, announced.number, noun)
    ):
        return _counted(text, announced, told, holds=False, certain=False)
    if all(len(piece.quote) <= _LONGEST_ITEM for piece in pieces) and _named_alike(pieces, noun):
        return _counted(text, announced, pieces, holds=False, certain=bool(called))
    return None


def _is_cut_in_a_verb(text: str, pieces: tuple[Term, ...]) -> bool:
    """推进和规范医疗联合体建设的政策措施 is one item, whatever stands in front of 和."""
    longest = max((len(piece.quote) for piece in pieces), default=0)
    return longest > _LONG and any(
        len(one.quote) <= _PAIR and text[one.span.end] in "和与及" for one in pieces[:-1]
    )


def _readings(text: str, place: Span) -> Iterator[tuple[Term, ...]]:
    """Every way to divide the list: at all marks, at marks without 和, at commas, only up to a comma."""
    yield split_items(text, place)
    yield split_items(text, place, _COMMA)
    commas = [found.start() for found in compiled(r"[，,；;]").finditer(place.of(text))]
    if commas:
        yield split_items(text, place, compiled(r"[，,；;]"))
    for comma in commas:
        yield split_items(text, Span(place.start, place.start + comma))


def split_items(text: str, place: Span, separator: re.Pattern[str] = _SEPARATOR) -> tuple[Term, ...]:
    """The items of the list at ``place``."""
    pieces, start = [], place.start
    for found in separator.finditer(text, place.start, place.end):
        pieces.append((start, found.start()))
        start = found.end()
    pieces.append((start, place.end))
    return tuple(item(text, first, last) for first, last in pieces if text[first:last].strip())


def _named_alike(pieces: tuple[Term, ...], noun: str) -> bool:
    """Whether the items are names of what the noun says: villages for 贫困村, townships for 乡镇."""
    endings = {piece.quote[-1] for piece in pieces}
    named = all(len(piece.quote) > 1 for piece in pieces)  # 8个乡镇（镇、乡）says what they are
    word = _QUOTE_END.split(noun)[0]
    if named and len(word) == 1 and all(word in piece.quote for piece in pieces):
        return len(pieces) > 1  # 三通: 通水、通电、通路
    return named and len(pieces) > 1 and all(ending in noun or _same_kind(ending, noun) for ending in endings)


def _same_kind(ending: str, noun: str) -> bool:
    return ending in "镇乡" and any(kind in noun for kind in "镇乡")


def _list_before(text: str, announced: _Announcement) -> Relation | None:
    edge = announced.span.start
    tail = _BACKWARD.search(text, max(0, edge - _LONGEST_TAIL), edge)
    if tail is None or (tail.group("between") and not tail.group().endswith(("“", '"', "‘"))):
        return None
    end = tail.start()
    if not end or not _HAN.match(text, end - 1):
        return None
    place = Span(_last_stop(text, max(0, end - _REACH), end), end)
    if not _JOINED.search(text, place.start, place.end):
        return None
    if place.start and text[place.start - 1] in '”"' and not opens_list(text[place.start : place.start + 5]):
        return _across_quotes(text, announced, place)
    pieces = _behind_figures(split_items(text, place))
    if len(pieces) < 2:
        return None
    if not tail.group("open") and tail.group()[-1:] in ("“", '"') and is_summed_up(pieces, announced.number):
        return _counted(text, announced, pieces, holds=False, certain=False)
    return _compare_before(text, announced, place, pieces, open_ended=bool(tail.group("open")))


def _across_quotes(text: str, announced: _Announcement, place: Span) -> Relation | None:
    """甲类人才、“乙”字人才、丙类人才三类: an item begins with a quoted name. Read to confirm, not to doubt."""
    start = max(0, place.end - _REACH)
    for found in _CLAUSE_START.finditer(text, start, place.end):
        start = found.end()
    pieces = split_items(text, Span(start, place.end))
    return _counted(text, announced, pieces, holds=True) if len(pieces) == announced.number else None


def _behind_figures(pieces: tuple[Term, ...]) -> tuple[Term, ...]:
    """The items behind the last one with a figure in it: 甲、乙等7个圩镇和丙、丁2个安置点 are two lists."""
    last = max(
        (index for index, piece in enumerate(pieces) if any(map(str.isdecimal, piece.quote))), default=-1
    )
    return pieces[last + 1 :]


_HAN = compiled(r"[\u4e00-\u9fff]")
_JOINED = compiled(r"[、和与及暨]")
_LONGEST_TAIL = 12


def _last_stop(text: str, start: int, end: int) -> int:
    for found in _BACKWARD_START.finditer(text, start, end):
        start = found.end()
    return start


def _compare_before(
    text: str, announced: _Announcement, place: Span, pieces: tuple[Term, ...], *, open_ended: bool
) -> Relation | None:
    number = announced.number
    wider = [split_items(text, reach) for reach in _wider(text, place, pieces, any_ending=open_ended)]
    pointed_at = _pointed_at(text, announced, pieces)
    by_commas = () if pointed_at else split_items(text, place, _COMMA)
    for reading in (pieces, by_commas, *wider):
        if len(reading) == number:
            return _counted(text, announced, reading, holds=True)
    alike = _named_alike(pieces, text[announced.span.end - 1 : announced.span.end + 8].split("，")[0])
    bodies = open_ended and len(pieces) > number and _bodies_only(text, announced, pieces)
    last = _last_items(text, pieces, number)
    closed = is_closed(text, announced.term, pieces) and not open_ended
    told = closed and (opens_list(pieces[0].quote) or opens_with_verb(pieces))
    if len(pieces) > number and not alike and not pointed_at and _even(last) and not (told or bodies):
        return _counted(text, announced, last, holds=True)
    if open_ended:
        doubted = (
            bodies or (alike and len(pieces) > number) or _nearly_all(max((pieces, *wider), key=len), number)
        )
    else:
        doubted = closed or (
            not wider
            and (
                alike
                or pointed_at
                or _short_by_one(announced, pieces)
                or _names_only(text, announced, pieces)
            )
        )
    if doubted:
        return _counted(text, announced, pieces, holds=False, certain=False)
    return _counted(text, announced, pieces, holds=True) if open_ended and len(pieces) < number else None


def _nearly_all(pieces: tuple[Term, ...], number: int) -> bool:
    """Nobody lists seven of eight and writes 等: there the number or the list is wrong."""
    return _MANY <= len(pieces) < number <= len(pieces) + _FEW_MORE and all(
        len(piece.quote) <= _LONGEST_ITEM for piece in pieces
    )


def _bodies_only(text: str, announced: _Announcement, pieces: tuple[Term, ...]) -> bool:
    """由县交通局、县水务局…县扶贫办等7个县直单位: nothing but bodies is listed."""
    noun = text[announced.span.end : announced.span.end + 8]
    return any(word in noun for word in _BODIES) and all(_BODY.fullmatch(piece.quote) for piece in pieces)


def _short_by_one(announced: _Announcement, pieces: tuple[Term, ...]) -> bool:
    """甲、乙、丙、丁五大产业: a few short names and a number that is one off."""
    few = len(pieces) >= _FEW and abs(len(pieces) - announced.number) == 1
    return few and announced.term.quote[-1] in "大" and all(len(piece.quote) <= _SHORT for piece in pieces)


def _names_only(text: str, announced: _Announcement, pieces: tuple[Term, ...]) -> bool:
    """民政、人社、财政、农委、林业5个部门, 科技部、财政部、市场监管总局4个部门: names one more or fewer than the number.

    A verb before the number (甲、乙、丙新建2个) makes the last piece longer than a name is, and no agency.
    """
    if abs(len(pieces) - announced.number) != 1 or text[announced.span.start - 1] in "和与及暨每各":
        return False
    last, names = pieces[-1].quote, [piece.quote for piece in pieces[1:]]
    noun = text[announced.span.end : announced.span.end + 8]
    if len(pieces) >= _FEW and _OF_BODIES.match(noun) and all(_BODY.fullmatch(name) for name in names):
        return True
    longest = max(map(len, names[:-1]), default=0)
    return len(pieces) > _FEW and longest <= _NAME and len(last) <= longest


def _pointed_at(text: str, announced: _Announcement, pieces: tuple[Term, ...]) -> bool:
    """甲、乙、丙和丁这三道: the list is all of it, its short names are one too many or too few, 和 joins the last."""
    if not text.endswith("这", 0, announced.span.start) or len(pieces) < _FEW:
        return False
    short = all(len(piece.quote) <= _LONGEST_ITEM for piece in pieces)
    joints = [text[one.span.end] for one in pieces[:-2]]
    return short and abs(len(pieces) - announced.number) == 1 and all(joint in "、，," for joint in joints)


def _wider(text: str, place: Span, pieces: tuple[Term, ...], *, any_ending: bool) -> Iterator[Span]:
    """The list with the clauses before it, as long as these end like an item: 甲镇上村、下村，乙镇李村、王村4个村."""
    endings = "".join(piece.quote[-1] for piece in pieces)
    start, limit = place.start, max(0, place.start - _REACH)
    while start - 1 > limit and text[start - 1] in "，," and (any_ending or text[start - 2] in endings):
        if _VERB_IN_FRONT.match(text, start):
            return
        any_ending = False
        start = _last_stop(text, limit, start - 1)
        yield Span(start, place.end)


def _last_items(text: str, pieces: tuple[Term, ...], number: int) -> tuple[Term, ...]:
    """The last ``number`` items; of the first of them only what stands behind 和: 党委、政府和县、乡、村三级."""
    first, *others = pieces[-number:]
    cut = max(first.quote.rfind(word, 0, -1) for word in "和与及") + 1
    return (item(text, first.span.start + cut, first.span.end), *others)


def _even(pieces: tuple[Term, ...]) -> bool:
    """Whether the items are of one length: 县、乡、村."""
    return len({len(piece.quote) for piece in pieces}) == 1
