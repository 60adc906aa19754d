"""The ledger: every figure and assignment of a draft with what proves or contradicts it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.checking.context import RuleContext
from generator.checking.places import describe_place, describe_source
from generator.matching.match import AssignmentMatch, FigureMatch, Matches, Verdict
from generator.model.facts import Assignment, DocumentFacts, Figure, Relation, RelationKind
from generator.model.finding import AssignmentEntry, FigureEntry, Ledger, Related, Status
from generator.model.place import Span
from generator.model.source import Source

_MOST_PROOFS = 2
_MOST_RELATED = 6


def build_ledger(facts: DocumentFacts, matches: Matches) -> Ledger:
    """Status and proof of every figure: by arithmetic, by a second mention, by a source.

    A figure that a source contradicts is contradicted, whatever else holds. In a relation that does not hold the total
    is; a term of it only where nothing else speaks for that term. A total that a rule questions is not verified by
    what else the draft says.
    """
    ctx = RuleContext(facts=facts, matches=matches)
    relations = _by_figure(facts)
    by_figure = {match.figure.span: match for match in matches.figures}
    by_assignment = {match.assignment.span: match for match in matches.assignments}
    return Ledger(
        figures=tuple(
            _figure_entry(ctx, figure, relations.get(figure.span, ()), by_figure.get(figure.span))
            for figure in facts.figures
        ),
        assignments=tuple(
            _assignment_entry(ctx, assignment, by_assignment.get(assignment.span))
            for assignment in facts.assignments
        ),
    )


def _by_figure(facts: DocumentFacts) -> Mapping[Span, Sequence[Relation]]:
    """The relations in which each figure stands; terms may cover more or less than the figure's own characters."""
    at: dict[int, list[Span]] = defaultdict(list)
    for figure in facts.figures:
        for offset in range(figure.span.start, figure.span.end):
            at[offset].append(figure.span)
    found: dict[Span, list[Relation]] = defaultdict(list)
    for relation in facts.relations:
        spans = {
            span
            for term in (relation.total, *relation.terms)
            if len(term.span) <= 40
            for offset in range(term.span.start, term.span.end)
            for span in at.get(offset, ())
        }
        for span in spans:
            found[span].append(relation)
    return found


def _figure_entry(
    ctx: RuleContext, figure: Figure, relations: Sequence[Relation], match: FigureMatch | None
) -> FigureEntry:
    holding = [relation for relation in relations if relation.holds and _proves(relation, figure)]
    doubted = any(not relation.holds and relation.total.span.overlaps(figure.span) for relation in relations)
    broken = [relation for relation in relations if not relation.holds and relation.certain]
    same = match if match and match.verdict is Verdict.SAME else None
    against = match if match and match.verdict is Verdict.CONTRADICTS else None
    at_total = [relation for relation in broken if relation.total.span.overlaps(figure.span)]
    if against or at_total or (broken and not holding and not same):
        return FigureEntry(
            figure=figure,
            status=Status.CONTRADICTED,
            proof="；".join(_against(ctx, at_total or broken, against)),
            related=_related(ctx, figure.span, at_total or broken, against),
        )
    if same or (holding and not doubted):
        return FigureEntry(
            figure=figure,
            status=Status.VERIFIED,
            proof="；".join(list(_for(ctx, figure, holding, same))[:_MOST_PROOFS]),
            related=_related(ctx, figure.span, holding, same),
        )
    return FigureEntry(figure=figure, status=Status.UNVERIFIED, related=_related(ctx, figure.span, (), match))


def _proves(relation: Relation, figure: Figure) -> bool:
    """A list proves the number announced for it when it has just so many items, and no figure within its items."""
    if relation.kind is not RelationKind.COUNT:
        return True
    return relation.total.span.overlaps(figure.span) and relation.expected == figure.value


def _for(
    ctx: RuleContext, figure: Figure, relations: Sequence[Relation], match: FigureMatch | None
) -> Iterator[str]:
    """What speaks for a figure, the source first."""
    if match:
        yield f"来源{_place_in(match.source, match.counterpart.span)}"
    for relation in sorted(relations, key=_circumstantial):
        yield _told(ctx, figure.span, relation)


def _circumstantial(relation: Relation) -> bool:
    """Whether it only says that a figure is possible."""
    return relation.kind is RelationKind.BOUND or "户均" in relation.formula


def _against(ctx: RuleContext, relations: Sequence[Relation], match: FigureMatch | None) -> Iterator[str]:
    if match:
        told = match.difference or f"为{match.counterpart.quote}"
        yield f"与来源{_place_in(match.source, match.counterpart.span)}不符（{told}）"
    for relation in relations[:_MOST_PROOFS]:
        yield f"算式不平：{relation.formula}" if relation.formula else "与文中其他数不符"


def _told(ctx: RuleContext, at: Span, relation: Relation) -> str:
    document = ctx.facts.document
    if relation.kind is RelationKind.REPEAT:
        others = (term.span for term in (relation.total, *relation.terms) if not term.span.overlaps(at))
        places = dict.fromkeys(describe_place(document, span.start) for span in others)
        return f"另见{'、'.join(list(places)[:_MOST_PROOFS])}"
    if relation.kind is RelationKind.COUNT:
        return f"与所列{relation.expected}项相合"
    if "户均" in relation.formula and relation.kind is RelationKind.RATIO:
        return f"旁证：{relation.formula}，在常理之内"
    words = "不超出" if relation.kind is RelationKind.BOUND else "算式"
    return f"{words}{relation.formula}" if relation.formula else words


def _place_in(source: Source, span: Span) -> str:
    return f"{describe_source(source.identity)}{describe_place(source.facts.document, span.start)}"


def _related(
    ctx: RuleContext, at: Span, relations: Sequence[Relation], match: FigureMatch | None
) -> tuple[Related, ...]:
    here = (
        ctx.here(term.span)
        for relation in relations
        for term in (relation.total, *relation.terms)
        if not term.span.overlaps(at)
    )
    there = (ctx.at_source(match.source, match.counterpart.span),) if match else ()
    return tuple(dict.fromkeys((*there, *here)))[:_MOST_RELATED]


def _assignment_entry(
    ctx: RuleContext, assignment: Assignment, match: AssignmentMatch | None
) -> AssignmentEntry:
    related = (ctx.at_source(match.source, match.counterpart.span),) if match else ()
    if match and match.verdict is Verdict.CONTRADICTS:
        place = _place_in(match.source, match.counterpart.span)
        return AssignmentEntry(
            assignment=assignment,
            status=Status.CONTRADICTED,
            proof=f"与来源{place}不符（{match.difference}）",
            related=related,
        )
    if match and match.verdict is Verdict.SAME:
        proof = f"来源{_place_in(match.source, match.counterpart.span)}"
        return AssignmentEntry(assignment=assignment, status=Status.VERIFIED, proof=proof, related=related)
    return _by_second_mention(ctx, assignment, related)


def _by_second_mention(
    ctx: RuleContext, assignment: Assignment, related: tuple[Related, ...]
) -> AssignmentEntry:
    """Verified where the draft gives the same task to the same agencies once more."""
    for other in ctx.facts.assignments:
        if other.span != assignment.span and _repeats(assignment, other):
            return AssignmentEntry(
                assignment=assignment,
                status=Status.VERIFIED,
                proof=f"另见{describe_place(ctx.facts.document, other.span.start)}",
                related=(ctx.here(other.span), *related),
            )
    return AssignmentEntry(assignment=assignment, status=Status.UNVERIFIED, related=related)


def _repeats(one: Assignment, other: Assignment) -> bool:
    return (
        bool(one.task)
        and one.task == other.task
        and (one.lead, one.responsible, one.supporting) == (other.lead, other.responsible, other.supporting)
    )
