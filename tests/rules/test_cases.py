"""Every rule finds what its cases and its documentation mark, and nothing else."""

from __future__ import annotations

import pytest

from generator.checking.registry import find_rule
from tests.rules.cases import Case, all_cases, findings_of


def as_parameter(case: Case) -> object:
    return pytest.param(case, id=f"{case.rule}-{case.title}")


@pytest.mark.parametrize("case", [as_parameter(case) for case in all_cases()])
def test_the_rule_finds_exactly_what_is_marked(case: Case) -> None:
    findings = findings_of(case, [find_rule(case.rule)])
    found = [(finding.span.start, finding.quote) for finding in findings]
    assert found == [(span.start, span.of(case.text)) for span in case.spans]
    for finding in findings:
        assert case.message in finding.message
        assert case.severity in ("", finding.severity.value)
