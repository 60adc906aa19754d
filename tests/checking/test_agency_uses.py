"""Where a draft names agencies."""

from __future__ import annotations

import pytest

from generator.checking.agency_uses import agency_uses, registered, without_place
from generator.checking.context import RuleContext
from generator.facts.analyse import analyse
from generator.model.agency import Agency, AgencyRegistry
from generator.model.text_document import TextDocument

DRAFT = "县水利局组织验收。\n（牵头单位：县农业局；责任单位：县财政局）"


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("清原县财政局", "县财政局"),
        ("清原满族自治县财政局", "县财政局"),
        ("新平县委组织部", "县委组织部"),
        ("明山区农委", "区农委"),
        ("县城乡建设局", "县城乡建设局"),
        ("县市场监管局", "县市场监管局"),
        ("市生态环境局", "市生态环境局"),
        ("各县区人民政府", "各县区人民政府"),
        ("经济开发区管委会", "经济开发区管委会"),
        ("城市管理局", "城市管理局"),
        ("民政局", "民政局"),
        ("清原镇", "清原镇"),
    ],
)
def test_the_place_before_the_level_is_no_part_of_the_name(name: str, body: str) -> None:
    assert without_place(name) == body


def test_a_name_in_an_assignment_is_told_from_one_in_running_text() -> None:
    facts = analyse(TextDocument.from_text(DRAFT), AgencyRegistry())
    uses = agency_uses(RuleContext(facts=facts))
    assert [(use.name, use.is_assigned) for use in uses] == [
        ("县水利局", False),
        ("县农业局", True),
        ("县财政局", True),
    ]


def test_what_is_registered_for_counties_stands_for_districts_too() -> None:
    registry = AgencyRegistry((Agency(name="县财政局"),))
    assert registered("区财政局", registry) is registry.find("县财政局")
    assert registered("省财政局", registry) is None
