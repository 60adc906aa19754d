"""One slip, one finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.checking.merging import merge_findings
from generator.checking.rule import Proof
from generator.model.finding import Finding, Related, Severity, Suggestion
from generator.model.place import Span
from tests.checking.contexts import context, place

TEXT = "共6645人，其中产业4873人、就业162人、兜底1700人。\n全年6645人次。"
CTX = context(TEXT)
TOTAL, PART, OTHER, LATER = (place(TEXT, quote) for quote in ("6645人，", "4873人", "162人", "6645人次"))


def finding(span: Span, message: str, *others: Span, severity: Severity = Severity.ERROR) -> Finding:
    return Finding(severity=severity, message=message, span=span, related=tuple(map(CTX.here, others)))


def in_source(quote: str) -> Related:
    return Related(source="市任务.txt", span=Span(0, 5), quote=quote)


def merged(*found: tuple[Finding, Proof]) -> list[Finding]:
    return sorted(merge_findings(found, CTX), key=lambda f: f.span)


def test_the_strongest_proof_about_a_figure_speaks_and_takes_the_other_sides_along() -> None:
    against_source = Finding(
        severity=Severity.ERROR, message="来源为6654人", span=TOTAL, related=(in_source("6654人"),)
    )
    (only,) = merged(
        (against_source, Proof.SOURCE), (finding(TOTAL, "分项合计6735人", OTHER), Proof.ARITHMETIC)
    )
    assert only.message == "分项合计6735人；来源为6654人"
    assert [other.quote for other in only.related] == ["162人", "6654人"]


def test_the_part_that_a_source_contradicts_is_the_place_to_look_at() -> None:
    against_source = Finding(
        severity=Severity.ERROR, message="来源为4783人", span=PART, related=(in_source("4783人"),)
    )
    (only,) = merged(
        (finding(TOTAL, "分项合计6735人", PART, OTHER), Proof.ARITHMETIC), (against_source, Proof.SOURCE)
    )
    assert only.span == PART
    assert only.message == "分项合计6735人；来源为4783人"
    assert {other.quote for other in only.related} == {"6645人，", "162人", "4783人"}


def test_two_contradicted_parts_leave_the_sum_where_it_is() -> None:
    found = merged(
        (finding(TOTAL, "合不上", PART, OTHER), Proof.ARITHMETIC),
        (finding(PART, "来源为4783人"), Proof.SOURCE),
        (finding(OTHER, "来源为126人"), Proof.SOURCE),
    )
    assert [f.span for f in found] == [TOTAL, PART, OTHER]


def test_the_figure_that_fits_nowhere_is_the_place_to_look_at() -> None:
    (only,) = merged(
        (finding(TOTAL, "分项合计6735人", PART, OTHER), Proof.ARITHMETIC),
        (finding(LATER, "前后不一", PART), Proof.REPEAT),
    )
    assert only.span == PART
    assert only.message == "分项合计6735人；前后不一"
    assert {other.span for other in only.related} == {TOTAL, OTHER, LATER}


def test_one_figure_against_each_of_its_repetitions_is_one_slip() -> None:
    found = merged((finding(TOTAL, "一", PART), Proof.REPEAT), (finding(TOTAL, "二", OTHER), Proof.REPEAT))
    assert [f.span for f in found] == [TOTAL]
    found = merged((finding(PART, "一", TOTAL), Proof.REPEAT), (finding(OTHER, "二", TOTAL), Proof.REPEAT))
    assert [f.span for f in found] == [TOTAL]


def test_two_figures_that_both_conflict_elsewhere_leave_the_sum_where_it_is() -> None:
    found = merged(
        (finding(TOTAL, "合不上", PART, OTHER), Proof.ARITHMETIC),
        (finding(LATER, "前后不一", PART, OTHER), Proof.REPEAT),
    )
    assert [f.span for f in found] == [TOTAL, LATER]


def test_a_moved_finding_proposes_nothing_for_the_figure_it_left() -> None:
    total = replace(finding(TOTAL, "分项合计6735人", PART), suggestion=Suggestion(replace="6735人"))
    (only,) = merged((total, Proof.ARITHMETIC), (finding(PART, "来源为4783人"), Proof.SOURCE))
    assert only.suggestion is None


def test_a_question_of_scope_adds_its_place_but_not_its_words() -> None:
    (only,) = merged(
        (finding(TOTAL, "分项合计6735人"), Proof.ARITHMETIC),
        (finding(TOTAL, "口径或许不同", severity=Severity.HINT), Proof.SCOPE),
    )
    assert only.message == "分项合计6735人"
    assert only.severity is Severity.ERROR


def test_a_source_that_agrees_with_the_sum_makes_a_question_an_error() -> None:
    (only,) = merged(
        (finding(TOTAL, "分项合计6735人", severity=Severity.WARNING), Proof.ARITHMETIC),
        (finding(TOTAL, "来源为6735人"), Proof.SOURCE),
    )
    assert only.severity is Severity.ERROR


def test_findings_about_form_are_left_alone() -> None:
    found = merged((finding(TOTAL, "字号"), Proof.FORM), (finding(TOTAL, "括号"), Proof.FORM))
    assert len(found) == 2


def test_other_figures_are_left_alone() -> None:
    found = merged((finding(TOTAL, "甲"), Proof.ARITHMETIC), (finding(OTHER, "乙"), Proof.ARITHMETIC))
    assert len(found) == 2


def test_everything_is_the_same_in_whatever_order_rules_ran() -> None:
    def all_of() -> Iterator[tuple[Finding, Proof]]:
        yield finding(TOTAL, "一", PART), Proof.ARITHMETIC
        yield finding(TOTAL, "二"), Proof.REPEAT
        yield finding(PART, "三"), Proof.SOURCE

    there, back = merged(*all_of()), merged(*reversed(list(all_of())))
    assert there == back
