"""The table of units: dimensions, base units and factors by what the units are worth."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.standards.units import CLASSIFIERS, UNITS, dimension


@pytest.mark.parametrize(
    ("symbol", "base", "factor"),
    [
        ("平米", "平方米", "1"),
        ("千米", "公里", "1"),
        ("斤", "公斤", "0.5"),
        ("千克", "公斤", "1"),
        ("兆瓦", "千瓦", "1000"),
        ("MW", "千瓦", "1000"),
        ("GW", "千瓦", "1000000"),
        ("度电", "千瓦时", "1"),
        ("GWh", "千瓦时", "1000000"),
        ("千升", "升", "1000"),
        ("‰", "%", "0.1"),
        ("％", "%", "1"),
        ("个百分点", "百分点", "1"),
        ("名", "人", "1"),
        ("人（次）", "人次", "1"),
        ("周岁", "岁", "1"),
        ("大类", "类", "1"),
    ],
)
def test_a_symbol_is_worth_so_much_of_its_base(symbol: str, base: str, factor: str) -> None:
    unit = UNITS[symbol]
    assert (unit.base, unit.factor) == (base, Decimal(factor))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("人", "人次"),
        ("人", "户"),
        ("%", "百分点"),
        ("亩", "平方米"),
        ("千瓦", "千瓦时"),
        ("元", "美元"),
        ("公里", "米"),
    ],
)
def test_what_must_not_be_mixed_has_another_dimension(one: str, other: str) -> None:
    assert dimension(UNITS[one].base) != dimension(UNITS[other].base)


def test_classifiers_count_and_are_their_own_base() -> None:
    assert all(UNITS[symbol].dimension == "count" for symbol in CLASSIFIERS)
    assert {UNITS[symbol].base for symbol in "个处所座条项家"} == set("个处所座条项家")


def test_every_base_unit_is_a_unit_or_a_name_of_its_own() -> None:
    assert {unit.base for unit in UNITS.values() if dimension(unit.base) == ""} <= {"周", "升"}


def test_a_rate_is_a_dimension_of_its_own_and_an_unknown_unit_none() -> None:
    assert (dimension("元/年"), dimension("比"), dimension("")) == ("rate", "", "")
