"""SARIF 2.1.0 (OASIS): required properties, the region's counting, levels."""

from __future__ import annotations

import json
from typing import Any

from generator.model.finding import CheckReport
from generator.reports.sarif import render_sarif
from tests.reports.samples import SCOPE, SUM, TEXT, report


def _run(*reports: CheckReport) -> dict[str, Any]:
    log = json.loads(render_sarif(reports))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_offsets_count_code_points_and_snippets_are_what_stands_there() -> None:
    run = _run(report(SUM, SCOPE))
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        start = region["charOffset"]
        assert TEXT[start : start + region["charLength"]] == region["snippet"]["text"]
        line = TEXT.split("\n")[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]


def test_every_result_names_a_rule_of_the_tool() -> None:
    run = _run(report(SUM, SCOPE))
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules) == 2
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]


def test_severities_become_levels() -> None:
    levels = {result["ruleId"]: result["level"] for result in _run(report(SUM, SCOPE))["results"]}
    assert levels == {"sums.parts-differ-from-total": "error", "figures.nearby-source": "note"}


def test_the_other_side_is_a_related_location_with_its_file() -> None:
    (result,) = _run(report(SCOPE))["results"]
    (other,) = result["relatedLocations"]
    assert other["physicalLocation"]["artifactLocation"]["uri"] == "%E5%B8%82%E4%BB%BB%E5%8A%A1.txt"
    assert other["message"]["text"] == "《市任务》（市发〔2017〕1号）第2段：397户"


def test_no_drafts_no_results() -> None:
    assert _run()["results"] == []
