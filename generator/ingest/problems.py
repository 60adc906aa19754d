"""Collects what is wrong with one input, so that its user hears of everything at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches

from generator.errors import InputError, Problem
from generator.ingest.yaml_nodes import Node, Place


@dataclass(slots=True, kw_only=True)
class Problems:
    """The problems found so far in ``file``."""

    file: str
    found: list[Problem] = field(default_factory=list)

    def add(self, node: Node, what: str, remedy: str, *, at: Place | None = None, key: str = "") -> None:
        """Notes a problem at ``node``, or at ``at`` inside it; ``key`` extends the node's key path."""
        place = at or node.place
        self.found.append(
            Problem(
                file=self.file,
                what=what,
                remedy=remedy,
                line=place.line,
                column=place.column,
                key_path=".".join(part for part in (node.path, key) if part),
            )
        )

    def raise_if_any(self) -> None:
        """Raises an InputError with every problem, in the order of their places."""
        if self.found:
            raise InputError(sorted(self.found, key=lambda each: (each.line or 0, each.column or 0)))


def near_names(name: str, known: Iterable[str], *, cutoff: float = 0.5) -> tuple[str, ...]:
    """Up to three of ``known`` that look like ``name``, the most similar first."""
    return tuple(get_close_matches(name, tuple(known), n=3, cutoff=cutoff))


def quoted(names: Iterable[str]) -> str:
    """``“甲”、“乙”``."""
    return "、".join(f"“{name}”" for name in names)


def instead_of(name: str, known: Iterable[str], *, otherwise: str) -> str:
    """The remedy for an unknown name: the near ones, else ``otherwise``."""
    near = near_names(name, known)
    return f"是不是{quoted(near)}" if near else otherwise
