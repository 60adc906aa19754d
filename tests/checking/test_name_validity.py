"""Whether an agency bore its name when a document was issued."""

from __future__ import annotations

from datetime import date

import pytest

from generator.checking.name_validity import Issued, Validity, issued, names_then, validity
from generator.model.agency import Agency, AgencyRegistry
from generator.model.facts import HeaderFacts

HEALTH = Agency(name="县卫生局", valid_until=date(2016, 12, 31), successors=("县卫计局",))
PLANNING = Agency(
    name="县卫生和计划生育局", short="县卫计局", valid_until=date(2019, 12, 31), successors=("县卫生健康局",)
)
NOW = Agency(name="县卫生健康局", valid_from=date(2018, 3, 1))
REGISTRY = AgencyRegistry((HEALTH, PLANNING, NOW))


def on(day: str) -> Issued:
    return Issued(earliest=date.fromisoformat(day), latest=date.fromisoformat(day))


@pytest.mark.parametrize(
    ("header", "when", "said"),
    [
        (
            HeaderFacts(issue_date=date(2017, 2, 14), document_number="清发〔2016〕9号"),
            on("2017-02-14"),
            "2017年2月14日",
        ),
        (
            HeaderFacts(document_number="清发[2017]2号"),
            Issued(earliest=date(2017, 1, 1), latest=date(2017, 12, 31)),
            "2017年",
        ),
    ],
)
def test_the_date_goes_before_the_number(header: HeaderFacts, when: Issued, said: str) -> None:
    assert issued(header) == when
    assert str(issued(header)) == said


@pytest.mark.parametrize("number", [None, "清发〔17〕2号", "清发〔20××〕2号", "清发"])
def test_a_document_without_a_whole_year_has_no_time(number: str | None) -> None:
    assert issued(HeaderFacts(document_number=number)) is None


@pytest.mark.parametrize(
    ("agency", "day", "expected"),
    [
        (HEALTH, "2016-12-31", Validity.RIGHT),
        (HEALTH, "2017-01-01", Validity.ENDED),
        (NOW, "2018-03-01", Validity.RIGHT),
        (NOW, "2018-02-28", Validity.NOT_YET),
        (Agency(name="县财政局"), "1999-01-01", Validity.RIGHT),
    ],
)
def test_the_last_and_the_first_day_count(agency: Agency, day: str, expected: Validity) -> None:
    assert validity(agency, on(day)) is expected


def test_the_name_of_the_time_is_found_over_several_reforms() -> None:
    assert names_then(HEALTH, on("2018-01-01"), REGISTRY) == ("县卫生和计划生育局",)
    assert names_then(HEALTH, on("2022-01-01"), REGISTRY) == ("县卫生健康局",)
    assert names_then(NOW, on("2017-06-01"), REGISTRY) == ("县卫生和计划生育局",)
