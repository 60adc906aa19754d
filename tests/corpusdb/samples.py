"""Sources for the index."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from generator.model.agency import Level, Role
from generator.model.facts import (
    AgencyMention,
    Assignment,
    AssignmentForm,
    Citation,
    DocumentFacts,
    Figure,
    HeaderFacts,
    Heading,
    Relation,
    RelationKind,
    Term,
)
from generator.model.place import Span
from generator.model.quantity import Bound, Quantity
from generator.model.source import Source, SourceIdentity, SourceStatus
from generator.model.text_document import Block, BlockKind, Cell, TextDocument

TEXT = "危房改造不少于372户。\n（牵头单位：县住建局）"


def full_source(name: str = "云溪县要点", text: str = TEXT) -> Source:
    """A source in which every kind of fact occurs."""
    document = TextDocument(
        source=f"{name}.txt",
        text=text,
        blocks=(
            Block(span=Span(0, 12), number=1, heading_level=1),
            Block(span=Span(13, 24), number=2, kind=BlockKind.CELL, cell=Cell(table=0, row=1, column=2)),
        ),
    )
    quantity = Quantity(
        value=Decimal("372"), unit="户", bound=Bound.AT_LEAST, step=Decimal(1), written="372户"
    )
    figure = Figure(
        span=Span(7, 11), quote="372户", quantity=quantity, indicator="危房改造", scope=("建档立卡",)
    )
    mention = AgencyMention(name="县住建局", span=Span(19, 23), role=Role.LEAD)
    assignment = Assignment(
        span=Span(13, 24),
        quote="（牵头单位：县住建局）",
        task="危房改造",
        agencies=(mention,),
        form=AssignmentForm.BRACKET,
        task_span=Span(0, 4),
    )
    term = Term(span=Span(7, 11), quote="372户", value=Decimal(372))
    facts = DocumentFacts(
        document=document,
        header=HeaderFacts(title="云溪县要点", issue_date=date(2019, 2, 14), issue_date_span=Span(0, 4)),
        figures=(figure,),
        assignments=(assignment,),
        relations=(Relation(kind=RelationKind.REPEAT, holds=True, total=term, terms=(term,)),),
        citations=(Citation(span=Span(0, 2), quote="危房", title="危房"),),
        outline=(Heading(span=Span(0, 4), level=1, number="一、", title="危房改造"),),
    )
    identity = SourceIdentity(
        id=name,
        file=f"{name}.txt",
        title="云溪县要点",
        level=Level.COUNTY,
        place="云溪县",
        issue_date=date(2019, 2, 14),
        status=SourceStatus.SUPERSEDED,
    )
    return Source(identity=identity, facts=facts)
