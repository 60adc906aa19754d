"""The rules about relations, on relations made by hand: what they say of one that does not hold."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.checking.registry import find_rule
from generator.checking.runner import run_rules
from generator.model.facts import Relation, RelationKind
from generator.model.finding import Severity
from tests.checking.contexts import context, figure, term

RULES = {
    RelationKind.SUM: "sums.parts-differ-from-total",
    RelationKind.PRODUCT: "products.factors-differ-from-result",
    RelationKind.RATIO: "ratios.ratio-differs-from-figures",
    RelationKind.COUNT: "counts.announced-differs-from-list",
    RelationKind.BOUND: "bounds.figure-outside-limit",
    RelationKind.REPEAT: "repeats.same-indicator-two-values",
}
BROKEN = [
    (
        RelationKind.SUM,
        "共6645人，产业4783人，就业162人，兜底1699人。",
        (("6645人", "6645"), ("4783人", "4783"), ("162人", "162"), ("1699人", "1699")),
        "6644",
        "总数为6645人，分项合计6644人（4783人+162人+1699人）",
    ),
    (
        RelationKind.PRODUCT,
        "14658名，每人50元，共73.92万元。",
        (("73.92万元", "739200"), ("14658名", "14658"), ("50元", "50")),
        "732900",
        "此处为73.92万元，14658名×50元应得73.29万元",
    ),
    (
        RelationKind.RATIO,
        "共3183户，剩630户，占17.79%。",
        (("17.79%", "17.79"), ("630户", "630"), ("3183户", "3183")),
        "19.79",
        "此处为17.79%，按630户与3183户计算应为19.79%",
    ),
    (
        RelationKind.COUNT,
        "4个乡镇，即水塘镇、建兴乡。",
        (("4个", "4"), ("水塘镇", None), ("建兴乡", None)),
        "2",
        "此处说4个，列出的是2项（从“水塘镇”到“建兴乡”）",
    ),
    (
        RelationKind.BOUND,
        "改造372户，其中贫困户397户。",
        (("397户", "397"), ("372户", "372")),
        None,
        "此处为397户，大于它不应超过的372户",
    ),
    (
        RelationKind.REPEAT,
        "脱贫6645人。\n必须脱贫6654人。",
        (("6654人", "6654"), ("6645人", "6645")),
        None,
        "同一指标此处为6654人，本文第1段为6645人",
    ),
]


def relation(
    kind: RelationKind,
    text: str,
    quotes: tuple[tuple[str, str | None], ...],
    expected: str | None,
    **more: bool,
) -> Relation:
    total, *terms = (term(text, quote, value or "0") for quote, value in quotes)
    return Relation(
        kind=kind,
        holds=more.get("holds", False),
        total=total,
        terms=tuple(terms),
        expected=Decimal(expected) if expected else None,
        certain=more.get("certain", True),
    )


@pytest.mark.parametrize(("kind", "text", "quotes", "expected", "message"), BROKEN)
def test_the_rule_of_its_kind_says_both_values(
    kind: RelationKind,
    text: str,
    quotes: tuple[tuple[str, str | None], ...],
    expected: str | None,
    message: str,
) -> None:
    ctx = context(text, relations=(relation(kind, text, quotes, expected),))
    (found,) = run_rules([find_rule(name) for name in RULES.values()], ctx)
    assert found.rule == RULES[kind]
    assert found.message == message
    assert found.severity is Severity.ERROR
    assert found.quote == quotes[0][0]
    assert [other.quote for other in found.related] == [quote for quote, _ in quotes[1:]]


@pytest.mark.parametrize(("kind", "text", "quotes", "expected", "message"), BROKEN)
def test_what_can_be_read_otherwise_is_a_question(
    kind: RelationKind,
    text: str,
    quotes: tuple[tuple[str, str | None], ...],
    expected: str | None,
    message: str,
) -> None:
    ctx = context(text, relations=(relation(kind, text, quotes, expected, certain=False),))
    (found,) = run_rules([find_rule(RULES[kind])], ctx)
    assert found.severity is Severity.WARNING
    assert found.suggestion is None


@pytest.mark.parametrize(("kind", "text", "quotes", "expected", "message"), BROKEN)
def test_what_holds_is_left_alone(
    kind: RelationKind,
    text: str,
    quotes: tuple[tuple[str, str | None], ...],
    expected: str | None,
    message: str,
) -> None:
    ctx = context(text, relations=(relation(kind, text, quotes, expected, holds=True),))
    assert run_rules([find_rule(name) for name in RULES.values()], ctx) == ()


@pytest.mark.parametrize(
    ("total", "limit", "message"),
    [("12户", "30", "此处为12户，小于它不应低于的30户"), ("12户", None, "此处为12户，与30户相矛盾")],
)
def test_a_bound_says_to_which_side_it_is_broken(total: str, limit: str | None, message: str) -> None:
    text = "不少于30户的村，现有12户。"
    broken = relation(RelationKind.BOUND, text, ((total, "12"), ("30户", "30")), None)
    if limit is None:
        broken = replace(broken, terms=(replace(broken.terms[0], value=None),))
    (found,) = run_rules([find_rule("bounds.figure-outside-limit")], context(text, relations=(broken,)))
    assert found.message == message


def test_a_repeat_names_the_indicator_where_it_is_known() -> None:
    text = "脱贫6645人。\n必须脱贫6654人。"
    ctx = context(
        text,
        relations=(relation(RelationKind.REPEAT, text, BROKEN[5][2], None),),
        figures=(figure(text, "6654人", "6654", "人", indicator="脱贫"),),
    )
    (found,) = run_rules([find_rule("repeats.same-indicator-two-values")], ctx)
    assert found.message == "“脱贫”此处为6654人，本文第1段为6645人"


def test_a_remainder_is_not_shown_as_a_sum() -> None:
    text = "共100户，脱贫60户，还剩45户。"
    broken = relation(RelationKind.SUM, text, (("45户", "45"), ("100户", "100"), ("60户", "60")), "40")
    (found,) = run_rules([find_rule("sums.parts-differ-from-total")], context(text, relations=(broken,)))
    assert found.message == "此处为45户，按100户、60户推算应为40户"
