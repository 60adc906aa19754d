"""What a file states, for ``nigao extract``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.usecases.read_facts import ReadFacts, read_all_facts
from generator.usecases.registry import load_agencies


def extract_facts(paths: Iterable[Path]) -> ReadFacts:
    """Figures, assignments, relations, citations and outline of each file."""
    return read_all_facts(paths, load_agencies())
