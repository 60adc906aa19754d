"""Which known names a name that nobody knows may be a slip of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from generator.checking.agency_uses import AgencyUse, registered
from generator.checking.context import RuleContext
from generator.checking.misspelt_names import Slip, SlipKind, find_edit, slip_between
from generator.checking.own_names import (
    department_below_the_province,
    own_names,
    slips_of_ministry,
    slips_of_own,
)
from generator.model.agency import AgencyRegistry
from generator.model.place import Span
from generator.patterns import compiled
from generator.text.agency_levels import without_place

_LEVELS = "区市旗州省"
_CONNECTORS = frozenset("和与及")
_PARTY = "省市县区州旗"
# 贫困县级人民政府 is not 贫困县人民政府, but 各镇 beside 各乡镇 lacks something.
_TELLS_APART = frozenset("级直省市县区村各")
_TOWNSHIPS = frozenset("乡镇")
_OWN_NAME = 3  # written as often as this, an unknown name is the county's own
_WHOLE_NAME = 5
_COLLECTIVES = ("各乡镇人民政府", "各乡镇党委政府", "各街道办事处", "各相关单位", "各有关部门", "各成员单位")
_FAMILY = 40  # so many names that differ in one character are a series, not slips of each other
_LEVEL = compiled(r"[省市县区州旗]")
_ENDING = compiled(r"(?:办公室|委员会|联合会|人民政府|合作社|联合社|合作联社|信用联社|检察院|服务中心)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """A known name that a misspelt one may be meant for, and what went wrong (少“改”字)."""

    name: str
    slip: str


@dataclass(slots=True, kw_only=True)
class KnownNames:
    """The names that a draft's names are held against, found by what is left of them without one character."""

    registry: AgencyRegistry
    in_draft: Counter[str]
    uses: Sequence[AgencyUse]
    outside: frozenset[str]
    own: frozenset[str] = frozenset()
    texts: Sequence[str] = ()
    _by_rest: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _companions: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))

    @staticmethod
    def of(ctx: RuleContext, uses: Sequence[AgencyUse]) -> KnownNames:
        """Names of the registry, of the sources' assignments and of the draft itself."""
        assignments = [item for source in ctx.known_sources for item in source.facts.assignments]
        assignments += (match.counterpart for match in ctx.matches.assignments)
        sourced = (without_place(mention.name) for item in assignments for mention in item.agencies)
        levels = {use.body[:1] for use in uses} & set(_LEVELS)
        registry = set(ctx.registry.names())
        registry |= {f"{level}{name[1:]}" for name in registry if name[:1] == "县" for level in levels}
        known = KnownNames(
            registry=ctx.registry,
            in_draft=Counter(use.body for use in uses),
            uses=uses,
            outside=frozenset({*registry, *sourced, *_COLLECTIVES}),
            own=own_names(ctx),
            texts=[source.facts.document.text for source in ctx.known_sources],
        )
        known._index()
        return known

    def _index(self) -> None:
        for name in {*self.in_draft, *self.outside}:
            for rest in {name, *_without_one(name)}:
                self._by_rest[rest].append(name)
        for use in self.uses:
            if use.assignment is not None:
                self._companions[use.assignment].add(use.body)

    def broken_in(self, text: str) -> Iterator[AgencyUse]:
        """Names in running text whose ending lacks a character (县供销作社), so that no shape shows them to be names."""
        whole: dict[str, list[str]] = defaultdict(list)
        for name in {*self.in_draft, *self.outside}:
            for rest in _broken_endings(name):
                whole[rest].append(name)
        lengths = sorted({len(rest) for rest in whole}, reverse=True)
        taken = {
            place for use in self.uses if use.is_assigned for place in range(use.span.start, use.span.end)
        }
        for level in _LEVEL.finditer(text):
            start = level.start()
            rests = (text[start : start + length] for length in lengths)
            broken = next((rest for rest in rests if _is_slip_of_any(rest, whole.get(rest, ()))), None)
            if broken is not None and start not in taken:
                yield AgencyUse(name=broken, body=broken, span=Span(start, start + len(broken)))

    def meant_by(self, use: AgencyUse) -> tuple[Meant, ...]:
        """The names that ``use`` may be a slip of, an agency once, the most used first; none for a name that is known."""
        near = sorted(self._near(use.body), key=lambda name: (-self.in_draft[name], name))
        found = [
            Meant(name=other, slip=slip)
            for other in near
            if (slip := self._slip(use.body, other) or self._left_out(use, other))
        ]
        found = found or [Meant(name=known, slip=slip) for known, slip in self._nearly_own(use.body)]
        agencies = {id(registered(each.name, self.registry) or each.name): each for each in reversed(found)}
        return tuple(reversed(agencies.values()))

    def _nearly_own(self, name: str) -> tuple[tuple[str, str], ...]:
        """The county's offices that a name is meant for which nobody knows and which stands once."""
        if registered(name, self.registry) is not None or name in self.outside:
            return ()
        if any(name in text for text in self.texts):
            return ()
        office = department_below_the_province(name)
        if office is not None and (office[0] in self.own or registered(office[0], self.registry)):
            return (office,)
        if self.in_draft[name] > 1:
            return ()
        usual = frozenset(other for other, count in self.in_draft.items() if count > 1)
        return slips_of_own(name, self.own | usual, self.registry) or slips_of_ministry(
            name, self.outside | usual, self.registry
        )

    def _near(self, name: str) -> Iterator[str]:
        """Names that one character, wrong, missing, extra or swapped with its neighbour, parts from ``name``."""
        rests = {name, *_without_one(name)}
        alike = (self._by_rest.get(rest, ()) for rest in rests)
        return iter({other for names in alike if len(names) <= _FAMILY for other in names if other != name})

    def _slip(self, name: str, other: str) -> str:
        """What is wrong with a name that cannot be one, where ``other`` is the surer of the two."""
        if registered(name, self.registry) is not None or name in self.outside:
            return ""
        slip = slip_between(name, other)
        return slip if slip and self._is_surer(other, name) else ""

    def _is_surer(self, other: str, name: str) -> bool:
        here, there = self.in_draft[name], self.in_draft[other]
        if other in self.outside:
            return there > 0 or here < _OWN_NAME
        return there > here or (there == here and not slip_between(other, name))

    def _left_out(self, use: AgencyUse, other: str) -> str:
        """What a single name lacks that all others of that agency have (县组织部 beside 县委组织部, a missing 和)."""
        if use.assignment is None or self.in_draft[use.body] > 1 or len(other) < _WHOLE_NAME:
            return ""
        slip = find_edit(use.body, other)
        if slip is None or slip.kind is not SlipKind.MISSING or other in self._companions[use.assignment]:
            return ""
        if not 0 < slip.at < len(use.body) or _tells_apart(slip.meant, other):
            return ""
        return str(slip) if self.in_draft[other] >= self._wanted(use.body, other, slip) else ""

    def _wanted(self, name: str, other: str, slip: Slip) -> int:
        """How often ``other`` must stand in the draft for a name that is a possible one to be the odd one out."""
        known, other_known = registered(name, self.registry), registered(other, self.registry)
        if known is not None:  # two forms of one agency
            return 2 if known is other_known and slip.meant in {*_CONNECTORS, "分"} else len(self.uses) + 1
        of_party = slip.meant == "委" and slip.at == 1 and other[0] in _PARTY
        return 1 if of_party or other_known is not None or slip.meant in _CONNECTORS else 2


def _tells_apart(char: str, name: str) -> bool:
    """Whether ``char`` makes another agency of the name that lacks it: 公安分局 is not 公安局."""
    if char == "分":
        return "公安" in name
    return char in _TELLS_APART or (char in _TOWNSHIPS and name[0] != "各")


@lru_cache(maxsize=8192)
def _broken_endings(name: str) -> tuple[str, ...]:
    """What is left of ``name`` when a character of its ending is lost."""
    ending = _ENDING.search(name)
    if ending is None or not _LEVEL.match(name) or len(name) <= _WHOLE_NAME:
        return ()
    return tuple(name[:at] + name[at + 1 :] for at in range(ending.start(), len(name) - 1))


def _is_slip_of_any(rest: str, names: Iterable[str]) -> bool:
    return any(slip_between(rest, name) for name in names)


def _without_one(name: str) -> Iterable[str]:
    return (name[:at] + name[at + 1 :] for at in range(len(name)))
