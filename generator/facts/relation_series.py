"""Running lists: 一是…二是…, 一要…二要…, with the number that announces them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.facts.relation_building import count_relation, item
from generator.facts.relation_numerals import small_number
from generator.model.facts import Relation, Term
from generator.model.place import Span
from generator.patterns import compiled

_MARK = compiled(r"(?P<ordinal>[一二三四五六七八九十]{1,2})(?P<mark>[是要])")
_INSIDE_WORDS = compiled(r"[\u4e00-\u9fff\d]")
_ANNOUNCED = compiled(
    r"(?P<number>\d{1,2}|[两二三四五六七八九十]{1,2})(?:个|大|项)?(?:方面|项|类|个|种|条|点|件|步|环节|关|问题|任务|措施|工作)"
    r"[^。；，：:\n]{0,12}(?P<colon>[：:]|[。；，])\s*$"
)
_ABOVE = compiled(
    r"(?:以上|上述|前述|(?<=[。；，])这)(?P<amount>(?P<number>\d{1,2}|[两二三四五六七八九十]{1,2})(?:个方面|方面|点|条|项|件事|个问题|个环节))"
)
_FURTHEST = 400
_TITLE_END = compiled(r"[，。；、：\n]")
_LONGEST_TITLE = 30
_LOOK_BACK = 40


@dataclass(slots=True)
class Series:
    """A run of ordinals from 一 on: where each mark stands. ``broken``: the same mark started again inside it."""

    marks: list[Span] = field(default_factory=list)

    def items(self, text: str) -> tuple[Term, ...]:
        """Each item from its mark up to the next comma or stop."""
        return tuple(item(text, mark.start, _title_end(text, mark.end)) for mark in self.marks)


def _title_end(text: str, offset: int) -> int:
    found = _TITLE_END.search(text, offset, offset + _LONGEST_TITLE)
    return found.start() if found else min(len(text), offset + _LONGEST_TITLE)


def find_series(text: str) -> tuple[Series, ...]:
    """Every run of at least two, in the order of their first marks."""
    done: list[Series] = []
    current: dict[str, Series] = {}
    for found in _MARK.finditer(text):
        if found.start() and _INSIDE_WORDS.match(text, found.start() - 1):
            continue
        number, mark = small_number(found.group("ordinal")), found.group("mark")
        series = current.get(mark)
        if number == 1:
            current[mark] = Series([Span(*found.span())])
            done.append(current[mark])
        elif series and number == len(series.marks) + 1:
            series.marks.append(Span(*found.span()))
        else:
            current.pop(mark, None)
    return tuple(series for series in done if len(series.marks) > 1)


def judge_series(text: str, series: Sequence[Series]) -> Iterator[Relation]:
    """Each run with its own last ordinal, and with the number announced right before it."""
    for run in series:
        items = run.items(text)
        last = run.marks[-1]
        yield count_relation(item(text, last.start, last.end), items, count=len(items), holds=True)
        yield from _announced(text, run, items)
        following = next(
            (other.marks[0].start for other in series if other.marks[0].start > last.end), len(text)
        )
        yield from _looked_back_on(text, run, items, following)


def _looked_back_on(text: str, run: Series, items: tuple[Term, ...], limit: int) -> Iterator[Relation]:
    """一是…，二是…，三是…。以上三点，请抓好落实: the number behind the run, in its paragraph."""
    last = run.marks[-1].end
    end = text.find("\n", last)
    found = _ABOVE.search(text, last, min(limit, end if end >= 0 else len(text), last + _FURTHEST))
    if found and small_number(found["number"]) > 1:
        announced = item(text, found.start("amount"), found.end("amount"))
        holds = small_number(found["number"]) == len(items)
        yield count_relation(announced, items, count=len(items), holds=holds, certain=False)


def _announced(text: str, run: Series, items: tuple[Term, ...]) -> Iterator[Relation]:
    first = run.marks[0].start
    start = max(0, first - _LOOK_BACK)
    found = _ANNOUNCED.search(text[start:first])
    if found is None:
        return
    number = small_number(found.group("number"))
    announced = item(text, start + found.start(), start + found.start("colon"))
    if number == len(items):
        yield count_relation(announced, items, count=number, holds=True)
    elif found.group("colon") in "：:" and number > 1:
        yield count_relation(announced, items, count=len(items), holds=False, certain=False)
