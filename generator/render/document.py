"""A policy to the notice that issues it."""

from __future__ import annotations

from pathlib import Path

from generator.model.policy import PolicyDocument
from generator.render.context import notice_context
from generator.render.expected import expected_of_notice
from generator.render.issue import issue
from generator.render.template import fill_template
from generator.render.wording import notice_title


def render_policy(policy: PolicyDocument, template: Path, out: Path) -> None:
    """Writes the notice, the paper that it issues and the annex of tasks to ``out``; the same input, the same bytes.

    Raises InputError for a fault of the policy, the template or the output folder, and RenderMismatchError where the
    written file does not say what the policy says; nothing is left behind then, and an earlier ``out`` stays.
    """
    filled = fill_template(template, notice_context(policy))
    issue(filled, notice_title(policy), expected_of_notice(policy), out)
