"""Hand-built contexts: a draft's text with the figures a test speaks of."""

from __future__ import annotations

from decimal import Decimal

from generator.checking.context import RuleContext
from generator.checking.profile import Profile
from generator.checking.rule import Check, Proof, Rule
from generator.matching.match import FigureMatch, Matches, Verdict
from generator.model.facts import DocumentFacts, Figure, HeaderFacts, Relation, RelationKind, Term
from generator.model.finding import Severity
from generator.model.place import Span
from generator.model.quantity import Quantity
from generator.model.source import Source, SourceIdentity
from generator.model.text_document import TextDocument


def document(text: str, source: str = "稿.txt") -> TextDocument:
    return TextDocument.from_text(text, source=source)


def context(text: str, **parts: object) -> RuleContext:
    """A context over ``text``; ``parts`` are fields of DocumentFacts, or matches, registry, sources."""
    outer = {key: parts.pop(key) for key in ("matches", "registry", "sources") if key in parts}
    facts = DocumentFacts(document=document(text), header=HeaderFacts(), **parts)  # type: ignore[arg-type]
    return RuleContext(facts=facts, **outer)  # type: ignore[arg-type]


def place(text: str, quote: str) -> Span:
    """The only place of ``quote`` in ``text``."""
    assert text.count(quote) == 1, f"{quote} stands {text.count(quote)} times"
    start = text.index(quote)
    return Span(start, start + len(quote))


def term(text: str, quote: str, value: str) -> Term:
    return Term(span=place(text, quote), quote=quote, value=Decimal(value))


def figure(text: str, quote: str, value: str, unit: str, **key: str) -> Figure:
    quantity = Quantity(value=Decimal(value), unit=unit, written=quote)
    return Figure(span=place(text, quote), quote=quote, quantity=quantity, **key)  # type: ignore[arg-type]


def broken_sum(text: str, total: Term, terms: tuple[Term, ...], expected: str, **more: object) -> Relation:
    return Relation(
        kind=RelationKind.SUM,
        holds=False,
        total=total,
        terms=terms,
        expected=Decimal(expected),
        **more,  # type: ignore[arg-type]
    )


def source(text: str, **identity: object) -> Source:
    named = SourceIdentity(id="市任务", file="市任务.txt", **identity)  # type: ignore[arg-type]
    return Source(
        identity=named, facts=DocumentFacts(document=document(text, "市任务.txt"), header=HeaderFacts())
    )


def contradiction(draft: Figure, given: Source, counterpart: Figure) -> Matches:
    match = FigureMatch(figure=draft, verdict=Verdict.CONTRADICTS, source=given, counterpart=counterpart)
    return Matches(figures=(match,))


def rule_of(check: Check, name: str = "tests.some-defect", proof: Proof = Proof.FORM) -> Rule:
    return Rule(
        name=name, check=check, title="试", severity=Severity.ERROR, profile=Profile.DRAFT, proof=proof
    )
