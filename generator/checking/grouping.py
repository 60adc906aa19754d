"""One finding for all places of one kind: a clerk mends them together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checking.context import RuleContext
from generator.model.finding import Finding, Severity
from generator.model.place import Span

_MOST_PLACES = 20


def grouped(ctx: RuleContext, spans: Sequence[Span], severity: Severity, message: str) -> Iterator[Finding]:
    """A finding at the first of ``spans`` with the others beside it; {} in ``message`` stands for the first one's words."""
    if not spans:
        return
    count = f"，全文共{len(spans)}处" if len(spans) > 1 else ""
    yield Finding(
        severity=severity,
        message=f"{message.format(spans[0].of(ctx.text))}{count}",
        span=spans[0],
        related=tuple(ctx.here(span) for span in spans[1 : _MOST_PLACES + 1]),
    )
