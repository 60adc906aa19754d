"""Parts what a person has set aside from what is still to be looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.checking.places import passage_around
from generator.model.dismissal import Dismissal
from generator.model.finding import DismissedFinding, Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """``kept`` findings, those ``dismissed``, and the dismissals that met no finding (``idle``)."""

    kept: tuple[Finding, ...]
    dismissed: tuple[DismissedFinding, ...]
    idle: tuple[Dismissal, ...]


def part_dismissed(findings: Sequence[Finding], dismissals: Sequence[Dismissal], text: str) -> Parted:
    """Sets aside each finding that a dismissal names: the same rule, the same words, in the same sentence."""
    kept: list[Finding] = []
    dismissed: list[DismissedFinding] = []
    used: set[Dismissal] = set()
    for finding in findings:
        match = next((each for each in dismissals if _names(each, finding, text)), None)
        if match is None:
            kept.append(finding)
        else:
            used.add(match)
            dismissed.append(DismissedFinding(finding=finding, reason=match.reason))
    idle = tuple(each for each in dismissals if each not in used)
    return Parted(kept=tuple(kept), dismissed=tuple(dismissed), idle=idle)


def dismissal_of(finding: Finding, text: str, reason: str) -> Dismissal:
    """What sets ``finding`` aside, with ``reason``."""
    sentence = passage_around(text, finding.span).of(text).strip()
    return Dismissal(rule=finding.rule, quote=finding.quote, sentence=sentence, reason=reason)


def _names(dismissal: Dismissal, finding: Finding, text: str) -> bool:
    if (dismissal.rule, _bare(dismissal.quote)) != (finding.rule, _bare(finding.quote)):
        return False
    around = passage_around(text, finding.span).of(text)
    return not dismissal.sentence or _bare(dismissal.sentence) in (_bare(around), _bare(finding.quote))


def _bare(text: str) -> str:
    return "".join(text.split())
