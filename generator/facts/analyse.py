"""From a TextDocument to everything it states."""

from __future__ import annotations

from dataclasses import replace

from generator.facts.assignments import read_assignments
from generator.facts.citations import read_citations
from generator.facts.dates import read_dates
from generator.facts.figures import read_figures
from generator.facts.header import read_header
from generator.facts.outline import read_outline
from generator.facts.relations import find_relations
from generator.model.agency import AgencyRegistry
from generator.model.facts import DocumentFacts
from generator.model.text_document import TextDocument


def analyse(document: TextDocument, registry: AgencyRegistry) -> DocumentFacts:
    """Reads ``document`` the way a careful clerk does. Never raises, whatever the text."""
    facts = analyse_source(document, registry)
    return replace(facts, relations=find_relations(document, facts.figures, facts.outline))


def analyse_source(document: TextDocument, registry: AgencyRegistry) -> DocumentFacts:
    """All but the relations: whether the figures of a source add up is its own matter, and a corpus has thousands."""
    header = read_header(document)
    outline = read_outline(document, header)
    figures = read_figures(document, outline)
    return DocumentFacts(
        document=document,
        header=header,
        figures=figures,
        assignments=read_assignments(document, outline, registry),
        citations=read_citations(document),
        outline=outline,
        dates=read_dates(document),
    )
