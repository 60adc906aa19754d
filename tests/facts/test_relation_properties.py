"""Whatever the text and the figures: no exception, every member in its place, cost that grows with the length."""

import re
import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.facts.relations import find_relations
from generator.model.facts import Figure, FigureRole
from generator.model.place import Span
from generator.model.quantity import Bound, Quantity
from generator.model.text_document import TextDocument

_PIECES = st.sampled_from(
    [
        "其中",
        "共",
        "合计",
        "（",
        "）",
        "(",
        ")",
        "、",
        "，",
        "。",
        "；",
        "：",
        "\n",
        "一是",
        "二是",
        "三是",
        "等",
        "3个",
        "两项",
        "五大",
        "“",
        "”",
        "7+2",
        "即",
        "占",
        "户均",
        "每人",
        "由",
        "降到",
        "下降",
        "增长",
        "百分点",
        "12户",
        "30人",
        "0人",
        "0户",
        "100%",
        "5元",
        "1.5万元",
        "00亿元",
        "2018—2020年",
        "三年",
        "年",
        "乡镇",
        "村",
        "和",
        "与",
        "以上四类",
        "县乡村三级",
        "为重点",
        "4类重点",
        "镇",
        "0",
        "9999999人",
    ]
)
_TEXTS = st.lists(st.one_of(_PIECES, st.text(max_size=3)), max_size=40).map("".join)
_NUMBER = re.compile(r"(\d{1,9}(?:\.\d)?)(万元|亿元|元|户|人|个|%|百分点|类|)", re.ASCII)
_FACTOR = {"万元": 10_000, "亿元": 100_000_000}


def _figures(text: str, bounds: tuple[Bound, ...], roles: tuple[FigureRole, ...]) -> tuple[Figure, ...]:
    figures = []
    for index, found in enumerate(_NUMBER.finditer(text)):
        value = Decimal(found.group(1)) * _FACTOR.get(found.group(2), 1)
        bound = bounds[index % len(bounds)]
        upper = value * 2 if bound is Bound.RANGE else None
        unit = "元" if found.group(2) in _FACTOR else found.group(2)
        figures.append(
            Figure(
                span=Span(*found.span()),
                quote=found.group(),
                quantity=Quantity(value=value, unit=unit, bound=bound, upper=upper),
                role=roles[index % len(roles)],
                per="人" if index % 7 == 6 else "",
                noun="贫困村" if index % 3 == 2 else "",
            )
        )
    return tuple(figures)


_SOME_BOUNDS = st.lists(st.sampled_from(list(Bound)), min_size=1, max_size=4).map(tuple)
_SOME_ROLES = st.lists(st.sampled_from(list(FigureRole)), min_size=1, max_size=4).map(tuple)


@settings(max_examples=300, deadline=None)
@given(text=_TEXTS, bounds=_SOME_BOUNDS, roles=_SOME_ROLES)
def test_any_text_is_read_without_an_exception(text, bounds, roles):
    relations = find_relations(TextDocument.from_text(text), _figures(text, bounds, roles), ())
    for relation in relations:
        for term in (relation.total, *relation.terms):
            assert 0 <= term.span.start < term.span.end <= len(text)
            assert term.span.of(text) == term.quote


@settings(max_examples=100, deadline=None)
@given(text=_TEXTS)
def test_no_relation_is_reported_twice(text):
    relations = find_relations(
        TextDocument.from_text(text), _figures(text, (Bound.EXACT,), (FigureRole.FACT,)), ()
    )
    keys = [(r.kind, r.total.span, *(term.span for term in r.terms)) for r in relations]
    assert len(keys) == len(set(keys))


_SENTENCE = (
    "带动1566户3633人，其中种植618户1433人、养殖819户1900人、加工129户300人，涉及石桥镇、上河乡2个乡镇，占比50%，"
    "一是修路，二是架桥，三是引水，每人补助50元，“三清”（甲清、乙清、丙清），2018—2020年三年"
)


@pytest.mark.parametrize("join", ["。", "\n", "，", "（"])
def test_cost_grows_with_the_length_and_not_with_its_square(join):
    def seconds(times: int) -> float:
        text = join.join([_SENTENCE] * times)
        document, figures = TextDocument.from_text(text), _figures(text, (Bound.EXACT,), (FigureRole.FACT,))
        best = []
        for _ in range(3):
            started = time.perf_counter()
            find_relations(document, figures, ())
            best.append(time.perf_counter() - started)
        return min(best)

    assert seconds(400) < 20 * seconds(50)  # eight times the text; sixty-four would be its square
