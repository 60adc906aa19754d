"""Arithmetic on written figures: rounding that digits allow, slips that fingers make."""

from decimal import Decimal

import pytest

from generator.facts.relation_arithmetic import adds_up, is_slip, significant_digits, slack, sum_slips, weight
from generator.model.quantity import Bound, Quantity


def _quantity(value: str, unit: str = "人", step: str = "1", bound: Bound = Bound.EXACT) -> Quantity:
    return Quantity(value=Decimal(value), unit=unit, step=Decimal(step), bound=bound)


@pytest.mark.parametrize(
    ("quantity", "allowed"),
    [
        (_quantity("6645"), "0"),
        (_quantity("13290", step="10"), "5"),
        (_quantity("326.2", "公里", "0.1"), "0.05"),
        (_quantity("5000000", "元", "10000"), "5000"),
    ],
)
def test_slack_is_half_the_last_written_digit_and_nothing_for_counted_people(quantity, allowed):
    assert slack(quantity) == Decimal(allowed)


@pytest.mark.parametrize(
    ("total", "parts", "expected"),
    [
        (_quantity("6645"), [_quantity("4783"), _quantity("162"), _quantity("1700")], True),
        (_quantity("6644"), [_quantity("4783"), _quantity("162"), _quantity("1700")], False),
        (_quantity("13290", step="10"), [_quantity("6645"), _quantity("6647")], True),
        (_quantity("425.5", "公里", "0.1"), [_quantity("326.2", "公里", "0.1"), _quantity("99.3", "公里", "0.1")], True),
        (_quantity("435.5", "公里", "0.1"), [_quantity("326.2", "公里", "0.1"), _quantity("99.3", "公里", "0.1")], False),
        (_quantity("500", bound=Bound.AT_LEAST), [_quantity("330", bound=Bound.AT_LEAST), _quantity("200")], True),
        (_quantity("950", bound=Bound.AT_LEAST), [_quantity("330", bound=Bound.AT_LEAST), _quantity("200")], False),
    ],
)  # fmt: skip
def test_parts_add_up_within_what_their_digits_allow(total, parts, expected):
    assert adds_up(total, parts) is expected


@pytest.mark.parametrize(
    ("written", "meant", "slip"),
    [
        ("17.79", "19.79", True),
        ("1540", "1504", True),
        ("6645", "6645", False),
        ("2036", "2063", True),
        ("7247", "6645", False),
        ("500", "5000", False),
        ("873", "878", True),
    ],
)
def test_one_wrong_digit_or_two_exchanged_are_a_slip(written, meant, slip):
    assert is_slip(Decimal(written), Decimal(meant)) is slip


def test_a_slip_in_one_part_explains_a_sum_that_fails():
    assert sum_slips(Decimal(6645), [Decimal(4783), Decimal(182), Decimal(1700)])
    assert not sum_slips(Decimal(6645), [Decimal(2783), Decimal(172), Decimal(1700)])


def test_weight_counts_in_the_smallest_place_used():
    assert weight([_quantity("6645"), _quantity("1700")]) == 6645
    assert weight([_quantity("36000000", "元"), _quantity("5000000", "元")]) == 36


def test_zeros_at_the_end_are_not_significant():
    assert significant_digits(Decimal(1700)) == 2
    assert significant_digits(Decimal("218.9")) == 4
