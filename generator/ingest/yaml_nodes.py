"""YAML as a tree in which every value is text and knows its line, its column and its key path."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from generator.errors import Problem


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Line and column of a character in a file, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextNode:
    """A scalar. ``text`` is its content, never a number or a date; ``raw`` the characters as they stand in the file."""

    place: Place
    path: str
    text: str
    raw: str
    plain: bool = True

    def place_of(self, fragment: str, occurrence: int = 0) -> Place:
        """Where the ``occurrence``-th ``fragment`` (counted from 0) of the text stands in the file.

        Falls back to the start of the scalar where the file writes the fragment otherwise (an escape, a line break).
        """
        at = -1
        for _ in range(occurrence + 1):
            at = self.raw.find(fragment, at + 1)
            if at < 0:
                return self.place
        before = self.raw[:at]
        lines = before.count("\n")
        if not lines:
            return Place(self.place.line, self.place.column + at)
        return Place(self.place.line + lines, at - before.rfind("\n"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ListNode:
    """A sequence."""

    place: Place
    path: str
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One ``key: value`` of a mapping."""

    key: TextNode
    value: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class MapNode:
    """A mapping, in the order of the file; no key stands twice."""

    place: Place
    path: str
    entries: tuple[Entry, ...]

    def get(self, name: str) -> Node | None:
        """The value under ``name``, None where there is none."""
        return next((entry.value for entry in self.entries if entry.key.text == name), None)


Node: TypeAlias = TextNode | ListNode | MapNode


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlFile:
    """A file that could be parsed. ``problems`` are faults of form that leave the rest readable (a repeated key)."""

    file: str
    text: str
    root: Node
    problems: tuple[Problem, ...] = ()


def read_yaml(path: Path) -> YamlFile:
    """Reads a YAML file; raises InputError for one that is missing, empty, too large, wrongly encoded or broken."""
    from generator.ingest.yaml_builder import build_tree  # PyYAML is loaded only where YAML is read
    from generator.ingest.yaml_text import read_yaml_text

    return build_tree(read_yaml_text(path), file=str(path))
