"""What a rule may ask."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.matching.match import Matches
from generator.model.agency import AgencyRegistry
from generator.model.facts import DocumentFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleContext:
    """Everything a rule sees of one draft. A rule reads nothing else."""

    facts: DocumentFacts
    registry: AgencyRegistry = field(default_factory=AgencyRegistry)
    matches: Matches = field(default_factory=Matches)

    @property
    def text(self) -> str:
        return self.facts.document.text
