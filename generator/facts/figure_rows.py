"""Rows told with 分别: the first figure belongs to the first name, the second to the second."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.facts.figure_phrases import left_phrase
from generator.model.facts import Figure
from generator.patterns import compiled

_RESPECTIVELY = compiled("分别")
_BORDER = compiled("[，,。；;：:！？\n\t|（）()]")
_PARTING = compiled("、|和(?!谐)|以及|(?<!普|涉|惠)及(?!其|格)|(?<!参)与")
_JOINING = compiled(r"(?:左右|以上|以下|以内)?[、，,和及与\s]{1,4}")
_MEASURE = compiled(
    "(?:[产销存总用]量|[总余]额|[产总]?值|增加值|(?:覆盖|合格|入学|巩固|普及|完成|签约|达标|参保|机械化|硬化|绿化)?率|[人户次个]数|[率数量额值]|面积|收入|比重|费用|标准|损失|投资|支出|比例|水平|规模)$"
)
_TAIL = compiled("(?:[0-9０-９].*|同比|环比|年均|[比较]上年|平均|均|将|已|预计)+$")
_DIGIT = compiled("[0-9０-９]")
_REACH = 120
_TO_FIRST = 24


def with_rows_told_apart(text: str, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """``figures`` where each member of 甲、乙分别增长3%、5% is named after its own item.

    Where the items and the figures are not equally many, nothing is changed.
    """
    starts = [figure.span.start for figure in figures]
    named = list(figures)
    for mark in _RESPECTIVELY.finditer(text):
        first = bisect_right(starts, mark.end() - 1)
        row = _row(text, figures, first, mark.end())
        items = _items(text, mark.start())
        if len(row) < 2 or len(row) != len(items):
            continue
        change = left_phrase(text[mark.end() : figures[first].span.start])
        told = (
            _DIGIT.search(text, max(0, mark.start() - 8), mark.start()) is not None
        )  # each has its own figure
        for index, name in zip(row, items if told else _names(items), strict=True):
            named[index] = replace(figures[index], indicator=name + change)
    return tuple(named)


def _row(text: str, figures: Sequence[Figure], first: int, start: int) -> list[int]:
    """The figures that follow ``start`` with nothing but 、 or 和 between them."""
    if first >= len(figures) or figures[first].span.start - start > _TO_FIRST:
        return []
    if _BORDER.search(text, start, figures[first].span.start):
        return []
    row = [first]
    for index in range(first + 1, len(figures)):
        if not _JOINING.fullmatch(text, figures[index - 1].span.end, figures[index].span.start):
            break
        row.append(index)
    return row


def _items(text: str, end: int) -> list[str]:
    """The names before 分别, back to the last mark; a comma right before it is no border."""
    end -= 1 if text[end - 1 : end] in ("，", ",") else 0
    border = 0
    window = max(0, end - _REACH)
    for mark in _BORDER.finditer(text, window, end):
        border = mark.end() - window
    parts = _PARTING.split(_without_introduction(text[window + border : end]))
    return [item for item in (_TAIL.sub("", part) for part in parts) if item]


def _without_introduction(words_before: str) -> str:
    """The row of names without what only introduces it; not shortened, so that no item is lost."""
    parting = _PARTING.search(words_before)
    if parting is None:
        return left_phrase(words_before)
    return left_phrase(words_before[: parting.start()]) + words_before[parting.start() :]


def _names(items: Sequence[str]) -> Iterable[str]:
    """Each item; one without a measure takes over that of the last (原煤、天然气产量)."""
    measure = _MEASURE.search(items[-1])
    shared = measure[0] if measure else ""
    for item in items[:-1]:
        yield item if _MEASURE.search(item) else item + shared
    yield items[-1]
