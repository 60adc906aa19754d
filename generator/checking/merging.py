"""One slip, one finding: what several rules say of the same figure becomes one statement.

The strongest proof speaks (算式不平 > 同文两数 > 与来源不符 > 口径或许不同) and takes over the other sides of the rest.
Where some figures do not fit together and a source contradicts exactly one of them, or exactly one of them does not
fit elsewhere either, that one is the figure to look at: the finding moves there.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.checking.context import RuleContext
from generator.checking.rule import Proof
from generator.model.finding import Finding, Related, Severity
from generator.model.place import Span

Proved = tuple[Finding, Proof]


def merge_findings(found: Iterable[Proved], ctx: RuleContext) -> tuple[Finding, ...]:
    """The findings without repetitions; their order is not kept."""
    unique = list(dict.fromkeys(found))
    of_form = [finding for finding, proof in unique if proof is Proof.FORM]
    of_value = [(finding, proof) for finding, proof in unique if proof is not Proof.FORM]
    accused = frozenset(finding.span for finding, proof in of_value if proof is Proof.SOURCE)
    certain = (finding for finding, _ in of_value if finding.severity is Severity.ERROR)
    conflicts = Counter(place for finding in certain for place in _members(finding, ctx))
    shared = frozenset(place for place, count in conflicts.items() if count > 1)
    pointed = [
        (_point_at(_culprit(finding, accused, shared, ctx), finding, ctx), proof)
        for finding, proof in of_value
    ]
    pointed.sort(key=lambda pair: (pair[1].rank, pair[0].severity.rank, pair[0].span, pair[0].rule))
    return (*of_form, *_merge_same_figure(pointed, ctx.facts.document.source))


def _members(finding: Finding, ctx: RuleContext) -> frozenset[Span]:
    """Every figure of the draft that a finding speaks of."""
    draft = ctx.facts.document.source
    return frozenset({finding.span, *(other.span for other in finding.related if other.source == draft)})


def _culprit(finding: Finding, accused: frozenset[Span], shared: frozenset[Span], ctx: RuleContext) -> Span:
    """The one figure of ``finding`` that a source contradicts, or else that conflicts elsewhere; its own if unclear."""
    members = _members(finding, ctx)
    suspects = (members & accused) or (members & shared)
    return next(iter(suspects)) if len(suspects) == 1 else finding.span


def _point_at(culprit: Span, finding: Finding, ctx: RuleContext) -> Finding:
    """``finding`` with ``culprit``, one of its figures, as its main place."""
    if culprit == finding.span:
        return finding
    document = ctx.facts.document
    others = tuple(other for other in finding.related if not _is_at(other, culprit, document.source))
    return replace(
        finding,
        span=culprit,
        quote=culprit.of(document.text),
        paragraph=document.paragraph_at(culprit.start),
        related=(ctx.here(finding.span), *others),
        suggestion=None,
    )


def _merge_same_figure(found: Sequence[Proved], draft: str) -> Iterator[Finding]:
    """One finding for each main figure; ``found`` has the strongest proof first."""
    groups: defaultdict[Span, list[Proved]] = defaultdict(list)
    for finding, proof in found:
        groups[finding.span].append((finding, proof))
    for (kept, _), *others in groups.values():
        for other, proof in others:
            kept = _absorb(kept, other, draft, speaks=proof is not Proof.SCOPE)
        yield kept


def _absorb(stronger: Finding, weaker: Finding, draft: str, *, speaks: bool) -> Finding:
    """``stronger`` with the other sides of ``weaker``, its sentence if it ``speaks``, and the graver severity."""
    known = {(other.source, other.span) for other in stronger.related}
    fresh = tuple(
        other
        for other in weaker.related
        if (other.source, other.span) not in known and not _is_at(other, stronger.span, draft)
    )
    joined = speaks and weaker.message not in stronger.message
    return replace(
        stronger,
        message=f"{stronger.message}；{weaker.message}" if joined else stronger.message,
        severity=min(stronger.severity, weaker.severity, key=lambda severity: severity.rank),
        related=stronger.related + fresh,
        suggestion=stronger.suggestion or weaker.suggestion,
    )


def _is_at(other: Related, span: Span, draft: str) -> bool:
    return other.source == draft and other.span == span
