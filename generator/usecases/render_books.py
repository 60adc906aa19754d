"""A policy's decomposition to one responsibility book per party."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.errors import InputError, Problem
from generator.ingest.policy_yaml import load_policy
from generator.render.books import render_book
from generator.render.naming import safe_name
from generator.shipped_files import shipped_folder
from generator.usecases.registry import load_agencies

Progress = Callable[[int, int, str], None]


def render_books(
    policy_file: Path, *, template: Path | None, out: Path, progress: Progress
) -> tuple[Path, ...]:
    """Writes a book per party into ``out`` and returns their paths, in the order of the decomposition.

    The policy's loader has made sure that the parts add up to the county's targets; a policy without 分解 or 责任书
    is an InputError.
    """
    policy = load_policy(policy_file, load_agencies())
    missing = [
        name for name, present in (("分解", policy.decompositions), ("责任书", policy.book)) if not present
    ]
    if missing or policy.book is None:
        raise InputError(
            Problem(
                file=str(policy_file),
                what=f"没有“{'”和“'.join(missing)}”，做不出责任书",
                remedy="请在 YAML 里补上",
            )
        )
    chosen = template or shipped_folder("templates") / "责任书.docx"
    parties = policy.parties()
    files: list[Path] = []
    for number, party in enumerate(parties, start=1):
        target = out / f"{safe_name(policy.book.title)}（{safe_name(party)}）.docx"
        render_book(policy, party, chosen, target)
        files.append(target)
        progress(number, len(parties), party)
    return tuple(files)
