"""The runner: completes, isolates, sorts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from generator.checking.context import RuleContext
from generator.checking.rule import Needs
from generator.checking.runner import CRASHED, run_rules, skipped_rules
from generator.model.finding import Finding, Severity
from generator.model.place import Span
from tests.checking.contexts import context, rule_of, source

TEXT = "第一段有12个。\n\n第二段有34个。"


def finding(start: int, end: int, message: str = "不对") -> Finding:
    return Finding(severity=Severity.ERROR, message=message, span=Span(start, end))


def two_findings(_: RuleContext) -> Iterator[Finding]:
    yield finding(14, 17, "后面的")
    yield finding(4, 7, "前面的")


def crash_after_one(_: RuleContext) -> Iterator[Finding]:
    yield finding(4, 7, "出错之前")
    raise KeyError("没有这个键")


def point_beyond(_: RuleContext) -> Iterator[Finding]:
    yield finding(4, 999)


def test_rule_quote_paragraph_and_advice_are_filled_in() -> None:
    rule = replace(rule_of(two_findings), advice="改过来")
    first, second = run_rules([rule], context(TEXT))
    assert (first.rule, first.quote, first.paragraph, first.advice) == (
        "tests.some-defect",
        "12个",
        1,
        "改过来",
    )
    assert (second.quote, second.paragraph) == ("34个", 2)


def test_findings_come_in_the_order_of_the_text_whatever_the_rules_did() -> None:
    assert [f.message for f in run_rules([rule_of(two_findings)], context(TEXT))] == ["前面的", "后面的"]


def test_a_crashing_rule_becomes_a_finding_and_costs_no_other_rule_anything() -> None:
    broken, sound = rule_of(crash_after_one, "tests.broken"), rule_of(two_findings, "tests.sound")
    findings = run_rules([broken, sound], context(TEXT))
    (crash,) = (f for f in findings if f.rule == CRASHED)
    assert crash.severity is Severity.WARNING
    assert "tests.broken" in crash.message
    assert "KeyError" in crash.message
    assert [f.message for f in findings if f.rule == "tests.sound"] == ["前面的", "后面的"]
    assert [f.message for f in findings if f.rule == "tests.broken"] == ["出错之前"]


def test_a_finding_beyond_the_text_is_a_fault_of_the_rule() -> None:
    assert [f.rule for f in run_rules([rule_of(point_beyond)], context(TEXT))] == [CRASHED]


def test_the_same_finding_twice_is_said_once() -> None:
    def twice(_: RuleContext) -> Iterator[Finding]:
        yield finding(4, 7)
        yield finding(4, 7)

    assert len(run_rules([rule_of(twice)], context(TEXT))) == 1


@pytest.mark.parametrize(("sources", "skipped"), [((), True), ((source("甲"),), False)])
def test_a_rule_that_needs_sources_is_left_out_without_them_and_the_report_says_so(
    sources: tuple[object, ...], skipped: bool
) -> None:
    rule = replace(rule_of(two_findings), needs=Needs.SOURCES)
    ctx = context(TEXT, sources=sources)
    assert bool(run_rules([rule], ctx)) is not skipped
    assert skipped_rules([rule], ctx) == ((("tests.some-defect", "没有来源语料可比"),) if skipped else ())
