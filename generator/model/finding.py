"""A finding: what a rule says of a place in a draft, and the ledger of what was proved."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from generator.model.facts import Assignment, DocumentFacts, Figure
from generator.model.place import Span
from generator.model.source import SourceIdentity


class Severity(Enum):
    """``error`` must be mended before issue; ``warning``: a person must look; ``hint``: style."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return ("error", "warning", "hint").index(self.value)

    @property
    def label(self) -> str:
        return {"error": "错误", "warning": "存疑", "hint": "提示"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """The other side of a finding: another place of the draft, or a place in a source document.

    ``label`` says in Chinese what stands there (本文第3段, 市任务书第二部分). ``passage`` is the sentence around the
    quote where the reader of a report has no other access to it (a source document); the quote starts in it at
    ``passage_offset``.
    """

    source: str
    span: Span
    quote: str
    paragraph: int = 1
    label: str = ""
    passage: str = ""
    passage_offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What to write instead. ``safe`` may be applied without a person; a figure never is."""

    replace: str
    safe: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to look at. ``message`` is one Chinese sentence with the values in it; ``advice`` says what to do.

    A rule gives severity, message, span, related and suggestion; the runner fills ``rule`` from the rule's file
    (``sums.parts-differ-from-total``), ``quote`` and ``paragraph`` from the span, ``advice`` where the rule gave none.
    """

    severity: Severity
    message: str
    span: Span
    quote: str = ""
    paragraph: int = 1
    rule: str = ""
    advice: str = ""
    related: tuple[Related, ...] = ()
    suggestion: Suggestion | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissedFinding:
    """A finding that a person has set aside, and why."""

    finding: Finding
    reason: str


class Status(Enum):
    """What is known of a figure or an assignment: proved, contradicted, or neither."""

    VERIFIED = "verified"
    CONTRADICTED = "contradicted"
    UNVERIFIED = "unverified"

    @property
    def label(self) -> str:
        return {"verified": "已核实", "contradicted": "有矛盾", "unverified": "未核实"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureEntry:
    """A figure's line in the ledger. ``proof`` says by what: 算式…, 另见第3段, 来源《…》."""

    figure: Figure
    status: Status
    proof: str = ""
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentEntry:
    """An assignment's line in the ledger."""

    assignment: Assignment
    status: Status
    proof: str = ""
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Every figure and every assignment of a draft with its status."""

    figures: tuple[FigureEntry, ...] = ()
    assignments: tuple[AssignmentEntry, ...] = ()

    def count(self, status: Status) -> int:
        """How many figures have ``status``."""
        return sum(entry.status is status for entry in self.figures)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """The whole result of checking one draft: what the reports print.

    ``sources`` are the corpus documents it was held against; ``skipped`` names rules that could not run, with the
    reason in Chinese. ``dismissed``: what a person has set aside; it is not among ``findings``.
    """

    facts: DocumentFacts
    findings: tuple[Finding, ...]
    ledger: Ledger
    sources: tuple[SourceIdentity, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    dismissed: tuple[DismissedFinding, ...] = ()
