"""A rule's documentation, for ``nigao explain``."""

from __future__ import annotations

from generator.checking.documentation import explain, overview


def explain_rule(name: str) -> str:
    """The page of one rule; an unknown name is an InputError with near names."""
    return explain(name)


def list_rules() -> str:
    """Every rule with its title, a line each."""
    return overview()
