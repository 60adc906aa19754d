"""A finding that a person has looked at and set aside, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_ENDING = ".忽略.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal:
    """Sets aside the findings of ``rule`` at ``quote``, in the sentence ``sentence`` where one is given.

    A figure that is changed later is no longer the quote, so that its finding comes back.
    """

    rule: str
    quote: str
    reason: str
    sentence: str = ""


def dismissal_file(draft: Path) -> Path:
    """Where the dismissals of ``draft`` are kept: beside it."""
    return draft.with_name(f"{draft.name}{_ENDING}")
