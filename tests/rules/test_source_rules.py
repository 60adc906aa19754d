"""The rules about sources, on matches made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.checking.registry import find_rule
from generator.checking.runner import run_rules
from generator.matching.match import AssignmentMatch, FigureMatch, Matches, Verdict
from generator.model.agency import Agency, AgencyRegistry, Role
from generator.model.facts import AgencyMention, Assignment, AssignmentForm
from generator.model.finding import Finding, Severity
from generator.model.source import SourceStatus
from tests.checking.contexts import context, contradiction, figure, place, source

DRAFT = "产业脱贫4873人。"
SOURCE_TEXT = "第一段。\n全年通过产业脱贫4783人。"
REGISTRY = AgencyRegistry((Agency(name="县农业发展局", short="县农发局"), Agency(name="县财政局")))


def contradicted(verdict: Verdict = Verdict.CONTRADICTS, **identity: object) -> Matches:
    matches = contradiction(
        figure(DRAFT, "4873人", "4873", "人", indicator="产业脱贫"),
        source(SOURCE_TEXT, **identity),
        figure(SOURCE_TEXT, "4783人", "4783", "人", indicator="产业脱贫"),
    )
    (match,) = matches.figures
    other = FigureMatch(
        figure=match.figure, verdict=verdict, source=match.source, counterpart=match.counterpart
    )
    return Matches(figures=(other,))


def test_both_values_and_the_sources_name_number_and_date_are_told() -> None:
    matches = contradicted(title="任务书", document_number="抚扶贫发〔2017〕3号", issue_date=date(2017, 1, 5))
    (found,) = run_rules([find_rule("figures.contradicts-source")], context(DRAFT, matches=matches))
    assert found.message == "“产业脱贫”本文为4873人，来源为4783人"
    assert found.severity is Severity.ERROR
    (other,) = found.related
    assert other.source == "市任务.txt"
    assert other.label == "《任务书》（抚扶贫发〔2017〕3号，2017年1月5日）第2段"
    assert other.passage == "全年通过产业脱贫4783人。"
    assert other.passage[other.passage_offset :].startswith(other.quote)
    assert found.suggestion is not None
    assert (found.suggestion.replace, found.suggestion.safe) == ("4783人", False)


def test_a_superseded_source_only_asks() -> None:
    matches = contradicted(status=SourceStatus.SUPERSEDED)
    (found,) = run_rules([find_rule("figures.contradicts-source")], context(DRAFT, matches=matches))
    assert found.severity is Severity.WARNING
    assert "已废止" in found.related[0].label


def test_another_year_is_told_and_the_same_figure_not_proposed_again() -> None:
    (match,) = contradicted().figures
    same = replace(match.counterpart, span=match.figure.span, quote="4783人")
    moved = replace(match, figure=same, difference="年度不同：本文为2018年，来源为2017年")
    (found,) = run_rules(
        [find_rule("figures.contradicts-source")], context(DRAFT, matches=Matches(figures=(moved,)))
    )
    assert found.message == "“产业脱贫”4783人与来源的数相同，但年度不同：本文为2018年，来源为2017年"
    assert found.suggestion is None


@pytest.mark.parametrize(
    ("verdict", "rules"),
    [
        (Verdict.SAME, []),
        (Verdict.NEARBY, ["figures.nearby-source"]),
        (Verdict.CONTRADICTS, ["figures.contradicts-source"]),
    ],
)
def test_each_verdict_has_its_rule(verdict: Verdict, rules: list[str]) -> None:
    both = [find_rule("figures.contradicts-source"), find_rule("figures.nearby-source")]
    findings = run_rules(both, context(DRAFT, matches=contradicted(verdict)))
    assert [finding.rule for finding in findings] == rules


def assignment(
    text: str, *, open_ended: bool = False, form: AssignmentForm = AssignmentForm.BRACKET
) -> Assignment:
    """牵头：甲、乙；责任：丙 as an assignment."""
    mentions = tuple(
        AgencyMention(name=name, span=place(text, name), role=role)
        for part in text.split("；")
        for role in [Role.LEAD if part.startswith("牵头") else Role.RESPONSIBLE]
        for name in part.partition("：")[2].split("、")
    )
    return Assignment(
        span=place(text, text),
        quote=text,
        task="产业项目",
        agencies=mentions,
        form=form,
        open_ended=open_ended,
    )


def compared(
    draft: str, other: str, *, open_ended: bool = False, form: AssignmentForm = AssignmentForm.BRACKET
) -> tuple[Finding, ...]:
    match = AssignmentMatch(
        assignment=assignment(draft, open_ended=open_ended, form=form),
        verdict=Verdict.CONTRADICTS,
        source=source(other),
        counterpart=assignment(other),
    )
    ctx = context(
        draft,
        matches=Matches(assignments=(match,)),
        registry=REGISTRY,
        assignments=(match.assignment,),
    )
    rules = ("assignments.lead-contradicts-source", "assignments.units-differ-from-source")
    return run_rules([*map(find_rule, rules), find_rule("agencies.near-miss")], ctx)


@pytest.mark.parametrize(
    ("draft", "other", "rule", "quote", "message"),
    [
        (
            "牵头：县农业局；责任：县林业局",
            "牵头：县林业局；责任：县农业局",
            "assignments.lead-contradicts-source",
            "县农业局",
            "“产业项目”的牵头单位本文为县农业局，来源为县林业局",
        ),
        (
            "牵头：县林业局、县水务局；责任：县农业局",
            "牵头：县林业局；责任：县农业局",
            "assignments.lead-contradicts-source",
            "县水务局",
            "“产业项目”的牵头单位本文为县林业局、县水务局，来源为县林业局",
        ),
        (
            "牵头：县林业局；责任：县农业局",
            "牵头：县林业局；责任：县农业局、县财政局",
            "assignments.units-differ-from-source",
            "县农业局",
            "“产业项目”的单位与来源相比，少了县财政局",
        ),
        (
            "牵头：县林业局；责任：县农业局、县民政局",
            "牵头：县林业局；责任：县农业局",
            "assignments.units-differ-from-source",
            "县民政局",
            "“产业项目”的单位与来源相比，多了县民政局",
        ),
        (
            "牵头：县卫生计划局；责任：县财政局",
            "牵头：县卫生计生局；责任：县财政局",
            "agencies.near-miss",
            "县卫生计划局",
            "“县卫生计划局”疑似“县卫生计生局”（“生”写成“划”）",
        ),
    ],
)
def test_one_difference_is_one_finding_at_the_name(
    draft: str, other: str, rule: str, quote: str, message: str
) -> None:
    (found,) = compared(draft, other)
    assert (found.rule, found.quote, found.message) == (rule, quote, message)


@pytest.mark.parametrize(
    ("draft", "other"),
    [
        ("牵头：县农发局；责任：县财政局", "牵头：县农业发展局；责任：县财政局"),
        ("牵头：县人社局；责任：县财政局", "牵头：县人力资源社会保障局；责任：县财政局"),
        ("责任：县林业局", "牵头：县林业局"),
        ("牵头：县林业局；责任：县农业局", "牵头：县林业局、县农业局"),
        ("牵头：县林业局、县水务局；责任：县农业局", "牵头：县水务局、县林业局；责任：县农业局"),
        ("牵头：县林业局；责任：县农业局、县财政局", "牵头：县林业局；责任：县财政局、县农业局"),
    ],
)
def test_another_spelling_and_another_order_are_no_difference(draft: str, other: str) -> None:
    assert compared(draft, other) == ()


def test_prose_that_names_the_lead_alone_lacks_nobody() -> None:
    draft, other = "牵头：县林业局", "牵头：县林业局；责任：县农业局"
    assert compared(draft, other, form=AssignmentForm.PROSE) == ()
    assert len(compared(draft, other)) == 1


def test_a_list_that_ends_in_and_others_lacks_nothing() -> None:
    draft, other = "牵头：县林业局；责任：县农业局", "牵头：县林业局；责任：县农业局、县民政局"
    assert compared(draft, other, open_ended=True) == ()
    assert len(compared(draft, other)) == 1
