"""So many, so much each and how much in all: 7个组，每组抽查4个县，共24个县; 100个城市每市2000万元，共2亿元; 6座、每座300千瓦、总装机1800兆瓦."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.facts.relation_arithmetic import (
    is_exact,
    is_slip,
    rearranged,
    significant_digits,
    slack,
)
from generator.facts.relation_building import term_of
from generator.facts.relation_numerals import small_number
from generator.facts.relation_passages import Passage
from generator.model.facts import Figure, Relation, RelationKind
from generator.patterns import compiled

_EACH = compiled(
    r"(?:平均)?每(?:个|名|座|所|处|条|家|支)?(?P<what>[\u4e00-\u9fff]{1,3}?)"
    r"(?=[\d两三四五六七八九十一]|各|需|要|补|奖|安|抽|负|走|检|装|配|投|建|选|派|可|按|培|招|的|发|给|设|为|不|至|联|包|帮)"
)
_TIME = frozenset("年月日天周旬季度次回人户")  # of 年 and 次 other finders tell, of 人 and 户 those of rates
_IN_ALL = compiled(r"(?:共|总(?!数的)|合计|累计|全[省市县区镇乡]共?|需)[^，,。；;：:\d]{0,10}$")
_OTHER = compiled(r"其中|另|再|此外|加上|以上|以内|最高|最多|至少|不超过|不少于|左右|[比较占余]")
_NO_AMOUNT = frozenset({"%", "百分点", "‰", "年", "月", "个月", "天", "岁", "分", "倍"})
_MONTHS = compiled(r"(?<![\d.])(?P<number>\d{1,2}|[一二三四五六七八九十]{1,2})个月")
_POWERS = tuple(Decimal(10) ** power for power in (-3, -2, -1, 1, 2, 3, 4))
_BEHIND = 8
_TELLING = 3
_NEAR = 8


def find_each(passage: Passage) -> Iterator[Relation]:
    """Products of a number of things and what each of them has, within one sentence."""
    figures = passage.all_figures
    for index, total in enumerate(figures):
        if total.unit in _NO_AMOUNT or total.per or not is_exact(total.quantity):
            continue
        start = passage.sentence_start(total.span.start)
        before = passage.text[max(start, total.span.start - 14) : total.span.start]
        if _IN_ALL.search(before):
            inside = [f for f in figures[max(0, index - _NEAR) : index] if f.span.start >= start]
            yield from _told(passage, total, inside, start)
    yield from _magnitudes(passage)


def _told(passage: Passage, total: Figure, inside: Sequence[Figure], start: int) -> Iterator[Relation]:
    text = passage.text
    for each in _EACH.finditer(text, start, total.span.start):
        if each["what"][0] in _TIME or each["what"][-1] in _TIME:
            continue
        shares = [f for f in inside if f.span.start >= each.end() and _counts_alike(text, f, total)]
        numbers = [f for f in inside if f.span.end <= each.start() and _is_number_of(text, f, each)]
        if len(shares) != 1 or not numbers:
            continue
        share = shares[0]
        holding = next((number for number in numbers if _makes(total, number, share)), None)
        if holding:
            yield _product(total, (holding, share), holds=True)
        elif (
            len(numbers) == 1
            and _is_plain(text, start, each, total)
            and not _with_a_third(total, (numbers[0], share), inside)
        ):
            yield from _doubted(total, (numbers[0], share))


def _is_plain(text: str, start: int, each: re.Match[str], total: Figure) -> bool:
    """One 每 in the sentence, and nothing that is added or told of some only: 5个镇、每镇2个村、每村10户 is a chain."""
    words = text[start : total.span.start]
    return (
        words.count("每") == 1
        and "各" not in words
        and not _OTHER.search(text, each.start(), total.span.start)
    )


def _with_a_third(total: Figure, factors: tuple[Figure, Figure], inside: Sequence[Figure]) -> bool:
    """每次60元、4次、50人: another number of the sentence makes it hold."""
    product = factors[0].value * factors[1].value
    others = (figure for figure in inside if figure not in factors)
    return any(product * figure.value == total.value for figure in others)


def _counts_alike(text: str, share: Figure, total: Figure) -> bool:
    if share.unit != total.unit or share.value >= total.value or not is_exact(share.quantity):
        return False
    return share.unit != "个" or text[share.span.end] == text[total.span.end : total.span.end + 1]


def _is_number_of(text: str, figure: Figure, each: re.Match[str]) -> bool:
    """6座 for 每座, 7个督查组 for 每组, 100个城市 for 每市."""
    if figure.unit == "元" or figure.per or not is_exact(figure.quantity):
        return False
    what = each["what"]
    if figure.unit == each.group().removeprefix("平均")[1:2]:
        return True
    behind = compiled(r"[，,。；;、：:\d]").split(text[figure.span.start : figure.span.end + _BEHIND])
    words = next((part for part in behind if part and compiled("[\u4e00-\u9fff]").search(part)), "")
    return what in words or what[-1] in figure.noun[-1:]


def _makes(total: Figure, number: Figure, share: Figure) -> bool:
    allowed = slack(total.quantity) + slack(number.quantity) * share.value
    if share.quantity.step < 1:
        allowed += slack(share.quantity) * number.value
    return abs(total.value - number.value * share.value) <= allowed


def _doubted(total: Figure, factors: tuple[Figure, Figure]) -> Iterator[Relation]:
    """Of money only where a slip explains it, for other things may be paid with it."""
    expected = factors[0].value * factors[1].value
    moved = expected in {total.value * power for power in _POWERS}
    slip = moved or is_slip(total.value, expected) or rearranged(total.value, expected)
    if slip or total.unit != "元":
        yield _product(total, factors, holds=False)


def _magnitudes(passage: Passage) -> Iterator[Relation]:
    """240人、月人均1200元、6个月 and 17.28万元: the digits of the product, and a nought too many or too few."""
    for rate in passage.all_figures:
        if rate.unit != "元" or not rate.per or not is_exact(rate.quantity):
            continue
        start, end = passage.sentence_start(rate.span.start), passage.sentence_end(rate.span.end)
        inside = passage.between(start, end)
        numbers = [f for f in inside if f.unit in rate.per and is_exact(f.quantity)]
        if "人" in rate.per:
            numbers = [f for f in inside if f.unit in ("人", "名") and is_exact(f.quantity)]
        amounts = [
            f
            for f in inside
            if f.unit == "元" and f.span.start > rate.span.end and significant_digits(f.value) >= _TELLING
        ]
        if len(numbers) == 1 and len(amounts) == 1 and is_exact(amounts[0].quantity):
            yield from _moved(passage, amounts[0], (numbers[0], rate))


def _moved(passage: Passage, amount: Figure, factors: tuple[Figure, Figure]) -> Iterator[Relation]:
    product = factors[0].value * factors[1].value
    months = {
        small_number(found["number"])
        for found in _MONTHS.finditer(passage.text, passage.span.start, amount.span.start)
    }
    times = [1, *sorted(months - {0, 1}), 12]
    if any(product * time == amount.value for time in times):
        return
    for time in times:
        if product * time in {amount.value * power for power in _POWERS}:
            yield _product(amount, factors, holds=False, times=time)
            return


def _product(total: Figure, factors: tuple[Figure, Figure], *, holds: bool, times: int = 1) -> Relation:
    shown = "×".join(factor.quote for factor in factors) + (f"×{times}" if times > 1 else "")
    return Relation(
        kind=RelationKind.PRODUCT,
        holds=holds,
        total=term_of(total),
        terms=tuple(map(term_of, factors)),
        formula=f"{shown}{'=' if holds else '≠'}{total.quote}",
        expected=factors[0].value * factors[1].value * times,
        certain=False,
    )
