"""Names of agencies that a corpus uses and the registry does not know yet."""

from __future__ import annotations

from collections import Counter
from difflib import get_close_matches

from generator.model.agency import AgencyRegistry
from generator.model.corpus import LearntAgency
from generator.text.agency_levels import has_level
from generator.text.agency_words import is_made_of_words
from generator.usecases.build_index import OpenCorpus

_NEAR = 0.7


def learn_agencies(corpus: OpenCorpus, registry: AgencyRegistry) -> tuple[LearntAgency, ...]:
    """The unregistered names of the corpus, the most frequent first."""
    counts: Counter[str] = Counter()
    where: dict[str, str] = {}
    for name, count, source in corpus.agency_names():
        if registry.find(name) is None and has_level(name):
            counts[name] += count
            where.setdefault(name, source)
    known = [name for agency in registry for name in agency.names]
    return tuple(
        LearntAgency(
            name=name,
            count=count,
            source=where[name],
            regular=is_made_of_words(name),
            near=next(iter(get_close_matches(name, known, n=1, cutoff=_NEAR)), ""),
        )
        for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )
