"""What the ledger says of each figure and assignment."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from generator.checking.ledger import build_ledger
from generator.matching.match import AssignmentMatch, FigureMatch, Matches, Verdict
from generator.model.facts import DocumentFacts, Figure, HeaderFacts, Relation, RelationKind
from generator.model.finding import FigureEntry, Ledger, Status
from tests.checking.contexts import document, figure, source, term
from tests.matching.statements import assigned

TEXT = "全县脱贫645人，其中产业450人、就业195人。\n资金30万元。\n全县脱贫共645人次"


def member(quote: str, value: str) -> Figure:
    return figure(TEXT, quote, value, "人")


TOTAL, FIRST, SECOND = member("645人，", "645"), member("450人", "450"), member("195人", "195")
MONEY = figure(TEXT, "30万元", "300000", "元", indicator="资金")


def relation(kind: RelationKind, *, holds: bool = True, certain: bool = True) -> Relation:
    return Relation(
        kind=kind,
        holds=holds,
        certain=certain,
        total=term(TEXT, "645人，", "645"),
        terms=(term(TEXT, "450人", "450"), term(TEXT, "195人", "195")),
        formula="450人+195人=645人",
    )


def ledger(*relations: Relation, matches: Matches | None = None) -> Ledger:
    facts = DocumentFacts(
        document=document(TEXT),
        header=HeaderFacts(),
        figures=(TOTAL, FIRST, SECOND, MONEY),
        relations=relations,
    )
    return build_ledger(facts, matches or Matches())


def statuses(entries: tuple[FigureEntry, ...]) -> list[str]:
    return [entry.status.value[0] for entry in entries]


def found(of: Figure, verdict: Verdict, difference: str = "") -> Matches:
    given = source("市里给资金20万元。", title="市任务书")
    counterpart = figure("市里给资金20万元。", "20万元", "200000", "元")
    match = FigureMatch(
        figure=of, verdict=verdict, source=given, counterpart=counterpart, difference=difference
    )
    return Matches(figures=(match,))


def test_every_figure_has_a_line_and_nothing_proves_nothing() -> None:
    assert statuses(ledger().figures) == ["u", "u", "u", "u"]


def test_members_of_a_sum_that_holds_are_verified_with_its_formula() -> None:
    entries = ledger(relation(RelationKind.SUM)).figures
    assert statuses(entries) == ["v", "v", "v", "u"]
    assert entries[1].proof == "算式450人+195人=645人"
    assert [other.quote for other in entries[1].related] == ["645人，", "195人"]


def test_a_second_mention_names_its_paragraph() -> None:
    repeat = Relation(
        kind=RelationKind.REPEAT,
        holds=True,
        total=term(TEXT, "645人次", "645"),
        terms=(term(TEXT, "645人，", "645"),),
    )
    (entry, *_) = ledger(repeat).figures
    assert (entry.status, entry.proof) == (Status.VERIFIED, "另见第3段")


def test_the_total_of_a_sum_that_fails_is_contradicted_and_so_are_parts_that_nothing_else_proves() -> None:
    broken = relation(RelationKind.SUM, holds=False)
    assert statuses(ledger(broken).figures) == ["c", "c", "c", "u"]
    proves_part = replace(
        relation(RelationKind.PRODUCT), total=term(TEXT, "450人", "450"), terms=(term(TEXT, "30万元", "30"),)
    )
    assert statuses(ledger(broken, proves_part).figures) == ["c", "v", "c", "v"]


def test_a_doubt_contradicts_nothing() -> None:
    assert statuses(ledger(relation(RelationKind.SUM, holds=False, certain=False)).figures) == ["u"] * 4


def test_a_total_in_doubt_is_not_verified_by_what_else_holds() -> None:
    doubt = relation(RelationKind.SUM, holds=False, certain=False)
    entries = ledger(doubt, relation(RelationKind.RATIO)).figures
    assert statuses(entries) == ["u", "v", "v", "u"]


def counted_list(items: str) -> Relation:
    listed = replace(term(TEXT, "产业450人、就业195人", "0"), value=None)
    total = term(TEXT, "645人，", "645")
    expected = Decimal(items)
    return Relation(kind=RelationKind.COUNT, holds=True, total=total, terms=(listed,), expected=expected)


def test_a_list_proves_the_number_of_its_items_and_no_figure_within_them() -> None:
    entries = ledger(counted_list("645")).figures
    assert statuses(entries) == ["v", "u", "u", "u"]
    assert entries[0].proof == "与所列645项相合"


def test_an_open_list_of_fewer_items_proves_nothing() -> None:
    assert statuses(ledger(counted_list("2")).figures) == ["u", "u", "u", "u"]


def test_the_size_of_households_is_told_as_mere_support_behind_a_sum() -> None:
    size = replace(relation(RelationKind.RATIO), formula="645人÷450户＝户均1.43人")
    (entry, *_) = ledger(size, relation(RelationKind.SUM)).figures
    assert entry.proof == "算式450人+195人=645人；旁证：645人÷450户＝户均1.43人，在常理之内"


def test_a_source_verifies_and_is_named_with_its_place() -> None:
    entry = ledger(matches=found(MONEY, Verdict.SAME)).figures[3]
    assert (entry.status, entry.proof) == (Status.VERIFIED, "来源《市任务书》第1段")
    assert entry.related[0].quote == "20万元"


def test_a_source_that_contradicts_outweighs_arithmetic() -> None:
    entries = ledger(relation(RelationKind.SUM), matches=found(FIRST, Verdict.CONTRADICTS)).figures
    assert statuses(entries) == ["v", "c", "v", "u"]
    assert entries[1].proof == "与来源《市任务书》第1段不符（为20万元）"


def test_a_nearby_figure_proves_nothing_but_is_shown() -> None:
    entry = ledger(matches=found(MONEY, Verdict.NEARBY, "年度不同")).figures[3]
    assert entry.status is Status.UNVERIFIED
    assert entry.related


def test_the_counts_add_up_to_all_figures() -> None:
    result = ledger(relation(RelationKind.SUM), matches=found(MONEY, Verdict.CONTRADICTS))
    assert sum(result.count(status) for status in Status) == len(result.figures) == 4


def test_assignments_are_verified_and_contradicted_by_sources() -> None:
    draft = assigned("实施生态扶贫项目", "县林业局", "县财政局")
    given = source("（一）实施生态扶贫项目。", title="市任务书")
    (assignment,) = draft.assignments
    for verdict, difference, status in (
        (Verdict.SAME, "", Status.VERIFIED),
        (Verdict.CONTRADICTS, "缺县民政局", Status.CONTRADICTED),
        (Verdict.NEARBY, "缺县民政局", Status.UNVERIFIED),
    ):
        counterpart = replace(assignment, span=term("（一）实施生态扶贫项目。", "生态", "0").span)
        match = AssignmentMatch(
            assignment=assignment,
            verdict=verdict,
            source=given,
            counterpart=counterpart,
            difference=difference,
        )
        (entry,) = build_ledger(draft, Matches(assignments=(match,))).assignments
        assert entry.status is status
        assert ("缺县民政局" in entry.proof) is (status is Status.CONTRADICTED)


def test_the_same_task_given_twice_to_the_same_agencies_is_a_second_mention() -> None:
    draft = assigned("实施生态扶贫项目", "县林业局", "县财政局")
    (first,) = draft.assignments
    second = replace(first, span=first.span.shifted(-1))
    entries = build_ledger(replace(draft, assignments=(first, second)), Matches()).assignments
    assert [entry.status for entry in entries] == [Status.VERIFIED, Status.VERIFIED]


def test_a_term_that_covers_more_than_the_figure_is_still_its_own() -> None:
    wide = Relation(
        kind=RelationKind.BOUND,
        holds=True,
        total=term(TEXT, "其中产业450人", "450"),
        terms=(term(TEXT, "就业195人", "195"),),
        formula="195人≤450人",
    )
    assert statuses(ledger(wide).figures) == ["u", "v", "v", "u"]
    assert Decimal(450) == FIRST.value
