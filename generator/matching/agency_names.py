"""Whether two names mean one agency."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.model.agency import AgencyRegistry

_REMARK = re.compile(r"[（(〈\[【][^）)〉\]】]*[）)〉\]】]|\s")
_TOWNSHIP_BODY = re.compile(r"(?<=[乡镇])(?:党委[、和]?)?(?:人民)?政府$|(?<=街道)(?:党工委[、和]?)?办事处$")
_SHORTEST = 3


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
    )


def lacking(names: Iterable[str], among: Iterable[str], registry: AgencyRegistry) -> tuple[str, ...]:
    """Those of ``names`` that no name in ``among`` means."""
    known = tuple(among)
    return tuple(name for name in names if not any(one_agency(name, other, registry) for other in known))


def _bare(name: str) -> str:
    return _TOWNSHIP_BODY.sub("", _REMARK.sub("", name))


def _succeeds(former: str, present: str, registry: AgencyRegistry) -> bool:
    """Whether ``former`` was reformed into ``present``."""
    agency = registry.find(former)
    return agency is not None and any(registry.same(name, present) for name in agency.successors)


def _shortens(short: str, full: str) -> bool:
    """县人社局 for 县人力资源社会保障局: the first and the last character and, in order, all between."""
    if not _SHORTEST <= len(short) < len(full) or short[0] != full[0] or short[-1] != full[-1]:
        return False
    rest = iter(full)
    return all(character in rest for character in short)
