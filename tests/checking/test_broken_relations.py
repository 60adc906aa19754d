"""Broken relations in words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.checking.broken_relations import expected_words, relation_finding
from generator.model.facts import RelationKind, Term
from generator.model.finding import Severity
from generator.model.place import Span
from tests.checking.contexts import broken_sum, context, term


@pytest.mark.parametrize(
    ("written", "value", "expected", "words"),
    [
        ("6645人", "6645", "6644", "6644人"),
        ("1.329万人", "13290", "13892", "1.3892万人"),
        ("11364.4万元", "113644000", "68644000", "6864.4万元"),
        ("约40%", "40", "38.9", "约38.9%"),
        ("17.79%", "17.79", "19.79", "19.79%"),
        ("四大", "4", "5", "5"),
        ("0个", "0", "3", "3"),
    ],
)
def test_the_expected_total_is_worded_like_the_written_one(
    written: str, value: str, expected: str, words: str
) -> None:
    total = Term(span=Span(0, len(written)), quote=written, value=Decimal(value))
    assert expected_words(broken_sum(written, total, (), expected)) == words


@pytest.mark.parametrize(
    ("written", "value", "expected", "words"),
    [
        ("17.79%", "17.79", "19.7926", "19.79%"),
        ("40%", "40", "38.96", "39%"),
        ("3.5倍", "3.5", "3.649", "3.6倍"),
    ],
)
def test_a_share_is_told_no_finer_than_it_is_written(
    written: str, value: str, expected: str, words: str
) -> None:
    total = Term(span=Span(0, len(written)), quote=written, value=Decimal(value))
    relation = replace(broken_sum(written, total, (), expected), kind=RelationKind.RATIO)
    assert expected_words(relation) == words


@pytest.mark.parametrize(("certain", "severity"), [(True, Severity.ERROR), (False, Severity.WARNING)])
def test_another_possible_reading_makes_it_a_question_without_a_proposal(
    certain: bool, severity: Severity
) -> None:
    text = "共3人，甲1人，乙5人。"
    relation = broken_sum(text, term(text, "3人", "3"), (term(text, "1人", "1"),), "1", certain=certain)
    found = relation_finding(context(text), relation, "合不上", suggestion="1人")
    assert found.severity is severity
    assert bool(found.suggestion) is certain
    assert [other.label for other in found.related] == ["本文第1段"]
