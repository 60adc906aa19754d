"""What a rule may ask."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.checking.places import describe_place, describe_source, passage_around
from generator.matching.match import Matches
from generator.model.agency import AgencyRegistry
from generator.model.facts import DocumentFacts
from generator.model.finding import Related
from generator.model.layout import DocumentLayout
from generator.model.place import Span
from generator.model.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleContext:
    """Everything a rule sees of one draft. A rule reads nothing else.

    ``sources`` are the corpus documents that the draft was held against; ``layout`` how a .docx sets its pages, None
    for a draft that has none.
    """

    facts: DocumentFacts
    registry: AgencyRegistry = field(default_factory=AgencyRegistry)
    matches: Matches = field(default_factory=Matches)
    sources: tuple[Source, ...] = ()
    layout: DocumentLayout | None = None

    @property
    def text(self) -> str:
        return self.facts.document.text

    @property
    def has_sources(self) -> bool:
        """Whether there is anything outside the draft to hold it against."""
        return bool(self.known_sources)

    @property
    def known_sources(self) -> tuple[Source, ...]:
        """The corpus documents, or those of them that the matches name where only these were given."""
        if self.sources:
            return self.sources
        matched = [match.source for match in self.matches.figures]
        matched += (match.source for match in self.matches.assignments)
        return tuple({source.identity.id: source for source in matched}.values())

    def here(self, span: Span) -> Related:
        """Another place of the draft, as the other side of a finding."""
        document = self.facts.document
        return Related(
            source=document.source,
            span=span,
            quote=span.of(document.text),
            paragraph=document.paragraph_at(span.start),
            label=f"本文{describe_place(document, span.start)}",
        )

    def at_source(self, source: Source, span: Span) -> Related:
        """A place in a source document, as the other side of a finding."""
        document = source.facts.document
        passage = passage_around(document.text, span)
        return Related(
            source=source.identity.file,
            span=span,
            quote=span.of(document.text),
            paragraph=document.paragraph_at(span.start),
            label=f"{describe_source(source.identity)}{describe_place(document, span.start)}",
            passage=passage.of(document.text),
            passage_offset=span.start - passage.start,
        )
