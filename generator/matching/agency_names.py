"""Whether two names mean one agency."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from generator.model.agency import Agency, AgencyRegistry, Level
from generator.patterns import compiled
from generator.text.agency_levels import county_form, place_of, without_place
from generator.text.agency_words import abbreviates

_REMARK = compiled(r"[（(〈\[【][^）)〉\]】]*[）)〉\]】]|\s")
_TOWNSHIP_BODY = compiled(r"(?<=[乡镇])(?:党委[、和]?)?(?:人民)?政府$|(?<=街道)(?:党工委[、和]?)?办事处$")
# Endings that say the same: 县政府办 and 县人民政府办公室, 县发改委 and 县发展和改革委员会.
_COUNT = compiled(r"^(?:\d{1,2}|[一二三四五六七八九十两]{1,2})[个家](?=[一-鿿]{2})")
_OWN_LEVELS = frozenset("县区市旗")
_NAME, _SHORTEST = 3, 2
# What lists of departments call them that name what they deal with alone: 农业 for 农委.
_ONE_FIELD = {
    word: frozenset(words.split())
    for words in (
        "农业 农委 农发 农牧 农业农村 农办",
        "住建 城建 建设 住房城乡建设",
        "卫计 卫健 卫生 卫生计生 卫生健康",
        "人社 人保 人力资源社会保障",
        "文广 文旅 文化 文体 文化旅游",
        "国土 国土资源 自然资源",
        "发改 发展改革",
        "交通 交通运输",
        "环保 环境保护 生态环境",
    )
    for word in words.split()
}
# A paper calls its own leading group so after the first mention.
_UNNAMED = frozenset({"领导小组", "领导小组办公室", "指挥部"})
_SHORTENED = ("办公室", "委员会")
_CONNECTORS = compiled(r"(?<=.)[和与及](?=.)")
_OFFICE = compiled(r"(?!国家|国务院|中央|中国|全国|[省州盟])[一-鿿]{2,12}(?:局|委|办|委员会|办公室)")
_LEVEL = compiled(r"^[省市县区州盟旗镇乡]")
_BUREAU = compiled(r"[省市县区州旗]?(?P<field>(?![省市县区州旗])[一-鿿]{2,3})(?:局|办|委|部门)")
_CENTRAL = compiled(r"^(?:国家|国务院|中国|中华全国|全国)(?=[一-鿿]{3})")
_CENTRAL_BANK = compiled(r"^(?:中国)?人行(?=$|[一-鿿]*支行$)")
_OF_CENTRE = ("总局", "总署", "总社")
# What an office was called before a reform and what it has been called since, for names that no registry lists.
_REFORMS = tuple(
    (compiled(former), compiled(present))
    for former, present in (
        (r"国土(?:资源)?局|国土房产局", r"自然资源(?:规划)?局"),
        (
            r"卫(?:生)?计(?:划生育|生)?(?:委|局)?|卫生(?:计划生育)?局",
            r"卫生健康(?:委|局)|卫健(?:委|局)",
        ),
        (r"农业(?:局|委|发展局)|农委|农发局|农牧局|畜牧(?:兽医)?局", r"农业农村(?:局|委)"),
        (r"环(?:境)?保(?:护)?局", r"生态环境(?:分)?局"),
        (
            r"旅游(?:发展)?(?:局|委)|旅发(?:局|委)|文化?广?电?体?育?(?:新闻出版)?局|文广(?:新)?局",
            r"文化?(?:广电)?(?:旅游|旅)(?:广播电视|广电)?(?:体育|体)?局",
        ),
        (r"安(?:全生产)?监(?:督管理)?局", r"应急(?:管理)?局"),
        (
            r"工商(?:行政管理)?局|质监局|食(?:品)?药(?:品)?监(?:督管理)?局|市场质量监督管理局",
            r"市场监(?:督管理|管)局",
        ),
        (r"林业局", r"林业草原局|林草局|自然资源局"),
        (r"扶贫(?:开发)?(?:领导小组)?(?:办|局)", r"乡村振兴局"),
        (
            r"(?:扶贫|扶贫开发|精准扶贫|脱贫攻坚)(?:工作)?领导小组",
            r"(?:扶贫|扶贫开发|精准扶贫|脱贫攻坚)(?:工作)?领导小组",
        ),
    )
)


@lru_cache(maxsize=65536)
def one_agency(one: str, other: str, registry: AgencyRegistry) -> bool:
    """Full and short form, alias, former and present name; a remark in brackets (各乡镇（街道）) says nothing, nor does
    the county's name before one of the two (清原县财政局 and 县财政局)."""
    if registry.same(one, other):
        return True
    if (one in _UNNAMED and other.endswith(one)) or (other in _UNNAMED and one.endswith(other)):
        return True
    first, second = _form(one), _form(other)
    if first.body == second.body or _lacks_its_level(first, second) or _lacks_its_level(second, first):
        return not first.place or not second.place or first.place == second.place
    if first.place and second.place and first.place != second.place:
        return False
    if first.body in second.fields or second.body in first.fields:
        return True
    if first.body in _ONE_FIELD.get(second.body, ()):
        return True
    if level := _level_of_one(first, second):
        return one_agency(_at_level(first, level), _at_level(second, level), registry)
    return (
        _same_body(first.body, second.body, registry)
        or _succeeds(first.body, second.body, registry)
        or _succeeds(second.body, first.body, registry)
        or _same_words(first.plain, second.plain)
        or _same_central(first.plain, second.plain)
    )


def _lacks_its_level(short: _Form, full: _Form) -> bool:
    """民政局 for 区民政局: a county's paper leaves the level out of its own offices' names."""
    return full.body[:1] in _OWN_LEVELS and full.body[1:] == short.body and len(short.body) >= _NAME


def _level_of_one(first: _Form, second: _Form) -> str:
    """The level that one of two offices names and the other leaves out: 人社局 and 区人力资源和社会保障局; else empty."""
    if bool(first.level) == bool(second.level):
        return ""
    without = second if first.level else first
    level = first.level or second.level
    return level if not without.place and _OFFICE.fullmatch(without.body) else ""


def _own_level(body: str) -> str:
    """县 of 县财政局; empty for 财政局 and for 市场监管局."""
    return body[:1] if body[:1] in _OWN_LEVELS and not body.startswith("市场") else ""


def _at_level(form: _Form, level: str) -> str:
    return form.body if form.level else f"{level}{form.body}"


def _fields(name: str) -> frozenset[str]:
    """民政 for 区民政局: lists of departments name what they deal with alone."""
    whole = name[1:] if name[:1] in _OWN_LEVELS and len(name) == _SHORTEST + 1 else ""
    found = _BUREAU.fullmatch(name)
    return frozenset(field for field in (whole, found["field"] if found else "") if field)


class _Form(NamedTuple):
    """A name as it is compared. ``place`` is how the county's name begins and ends: 清原县 and 清原满族自治县 are one;
    ``fields`` are what it deals with, where a list may call it so."""

    place: str
    body: str
    plain: str
    level: str
    fields: frozenset[str]


@lru_cache(maxsize=8192)
def _form(name: str) -> _Form:
    bare = _COUNT.sub("", _TOWNSHIP_BODY.sub("", _REMARK.sub("", name)))
    place, body = place_of(bare), without_place(bare)
    return _Form(
        place=place[:2] + place[-1:],
        body=body,
        plain=_plain(body),
        level=_own_level(body),
        fields=_fields(body),
    )


def lacking(names: Iterable[str], among: Iterable[str], registry: AgencyRegistry) -> tuple[str, ...]:
    """Those of ``names`` that no name in ``among`` means."""
    known = tuple(among)
    return tuple(
        name
        for name in names
        if name not in known and not any(one_agency(name, other, registry) for other in known)
    )


def _plain(name: str) -> str:
    """``name`` without what two spellings of it may differ in: 和, 人民, 公室, 员会."""
    if name.endswith(_SHORTENED):
        name = name[:-2]
    name = name.replace("人民政府", "政府").replace("共青团", "团")
    return _CONNECTORS.sub("", _CENTRAL_BANK.sub("人民银行", name))


@lru_cache(maxsize=16384)
def _same_central(one: str, other: str) -> bool:
    """国家卫生计生委 and 卫生计生委, 国家中医药管理局 and 中医药局, 国家广播电视总局 and 广电总局."""
    first, second = _CENTRAL.sub("", one), _CENTRAL.sub("", other)
    if _LEVEL.match(first) or _LEVEL.match(second):  # 市场监管总局 is found by its registered names
        return first == second and (first, second) != (one, other)
    return (
        first == second
        or abbreviates(first, second)
        or abbreviates(second, first)
        or (first.endswith(_OF_CENTRE) and (first.endswith(second) or second.endswith(first)))
    )


def _same_body(one: str, other: str, registry: AgencyRegistry) -> bool:
    if one[:1] != other[:1]:
        return registry.same(one, other)
    return registry.same(one, other) or registry.same(county_form(one), county_form(other))


def _succeeds(former: str, present: str, registry: AgencyRegistry) -> bool:
    """Whether ``former`` was reformed into ``present``: not merged into a body that had been there beside it."""
    central, names = _renamed(former, registry)
    if not names or (former[:1] != present[:1] and not central):
        return False
    return any(registry.same(name, present) or registry.same(name, county_form(present)) for name in names)


@lru_cache(maxsize=8192)
def _renamed(former: str, registry: AgencyRegistry) -> tuple[bool, tuple[str, ...]]:
    """Whether ``former`` is a body of the centre, and the names it has borne since."""
    agency = registry.find(former) or registry.find(county_form(former))
    if agency is None:
        return False, ()
    names = (name for name in agency.successors if _is_renaming(agency, registry.find(name)))
    return agency.level is Level.CENTRAL, tuple(names)


def _is_renaming(former: Agency, present: Agency | None) -> bool:
    return present is None or former.valid_until is None or present.valid_from is not None


@lru_cache(maxsize=16384)
def _same_words(one: str, other: str) -> bool:
    """The same name, an abbreviation of it, or what a reform made of it everywhere in the country."""
    return (
        one == other
        or abbreviates(one, other)
        or abbreviates(other, one)
        or _reformed(one, other)
        or _reformed(other, one)
    )


def _reformed(former: str, present: str) -> bool:
    level = _LEVEL.match(former)
    if not level or not present.startswith(level.group()):
        return False
    return any(old.fullmatch(former, 1) and new.fullmatch(present, 1) for old, new in _REFORMS)
