"""Agencies (责任单位) and the registry that knows their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from enum import Enum


class Role(Enum):
    """What an agency does in a task: 牵头, 责任, 配合."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORTING = "supporting"


class Level(Enum):
    """Administrative level of an agency or a document."""

    CENTRAL = "中央"
    PROVINCE = "省"
    CITY = "市"
    COUNTY = "县"
    TOWNSHIP = "乡"
    VILLAGE = "村"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """One agency or named group of agencies.

    ``name`` is the full name (县农业发展局), ``short`` the standard short one (县农发局), ``aliases`` other forms in
    use. ``members`` is filled for a group (各乡镇). ``valid_from``/``valid_until`` bound the time in which the name
    was right; ``successors`` are the names it was reformed into.
    """

    name: str
    short: str = ""
    aliases: tuple[str, ...] = ()
    level: Level | None = None
    place: str = ""
    members: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    successors: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every form under which documents may name it, the full one first."""
        return tuple(dict.fromkeys((self.name, *((self.short,) if self.short else ()), *self.aliases)))


@dataclass(frozen=True, slots=True, eq=False)
class AgencyRegistry:
    """All known agencies. Lookups are by exact form; :meth:`near` is for suggestions only.

    Two registries are never equal: what is remembered of names belongs to one of them.
    """

    agencies: tuple[Agency, ...] = ()
    _by_name: Mapping[str, Agency] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_name: dict[str, Agency] = {}
        for agency in self.agencies:
            for name in agency.names:
                by_name.setdefault(name, agency)
        object.__setattr__(self, "_by_name", by_name)

    def __iter__(self) -> Iterator[Agency]:
        return iter(self.agencies)

    def __len__(self) -> int:
        return len(self.agencies)

    def find(self, name: str) -> Agency | None:
        """The agency that bears ``name`` in any of its forms."""
        return self._by_name.get(name)

    def same(self, one: str, other: str) -> bool:
        """Whether two names mean one agency."""
        if one == other:
            return True
        found = self.find(one)
        return found is not None and found is self.find(other)

    def near(self, name: str, *, count: int = 3) -> tuple[str, ...]:
        """Registered names that look like ``name``, the most similar first."""
        return tuple(get_close_matches(name, self._by_name, n=count, cutoff=0.6))

    def names(self) -> Iterable[str]:
        """Every registered form of every agency."""
        return self._by_name.keys()
