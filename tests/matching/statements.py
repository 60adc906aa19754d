"""Texts with their figures in ⟦ ⟧, made into facts by hand: matching is tested apart from the reading of figures."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.matching.match import FigureMatch, match_facts
from generator.model.agency import AgencyRegistry, Role
from generator.model.facts import (
    AgencyMention,
    Assignment,
    AssignmentForm,
    DocumentFacts,
    Figure,
    HeaderFacts,
)
from generator.model.place import Span
from generator.model.quantity import Bound, Quantity
from generator.model.source import Source, SourceIdentity
from generator.model.text_document import TextDocument

_MARKED = re.compile(r"⟦([^⟧]+)⟧")
_FIGURE = re.compile(r"([0-9.]+)(万|亿)?(.+?)(以上)?")
_FACTOR = {None: 1, "万": 10_000, "亿": 100_000_000}


def stated(marked: str, *, title: str = "", **figure_key: str) -> DocumentFacts:
    """The facts of a text whose figures stand in ⟦ ⟧; ``figure_key`` are fields that every figure gets."""
    text, figures = "", []
    for index, piece in enumerate(re.split(r"[⟦⟧]", marked)):
        if index % 2:
            span = Span(len(text), len(text) + len(piece.removesuffix("以上")))
            figures.append(
                Figure(span=span, quote=span_text(piece), quantity=quantity(piece), **figure_key)  # type: ignore[arg-type]
            )
        text += piece
    return DocumentFacts(
        document=TextDocument.from_text(text, source="文.txt"),
        header=HeaderFacts(title=title or None),
        figures=tuple(figures),
    )


def span_text(piece: str) -> str:
    return piece.removesuffix("以上")


def quantity(written: str) -> Quantity:
    found = _FIGURE.fullmatch(written)
    assert found, written
    number, scale, unit, open_above = found.groups()
    factor = Decimal(_FACTOR[scale])
    step = Decimal(1).scaleb(int(Decimal(number).as_tuple().exponent)) * factor
    return Quantity(
        value=Decimal(number) * factor,
        unit=unit,
        bound=Bound.AT_LEAST if open_above else Bound.EXACT,
        step=step,
        written=span_text(written),
    )


def source(facts: DocumentFacts, *, name: str = "来源", **identity: object) -> Source:
    return Source(
        identity=SourceIdentity(
            id=name,
            file=f"{name}.txt",
            title=facts.header.title or "",
            **identity,  # type: ignore[arg-type]
        ),
        facts=facts,
    )


def verdicts(draft: DocumentFacts, *sources: Source) -> dict[str, str]:
    """What the sources say of each figure of the draft: its quote to the verdict and, unless the same, the other value."""
    matches = match_facts(draft, sources, AgencyRegistry())
    return {match.figure.quote: told(match) for match in matches.figures}


def told(match: FigureMatch) -> str:
    if match.verdict.value == "same":
        return "same"
    return f"{match.verdict.value} {match.counterpart.quote}"


def assigned(
    task: str, lead: str = "", responsible: str = "", *, open_ended: bool = False, before: str = ""
) -> DocumentFacts:
    """A document of one task with its bracket; names are separated by 、."""
    parts = [f"牵头单位：{lead}"] * bool(lead) + [f"责任单位：{responsible}"] * bool(responsible)
    bracket = f"（{'；'.join(parts)}{'等' if open_ended else ''}）"
    text = f"（一）{task}。{before}{bracket}"
    start = len(text) - len(bracket)
    mentions = [
        AgencyMention(name=name, span=_find(text, name, start), role=role)
        for role, names in ((Role.LEAD, lead), (Role.RESPONSIBLE, responsible))
        for name in names.split("、")
        if name
    ]
    assignment = Assignment(
        span=Span(start, len(text)),
        quote=bracket,
        task=task,
        agencies=tuple(mentions),
        form=AssignmentForm.BRACKET,
        open_ended=open_ended,
    )
    return DocumentFacts(
        document=TextDocument.from_text(text, source="文.txt"),
        header=HeaderFacts(),
        assignments=(assignment,),
    )


def _find(text: str, name: str, start: int) -> Span:
    at = text.index(name, start)
    return Span(at, at + len(name))
