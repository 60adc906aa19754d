"""Where a draft names agencies."""

from __future__ import annotations

from generator.checking.agency_uses import agency_uses, registered
from generator.checking.context import RuleContext
from generator.facts.analyse import analyse
from generator.model.agency import Agency, AgencyRegistry
from generator.model.text_document import TextDocument

DRAFT = "县水利局组织验收。\n（牵头单位：县农业局；责任单位：县财政局）"


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
