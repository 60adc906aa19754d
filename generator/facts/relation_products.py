"""Rate, number and amount: 14658人×每人50元＝73.29万元."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.facts.relation_arithmetic import (
    is_exact,
    is_lower,
    is_slip,
    significant_digits,
    slack,
    sum_slips,
)
from generator.facts.relation_building import term_of
from generator.facts.relation_passages import Passage
from generator.model.facts import Figure, Relation, RelationKind
from generator.model.place import Span
from generator.model.quantity import Bound
from generator.patterns import compiled

_EACH = compiled(
    r"(?:每|人均|户均|平均每)(?:名|个|位|座|处|条)?(?P<noun>人|户|村|亩|所|乡|学生|贫困村|贫困户)?[^，。；：\d]{0,8}$"
)
_EXACT_RATE_DIGITS = (
    4  # an amount of so many digits that divides evenly by the number of people was made from it
)
_SURE_DIGITS = 5
_ROUND_RATE = 5
_HIGHEST_RATE = 500
_COUNTED = frozenset({"人", "户", ""})
_NO_STANDARD = 10_000
_AT_MOST = compiled(r"最高|最多|至多|最低|最少|不超过|不低于|上限")
_SUMMED = compiled(r"共|合计|总|所需|需要|计|需资金|需投入|需投资")


def find_products(passage: Passage) -> Iterator[Relation]:
    """Products within one sentence of the paragraph."""
    done: set[Span] = set()
    for rate in passage.all_figures:
        if rate.unit == "元" and (divisor := _divisor(passage, rate)):
            for relation in _product(passage, rate, divisor):
                done.add(relation.total.span)
                yield relation
    yield from _even_shares(passage, done)


def _divisor(passage: Passage, rate: Figure) -> str:
    """The unit that the rate is paid for: 人 of 每人50元; empty where the figure is no rate."""
    if rate.per:
        divisor = rate.per.strip("每均平")
        return divisor[1:] if len(divisor) > 1 and divisor[0] in "个名" else divisor
    before = passage.text[max(passage.span.start, rate.span.start - 14) : rate.span.start]
    found = _EACH.search(before)
    return (found.group("noun") or "") if found else ""


def _product(passage: Passage, rate: Figure, divisor: str) -> Iterator[Relation]:
    start, end = passage.clause_start(rate.span.start), passage.clause_end(rate.span.end)
    inside = [figure for figure in passage.between(start, end) if figure is not rate]
    amounts = [figure for figure in inside if figure.unit == rate.unit and figure.value > rate.value]
    numbers = [figure for figure in inside if _is_number_of(passage, figure, divisor)]
    for amount in amounts:
        for number in numbers:
            if _multiplies(amount, number, rate):
                yield _relation(amount, number, rate, holds=True)
                return
    highest = _AT_MOST.search(passage.text, max(start, rate.span.start - 10), rate.span.start)
    plain = not highest and all(map(_is_plain, (*numbers, rate))) and all(map(_is_told, amounts))
    if len(amounts) == len(numbers) == 1 and plain:
        product = numbers[0].value * rate.value
        rounded = round(product / amounts[0].quantity.step) * amounts[0].quantity.step
        slip = sum_slips(amounts[0].value, [rounded]) or _one_factor_slipped(amounts[0], numbers[0], rate)
        between = passage.text[max(start, amounts[0].span.start - 8) : amounts[0].span.start]
        if slip or _SUMMED.search(between):
            yield _relation(amounts[0], numbers[0], rate, holds=False, certain=False)


def _is_told(amount: Figure) -> bool:
    """An exact amount, or one of so many digits that 约 only says that it was rounded."""
    about = amount.quantity.bound is Bound.ABOUT and significant_digits(amount.value) >= _EXACT_RATE_DIGITS
    return is_exact(amount.quantity) or about


def _is_plain(figure: Figure) -> bool:
    return is_exact(figure.quantity)


def _is_number_of(passage: Passage, figure: Figure, divisor: str) -> bool:
    following = passage.text[figure.span.start : figure.span.end + 8]
    people = divisor in ("人", "名", "学生", "位") and (figure.unit in ("人", "名") or "人口" in following)
    return figure.unit != "元" and (figure.unit == divisor or divisor in figure.noun or people)


def _multiplies(amount: Figure, number: Figure, rate: Figure) -> bool:
    product = number.value * rate.value
    allowed = slack(amount.quantity) * 2 + slack(number.quantity) * rate.value
    if rate.quantity.step < 1 or rate.value >= _NO_STANDARD:
        allowed += (
            slack(rate.quantity) * number.value
        )  # computed, or rounded to 万元; a standard (每人50元) is exact
    if is_lower(rate.quantity) or is_lower(number.quantity):
        return amount.value >= product - allowed
    return abs(amount.value - product) <= allowed


def _one_factor_slipped(amount: Figure, number: Figure, rate: Figure) -> bool:
    """Whether the number of people or the rate is one wrong digit away from what the other two say."""
    people, each = amount.value / rate.value, amount.value / number.value
    return (people == people.to_integral_value() and is_slip(number.value, people)) or (
        each == round(each, 2) and is_slip(rate.value, each)
    )


def _even_shares(passage: Passage, done: set[Span]) -> Iterator[Relation]:
    """筹资262.746万元…14597人: an amount that divides by a number of people into a rate of whole 元."""
    for number in passage.figures:
        if number.unit not in _COUNTED or significant_digits(number.value) < _EXACT_RATE_DIGITS:
            continue
        start = passage.clause_start(number.span.start)
        for amount in reversed([f for f in passage.before(number.span.start, 3) if f.span.start >= start]):
            if amount.unit != "元" or amount.span in done:
                continue
            if _divides(amount.value, number.value):
                done.add(amount.span)
                yield _shares(amount, number, amount.value / number.value)
            elif rate := _nearly_divides(amount.value, number.value):
                done.add(amount.span)
                yield _shares(amount, number, rate, holds=False)


def _nearly_divides(amount: Decimal, number: Decimal) -> Decimal | None:
    """The round rate (a multiple of 5 元) from whose product the amount is one wrong digit away."""
    if significant_digits(amount) < _SURE_DIGITS or amount <= number:
        return None
    near = amount / number
    least = int(near / 10 / _ROUND_RATE + 1) * _ROUND_RATE  # a slip keeps the number of digits
    rates = (Decimal(rate) for rate in range(least, min(_HIGHEST_RATE, int(10 * near)), _ROUND_RATE))
    return next((rate for rate in rates if is_slip(amount, rate * number)), None)


def _divides(amount: Decimal, number: Decimal) -> bool:
    return significant_digits(amount) >= _EXACT_RATE_DIGITS and amount > number and not amount % number


def _relation(amount: Figure, number: Figure, rate: Figure, *, holds: bool, certain: bool = True) -> Relation:
    sign = "=" if holds else "≠"
    return Relation(
        kind=RelationKind.PRODUCT,
        holds=holds,
        total=term_of(amount),
        terms=(term_of(number), term_of(rate)),
        formula=f"{number.quote}×{rate.quote}{sign}{amount.quote}",
        expected=number.value * rate.value,
        certain=certain,
    )


def _shares(amount: Figure, number: Figure, rate: Decimal, *, holds: bool = True) -> Relation:
    return Relation(
        kind=RelationKind.PRODUCT,
        holds=holds,
        total=term_of(amount),
        terms=(term_of(number),),
        formula=f"{number.quote}×{rate.normalize():f}元{'=' if holds else '≠'}{amount.quote}",
        expected=number.value * rate,
        certain=False,
    )
