"""What a corpus answers: passages found, contradictions between sources, names not registered, files added."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.model.place import Span
from generator.model.source import SourceIdentity


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageHit:
    """A passage that holds the words searched for. ``figures`` and ``agencies`` are spans of the document's text."""

    source: SourceIdentity
    span: Span
    text: str
    figures: tuple[Span, ...]
    agencies: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One source's figure: which document, where, and the sentence it stands in."""

    source: str
    place: str
    quote: str
    passage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two figures of one key with two values; ``first`` is the one that ranks higher: the superior's, the newer."""

    indicator: str
    first: Side
    second: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class LearntAgency:
    """A name with how often and where it stands. ``regular``: it is made of the words that agencies' names are made of.

    ``near``: a registered name that it resembles, for the clerk to see whether it is a slip.
    """

    name: str
    count: int
    source: str
    regular: bool
    near: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A file that the corpus holds and the index knows. ``fresh``: it was not there before."""

    name: str
    identity: SourceIdentity
    fresh: bool
    metadata: Path | None
