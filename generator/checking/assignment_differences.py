"""How the agencies of a draft's assignment differ from those of its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checking.context import RuleContext
from generator.checking.misspelt_names import slip_between
from generator.matching.agency_names import one_agency
from generator.matching.assignment_matching import tells_no_task
from generator.matching.match import AssignmentMatch, Verdict
from generator.model.agency import AgencyRegistry, Role
from generator.model.facts import Assignment, AssignmentForm
from generator.model.place import Span


def contradicted_assignments(ctx: RuleContext) -> Iterator[AssignmentMatch]:
    """The assignments that a source gives otherwise, in text order."""
    return (match for match in ctx.matches.assignments if match.verdict is Verdict.CONTRADICTS)


def missing_from(names: Sequence[str], others: Sequence[str], registry: AgencyRegistry) -> tuple[str, ...]:
    """Those of ``names`` that no name of ``others`` means. A misspelt name means what it is a slip of."""
    return tuple(name for name in names if not any(_same(name, other, registry) for other in others))


def _same(one: str, other: str, registry: AgencyRegistry) -> bool:
    return one_agency(one, other, registry) or bool(slip_between(one, other) or slip_between(other, one))


def leads_differ(match: AssignmentMatch, registry: AgencyRegistry) -> bool:
    """Whether draft and source name other leads, however they spell them. Order between leads means nothing."""
    draft, source = match.assignment, match.counterpart
    if not draft.lead or not source.lead:
        return False
    # A source that gives all its agencies as 牵头责任单位 leaves it to the draft who of them leads.
    all_lead = not source.responsible and not source.supporting
    left_out = () if all_lead else missing_from(source.lead, draft.lead, registry)
    return bool(left_out or missing_from(draft.lead, source.lead, registry))


def names_everybody(assignment: Assignment) -> bool:
    """Whether an assignment means to be complete: not one that ends in 等, nor prose that names the lead alone."""
    if assignment.open_ended:
        return False
    return assignment.form is not AssignmentForm.PROSE or len(assignment.agencies) > len(assignment.lead)


def place_of(assignment: Assignment, names: Sequence[str], role: Role) -> Span:
    """Where ``names`` stand in ``assignment``; else where its agencies of ``role`` stand; else all of its agencies."""
    wanted = [mention.span for mention in assignment.agencies if mention.name in names]
    in_role = [mention.span for mention in assignment.agencies if mention.role is role]
    spans = wanted or in_role or [mention.span for mention in assignment.agencies] or [assignment.span]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def listed(names: Sequence[str]) -> str:
    """Names as a clerk lists them, 未写明 for none."""
    return "、".join(names) if names else "未写明"


def task_words(assignment: Assignment) -> str:
    """The task in quotes, or 此处 where it has no name."""
    return "此处" if tells_no_task(assignment.task) else f"“{assignment.task}”"
