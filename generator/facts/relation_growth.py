"""Growth told by the increase: 达到6000万元，比2018年增加1140万元，增长23.5%, with or without the amount it grew from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.facts.relation_arithmetic import is_exact, is_slip, rearranged
from generator.facts.relation_building import term_of
from generator.facts.relation_passages import Passage
from generator.model.facts import Figure, Relation, RelationKind
from generator.patterns import compiled

_YEAR = compiled(r"(?:19|20)\d\d\s*年(?:度|底|末)?")
_ADDED = compiled(
    r"[，,（(]?[^，,。；;\d]{0,12}?(?:净|共|新)?(?P<word>增加|增长|增|多|扩大|减少|下降|降低|减|少)了?"
)
_RATE = compiled(
    r"[，,、]?(?:(?P<noun>增幅|增长率|降幅|减幅)|(?P<word>增长|增加|提高|扩大|下降|减少|降低))(?:为|达到?|是|了)?约?"
)
_THAN = compiled(r"[，,（(]?(?:同?比|较)[^，,。；;\d]{0,8}(?:时的?|的)?")
_WITH = compiled(r"(?:与|同|和|比|较)[^，,。；;\d]{0,8}$")
_COMPARED_WITH = compiled(
    r"(?:相比|比较|比)?[，,]?[^，,。；;\d]{0,6}?(?:净|共|新)?(?:增加|增长|增|多|扩大|减少|下降|降低|减|少)了?"
)
_BEFORE_BASE = 16
_FROM = compiled(r"(?:由|从|自)[^，,。；;\d]{0,16}$")
_TO = compiled(r"[^，,。；;\d]{0,10}(?:到了?|至|为)[^，,。；;\d]{0,8}")
_DOWN = compiled(r"下降|降|减|少")
_ADJUSTED = compiled(r"可比|口径|不变价|实际|扣除|生产总值|增加值|GDP|折算|调整|年均|平均|累计")
_NO_AMOUNT = frozenset({"%", "百分点", "年", "月", "天", "岁"})
_PRICES = Decimal(8)  # percentage points that a change of prices may explain
_CERTAIN = Decimal(3)
_FEW_ROUNDINGS = 3
_COUNTED = frozenset({"人", "户", "个", "家", "村", "所", "名"})


@dataclass(frozen=True, slots=True)
class _Growth:
    """``base`` is what the amount grew from; ``terms`` the figures that say so."""

    base: Decimal
    more: Figure
    rate: Figure
    terms: tuple[Figure, ...]
    step: Decimal
    words: str


def find_growth(passage: Passage, index: int) -> Iterator[Relation]:
    """The rate at ``index`` against the increase right in front of it and the amount before that."""
    figures = passage.all_figures
    if index < 2 or not _follows(passage, figures[index - 1], figures[index]):
        return
    growth = _from_two(passage, index) or _from_base(passage, index) or _from_one(passage, index)
    if growth and growth.base > 0:
        yield from _judged(passage, growth)


def _follows(passage: Passage, more: Figure, rate: Figure) -> bool:
    """增加1140万元，增长23.5%: nothing between, and both up or both down."""
    between = _RATE.fullmatch(passage.text[more.span.end : rate.span.start])
    before = passage.text[max(passage.span.start, more.span.start - 8) : more.span.start]
    added = _ADDED.search(before)
    if between is None or added is None or more.unit in _NO_AMOUNT or not before.endswith(added.group()):
        return False
    return bool(_DOWN.search(added["word"])) == bool(_DOWN.search(between["noun"] or between["word"]))


def _from_one(passage: Passage, index: int) -> _Growth | None:
    """达到6000万元，比上年增加1140万元: from 4860万元."""
    now, more, rate = passage.all_figures[index - 2 : index + 1]
    between = _YEAR.sub("", passage.text[now.span.end : more.span.start])
    added = _ADDED.fullmatch(between)
    if added is None or now.unit != more.unit or now.span.start < passage.sentence_start(rate.span.start):
        return None
    down = bool(_DOWN.search(added["word"]))
    base = now.value + more.value if down else now.value - more.value
    words = f"（{now.quote}{'+' if down else '-'}{more.quote}）"
    return _Growth(base, more, rate, (now, more), now.quantity.step + more.quantity.step, words)


def _from_base(passage: Passage, index: int) -> _Growth | None:
    """与去年同期1500人相比，增加300人."""
    base, more, rate = passage.all_figures[index - 2 : index + 1]
    start = max(passage.sentence_start(base.span.start), base.span.start - _BEFORE_BASE)
    before = _YEAR.sub("", passage.text[start : base.span.start])
    between = passage.text[base.span.end : more.span.start]
    if base.unit != more.unit or not _WITH.search(before) or not _COMPARED_WITH.fullmatch(between):
        return None
    return _Growth(base.value, more, rate, (base, more), base.quantity.step + more.quantity.step, base.quote)


def _from_two(passage: Passage, index: int) -> _Growth | None:
    """达到240家，比2018年的186家增加54家; 从4860万元增加到6000万元，净增1140万元."""
    if index < 3:
        return None
    one, other, more, rate = passage.all_figures[index - 3 : index + 1]
    if not one.unit == other.unit == more.unit or one.span.start < passage.sentence_start(rate.span.start):
        return None
    text = passage.text
    between = _YEAR.sub("", text[one.span.end : other.span.start])
    start = max(passage.sentence_start(one.span.start), one.span.start - 24)
    if not _ADDED.fullmatch(text[other.span.end : more.span.start]):
        return None
    if _THAN.fullmatch(between):
        base = other
    elif _TO.fullmatch(between) and _FROM.search(_YEAR.sub("", text[start : one.span.start])):
        base = one
    else:
        return None
    return _Growth(base.value, more, rate, (base, more), base.quantity.step + more.quantity.step, base.quote)


def _judged(passage: Passage, growth: _Growth) -> Iterator[Relation]:
    """Holds, or is doubted where neither rounding nor, of money, prices explain it."""
    rate, more = growth.rate, growth.more
    expected = more.value * 100 / growth.base
    rounding = rate.quantity.step + growth.step * 100 / growth.base
    gap = abs(expected - rate.value)
    if gap > rounding:
        start = passage.sentence_start(rate.span.start)
        exact = all(is_exact(figure.quantity) for figure in (*growth.terms, rate))
        if not exact or _ADJUSTED.search(passage.text, start, rate.span.start):
            return
        written = expected.quantize(rate.quantity.step)
        slip = is_slip(rate.value, written) or rearranged(rate.value, written)
        counted = more.unit in _COUNTED and gap > _FEW_ROUNDINGS * rounding
        if gap <= _PRICES and not counted and not (more.unit != "元" and (slip or gap > _CERTAIN)):
            return
    yield Relation(
        kind=RelationKind.RATIO,
        holds=gap <= rounding,
        total=term_of(rate),
        terms=tuple(map(term_of, growth.terms)),
        formula=f"{more.quote}÷{growth.words}{'≈' if gap <= rounding else '≠'}{rate.quote}",
        expected=expected,
        certain=gap <= rounding,
    )
