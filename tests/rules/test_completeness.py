"""What every rule owes: a name, a page with examples, and a file of cases."""

from __future__ import annotations

import re

import pytest

from generator.checking.documentation import HEADINGS
from generator.checking.registry import all_rules
from generator.checking.rule import Rule
from generator.checking.runner import CRASHED, run_rules
from tests.checking.contexts import context
from tests.rules.cases import FOLDER, cases_of, examples_of, rule_file, sections_of

every_rule = pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.name) for rule in all_rules()])


@every_rule
def test_the_name_is_a_bundle_and_a_defect(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*", rule.name)


def test_no_name_and_no_former_name_is_used_twice() -> None:
    names = [name for rule in all_rules() for name in (rule.name, *rule.aliases)]
    assert len(names) == len(set(names))
    assert not set(names) & {rule.bundle for rule in all_rules()}


@every_rule
def test_the_documentation_has_every_heading_in_order_with_text(rule: Rule) -> None:
    sections = sections_of(rule)
    assert tuple(sections) == HEADINGS
    assert all(text.strip() for text in sections.values())
    assert rule.documentation.splitlines()[0] == f"{rule.title}。"
    assert rule.advice
    assert not rule.advice.endswith("。")


@every_rule
def test_the_documentation_shows_the_defect_and_its_absence(rule: Rule) -> None:
    assert all(example.hits for example in examples_of(rule, "反例"))
    assert not any(example.hits for example in examples_of(rule, "正例"))


@every_rule
def test_there_are_cases_and_more_that_leave_alone_than_hit(rule: Rule) -> None:
    hits = [case.hits for case in cases_of(rule)]
    assert hits.count(True) >= 2
    assert hits.count(False) > hits.count(True)


def test_every_file_of_cases_belongs_to_a_rule() -> None:
    assert set(FOLDER.rglob("*.yml")) == {rule_file(rule) for rule in all_rules()}


@every_rule
@pytest.mark.parametrize("text", ["", "\n\n", "没有数的一句话。"])
def test_nothing_is_found_in_nothing(rule: Rule, text: str) -> None:
    assert run_rules([rule], context(text)) == ()
    assert rule.name != CRASHED
