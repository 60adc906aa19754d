"""A policy: the structured data from which a notice, its annexes and the responsibility books are rendered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.agency import Role
from generator.model.quantity import Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a value stands in its YAML file; line and column count from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReference:
    """Where a figure comes from: a corpus document and the passage in it (``市任务书#二（三）``)."""

    document: str
    passage: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """指标: one figure under its key. ``quantity.written`` is what is printed.

    ``sum_of`` names the targets that add up to it (等于); ``scope`` is its 口径; ``year`` four digits or a range.
    """

    key: str
    quantity: Quantity
    origin: Origin
    year: str = ""
    place: str = ""
    scope: str = ""
    sum_of: tuple[str, ...] = ()
    source: SourceReference | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """Markdown that names its figures as ``{{ 指标 }}``; ``markdown`` is as the clerk wrote it."""

    markdown: str
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyAgency:
    """An agency with its role in a measure, as written in the YAML."""

    name: str
    role: Role
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """措施: a task with its agencies, in order; the first lead leads."""

    title: str
    prose: Prose | None
    agencies: tuple[PolicyAgency, ...]
    origin: Origin
    deadline: str = ""

    def named(self, role: Role) -> tuple[str, ...]:
        return tuple(agency.name for agency in self.agencies if agency.role is role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """章节: a first-level heading with prose, measures, or both."""

    title: str
    prose: Prose | None
    measures: tuple[Measure, ...]
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class DecompositionRow:
    """One party's share of one target."""

    party: str
    quantity: Quantity
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Decomposition:
    """分解: a target split over parties; the rows add up to the target."""

    target: str
    rows: tuple[DecompositionRow, ...]
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentHeader:
    """公文: what stands around the text. Empty strings and None where the document has none."""

    document_type: str
    issuer: str
    document_number: str = ""
    masthead: str = ""
    recipients: tuple[str, ...] = ()
    copies_to: tuple[str, ...] = ()
    issue_date: date | None = None
    approved_by: str = ""
    print_agency: str = ""
    print_date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsibilityBook:
    """责任书: what the books of this policy say beside the targets.

    ``first_party`` signs for the county (甲方); ``clauses`` are prose sections of the book, in order.
    """

    title: str
    first_party: str
    second_party: str
    preface: Prose | None
    sections: tuple[Section, ...]
    period: str
    copies: str
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyDocument:
    """One policy file. ``title`` is the title of what the notice issues (印发)."""

    file: str
    header: DocumentHeader
    title: str
    targets: Mapping[str, Target]
    introduction: Prose | None
    sections: tuple[Section, ...]
    decompositions: tuple[Decomposition, ...]
    book: ResponsibilityBook | None = None

    def measures(self) -> Iterator[Measure]:
        """Every measure, in order."""
        for section in self.sections:
            yield from section.measures

    def parties(self) -> tuple[str, ...]:
        """Every party of the decompositions, in order of first mention."""
        return tuple(dict.fromkeys(row.party for part in self.decompositions for row in part.rows))
