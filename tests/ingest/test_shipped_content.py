"""Everything that is shipped loads without a problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.fact_sheet import load_fact_sheet
from generator.ingest.policy_facts import policy_facts
from generator.ingest.policy_yaml import load_policy
from generator.ingest.registry_yaml import load_registry
from generator.ingest.yaml_nodes import MapNode, read_yaml
from generator.model.agency import AgencyRegistry


@pytest.fixture(scope="module")
def registry(checkout: Path) -> AgencyRegistry:
    return load_registry(sorted((checkout / "corpus" / "agencies").glob("*.yaml")))


def test_every_shipped_agency_file_loads(registry: AgencyRegistry) -> None:
    assert len(registry) > 50


def test_every_shipped_policy_loads_and_reads_as_a_draft(checkout: Path, registry: AgencyRegistry) -> None:
    policies = []
    for path in sorted((checkout / "policies").glob("*.yaml")):
        root = read_yaml(path).root
        if isinstance(root, MapNode) and root.get("公文") is not None:  # the list of planted slips is none
            policies.append(load_policy(path, registry))
    assert policies
    for policy in policies:
        facts = policy_facts(policy, Path(policy.file))
        assert len(facts.figures) >= len(policy.targets)
        assert all(figure.span.of(facts.document.text) == figure.quote for figure in facts.figures)


def test_every_shipped_fact_sheet_loads(checkout: Path) -> None:
    sheets = [load_fact_sheet(path) for path in sorted((checkout / "corpus").glob("*.yaml"))]
    assert sheets
    for sheet in sheets:
        text = sheet.facts.document.text
        assert all(figure.span.of(text) == figure.quote for figure in sheet.facts.figures)
        assert all(each.span.of(text) == each.quote for each in sheet.facts.assignments)
