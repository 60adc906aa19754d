"""Any file a user may name, read into facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.errors import InputError, Problem
from generator.model.agency import AgencyRegistry
from generator.model.facts import DocumentFacts

POLICY_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFacts:
    """The facts of the files that could be read, and the problems of those that could not."""

    facts: tuple[DocumentFacts, ...]
    problems: tuple[Problem, ...]


def read_facts(path: Path, registry: AgencyRegistry) -> DocumentFacts:
    """The facts of one draft or policy; raises InputError where it cannot be read."""
    if path.suffix.lower() in POLICY_SUFFIXES:
        from generator.ingest.policy_facts import policy_facts
        from generator.ingest.policy_yaml import load_policy

        return policy_facts(load_policy(path, registry), path)
    from generator.facts.analyse import analyse
    from generator.ingest.drafts import read_document

    return analyse(read_document(path), registry)


def read_all_facts(paths: Iterable[Path], registry: AgencyRegistry) -> ReadFacts:
    """Reads every file; one that cannot be read does not keep the others from being read."""
    facts: list[DocumentFacts] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            facts.append(read_facts(path, registry))
        except InputError as error:
            problems.extend(error.problems)
    return ReadFacts(facts=tuple(facts), problems=tuple(problems))
