"""What a township's plan says of its county's units: (牵头单位：县农业局；责任单位：县财政局；承办单位：乡农业服务中心).

The township divides its own work as it likes, but who leads among the county's units the county has said.
"""

from __future__ import annotations

from dataclasses import replace

from generator.matching.agency_names import lacking
from generator.matching.reading import Reading
from generator.matching.verdicts import AssignmentMatch
from generator.model.agency import AgencyRegistry
from generator.model.facts import Assignment, AssignmentForm
from generator.text.agency_actors import is_collective
from generator.text.agency_levels import LEVELS, without_place

_FEWEST = 2
_ALL = ("各", "相关", "有关", "所有")  # 各乡镇 are the county's, 乡卫生院 is the township's own


def restating(draft: Reading, home: str) -> Reading:
    """``draft`` with those assignments alone that name units of ``home``, and of their units those alone."""
    level = home[-1:]
    if level not in LEVELS:
        return replace(draft, facts=replace(draft.facts, assignments=()))
    kept = tuple(named for item in draft.facts.assignments if (named := _of_level(item, level)) is not None)
    return replace(draft, facts=replace(draft.facts, assignments=kept))


def _of_level(item: Assignment, level: str) -> Assignment | None:
    """The assignment with its units of ``level`` and with collectives; None where others lead it, where they are few, or
    in prose."""
    units = tuple(mention for mention in item.agencies if without_place(mention.name)[:1] == level)
    led = not item.lead or any(mention.name in item.lead for mention in units)
    if item.form is AssignmentForm.PROSE or not led or len(units) < _FEWEST:
        return None
    kept = tuple(mention for mention in item.agencies if mention in units or mention.name.startswith(_ALL))
    return replace(item, agencies=kept)


def contradicts_county(match: AssignmentMatch, registry: AgencyRegistry, *, promised: bool) -> bool:
    """Whether units stand in each other's place: that fewer or more are named tells something only where all are promised."""
    said = [mention.name for mention in match.assignment.agencies if not is_collective(mention.name)]
    known = [mention.name for mention in match.counterpart.agencies if not is_collective(mention.name)]
    missing, extra = lacking(known, said, registry), lacking(said, known, registry)
    if promised:
        return len(missing) <= 1 and len(extra) <= 1
    return len(missing) == len(extra) <= 1
