"""Relations in composed sentences: tables of what holds, what does not, and (mostly) what must be left alone."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from generator.facts.relation_numerals import small_number
from generator.facts.relations import find_relations
from generator.model.facts import Figure, FigureRole, Heading, Relation
from generator.model.place import Span
from generator.model.quantity import Bound, Quantity
from generator.model.text_document import TextDocument

_FIGURE = re.compile(
    r"(?P<about>约|近)?(?<![\d.\-—])(?P<number>\d+(?:\.\d+)?)(?P<factor>万|亿)?"
    r"(?P<unit>元|人次|人|名|户|个百分点|个|亩|公里|千瓦|平方米|%|所|处|条|件|座|分|辆)(?P<bound>以上|以内)?"
)
_HEADING = re.compile(
    r"^(?P<number>[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+．)(?P<title>[^。\n]{0,30})", re.M
)
_FACTOR = {None: 1, "万": 10_000, "亿": 100_000_000}
_RATE = re.compile(r"(?:每|均)[\u4e00-\u9fff]{0,6}$")


def _figures(text: str) -> Iterator[Figure]:
    """A stand-in for the reader of figures: digits with a unit, no more."""
    for found in _FIGURE.finditer(text):
        factor = _FACTOR[found.group("factor")]
        digits = found.group("number")
        step = Decimal(1).scaleb(-len(digits.partition(".")[2])) * factor
        bound = {"以上": Bound.AT_LEAST, "以内": Bound.AT_MOST}.get(found.group("bound") or "", Bound.EXACT)
        unit = {"名": "人", "个百分点": "百分点"}.get(found.group("unit"), found.group("unit"))
        start = found.start("number")
        following = re.match(r"[\u4e00-\u9fff]{2,4}", text[found.end() :])
        yield Figure(
            span=Span(start, found.end()),
            quote=text[start : found.end()],
            quantity=Quantity(
                value=Decimal(digits) * factor,
                unit=unit,
                bound=Bound.ABOUT if found.group("about") else bound,
                step=step,
                written=text[start : found.end()],
            ),
            noun=following.group() if following and unit == "个" else "",
            per="人" if _RATE.search(text[max(0, start - 8) : start]) else "",
            role=FigureRole.CONDITION if text.startswith("的村", found.end()) else FigureRole.FACT,
        )


def _outline(text: str) -> Iterator[Heading]:
    for found in _HEADING.finditer(text):
        number = found.group("number")
        level = 1 if number.endswith("、") else 2 if number[0] == "（" else 3
        yield Heading(
            span=Span(*found.span()),
            level=level,
            number=number,
            title=found.group("title"),
            ordinal=small_number(number.strip("（）、．")),
        )


def _relations(text: str) -> tuple[Relation, ...]:
    document = TextDocument.from_text(text)
    return find_relations(document, tuple(_figures(text)), tuple(_outline(text)))


def _cases() -> Iterator[object]:
    for path in sorted(Path(__file__).parent.glob("relation_*.yml")):
        for name, case in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            yield pytest.param(case, id=f"{path.stem}-{name}")


CASES = list(_cases())


def _said(relation: Relation) -> str:
    return f"{relation.kind.value}: {relation.formula}"


@pytest.mark.parametrize("case", CASES)
def test_a_composed_text_yields_just_these_contradictions(case):
    relations = _relations(case["text"])
    broken = [_said(relation) for relation in relations if not relation.holds]
    assert sorted(broken) == sorted(case.get("broken", []))
    holding = [_said(relation) for relation in relations if relation.holds]
    assert [said for said in case.get("holds", []) if said not in holding] == []


@pytest.mark.parametrize("case", CASES)
def test_every_member_is_quoted_from_its_place(case):
    for relation in _relations(case["text"]):
        for term in (relation.total, *relation.terms):
            assert term.span.of(case["text"]) == term.quote


def test_most_cases_are_left_alone():
    cases = [case.values[0] for case in CASES]
    assert sum("broken" not in case for case in cases) > sum("broken" in case for case in cases)
