"""Whether two names mean one agency."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from generator.model.agency import AgencyRegistry

_REMARK = re.compile(r"[（(〈\[【][^）)〉\]】]*[）)〉\]】]|\s")
_TOWNSHIP_BODY = re.compile(r"(?<=[乡镇])(?:党委[、和]?)?(?:人民)?政府$|(?<=街道)(?:党工委[、和]?)?办事处$")
_SHORTEST = 3
_LEVEL = re.compile(r"^[省市县区州盟旗镇乡]")
# The reforms of 2018–2019 and 2021: what an office was called before, what it has been called since.
_REFORMS = tuple(
    (re.compile(former), re.compile(present))
    for former, present in (
        (r"国土(?:资源)?局|国土房产局", r"自然资源(?:和规划)?局"),
        (
            r"卫(?:生(?:和)?)?计(?:划生育|生)?(?:委|局|委员会)?|卫生(?:和计划生育)?局",
            r"卫生健康(?:委|局|委员会)|卫健(?:委|局)",
        ),
        (r"农业(?:局|委员会|发展局)|农委|农发局|农牧局|畜牧(?:兽医)?局", r"农业农村局"),
        (r"环(?:境)?保(?:护)?局", r"生态环境局"),
        (
            r"旅游(?:发展)?(?:局|委)|文化?广?电?体?育?(?:新闻出版)?局|文广(?:新)?局",
            r"文化?(?:和|广电和)?(?:旅游|旅)(?:体育)?局",
        ),
        (r"安(?:全生产)?监(?:督管理)?局", r"应急(?:管理)?局"),
        (
            r"工商(?:行政管理)?局|质监局|食(?:品)?药(?:品)?监(?:督管理)?局|市场和质量监督管理局",
            r"市场监(?:督管理|管)局",
        ),
        (r"林业局", r"林业和草原局|自然资源局"),
        (r"扶贫(?:开发)?(?:办|办公室|局)(?:公室)?", r"乡村振兴局"),
    )
)


def one_agency(one: str, other: str, registry: AgencyRegistry) -> bool:
    """Full and short form, alias, former and present name; a remark in brackets (各乡镇（街道）) says nothing."""
    if registry.same(one, other):
        return True
    first, second = _bare(one), _bare(other)
    return (
        registry.same(first, second)
        or _succeeds(first, second, registry)
        or _succeeds(second, first, registry)
        or _shortens(first, second)
        or _shortens(second, first)
        or _reformed(first, second)
        or _reformed(second, first)
    )


def lacking(names: Iterable[str], among: Iterable[str], registry: AgencyRegistry) -> tuple[str, ...]:
    """Those of ``names`` that no name in ``among`` means."""
    known = tuple(among)
    return tuple(
        name
        for name in names
        if name not in known and not any(one_agency(name, other, registry) for other in known)
    )


@lru_cache(maxsize=4096)
def _bare(name: str) -> str:
    return _TOWNSHIP_BODY.sub("", _REMARK.sub("", name))


def _succeeds(former: str, present: str, registry: AgencyRegistry) -> bool:
    """Whether ``former`` was reformed into ``present``."""
    agency = registry.find(former)
    return agency is not None and any(registry.same(name, present) for name in agency.successors)


@lru_cache(maxsize=16384)
def _reformed(former: str, present: str) -> bool:
    """Whether ``present`` is what an office of the name ``former`` became everywhere in the country."""
    level = _LEVEL.match(former)
    if not level or not present.startswith(level.group()):
        return False
    return any(old.fullmatch(former, 1) and new.fullmatch(present, 1) for old, new in _REFORMS)


@lru_cache(maxsize=16384)
def _shortens(short: str, full: str) -> bool:
    """县人社局 for 县人力资源社会保障局: the first and the last character and, in order, all between."""
    if not _SHORTEST <= len(short) < len(full) or short[0] != full[0] or short[-1] != full[-1]:
        return False
    rest = iter(full)
    return all(character in rest for character in short)
