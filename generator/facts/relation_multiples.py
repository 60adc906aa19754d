"""Multiples that are told in words: 翻两番, 增长两倍, 是…的3倍, and yearly amounts told for several years (每年1100万元，两年2200万元)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.facts.relation_arithmetic import adds_up, is_exact
from generator.facts.relation_building import item, term_of
from generator.facts.relation_numerals import small_number
from generator.facts.relation_passages import Passage
from generator.model.facts import Figure, Relation, RelationKind
from generator.model.quantity import Bound
from generator.patterns import compiled

_NUMBER = r"(?P<number>\d{1,2}(?:\.\d)?|[一两二三四五六七八九十])"
_DOUBLED = compiled(rf"翻了?{_NUMBER}番")
_GROWN = compiled(rf"(?:增加|增长|提高|扩大|多)了?{_NUMBER}倍")
_TIMES = compiled(rf"(?:是|为|相当于|达到|达)[^，,。；;：:\d]{{0,14}}的{_NUMBER}倍(?!以)")
_INEXACT = compiled(r"(?:约|近|超过?|不止|多于|至少|不到)$")
_INEXACT_BEHIND = compiled(r"[多余]|以上|左右|以内|还多|有余")
_BASE = compiled(r"(?:比|较|由|从|在)[^，,。；;]{0,24}$")
_RATES = ("%", "百分点", "倍")
_OF_WHICH = compiled(r"其中|分别")
_YEARLY = compiled(r"(?:每年|年均|一年)[^，,。；;：:\d]{0,16}$")
_YEARS = compiled(
    rf"(?P<years>{_NUMBER}年)(?:内|间|下来)?(?:总共|一共|共计|合计|累计|共|总计)?[^，,。；;：:\d]{{0,6}}$"
)
_HALVES = compiled(r"春、?秋|冬、?春|夏、?冬|两季|上半年、?和?下半年|上、?下半年|[初中]和?年?[中底末]")
_QUARTERS = compiled("四季|各季")
_IN_YEARS = compiled(
    r"(?P<years>(?P<count>[两三四五六])年)(?:来|间|内)?[，,]?(?:总共|一共|共计|合计|累计|共|总计)[^，,。；;：:\d]{0,6}$"
)
_AVERAGE = compiled(r"[，,（(](?:年均|平均每年)[^，,。；;：:\d]{0,6}")
_BEFORE_TOTAL = 16
_BEHIND_YEARS = 26
_PLAIN = (Bound.EXACT, Bound.ABOUT)
_TENTH = Decimal("0.1")


def find_multiples(passage: Passage) -> Iterator[Relation]:
    """Each multiple against the two amounts right in front of it, each several-year amount against the yearly one."""
    words = passage.span.of(passage.text)
    for pattern in (_DOUBLED, _GROWN, _TIMES) if "番" in words or "倍" in words else ():
        for found in pattern.finditer(passage.text, passage.span.start, passage.span.end):
            if factor := _factor(pattern, found):
                yield from _multiplied(passage, found, factor)
    for total in passage.figures if "年均" in words or "平均每年" in words else ():
        yield from _on_average(passage, total)
    for yearly in passage.all_figures if "每年" in words or "年均" in words or "一年" in words else ():
        yield from _over_years(passage, yearly)


def _factor(pattern: re.Pattern[str], found: re.Match[str]) -> Decimal:
    """By what the old amount is multiplied; nothing where the wording is not exact."""
    written = found["number"]
    number = Decimal(written) if written[0].isdigit() else Decimal(small_number(written))
    text, start = found.string, found.start("number")
    if _INEXACT.search(text, max(0, start - 3), start) or _INEXACT_BEHIND.match(text, found.end()):
        return Decimal(0)
    if pattern is _DOUBLED:
        return Decimal(2) ** number
    return number + 1 if pattern is _GROWN else number


def _multiplied(passage: Passage, found: re.Match[str], factor: Decimal) -> Iterator[Relation]:
    """做到1800人次，比上年的600人次翻两番; 由600人次增加到1800人次，增长2倍."""
    start = passage.sentence_start(found.start())
    near = [figure for figure in passage.before(found.start(), 2) if figure.span.start >= start]
    if len(near) < 2 or near[0].unit != near[1].unit or not all(figure.value for figure in near):
        return
    # A rate is no amount; of which some, grown twofold: the growth is theirs; 甲、乙分别增长3倍、2倍 has its own bases.
    if near[0].unit in _RATES or _OF_WHICH.search(passage.text[near[0].span.end : found.start()]):
        return
    base, amount = near if _BASE.search(passage.text, start, near[0].span.start) else (near[1], near[0])
    if amount.value < base.value or not _follows(passage, near[1], found):
        return
    holds = abs(amount.value / base.value - factor) <= factor * _TENTH / 2
    if holds or (is_exact(amount.quantity) and is_exact(base.quantity)):
        yield Relation(
            kind=RelationKind.RATIO,
            holds=holds,
            total=term_of(amount),
            terms=(term_of(base), item(passage.text, found.start(), found.end())),
            formula=f"{base.quote}×{factor.normalize():f}{'=' if holds else '≠'}{amount.quote}（{found.group()}）",
            expected=base.value * factor,
            certain=False,
        )


def _follows(passage: Passage, figure: Figure, found: re.Match[str]) -> bool:
    """Whether hardly anything stands between the last amount and the multiple."""
    return not compiled(r"[。；;：:]|，[^，]*，").search(passage.text[figure.span.end : found.start()])


def _on_average(passage: Passage, total: Figure) -> Iterator[Relation]:
    """三年共需4200万元，年均1400万元."""
    text = passage.text
    start = max(passage.clause_start(total.span.start), total.span.start - _BEFORE_TOTAL)
    years = _IN_YEARS.search(text, start, total.span.start)
    behind = (figure for figure in passage.all_figures if figure.span.start >= total.span.end)
    yearly = next(behind, None)
    if not years or yearly is None or yearly.unit != total.unit or total.unit in _RATES:
        return
    if not _AVERAGE.fullmatch(text[total.span.end : yearly.span.start]):
        return
    count = small_number(years["count"])
    expected = total.value / count if count else Decimal(0)
    holds = abs(expected - yearly.value) <= (yearly.quantity.step + total.quantity.step / count)
    if holds or all(figure.quantity.bound in _PLAIN for figure in (total, yearly)):
        about = yearly.quantity.bound is Bound.ABOUT and abs(expected - yearly.value) <= expected / 20
        yield Relation(
            kind=RelationKind.RATIO,
            holds=holds or about,
            total=term_of(yearly),
            terms=(term_of(total), item(text, *years.span("years"))),
            formula=f"{total.quote}÷{years['years']}{'=' if holds or about else '≠'}{yearly.quote}",
            expected=expected,
            certain=False,
        )


def _times_a_year(words: str) -> int:
    """每年春、秋两季各办1场 makes two a year; of 各 elsewhere nobody knows how many there are."""
    if "各" not in words:
        return 1
    return 2 if _HALVES.search(words) else 4 if _QUARTERS.search(words) else 0


def _over_years(passage: Passage, yearly: Figure) -> Iterator[Relation]:
    text = passage.text
    told = _YEARLY.search(text, max(passage.span.start, yearly.span.start - 20), yearly.span.start)
    times = _times_a_year(told.group()) if told and yearly.unit != "%" else 0
    if not times:
        return
    for total in passage.after(yearly.span.end, 1):
        between = text[yearly.span.end : total.span.start]
        found = _YEARS.search(between)
        if total.unit != yearly.unit or not found or len(between) > _BEHIND_YEARS or "。" in between:
            continue
        term = item(text, yearly.span.end + found.start(), yearly.span.end + found.end("years"))
        years = int(found["number"]) if found["number"].isdigit() else small_number(found["number"])
        if not 1 < years <= 10 or total.value <= yearly.value:
            continue
        holds = adds_up(total.quantity, [yearly.quantity] * years * times)
        if not holds and not all(figure.quantity.bound in _PLAIN for figure in (total, yearly)):
            continue
        yield Relation(
            kind=RelationKind.PRODUCT,
            holds=holds,
            total=term_of(total),
            terms=(term_of(yearly), term),
            formula=f"每年{f'{times}×' if times > 1 else ''}{yearly.quote}×{years}年{'=' if holds else '≠'}{total.quote}",
            expected=yearly.value * years * times,
            certain=False,
        )
