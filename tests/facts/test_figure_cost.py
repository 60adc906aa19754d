"""Reading figures costs in proportion to the text, also where the text has no marks at all."""

from __future__ import annotations

import time

import pytest

from generator.facts.figures import read_figures
from generator.model.text_document import TextDocument

SHORT, LONG = 2_000, 16_000
ALLOWED = 3 * LONG / SHORT  # three times what is proportional: a quadratic reading costs eight times it


def seconds(text: str) -> float:
    document = TextDocument.from_text(text)
    times = []
    for _ in range(3):
        start = time.perf_counter()
        read_figures(document, ())
        times.append(time.perf_counter() - start)
    return min(times)


@pytest.mark.parametrize(
    "unit",
    [
        "投入资金5万元建设3座桥",
        "（3户",
        "1,",
        "一二",
        "甲、乙分别",
        "“3个",
        "2017年",
        "word",
        "3k",
        "、",
        "五个村",
    ],
)
def test_cost_grows_with_the_length_of_the_text_only(unit: str) -> None:
    seconds(unit * 20)  # warm
    short, long = (seconds(unit * (length // len(unit))) for length in (SHORT, LONG))
    assert long <= ALLOWED * max(short, 1e-4)
