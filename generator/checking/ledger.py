"""The ledger: every figure and assignment of a draft with what proves or contradicts it."""

from __future__ import annotations

from generator.matching.match import Matches
from generator.model.facts import DocumentFacts
from generator.model.finding import Ledger


def build_ledger(facts: DocumentFacts, matches: Matches) -> Ledger:
    """Status and proof of every figure: by arithmetic, by a second mention, by a source."""
    return Ledger()
