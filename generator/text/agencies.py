"""Names of agencies: their shape, their lists, and where a text names them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.model.agency import Agency, AgencyRegistry
from generator.model.place import Span
from generator.patterns import compiled
from generator.text.agency_shapes import IN_PROSE, NOT_A_NAME, SHAPE

MAX_NAME = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedAgency:
    """An agency that a text names. ``name`` has the spaces that conversion left inside it removed; ``agency`` is the
    registered one that bears the name, None where the registry knows none."""

    name: str
    span: Span
    agency: Agency | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyList:
    """Agencies in the order of the text. ``open_ended``: the list ends in 等."""

    agencies: tuple[NamedAgency, ...] = ()
    open_ended: bool = False


def is_agency_name(text: str) -> bool:
    """Whether ``text`` as a whole has the shape of an agency's name or of a group of agencies (各乡镇).

    A test of shape only: it knows the endings that agencies bear (局, 委, 办, 人民政府, 联合会, 支行, …) and the
    everyday words that share them (全部, 举办, 社会). Spaces inside do not matter.
    """
    name = compiled(r"\s").sub("", text)
    return 2 <= len(name) <= MAX_NAME and SHAPE.fullmatch(name) is not None


def find_agencies(text: str, registry: AgencyRegistry) -> tuple[NamedAgency, ...]:
    """Agencies named anywhere in ``text``, in order, without overlaps; of two readings the longer name wins.

    Registered names are found wherever they stand; others where they carry a level (县…局, 市…委员会, 各乡镇).
    """
    found = [*_registered(text, registry), *_shaped(text, registry)]
    found.sort(key=lambda mention: (mention.span.start, -len(mention.span)))
    kept: list[NamedAgency] = []
    for mention in found:
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return tuple(kept)


def _registered(text: str, registry: AgencyRegistry) -> Iterator[NamedAgency]:
    by_head = _by_head(registry)
    if not by_head:
        return
    heads = compiled("|".join(map(re.escape, sorted(by_head))))
    for match in heads.finditer(text):
        for name in by_head[match.group()]:
            if text.startswith(name, match.start()) and not _goes_on(text, match.start() + len(name)):
                span = Span(match.start(), match.start() + len(name))
                yield NamedAgency(name=name, span=span, agency=registry.find(name))
                break


def _goes_on(text: str, end: int) -> bool:
    """农业农村部门 does not name the ministry 农业农村部."""
    return text[end - 1 : end + 1] == "部门"


def _by_head(registry: AgencyRegistry) -> dict[str, list[str]]:
    """Names by their first two characters, the longest first."""
    by_head: dict[str, list[str]] = {}
    for name in sorted(registry.names(), key=len, reverse=True):
        if len(name) >= 2:
            by_head.setdefault(name[:2], []).append(name)
    return by_head


def _shaped(text: str, registry: AgencyRegistry) -> Iterator[NamedAgency]:
    for match in IN_PROSE.finditer(text):
        name = match.group()
        if is_agency_name(name) and NOT_A_NAME.search(name) is None:
            yield NamedAgency(name=name, span=Span(match.start(), match.end()), agency=registry.find(name))


# What opens a list without belonging to its first name, and what closes it without belonging to its last.
_BEFORE = compiled(r"[\s　]*(?:由|：|:|—|-)*[\s　]*")
_AFTER = compiled(
    r"(?:等(?:\d+|[一二三四五六七八九十]+)?(?:个)?(?:有关|相关|成员|各|县直|县级|市直|市级|省级|行业|职能)?"
    r"(?:部门和单位|单位和部门|部门及单位|部门、单位|单位、部门|部门（单位）|部门|单位|地方|机构)?)$"
)
_ETC_AND = compiled(r"等(?:有关|相关|职能|行业)?(?:部门和单位|部门|单位)?(?=[和及与])")
_COMMA = compiled(r"[、，,；;\n/／]|以及|[和及与]")
_ONE_PHRASE = compiled(r"(?:部门|单位)(?:和|及|、|与)(?:部门|单位)")
_PROVINCES = compiled(r"(?:.?各省|自治区)、(?:自治区|直辖市)")
# 县、乡人民政府 are the governments of two levels under one head.
_ONE_LEVEL = compiled(r"[省市县区乡镇村州](?:、[省市县区乡镇村州])*")
_LEVELS_AND_HEAD = compiled(
    r"(?:[省市县区乡镇村州]、)*[省市县区乡镇村州](?:两级|三级|四级|各级|级)?(?:人民政府|政府|党委|有关|相关|各|扶贫)"
)
_OPEN, _SHUT = "（(〈<〔［[“‘《", "）)〉>〕］]”’》"
_BARE_GOVERNMENT = compiled(r"(?:人民)?政府(?:[（(]办事处[）)])?")
_PARTY = compiled(r".*党(?:委|组|工委)(?:[（(]党工委[）)])?$")


def split_agency_list(text: str, offset: int = 0) -> AgencyList:
    """The agencies of a list such as ``县农业局、县财政局和各乡镇（街道）``; spans count from ``offset``.

    Names are told apart by their delimiters, so that unknown and misspelt ones are found too. 和, 及 and 与 divide
    only where names stand on both sides (工业和信息化部 is one); brackets protect what they hold; 党委、政府 of one
    place stay together.
    """
    open_ended = False
    agencies: list[NamedAgency] = []
    for start, end in _joined_governments(text, _pieces(text)):
        trimmed, more = _trim(text, start, end)
        open_ended = more  # only 等 at the very end leaves the list open
        if trimmed is not None:
            agencies += _named(text, *trimmed, offset)
    return AgencyList(agencies=tuple(agencies), open_ended=open_ended or bool(_ETC_AND.search(text)))


def _pieces(text: str) -> list[tuple[int, int]]:
    """Spans of the list's items as far as delimiters outside brackets divide them."""
    cuts = [(0, 0)]
    depths = _depths(text)
    for match in _COMMA.finditer(text):
        if depths[match.start()] == 0 and _divides(text, cuts[-1][1], match):
            cuts.append((match.start(), match.end()))
    cuts.append((len(text), len(text)))
    return [(left[1], right[0]) for left, right in pairwise(cuts) if right[0] > left[1]]


def _depths(text: str) -> list[int]:
    depths, depth = [], 0
    for char in text:
        if char in _SHUT:
            depth = max(0, depth - 1)
        depths.append(depth)
        if char in _OPEN:
            depth += 1
    return depths


def _divides(text: str, start: int, match: re.Match[str]) -> bool:
    word = match.group()
    if (
        word == "、"
        and _ONE_LEVEL.fullmatch(text, start, match.start())
        and _LEVELS_AND_HEAD.match(text, match.end())
    ):
        return False
    if _ONE_PHRASE.match(text, max(start, match.start() - 2)) or _PROVINCES.match(
        text, max(start, match.start() - 3)
    ):
        return False
    if word not in ("和", "及", "与", "以及"):
        return True
    left = text[start : match.start()].strip()
    if left.endswith("等") or _AFTER.search(left):
        return True
    following = _COMMA.search(text, match.end())
    right = text[match.end() : following.start() if following else len(text)]
    if following and following.group() in ("和", "及", "与"):
        right = text[match.end() :]
        right = compiled(r"[、，,；;\n]").split(right, maxsplit=1)[0]
    return is_agency_name(left) and is_agency_name(_AFTER.sub("", right.strip()) or right.strip())


def _joined_governments(text: str, pieces: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """各乡镇党委、人民政府 is one party of a list: a bare 人民政府 belongs to the 党委 before it."""
    held: tuple[int, int] | None = None
    for start, end in pieces:
        bare = _BARE_GOVERNMENT.fullmatch(text[start:end].strip())
        if held is not None and bare and _PARTY.match(text[held[0] : held[1]].strip()):
            held = (held[0], end)
            continue
        if held is not None:
            yield held
        held = (start, end)
    if held is not None:
        yield held


def _trim(text: str, start: int, end: int) -> tuple[tuple[int, int] | None, bool]:
    """The item without what leads to it and without 等部门 after it, and whether 等 stood there."""
    lead = _BEFORE.match(text, start, end)
    start = lead.end() if lead else start
    end = start + len(text[start:end].rstrip(" 　\t\n。.；;，,"))
    tail = _AFTER.search(text[start:end])
    if tail is not None:
        end = start + tail.start()
    stripped = len(text[start:end].rstrip())
    return ((start, start + stripped) if stripped else None), tail is not None


def _named(text: str, start: int, end: int, offset: int) -> Iterator[NamedAgency]:
    """One name, or several where spaces divide whole names (县农业局 县财政局)."""
    parts = [(start + m.start(), start + m.end()) for m in compiled(r"\S+").finditer(text[start:end])]
    if len(parts) < 2 or not all(is_agency_name(text[a:b]) for a, b in parts):
        parts = [(start, end)]
    for a, b in parts:
        yield NamedAgency(name=compiled(r"\s").sub("", text[a:b]), span=Span(a + offset, b + offset))
