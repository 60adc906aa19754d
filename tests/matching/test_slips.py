"""Which differences look like a slip of the hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.matching.slips import is_exchange, is_shifted, is_slip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3197", "3179"),
        ("1080", "1800"),
        ("17080", "17800"),
        ("218.9", "281.9"),
        ("4783", "4793"),
        ("420", "4200"),
        ("42", "420"),
    ],
)
def test_slips(one: str, other: str) -> None:
    assert is_slip(Decimal(one), Decimal(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5000", "6000"),
        ("2163", "2100"),
        ("372", "372"),
        ("12", "13"),
        ("300", "96"),
        ("5", "50"),
        ("4783", "4783"),
        ("279", "270"),
        ("1", "2"),
    ],
)
def test_values_that_merely_differ(one: str, other: str) -> None:
    assert not is_slip(Decimal(one), Decimal(other))


def test_a_shift_needs_no_more_than_noughts() -> None:
    assert is_shifted(Decimal(2_000_000), Decimal(20_000_000_000))
    assert is_shifted(Decimal("73.26"), Decimal("7.326324"))
    assert not is_shifted(Decimal("7.33"), Decimal("7.326324"))
    assert not is_shifted(Decimal(200), Decimal(200))
    assert not is_shifted(Decimal(200), Decimal(300))


def test_an_exchange_of_two_digits() -> None:
    assert is_exchange(Decimal(46), Decimal(64))
    assert not is_exchange(Decimal(46), Decimal(65))
