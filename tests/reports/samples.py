"""A small report that every renderer is tried on."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from generator.model.facts import DocumentFacts, Figure, HeaderFacts
from generator.model.finding import (
    CheckReport,
    FigureEntry,
    Finding,
    Ledger,
    Related,
    Severity,
    Status,
    Suggestion,
)
from generator.model.place import Span
from generator.model.quantity import Quantity
from generator.model.source import SourceIdentity
from generator.model.text_document import TextDocument

TEXT = "年内脱贫6645人，其中产业脱贫4783人。\n改造危房372户，<由“县住建局”&各乡镇>负责。"


def place(quote: str) -> Span:
    start = TEXT.index(quote)
    return Span(start, start + len(quote))


def figure(quote: str, value: str, unit: str, indicator: str) -> Figure:
    return Figure(
        span=place(quote),
        quote=quote,
        quantity=Quantity(value=Decimal(value), unit=unit),
        indicator=indicator,
        year="2017",
    )


def here(quote: str, paragraph: int) -> Related:
    return Related(
        source="稿.txt", span=place(quote), quote=quote, paragraph=paragraph, label=f"本文第{paragraph}段"
    )


IN_SOURCE = Related(
    source="市任务.txt",
    span=Span(3, 8),
    quote="397户",
    paragraph=2,
    label="《市任务》（市发〔2017〕1号）第2段",
)

SUM = Finding(
    rule="sums.parts-differ-from-total",
    severity=Severity.ERROR,
    message="总数为6645人，分项合计6644人",
    span=place("6645人"),
    quote="6645人",
    advice="逐项核对",
    related=(here("4783人", 1),),
    suggestion=Suggestion(replace="6644人"),
)
SCOPE = Finding(
    rule="figures.nearby-source",
    severity=Severity.HINT,
    message="此处为372户，《市任务》为397户，口径或许不同",
    span=place("372户"),
    quote="372户",
    paragraph=2,
    related=(IN_SOURCE,),
)


def report(*findings: Finding, text: str = TEXT, name: str = "稿.txt", figures: bool = True) -> CheckReport:
    """A report with the two findings above where none are given, over a draft of three figures."""
    entries = (
        FigureEntry(figure=figure("6645人", "6645", "人", "脱贫"), status=Status.CONTRADICTED),
        FigureEntry(
            figure=figure("4783人", "4783", "人", "产业脱贫"),
            status=Status.VERIFIED,
            proof="来源《市任务》第1段",
        ),
        FigureEntry(figure=figure("372户", "372", "户", "改造危房"), status=Status.UNVERIFIED),
    )
    facts = DocumentFacts(document=TextDocument.from_text(text, source=name), header=HeaderFacts())
    return CheckReport(
        facts=facts,
        findings=findings or (SUM, SCOPE),
        ledger=Ledger(figures=entries if figures else ()),
        sources=(
            SourceIdentity(id="市任务", file="市任务.txt", title="市任务", issue_date=date(2017, 1, 5)),
        ),
        skipped=(("figures.x", "没有来源语料可比"),),
    )
