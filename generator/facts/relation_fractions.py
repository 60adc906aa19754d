"""Fractions told in words against the rate told elsewhere: 占到一半以上 and 份额49.3%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.facts.relation_arithmetic import is_exact
from generator.facts.relation_building import item, term_of
from generator.facts.relation_numerals import small_number
from generator.facts.relation_shared_names import shared_name
from generator.model.facts import Figure, Relation, RelationKind
from generator.model.quantity import Bound
from generator.patterns import compiled

_FRACTION = compiled(
    r"(?P<below>不到|不足|没有达到|未达到|没到|还没有达到)?(?P<over>超过|超|高于)?"
    r"(?:(?P<half>一半|半数)|(?P<thirds>三分之[一二]|四分之[一三])|(?P<tenths>[一二三四五六七八九])成)"
    r"(?P<more>以上|多)?|(?P<past>过半|大半|多半)(?![天年月])"
)
_SHARES = compiled(r"占|份额|比重|比例|完成|进度|率|覆盖|达到")
_CHANGE = compiled(
    r"应|须|按|力争|确保|需|拟|增长|增加|提高|下降|减少|降低|增幅|降幅|增速|同比|利率|补助|以内|不超过|目标|要求|计划"
)
_AIM_BEHIND = compiled(
    r"[^，,。；;\n]{0,8}?(?:要求|目标|任务|标准|红线|底线)|[，,]?(?:还|尚|仍)(?:有|存在)?(?:差|距)|的?差距"
)
_AIM_BEFORE = compiled(r"(?:离|达标线|底线|合格线)[^，,。；;]{0,20}$")
_SENTENCE = compiled(r"[。；;！？\n]")
_DATED = compiled(r"(?:19|20)\d\d年|去年|上年|明年|[一二三四]季度|[上下]半年")
_THIRDS = {"三分之一": (1, 3), "三分之二": (2, 3), "四分之一": (1, 4), "四分之三": (3, 4)}
_FRONT = 30
_REACH = 48
_LEAST = 5
_HUNDRED = Decimal(100)


def find_fractions(text: str, figures: Sequence[Figure]) -> Iterator[Relation]:
    """Each fraction of the document that says more or less than the rate of the same subject."""
    rates = [
        f
        for f in figures
        if f.unit == "%" and f.quantity.bound in (Bound.EXACT, Bound.ABOUT) and is_exact(f.quantity)
    ]
    for found in _FRACTION.finditer(text) if rates else ():
        ends = _ends(found)
        subject = _words_before(text, found.start(), _FRONT)
        if ends is None or not _SHARES.search(subject) or _CHANGE.search(subject):
            continue
        if _AIM_BEFORE.search(subject) or _AIM_BEHIND.match(text, found.end()):
            continue
        yield from _judged(text, found, subject, ends, rates)


def _ends(found: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    """Between which rates the words allow; None where they only say about how much."""
    if found["past"]:
        return Decimal(50), _HUNDRED
    if found["half"]:
        value = Decimal(50)
    elif found["thirds"]:
        part, whole = _THIRDS[found["thirds"]]
        value = _HUNDRED * part / whole
    else:
        value = Decimal(small_number(found["tenths"])) * 10
    if found["below"]:
        return Decimal(0), value
    return (value, _HUNDRED) if found["over"] or found["more"] else None


def _words_before(text: str, offset: int, reach: int) -> str:
    return _SENTENCE.split(text[max(0, offset - reach) : offset])[-1]


def _judged(
    text: str, found: re.Match[str], subject: str, ends: tuple[Decimal, Decimal], rates: Sequence[Figure]
) -> Iterator[Relation]:
    """Doubted where every rate with the longest shared name lies outside; one that fits settles it."""
    named: list[tuple[int, Figure]] = []
    for rate in rates:
        if 0 <= rate.span.start - found.end() <= _REACH:
            continue  # 占全国九成以上、就地转化率达45%: the rate has words of its own
        before = _words_before(text, rate.span.start, _REACH)
        clause = compiled("[，,]").split(before)[-1]
        name = shared_name(subject, before, _LEAST)
        same_time = set(_DATED.findall(before)) == set(_DATED.findall(subject))
        if (
            name
            and name.begins_in_one
            and same_time
            and _SHARES.search(before)
            and not _CHANGE.search(clause)
        ):
            named.append((len(name.words), rate))
    if not named:
        return
    longest = max(length for length, _ in named)
    alike = [rate for length, rate in named if length == longest]
    step = max(rate.quantity.step for rate in alike) / 2
    if all(not ends[0] - step <= rate.value <= ends[1] + step for rate in alike):
        yield Relation(
            kind=RelationKind.REPEAT,
            holds=False,
            total=item(text, found.start(), found.end()),
            terms=(term_of(alike[0]),),
            formula=f"{alike[0].quote}≠{found.group()}",
            certain=False,
        )
