"""Which rules a check runs."""

from __future__ import annotations

import pytest

from generator.checking.profile import Profile
from generator.checking.registry import all_rules, find_rule, select_rules
from generator.checking.rule import name_from_module
from generator.errors import InputError


def names(**choice: object) -> set[str]:
    return {rule.name for rule in select_rules(**choice)}  # type: ignore[arg-type]


def test_the_name_comes_from_the_file() -> None:
    assert name_from_module("generator.rules.sums.parts_differ_from_total") == "sums.parts-differ-from-total"


def test_each_profile_holds_the_one_before() -> None:
    assert names(profile="draft") <= names(profile="review") <= names(profile="issue")
    assert names(profile="issue") == {rule.name for rule in all_rules()}
    assert names(profile="draft") < names(profile="issue")


def test_select_takes_a_rule_or_a_bundle_whatever_the_profile() -> None:
    assert names(select=["sums.parts-differ-from-total"]) == {"sums.parts-differ-from-total"}
    assert names(profile="draft", select=["figures"]) == {
        "figures.contradicts-source",
        "figures.nearby-source",
        "figures.number-word-differs",
        "figures.sources-disagree",
    }


def test_ignore_leaves_out_a_rule_or_a_bundle() -> None:
    kept = {"figures.contradicts-source", "figures.number-word-differs", "figures.sources-disagree"}
    assert names(select=["figures"], ignore=["figures.nearby-source"]) == kept
    assert not any(name.startswith("figures.") for name in names(ignore=["figures"]))


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("sums.parts-differs-from-total", "sums.parts-differ-from-total"),
        ("sums.parts_differ_from_total", "sums.parts-differ-from-total"),
        ("figure", "figures"),
    ],
)
def test_an_unknown_name_is_answered_with_near_ones(wrong: str, meant: str) -> None:
    with pytest.raises(InputError, match=meant):
        select_rules(select=[wrong])


def test_a_choice_that_leaves_nothing_is_refused() -> None:
    with pytest.raises(InputError, match="没有剩下"):
        select_rules(select=["sums"], ignore=["sums"])


def test_find_rule_takes_rules_and_no_bundles() -> None:
    assert find_rule("sums.parts-differ-from-total").profile is Profile.DRAFT
    with pytest.raises(InputError, match="没有名为“sums”"):
        find_rule("sums")
