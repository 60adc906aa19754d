"""Quantities in Arabic digits: 1.24万户, 28,583万元, 40—60平米, 0.8:1, 0.9、5.9个百分点."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.model.place import Span
from generator.model.quantity import Bound, Quantity
from generator.patterns import compiled
from generator.standards.units import dimension
from generator.text.numerals import ARABIC, NUMERAL, factor, narrow, parse_numeral, plain
from generator.text.quantity_mention import QuantityMention, mention
from generator.text.quantity_money import HALF, SMALL_MONEY, small_money
from generator.text.quantity_units import UnitFound, unit_after_digits

_NUMBER = compiled(
    rf"(?P<digits>{NUMERAL})\s?(?P<more>[余多几]|来(?!自|源))?(?P<factor>[万亿]{{0,2}})(?P<more_after>[余多来](?!自|源))?\s?"
)
_SEPARATOR = compiled(r"\s*(?:-|—{1,2}|－|–|―|~|～|─|至|到)\s*(?=[0-9０-９])")
_RATIO = compiled(r"\s*[:：∶]\s*([0-9]+)(?![0-9:：∶.])")
_CHANGE_BEFORE = compiled(
    r"(?:(?:增长|增速|增幅|增减|净增|增加|同比|环比|率|为|是|[:：（(]|^|\s)\s?[-－−]|(?<![自抱担肩欺])负)$"
)
_CURRENCY_BEFORE = {"¥": "元", "￥": "元", "$": "美元"}
_BARE_FOLLOWED = compiled("[\u4e00-\u9fff]|[，。；、,;]|$")
_NO_COUNT_AFTER = compiled("行动|计划|版|时代|升级|工程|强|型|号|路|级|分之|倍频|多年|年代|式|系列|网络")
_SHARED = compiled(
    rf"(?:\s*(?:、|和|及|与|，|,)\s*{ARABIC}[万亿]*)*\s*(?:、|和|及|与|，|,)\s*{ARABIC}(?P<factor>[万亿]*)"
)
_RESPECTIVELY = compiled("分别[^。；\n]{0,20}$")
_RANKING = compiled("(?:排名|位列|位居|名列|排位|居|第|前)[^，。；、\n]{0,8}$")
_SPLIT = compiled(r"[0-9]\s$")
_LEADING_ZEROS = compiled("[0０][0-9０-９]")  # the rest of a number or code
_DIGITS_AT_MOST = 20  # longer runs are codes
_SHARED_REACH = 60


@dataclass(frozen=True, slots=True)
class _Number:
    """A number in the text: its value, what its last digit is worth, whether 余 or 多 follows, where it and its unit end."""

    span: Span
    digits: str
    value: Decimal
    step: Decimal
    more: bool
    end: int
    unit: UnitFound | None
    has_factor: bool


def arabic_at(text: str, at: int) -> tuple[list[QuantityMention], int]:
    """The quantities that start with the digit at ``at`` (two for a range), and where to read on."""
    low = _number(text, at)
    if low is None:
        found = _NUMBER.match(text, at)
        return [], found.end("digits") if found else at + 1
    if (separator := _SEPARATOR.match(text, low.end)) and text[at - 1 : at] not in ("由", "从", "自"):
        high = _number(text, separator.end())
        if high is not None and (both := _range(text, low, high)):
            return both, high.end
    one = _single(text, low)
    return ([one], one.span.end) if one else ([], low.span.end)


def _number(text: str, at: int) -> _Number | None:
    found = _NUMBER.match(text, at)
    if not found or len(found["digits"]) > _DIGITS_AT_MOST:
        return None
    value = parse_numeral(found["digits"])
    if value is None or _LEADING_ZEROS.match(found["digits"]):
        return None
    own = compiled("[十百千万亿]+$").search(found["digits"])
    last = compiled(rf"{ARABIC}(?=[十百千万亿]*$)").search(found["digits"])
    multiplier = factor(own[0] if own else "") * factor(found["factor"])
    places = -len(narrow(last[0]).partition(".")[2]) if last else 0
    unit = unit_after_digits(text, found.end())
    number_end = found.end("more_after") if found["more_after"] else found.end("factor")
    return _Number(
        span=Span(at, number_end),
        digits=found["digits"],
        value=plain(value * factor(found["factor"])),
        step=plain(multiplier.scaleb(places)),
        more=bool(found["more"] or found["more_after"]),
        end=unit.end if unit else number_end,
        unit=unit,
        has_factor=bool(own or found["factor"]),
    )


def _range(text: str, low: _Number, high: _Number) -> list[QuantityMention]:
    """Both ends. Without a unit of its own the lower one has the upper's, and its 万 unless that turns them round."""
    unit = high.unit or (low.unit if low.unit and low.unit.symbol in ("%", "％") else None)
    if unit is None or (low.unit and low.unit.base != unit.base):
        return []
    value, step = low.value, low.step
    if not low.has_factor and not low.unit:
        shared = _shared_factor(high)
        if value * shared <= high.value:
            value, step = value * shared, step * shared
    worth = low.unit.factor if low.unit else unit.factor
    bottom, top = plain(value * worth), plain(high.value * unit.factor)
    if bottom > top:
        return []
    low_span = Span(low.span.start, low.end)
    low_end = Quantity(value=bottom, unit=unit.base, bound=Bound.RANGE, step=plain(step * worth), upper=top)
    high_span = Span(high.span.start, high.end)
    high_end = Quantity(value=top, unit=unit.base, bound=Bound.AT_MOST, step=plain(high.step * unit.factor))
    return [mention(text, low_span, low.span, low_end), mention(text, high_span, high.span, high_end)]


def _shared_factor(high: _Number) -> Decimal:
    places = len(narrow(high.digits).rstrip("十百千万亿").partition(".")[2])
    return plain(high.step.scaleb(places))


def _single(text: str, number: _Number) -> QuantityMention | None:
    start, unit = number.span.start, number.unit
    bound = Bound.MORE_THAN if number.more else Bound.EXACT
    if unit is None:
        return _without_unit(text, number, bound)
    if unit.symbol == "年" and _SPLIT.search(text, max(0, start - 3), start):
        return None  # 20 17年
    if (unit.symbol == "年" and number.value >= 100) or (unit.symbol == "位" and _ranks(text, start)):
        return None
    value, end = number.value * unit.factor, unit.end
    if dimension(unit.base) != "count" and (half := HALF.match(text, end)):
        value, end = value + unit.factor / 2, half.end()
    elif unit.base == "元" and not number.has_factor and (small := SMALL_MONEY.match(text, end)):
        value, end = value + small_money(small), small.end()
    quantity = Quantity(
        value=plain(value), unit=unit.base, bound=bound, step=plain(number.step * unit.factor)
    )
    if _CHANGE_BEFORE.search(text, max(0, start - 5), start):
        start, quantity = start - 1, _negated(quantity)
    return mention(text, Span(start, end), number.span, quantity)


def _negated(quantity: Quantity) -> Quantity:
    return Quantity(value=-quantity.value, unit=quantity.unit, bound=quantity.bound, step=quantity.step)


def _ranks(text: str, start: int) -> bool:
    return _RANKING.search(text, max(0, start - 12), start) is not None


def _without_unit(text: str, number: _Number, bound: Bound) -> QuantityMention | None:
    quantity = Quantity(value=number.value, unit="", bound=bound, step=number.step)
    before = text[number.span.start - 1 : number.span.start] if number.span.start else ""
    if currency := _CURRENCY_BEFORE.get(before):
        span = Span(number.span.start - 1, number.span.end)
        return mention(text, span, number.span, Quantity(value=number.value, unit=currency, step=number.step))
    ratio = _RATIO.match(text, number.span.end)
    if ratio and int(ratio[1]) and not number.has_factor:
        value = plain(number.value / int(ratio[1]))
        whole = Span(number.span.start, ratio.end())
        return mention(text, whole, number.span, Quantity(value=value, unit="比", step=number.step))
    if shared := _shared_unit(text, number):
        return mention(text, number.span, number.span, shared)
    return mention(text, number.span, number.span, quantity) if _may_stand_bare(text, number) else None


def _shared_unit(text: str, number: _Number) -> Quantity | None:
    """The unit that the last member of a row has for all: 分别提高0.9、5.9个百分点."""
    found = _SHARED.match(text, number.span.end, number.span.end + _SHARED_REACH)
    unit = unit_after_digits(text, found.end()) if found else None
    if not found or unit is None:
        return None
    start = number.span.start
    told = "." in number.digits or _RESPECTIVELY.search(text, max(0, start - 30), start)
    if not told or unit.symbol in ("年", "月", "日"):
        return None
    worth = unit.factor * (factor(found["factor"]) if not number.has_factor else 1)
    return Quantity(value=plain(number.value * worth), unit=unit.base, step=plain(number.step * worth))


def _may_stand_bare(text: str, number: _Number) -> bool:
    """A number without a unit counts something when a noun follows at once, or closes a clause, and it is no year."""
    digits, end = narrow(number.digits), number.span.end
    if number.has_factor:
        following = text[end : end + 1]
        letter = following.isascii() and following.isalnum()
        return not letter and not _NO_COUNT_AFTER.match(text, end)
    if (number.value < 100 and "." not in digits) or digits.startswith("0") or len(digits) > 6:
        return False
    if compiled(r"(?:19|20)\d{2}|\d\.0").fullmatch(digits) or _NO_COUNT_AFTER.match(text, end):
        return False
    return _BARE_FOLLOWED.match(text, end) is not None
