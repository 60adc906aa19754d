"""Entry point of the command line."""

from __future__ import annotations


def main(argv: list[str] | None = None) -> int:
    """Runs one command; returns the exit code."""
    return 0
