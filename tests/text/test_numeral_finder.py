"""Every numeral of a text, and no part of a word."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.numeral_finder import NumeralKind, find_numerals


def _values(text: str, *kinds: NumeralKind) -> list[str]:
    found = [numeral for numeral in find_numerals(text) if not kinds or numeral.kind in kinds]
    return [f"{numeral.value.normalize():f}" for numeral in found]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("修路３２公里，架桥两座", ["32", "2"]),
        ("投入1,100.5万元", ["11005000"]),
        ("借出25万6千元", ["256000"]),
        ("来了一千多万人次", ["10000000"]),
        ("二十几万只鸡", ["200000"]),
        ("2017.2.14", ["2017", "2", "14"]),
        ("增收.5元", ["0.5"]),
        ("十斤苹果、千瓦时", ["10"]),
        ("这是五不是四", ["5", "4"]),
        ("五十千克", ["50"]),
        ("第二百五十条", ["250"]),
        ("比去年增长-2.5", ["2.5"]),
        ("增长：-2.5", ["-2.5"]),
        ("1/4的村", ["0.25"]),
    ],
)
def test_numbers_are_found_in_any_script(text: str, values: list[str]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("百分之六点四", ["6.4"]),
        ("百分之百", ["100"]),
        ("12.5％", ["12.5"]),
        ("-22.2%", ["-22.2"]),
        ("三成五", ["35"]),
        ("9.5成", ["95"]),
        ("三成半", ["35"]),
        ("半成", ["5"]),
        ("一半建成、三成立", []),
        ("二三十个百分点", []),
        ("https://example.org/a%25b20%", []),
    ],
)
def test_percentages_are_put_in_percent(text: str, values: list[str]) -> None:
    assert _values(text, NumeralKind.PERCENT) == values


@pytest.mark.parametrize(
    "text",
    [
        "队伍",
        "大陆",
        "收拾屋子",
        "四川",
        "一切工作",
        "一看就懂",
        "两两结对",
        "十分重要",
        "万",
        "百姓",
        "三农",
    ],
)
def test_characters_of_words_are_no_numerals(text: str) -> None:
    assert find_numerals(text) == ()


def test_points_are_kept_apart_from_percent() -> None:
    assert [numeral.kind for numeral in find_numerals("下降2.3个百分点、下降2.3%")] == [
        NumeralKind.POINTS,
        NumeralKind.PERCENT,
    ]


@given(st.text("一二三五十百千万亿零点两半成第%％.,-/0123456789eE百分之个kK 几多多\n人", max_size=60))
def test_spans_lie_in_order_and_without_overlap(text: str) -> None:
    end = 0
    for numeral in find_numerals(text):
        assert end <= numeral.span.start < numeral.span.end <= len(text)
        end = numeral.span.end
        assert isinstance(numeral.value, Decimal)


@pytest.mark.parametrize("piece", ["万", "十", "一", "万亿", "百零", "1万"])
def test_endless_runs_are_read_or_refused_without_error(piece: str) -> None:
    numerals = find_numerals(piece * 3_000)
    assert all(numeral.span.end <= 3_000 * len(piece) for numeral in numerals)
