"""A policy to its issued notice."""

from __future__ import annotations

from pathlib import Path

from generator.ingest.policy_yaml import load_policy
from generator.render.document import render_policy
from generator.render.naming import safe_name
from generator.shipped_files import shipped_folder
from generator.usecases.registry import load_agencies


def render_document(policy_file: Path, *, template: Path | None, out: Path) -> Path:
    """Writes the notice with what it issues into ``out`` and returns its path.

    Raises InputError for every fault of the policy or the template, RenderMismatchError when the written file does
    not say what the policy says; in both cases nothing is left behind.
    """
    policy = load_policy(policy_file, load_agencies())
    target = out / f"{safe_name(policy.title)}.docx"
    chosen = template or shipped_folder("templates") / f"{policy.header.document_type}.docx"
    render_policy(policy, chosen, target)
    return target
