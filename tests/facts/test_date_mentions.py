"""Dates of a document: the year that the context gives, deadlines, impossible days."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.facts.dates import read_dates
from generator.model.text_document import TextDocument

HEADER = "关于印发《某县2017年工作方案》的通知\n"


def read(text: str) -> list[tuple[str, str, str]]:
    return [(date.quote, date.value, date.kind) for date in read_dates(TextDocument.from_text(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各村3月底开工。", ("3月底", "2017-03-31", "month_end")),
        ("各村4月底前完工。", ("4月底前", "2017-04-30", "deadline")),
        ("今年完成改造。", ("今年", "2017", "relative")),
        ("明年起停止。", ("明年", "2018", "relative")),
        ("上半年完成一半。", ("上半年", "2017-01-01/2017-06-30", "relative")),
        ("年底验收。", ("年底", "2017-12-31", "relative")),
        ("6月30日前报县扶贫办。", ("6月30日", "2017-06-30", "deadline")),
        ("2018年5月1日前上报。", ("2018年5月1日", "2018-05-01", "deadline")),
        ("9月31日上报。", ("9月31日", "", "month_day")),
        ("1—10月投入到位。", ("1—10月", "2017-01/2017-10", "month_range")),
    ],
)
def test_the_title_gives_the_year_that_a_date_leaves_out(text: str, expected: tuple[str, str, str]) -> None:
    assert read(HEADER + text)[1:] == [expected]


def test_a_year_named_in_the_paragraph_goes_before_the_title() -> None:
    assert read(HEADER + "2018年分两批安排，5月底前完成第一批。")[2] == ("5月底前", "2018-05-31", "deadline")


def test_a_month_of_every_year_gets_no_year() -> None:
    assert read(HEADER + "每年2月底前报送总结。")[1] == ("2月底前", "02-28", "deadline")


def test_a_word_that_needs_a_year_is_no_date_where_none_is_known() -> None:
    assert read("今年要抓紧。年底验收。") == []


@pytest.mark.parametrize("name", ["000", "001", "003"])
def test_every_annotated_date_is_found_with_its_value(shared: Path, name: str) -> None:
    (file,) = (shared / "sources").glob(f"{name}_*.txt")
    document = TextDocument.from_text(file.read_bytes().decode())
    found = {date.span.start: date for date in read_dates(document)}
    rows = map(json.loads, (shared / "gold" / "dates.jsonl").read_text("utf-8").splitlines())
    expected = {row["offset"]: (row["quote"], row["value"]) for row in rows if row["doc"] == name}
    missed = [row for at, row in expected.items() if at not in found or found[at].value != row[1]]
    assert len(missed) <= len(expected) * 0.05, missed


@given(st.text(alphabet="二○一七年月日十底前20179-—至.5今上半〔〕号，\n人", max_size=60))
def test_any_text_is_read_without_error(text: str) -> None:
    for date in read_dates(TextDocument.from_text(text)):
        assert date.span.of(text) == date.quote
