"""What a document states, read back into values: keyed figures, assignments, relations, citations, outline.

The one idea of this project: a figure is *indicator + place + year + scope + unit → value*, an assignment is
*task → (lead, responsible, supporting), in order*.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from generator.model.agency import Role
from generator.model.place import Span
from generator.model.quantity import Quantity
from generator.model.text_document import TextDocument


class FigureRole(Enum):
    """What a figure is in its sentence: an aim, something done, a condition (30户以上的村), a part of a name."""

    TARGET = "target"
    FACT = "fact"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of a text with the key under which it may be compared.

    ``span`` covers number and unit (``4783人``, ``16个``); ``unit`` is the written unit without 万/亿
    (``quantity.unit``). ``noun`` is what the classifier counts (贫困村 of ``16个贫困村``). ``indicator`` is the
    normalised noun phrase that the figure counts; ``year`` four digits, or a range ``2018-2020``, or empty;
    ``place`` the place named nearest; ``scope`` the words that narrow the population (建档立卡, 贫困村, 其中).
    ``per`` names the denominator of a rate (人 of 每人50元). ``task`` is the heading under which it stands.
    """

    span: Span
    quote: str
    quantity: Quantity
    indicator: str = ""
    noun: str = ""
    year: str = ""
    place: str = ""
    scope: tuple[str, ...] = ()
    per: str = ""
    role: FigureRole = FigureRole.FACT
    task: str = ""

    @property
    def value(self) -> Decimal:
        return self.quantity.value

    @property
    def unit(self) -> str:
        return self.quantity.unit


class AssignmentForm(Enum):
    """How the text assigns: in a bracket, on a line of its own, in a table column, as a label, in running prose."""

    BRACKET = "bracket"
    LINE = "line"
    TABLE = "table"
    LABEL = "label"
    PROSE = "prose"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyMention:
    """An agency as the text names it, with the role that the text gives it there."""

    name: str
    span: Span
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """A task with its agencies in the order of the text. ``open_ended``: the list ends in 等."""

    span: Span
    quote: str
    task: str
    agencies: tuple[AgencyMention, ...]
    form: AssignmentForm
    task_span: Span | None = None
    open_ended: bool = False

    def named(self, role: Role) -> tuple[str, ...]:
        """Names of the agencies in ``role``, in order."""
        return tuple(mention.name for mention in self.agencies if mention.role is role)

    @property
    def lead(self) -> tuple[str, ...]:
        return self.named(Role.LEAD)

    @property
    def responsible(self) -> tuple[str, ...]:
        return self.named(Role.RESPONSIBLE)

    @property
    def supporting(self) -> tuple[str, ...]:
        return self.named(Role.SUPPORTING)


class RelationKind(Enum):
    """How figures of one document depend on each other."""

    SUM = "sum"
    PRODUCT = "product"
    COUNT = "count"
    REPEAT = "repeat"
    RATIO = "ratio"
    BOUND = "bound"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A member of a relation: a figure, or (in a count) an item of a list. ``value`` is None for an item."""

    span: Span
    quote: str
    value: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A dependency that the text states, and whether it holds within the rounding that its digits allow.

    ``formula`` is the arithmetic in the text's own figures (``4783人+162人+1700人=6645人``). ``expected`` is what the
    total would be by the terms, in the total's base unit. ``certain``: the wording leaves no other reading, so that a
    relation that does not hold is an error of the text; otherwise it is a question.
    """

    kind: RelationKind
    holds: bool
    total: Term
    terms: tuple[Term, ...]
    formula: str = ""
    expected: Decimal | None = None
    certain: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A document that the text names: by title in 《》, by number, or both."""

    span: Span
    quote: str
    title: str = ""
    document_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A numbered heading. ``level`` 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）, 5 for ①; 0 for unnumbered titles.

    ``span`` covers the heading's line or, when the text runs on after it (``run_in``), its first sentence;
    ``number`` as written (``（一）``), ``ordinal`` its number.
    """

    span: Span
    level: int
    number: str
    title: str
    ordinal: int = 0
    run_in: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date or period. ``value`` is ``2017-02-14``, ``2017-02``, ``2017`` or ``2018/2020``; empty when impossible."""

    span: Span
    quote: str
    value: str
    kind: str = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderFacts:
    """The identity that a document states of itself; None where it states none."""

    title: str | None = None
    document_number: str | None = None
    document_number_span: Span | None = None
    issuer: str | None = None
    recipients: str | None = None
    issue_date: date | None = None
    issue_date_span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFacts:
    """Everything read from one document; every tuple is in text order."""

    document: TextDocument
    header: HeaderFacts
    figures: tuple[Figure, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    relations: tuple[Relation, ...] = ()
    citations: tuple[Citation, ...] = ()
    outline: tuple[Heading, ...] = ()
    dates: tuple[DateMention, ...] = ()
