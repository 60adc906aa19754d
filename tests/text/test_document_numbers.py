"""发文字号 in every bracket, and the numbers that are none."""

from __future__ import annotations

import pytest

from generator.text.document_numbers import find_document_numbers, parse_document_number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("依据中发〔2018〕16号办理", ["中发〔2018〕16号"]),
        ("遵照省委办﹝2019﹞6号及市委办﹝2019﹞4号办理", ["省委办﹝2019﹞6号", "市委办﹝2019﹞4号"]),
        ("清脱贫办发[2017]2号", ["清脱贫办发[2017]2号"]),
        ("（云开办（2018）136号）", ["云开办（2018）136号"]),
        ("中发〔20xx〕34号", ["中发〔20xx〕34号"]),
        ("云发〔2018〕20号和玉发〔2018〕19号", ["云发〔2018〕20号", "玉发〔2018〕19号"]),
        ("和政发〔2018〕3号", ["和政发〔2018〕3号"]),
        ("（2018）3号", []),
        ("见附件（1）2号表", []),
        ("某小区(2017)3号楼已经完工", []),
        ("比2017年多3号人", []),
        ("清政发〔2017〕号", []),
    ],
)
def test_numbers_are_found_with_their_code_and_nothing_more(text: str, expected: list[str]) -> None:
    found = find_document_numbers(text)
    assert [number.text for number in found] == expected
    assert all(number.span.of(text) == number.text for number in found)


@pytest.mark.parametrize(
    ("text", "well_formed"),
    [
        ("清政发〔2017〕2号", True),
        ("清政发[2017]2号", False),
        ("清政发（2017）2号", False),
        ("清政发﹝2017﹞2号", False),
        ("清政发〔17〕2号", False),
        ("清政发〔2017〕第2号", False),
        ("清政发〔2017〕02号", False),
        ("清政发 〔2017〕 2号", False),
    ],
)
def test_form_follows_the_standard(text: str, well_formed: bool) -> None:
    number = parse_document_number(text)
    assert number is not None
    assert number.well_formed is well_formed
    assert number.canonical == "清政发〔2017〕2号"


@pytest.mark.parametrize("text", ["", "清政发", "按清政发〔2017〕2号办理", "清政发〔2017〕2号、3号"])
def test_a_text_with_more_than_a_number_is_not_one(text: str) -> None:
    assert parse_document_number(text) is None
