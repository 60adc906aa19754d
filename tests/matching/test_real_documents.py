"""Real documents against each other: what agrees with itself and contradicts no other county."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.facts.analyse import analyse
from generator.matching.match import Matches, Verdict, match_facts
from generator.model.agency import AgencyRegistry
from generator.model.source import Source
from generator.model.text_document import TextDocument
from generator.usecases.source_identity import guess_identity

REGISTRY = AgencyRegistry()


@pytest.fixture(scope="module")
def sources(shared: Path) -> tuple[Source, ...]:
    files = [*sorted((shared / "sources").glob("*.txt")), *sorted((shared / "field").glob("*.txt"))]
    return tuple(read(file.read_text(encoding="utf-8"), file.stem) for file in files)


def read(text: str, name: str) -> Source:
    facts = analyse(TextDocument.from_text(text, source=f"{name}.txt"), REGISTRY)
    return Source(identity=guess_identity(facts, source_id=name, file=f"{name}.txt"), facts=facts)


def contradictions(matches: Matches) -> list[str]:
    found = (*matches.figures, *matches.assignments, *matches.citations, *matches.places)
    return [match.difference or str(match) for match in found if match.verdict is Verdict.CONTRADICTS]


def test_no_document_contradicts_another(sources: tuple[Source, ...]) -> None:
    for draft in sources:
        others = [source for source in sources if source is not draft]
        assert contradictions(match_facts(draft.facts, others, REGISTRY)) == [], draft.identity.id


def test_every_document_agrees_with_itself(sources: tuple[Source, ...]) -> None:
    for draft in sources:
        matches = match_facts(draft.facts, [draft], REGISTRY)
        assert contradictions(matches) == [], draft.identity.id
        proved = sum(match.verdict is Verdict.SAME for match in matches.figures)
        assert proved >= 0.95 * len(draft.facts.figures), draft.identity.id


def test_last_year_s_figures_do_not_contradict_this_year_s(sources: tuple[Source, ...]) -> None:
    old = sources[0]
    text = old.facts.document.text.replace("2017", "2018").replace("二○一七", "二○一八")
    text = text.replace("6645人", "5120人").replace("8320.4万元", "9100万元").replace("372户", "118户")
    assert contradictions(match_facts(read(text, "次年").facts, [old], REGISTRY)) == []
