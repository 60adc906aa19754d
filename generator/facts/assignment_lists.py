"""Bare lists of units: （甲、乙、丙） at the end of an item, 国家层面：甲、乙, 由甲、乙和丙负责, 民政、人社、财政等8个部门.

The words around such a list often give no roles; who is named, and in which order, is all that they tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from generator.model.place import Span
from generator.patterns import compiled
from generator.text.agencies import AgencyList, NamedAgency, is_agency_name, split_agency_list
from generator.text.agency_actors import is_actor
from generator.text.agency_levels import has_level
from generator.text.agency_words import divides, is_made_of_words

# Remarks that belong to a name: 各省（区、市）人民政府, 县农业农村局（原县农业局）.
_REMARK = compiled(
    r"[（(〔\[](?:[省市县区州旗盟乡镇村街道场办事处自治直辖兵团、]{1,16}"
    r"|(?:牵头|主责|主办)(?:单位|部门)?|(?:原|即|现|含|以下简称|由原|今年|去年)[^（()）〔〕、。；;\n]{1,28})[）)〕\]]"
)
_MASK = "〇"
_RUN = compiled(r"[^，,。；;：:！？!?|｜\t\n“”\"《》〈〉（）()〔〕\[\]【】]+")
_HEAD = compiled(r"由|即|为|是|包括|涉及|配合|会同|有|组织(?!部)|协调|联合(?!会)|邀请|召集|责成|的")
_TALLY = r"(?:等)?(?P<count>[两二三四五六七八九十]{1,3}|\d{1,2})(?:个|家)(?:部门|单位|地方|机构|成员)*"
_TAIL = compiled(
    rf"{_TALLY}|等|(?:按|共同|分别|联合|具体|主要|一并|一道|一起|协同|密切|积极|每)|负[\s　]?责|牵[\s　]?头|配合|参与|参加|协[同助办作]|承[担办]|"
    r"落实|实施|组织(?!部)|办理|推进|推动|主[办抓责]|[去来]?抓|会同|要|应|须|各?司其职|在|对|为|开展|建立|制[定订]|研究(?![室院所中])|提供|比对|分头|指导|督促|$"
)
_ROLES = compiled(
    r"[^，,。；;]{0,12}?(?:负责|牵头|配合|参与|参加|协[同助办作]|承[担办]|落实|办理|主[办抓责]|比对|把关|分头|会审|督促|抓)"
)
_BY = compiled(r"(?<![自理缘事来经])由[^，,。；;：:]{0,4}$")
_LABEL = compiled(
    r"(?:层面|分工|部门|单位|机关|职责|负责|牵头|责任|配合|参与|承办|主办|落实|对口|国家|省级|市级|县级|区级)[^，,。；;：:\n]{0,6}?(?:[：:]|为|是|有|即|包括)?[\s　]*$"
)
# 加快网点建设：甲、乙、丙。, 支付方式改革：甲、乙，6月底前: an item that says nothing but its units.
_ITEM_LABEL = compiled(r"(?<!抄送)(?<!主送)(?<!参会)(?<!出席)(?<!列席)(?<!印发)(?<!如下)[：:][\s　]*$")
_ITEM_END = compiled(
    r"[\s　]*(?:[。；;\n]|$|[，,][^，,。；;\n]{0,12}(?:月|年|季|底|旬)[^，,。；;\n]{0,8}(?:[。；;\n]|$))"
)
_HELPING_LABEL = compiled(r"(?:责任|配合|参与|参加|协办|成员)(?:单位|部门)?[^。；;，,\n]{0,3}$")
_HELPING = compiled(r"[^，,。；;]{0,6}?(?:配合|参与|参加|协[同助办])|[^，,。；;]{0,4}为(?:责任|配合|成员)")
_FIELD = compiled(r"[一-鿿]{2,3}")
_FEWEST_FIELDS, _FEWEST, _LONGEST_NAME, _SHORTEST_NAME, _LONGEST = 4, 2, 24, 3, 400
_CLOSING = frozenset("局委办部厅署社站所室院会行队组府校")
_OPEN, _SHUT = "（(〔[【", "）)〕]】"
_NUMBERS = "〇一二三四五六七八九十"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitList:
    """``charged``: the words around the list say that these units answer for something; ``closed``: they stand in a
    bracket of their own; ``helping``: they answer or help and another leads; ``tally``: how many units the text says there are, 0 where it says nothing; ``ragged``: an item
    at one end of the list could not be read as a unit."""

    span: Span
    agencies: tuple[NamedAgency, ...]
    open_ended: bool = False
    ragged: bool = False
    charged: bool = False
    closed: bool = False
    helping: bool = False
    tally: int = 0


@lru_cache(maxsize=16)
def find_unit_lists(text: str) -> tuple[UnitList, ...]:
    """Every list of two or more units in ``text``, in order."""
    masked = _REMARK.sub(lambda found: _MASK * len(found.group()), text)
    found: list[UnitList] = []
    for run in _RUN.finditer(masked):
        if (
            "、" in run.group()
            and len(run.group()) <= _LONGEST
            and (item := _read(text, masked, *run.span()))
        ):
            found.append(item)
    return tuple(found)


def _read(text: str, masked: str, start: int, end: int) -> UnitList | None:
    marks = [match.start() for match in compiled("、").finditer(masked, start, end)]
    first = _first_start(masked, start, marks[0])
    begin = marks[0] + 1 if first is None else first
    stop = _last_end(masked, marks[-1] + 1, end)
    last = marks[-1] if stop is None else stop
    if last <= begin:
        return None
    return _listed(text, Span(begin, last), ragged=first is None or stop is None)


def _first_start(masked: str, start: int, end: int) -> int | None:
    """Where the first name begins: behind the last word that leads to a list (由, 即, 为)."""
    starts = [start, *(head.end() for head in _HEAD.finditer(masked, start, end))]
    for begin in reversed(starts):
        if _is_item(masked[begin:end]):
            return begin
    return None


def _last_end(masked: str, start: int, end: int) -> int | None:
    """Where the last name ends: before the words that charge the units, if any."""
    more = compiled(r"等(?![一-鿿]{0,3}[局办委部厅会院])").search(masked, start, end)
    for stop in range(more.start() if more else end, start + 1, -1):
        if stop == end or _TAIL.match(masked, stop, end):
            piece = masked[start:stop]
            if _is_item(piece) or all(_is_item(part) for part in _parts(piece)):
                return stop
    return _known_end(masked, start, end)


def _known_end(masked: str, start: int, end: int) -> int | None:
    """Where a name of known words ends, whatever verb stands behind: 由甲、乙和县扶贫办采取….

    The longest that is one: 县人力资源社会保障局办公室 is not 县人力资源社会保障局.
    """
    if not has_level(masked[start:end]):
        return None
    for stop in range(min(end, start + _LONGEST_NAME), start + _SHORTEST_NAME - 1, -1):
        if masked[stop - 1] not in _CLOSING:
            continue
        parts = _parts(masked[start:stop])
        if all(_is_unit(part) and has_level(part) and is_made_of_words(part) for part in parts):
            return stop
    return None


def _parts(piece: str) -> list[str]:
    return [agency.name for agency in split_agency_list(piece).agencies] or [""]


def _is_item(piece: str) -> bool:
    name = compiled(rf"[\s　{_MASK}]").sub("", piece)
    return _is_unit(name) or (_FIELD.fullmatch(name) is not None and _is_field(name))


def _is_unit(name: str) -> bool:
    return is_agency_name(name) and is_actor(name)


def _is_field(name: str) -> bool:
    """民政, 人社, 卫计: what a department deals with."""
    return divides(name)


def _listed(text: str, span: Span, *, ragged: bool) -> UnitList | None:
    listed = split_agency_list(span.of(text), span.start)
    names = [_REMARK.sub("", agency.name) for agency in listed.agencies]
    if len(names) < _FEWEST or any(len(name) > _LONGEST_NAME for name in names):
        return None
    named = 3 * sum(map(_is_unit, names)) >= 2 * len(names)
    by_field = len(names) >= _FEWEST_FIELDS and all(map(_FIELD.fullmatch, names))
    if not named and not (by_field and _speaks_of_departments(text, span, len(names))):
        return None
    return _with_company(text, span, listed, ragged=ragged)


def _speaks_of_departments(text: str, span: Span, count: int) -> bool:
    """教育、医疗、住房 are fields of life, 民政、人社、财政等部门 departments, and so are 民政、人社、财政、公安4家."""
    before, after = text[max(0, span.start - 32) : span.start], text[span.end : span.end + 12]
    told = compiled(r"[\s　]*(?P<count>[两二三四五六七八九十]{1,3}|\d{1,2})家").match(after)
    if told and _number(told["count"]) == count:
        return True
    return bool(
        compiled(r"(?:部门|单位|机关)[^。；;\n]{0,18}$").search(before)
        or compiled(r"(?:等|有关|相关|各|\d{1,2}个?|[两二三四五六七八九十]个?)*(?:部门|单位)").match(after)
    )


def _with_company(text: str, span: Span, listed: AgencyList, *, ragged: bool) -> UnitList:
    before, after = text[max(0, span.start - 32) : span.start], text[span.end : span.end + 24]
    tally = compiled(rf"[\s　]*{_TALLY}").match(after)
    told = compiled(
        r"(?P<count>[两二三四五六七八九十]{1,3}|\d{1,2})(?:个|家)(?:部门|单位)[^。；;\n]{0,18}$"
    ).search(before)
    count = _number((tally or told)["count"]) if tally or told else 0  # type: ignore[index]
    closed = before[-1:] in _OPEN and before != "" and after[:1] in _SHUT and after != ""
    charged = (
        closed
        or "（牵头" in span.of(text)
        or bool(_ROLES.match(after) or _BY.search(before) or _LABEL.search(before))
        or bool(_ITEM_LABEL.search(before) and _ITEM_END.match(after))
    )
    return UnitList(
        span=span,
        agencies=listed.agencies,
        open_ended=(listed.open_ended or after.startswith("等")) and count != len(listed.agencies),
        ragged=ragged,
        charged=charged or count == len(listed.agencies),
        closed=closed,
        helping=bool(_HELPING_LABEL.search(before) or _HELPING.match(after)),
        tally=count,
    )


def _number(written: str) -> int:
    if written.isdecimal():
        return int(written)
    if written == "两":
        return 2
    tens, _, ones = written.partition("十") if "十" in written else ("", "", written)
    ten = 0 if "十" not in written else 10 * (_NUMBERS.find(tens) if tens else 1)
    return ten + (_NUMBERS.find(ones) if ones else 0)
