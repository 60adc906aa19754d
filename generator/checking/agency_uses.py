"""Where a draft names agencies: in its assignments and in running text, each place once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.checking.context import RuleContext
from generator.facts.assignment_lists import find_unit_lists
from generator.model.agency import Agency, AgencyRegistry
from generator.model.place import Span
from generator.text.agencies import find_agencies
from generator.text.agency_levels import county_form, without_place


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyUse:
    """One place where the draft names an agency. ``body`` is the name without the place before its level (清原县财政局
    is 县财政局); ``assignment`` numbers the assignment that it belongs to, None in running text."""

    name: str
    body: str
    span: Span
    assignment: int | None = None

    @property
    def place(self) -> str:
        return self.name[: len(self.name) - len(self.body)]

    @property
    def is_assigned(self) -> bool:
        return self.assignment is not None


def agency_uses(ctx: RuleContext) -> tuple[AgencyUse, ...]:
    """Every name of an agency in the draft, in text order: of two readings of one place that of the assignment."""
    assigned = (
        AgencyUse(name=mention.name, body=without_place(mention.name), span=mention.span, assignment=number)
        for number, item in enumerate(ctx.facts.assignments)
        for mention in item.agencies
    )
    in_text = (
        AgencyUse(name=mention.name, body=without_place(mention.name), span=mention.span)
        for mention in find_agencies(ctx.text, ctx.registry)
    )
    return tuple(without_overlaps([*assigned, *in_text]))


def listed_units(text: str) -> Iterator[AgencyUse]:
    """Units of lists without words of roles, of which none but their place in the list shows what they are."""
    for item in find_unit_lists(text):
        for agency in item.agencies:
            yield AgencyUse(name=agency.name, body=without_place(agency.name), span=agency.span)


def without_overlaps(uses: Iterable[AgencyUse]) -> Iterator[AgencyUse]:
    """``uses`` in text order; of those that overlap the one that starts first, of the same start the first given."""
    end = 0
    for use in sorted(uses, key=lambda use: use.span.start):  # stable
        if use.span.start >= end:
            end = use.span.end
            yield use


def registered(body: str, registry: AgencyRegistry) -> Agency | None:
    """The registered agency of that name; one that is registered for counties (县财政局) stands for districts (区财政局)
    and county-level cities too."""
    return registry.find(body) or registry.find(county_form(body))
