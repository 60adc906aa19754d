"""Which names a draft's unknown names may be meant for."""

from __future__ import annotations

import time

from generator.checking.agency_uses import agency_uses
from generator.checking.context import RuleContext
from generator.checking.near_names import KnownNames
from generator.facts.analyse import analyse
from generator.model.agency import Agency, AgencyRegistry
from generator.model.text_document import TextDocument


def meant(text: str, *names: str) -> dict[str, list[str]]:
    registry = AgencyRegistry(tuple(Agency(name=name) for name in names))
    ctx = RuleContext(facts=analyse(TextDocument.from_text(text), registry), registry=registry)
    uses = agency_uses(ctx)
    known = KnownNames.of(ctx, uses)
    return {use.name: [each.name for each in found] for use in uses if (found := known.meant_by(use))}


def test_of_several_candidates_the_one_the_draft_uses_most_comes_first() -> None:
    text = "（牵头单位：县民政局；责任单位：县财政局）\n（牵头单位：县民整局；责任单位：县教育局）"
    assert meant(text, "县民宗局", "县民政局") == {"县民整局": ["县民政局", "县民宗局"]}


def test_two_forms_of_one_agency_are_one_candidate() -> None:
    registry = AgencyRegistry((Agency(name="县民政局", aliases=("县民正局",)),))
    text = "（牵头单位：县民整局；责任单位：县财政局）"
    ctx = RuleContext(facts=analyse(TextDocument.from_text(text), registry), registry=registry)
    uses = agency_uses(ctx)
    assert len(KnownNames.of(ctx, uses).meant_by(uses[0])) == 1


def test_a_name_of_the_registry_is_none_of_a_district_too() -> None:
    assert meant("（牵头单位：区财正局；责任单位：区民政局）", "县财政局", "县民政局") == {
        "区财正局": ["区财政局"]
    }


def test_many_names_cost_no_more_than_their_number() -> None:
    names = [
        f"县{first}{second}局"
        for first in "甲乙丙丁戊己庚辛壬癸" * 4
        for second in map(chr, range(0x4E00, 0x4E64))
    ]
    text = "\n".join(f"（牵头单位：{name}；责任单位：县财政局）" for name in names[:1000])
    started = time.perf_counter()
    meant(text, *dict.fromkeys(names))
    assert time.perf_counter() - started < 10
