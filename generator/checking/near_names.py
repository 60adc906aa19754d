"""Which known names a name that nobody knows may be a slip of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.checking.agency_uses import AgencyUse, registered, without_place
from generator.checking.context import RuleContext
from generator.checking.misspelt_names import SlipKind, find_edit, slip_between
from generator.model.agency import AgencyRegistry

_LEVELS = "区市旗州省"
_CONNECTORS = frozenset("和与及")
_PARTY = "省市县区州旗"
# 公安分局 is not 公安局, 贫困县级人民政府 not 贫困县人民政府; 各镇 beside 各乡镇 lacks something.
_TELLS_APART = frozenset("分级直省市县区村各")
_TOWNSHIPS = frozenset("乡镇")
_OWN_NAME = 3  # written as often as this, an unknown name is the county's own
_WHOLE_NAME = 5


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
            outside=frozenset({*registry, *sourced}),
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

    def meant_by(self, use: AgencyUse) -> tuple[Meant, ...]:
        """The names that ``use`` may be a slip of, an agency once, the most used first; none for a name that is known."""
        near = sorted(self._near(use.body), key=lambda name: (-self.in_draft[name], name))
        found = [
            Meant(name=other, slip=slip)
            for other in near
            if (slip := self._slip(use.body, other) or self._left_out(use, other))
        ]
        agencies = {id(registered(each.name, self.registry) or each.name): each for each in reversed(found)}
        return tuple(reversed(agencies.values()))

    def _near(self, name: str) -> Iterator[str]:
        """Names that one character, wrong, missing, extra or swapped with its neighbour, parts from ``name``."""
        rests = {name, *_without_one(name)}
        return iter({other for rest in rests for other in self._by_rest.get(rest, ()) if other != name})

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
        if slip.meant in _TELLS_APART or (slip.meant in _TOWNSHIPS and other[0] != "各"):
            return ""
        of_party = slip.meant == "委" and slip.at == 1 and other[0] in _PARTY
        if self.in_draft[other] < (1 if of_party else 2):
            return ""
        if registered(use.body, self.registry) is not None and slip.meant not in _CONNECTORS:
            return ""
        return str(slip) if 0 < slip.at < len(use.body) else ""


def _without_one(name: str) -> Iterable[str]:
    return (name[:at] + name[at + 1 :] for at in range(len(name)))
