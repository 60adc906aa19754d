"""A policy's decomposition to responsibility books (责任书), one per party."""

from __future__ import annotations

from pathlib import Path

from generator.model.policy import PolicyDocument
from generator.render.context import book_context
from generator.render.expected import expected_of_book
from generator.render.issue import issue
from generator.render.template import fill_template
from generator.render.values import require_party


def render_book(policy: PolicyDocument, party: str, template: Path, out: Path) -> None:
    """Writes the book of ``party`` to ``out``: its own shares of every target, the clauses, the signing page.

    Raises InputError where the policy has no book or no share for ``party``, and as
    :func:`generator.render.document.render_policy` does.
    """
    require_party(policy, party)
    context = book_context(policy, party)
    filled = fill_template(template, context)
    issue(
        filled,
        f"{str(context['标题']).replace(chr(10), '')}（{party}）",
        expected_of_book(policy, party),
        out,
    )
