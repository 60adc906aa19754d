"""Numerals in every script of an official document, read exactly."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.numerals import factor, narrow, parse_arabic, parse_chinese, parse_numeral

_DIGITS = "零一二三四五六七八九"


def _in_han(number: int) -> str:
    """``number`` (below 10^12) as a clerk writes it: the rules of the language, put down independently."""
    if number < 10:
        return _DIGITS[number]
    for size, name in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= size:
            head, rest = divmod(number, size)
            gap = "零" if rest and rest < size // 10 else ""
            return _in_han(head) + name + (gap + _in_han(rest) if rest else "")
    raise AssertionError(number)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("6645", "6645"),
        ("1,020.5", "1020.5"),
        ("28,583", "28583"),
        ("３２００", "3200"),
        ("０．８", "0.8"),
        ("１，０２０．５", "1020.5"),
        ("1.329万", "13290"),
        ("1.28亿", "128000000"),
        ("4.78万亿", "4780000000000"),
        ("3百", "300"),
        ("1亿2千万", "120000000"),
        ("25万6千", "256000"),
        ("3万4000", "34000"),
        ("1千零1", "1001"),
        ("2千零30万", "20300000"),
        ("二○一七", "2017"),
        ("二〇一七", "2017"),
        ("二零一七", "2017"),
        ("十", "10"),
        ("十二", "12"),
        ("二十", "20"),
        ("一百零五", "105"),
        ("一百一十五", "115"),
        ("三万五", "35000"),
        ("三万零五", "30005"),
        ("两千四百五", "2450"),
        ("两万三千", "23000"),
        ("一千二百三十四", "1234"),
        ("二千一百二十四万", "21240000"),
        ("一亿二千万", "120000000"),
        ("一万五千亿", "1500000000000"),
        ("四万万", "400000000"),
        ("壹佰贰拾万", "1200000"),
        ("拾万零五十六", "100056"),
        ("六点四", "6.4"),
        ("十五点七", "15.7"),
        ("零点五", "0.5"),
    ],
)
def test_a_numeral_has_its_exact_value(written: str, value: str) -> None:
    assert parse_numeral(written) == Decimal(value)


@pytest.mark.parametrize(
    "written", ["", "万", "万万", "十十", "五十千", "二三十", "六点", "点五", "两百点两", "人", "①", "12a"]
)
def test_what_is_no_numeral_has_no_value(written: str) -> None:
    assert parse_numeral(written) is None


@given(st.integers(0, 10**12 - 1))
def test_a_number_written_in_han_comes_back(number: int) -> None:
    assert parse_chinese(_in_han(number)) == number


@given(st.integers(0, 10**12 - 1))
def test_ten_may_leave_its_one_out_at_the_start(number: int) -> None:
    assert (
        parse_chinese(_in_han(number).removeprefix("一") if 10 <= number < 20 else _in_han(number)) == number
    )


@given(st.decimals(0, 10**9, places=3))
def test_separators_and_width_change_no_value(number: Decimal) -> None:
    grouped = f"{number:,f}"
    wide = grouped.translate(str.maketrans("0123456789.,", "０１２３４５６７８９．，"))
    assert parse_arabic(grouped) == parse_arabic(wide) == number


@given(st.text())
def test_narrowing_keeps_every_place(text: str) -> None:
    assert len(narrow(text)) == len(text)


@given(st.text("一二三十百千万亿零点两0123456789.,", max_size=30))
def test_any_run_of_numeral_characters_is_read_or_refused(text: str) -> None:
    value = parse_numeral(text)
    assert value is None or value >= 0


def test_factors_multiply() -> None:
    assert factor("千万") == 10**7
    assert factor("") == 1


@pytest.mark.parametrize("written", ["万" * 5_000, "一万" * 5_000, "十" * 5_000, "1万" * 5_000])
def test_an_endless_run_is_no_number(written: str) -> None:
    assert parse_numeral(written) is None
