"""Quantities in running text: number, unit, and what the words around them claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.model.place import Span
from generator.model.quantity import Bound, Quantity
from generator.standards.units import CLASSIFIERS, UNITS
from generator.text.numerals import ARABIC, factor, narrow, parse_arabic, parse_numeral, plain
from generator.text.quantity_bounds import AFTER, BEFORE, bound_at
from generator.text.quantity_chinese import chinese_readings
from generator.text.set_phrases import Mask, not_figures


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityMention:
    """A quantity where it stands. ``span`` covers number and unit, ``number`` the number alone."""

    span: Span
    number: Span
    quantity: Quantity
    chinese: bool = False


_UNIT = "|".join(
    re.escape(symbol) + ("(?![A-Za-z])" if symbol.isascii() and symbol.isalpha() else "")
    for symbol in sorted(UNITS, key=len, reverse=True)
)
_AREA = r"(?:乡镇|镇村|村|乡|镇|县|区|市|省)(?![镇区级域场口庄里长委办外内间道部干组])"
_RATE = r"(?:/(?:年|月|天|日|亩|人|户|公斤|斤|吨|平方米|立方米|千瓦时))?"
_MULTIPLIER = "(?:[十百千](?![瓦米克伏]))?(?:万亿|[万亿])?"
_SEPARATOR = r"\s*(?:-|—{1,2}|－|–|~|～|─|至|到)\s*"
_ARABIC = re.compile(
    rf"(?P<low>{ARABIC})(?P<low_factor>{_MULTIPLIER})(?P<low_unit>{_UNIT})?{_SEPARATOR}"
    rf"(?P<high>{ARABIC})(?P<high_factor>{_MULTIPLIER})(?P<high_more>[余多来]?)(?P<high_unit>{_UNIT})?{_RATE}"
    rf"|(?P<one>{ARABIC})\s?(?P<more1>[余多来]?)(?P<factor>{_MULTIPLIER})"
    r"(?P<rest>(?<=[万亿])(?:[0-9]+[千百]?万?)(?![0-9.．,，]))?(?P<more2>[余多来]?)\s?"
    rf"(?P<unit>(?:{_UNIT}){_RATE}|{_AREA})?"
)
_RATIO = re.compile(r"\s*[:：∶]\s*([0-9]+)(?![0-9:：∶])")
_CHANGE_BEFORE = re.compile(r"(?:增长|增速|增幅|率|为|是|[:：（(])\s?[-－−]$")
_BARE_FOLLOWED = re.compile("[\u4e00-\u9fff]|[，。；、,;]|$")
_DIGITS_AT_MOST = 20  # longer runs are codes


def parse_quantity(text: str) -> Quantity | None:
    """The quantity that fills ``text`` (``6645人``, ``1.329万人``, ``15千瓦以上``, ``约20%``), None where there is none.

    A number without a unit is no quantity.
    """
    text = text.strip()
    nothing = Mask(iter(()))
    mentions = tuple(_arabic_mentions(text, nothing)) or tuple(_chinese_mentions(text, nothing))
    if not mentions:
        return None
    first, last = mentions[0], mentions[-1]
    rest = text[: first.span.start] + text[last.span.end :]
    covered = not rest or AFTER.fullmatch(rest) or BEFORE.fullmatch(rest)
    one = len(mentions) == 1 or first.quantity.bound is Bound.RANGE
    return replace(first.quantity, written=text) if covered and one and first.quantity.unit else None


def find_quantities(text: str) -> tuple[QuantityMention, ...]:
    """Every quantity of ``text`` in order; the two ends of a range are two mentions. Figures only, see set_phrases."""
    mask = Mask(not_figures(text))
    found = [*_arabic_mentions(text, mask), *_chinese_mentions(text, mask)]
    return tuple(sorted(found, key=lambda mention: mention.span))


def _chinese_mentions(text: str, mask: Mask) -> Iterator[QuantityMention]:
    for reading in chinese_readings(text, mask):
        if not text[max(0, reading.span.start - 1) : reading.span.start].isdecimal():
            yield _mention(text, reading.span, reading.number, reading.quantity, chinese=True)


def _arabic_mentions(text: str, mask: Mask) -> Iterator[QuantityMention]:
    position = 0
    while found := _ARABIC.search(text, position):
        position = max(found.end(), position + 1)
        at = found.start()
        if mask.covers(at) or _inside_word(text, at):
            position = found.end("low") if found["low"] else found.end("one")
            continue
        if found["low"] and (mask.covers(found.start("high")) or text[at - 1 : at] in ("由", "从")):
            # 由3万元到4万元 is a change, 3月至5个 no range: the first number alone, the search goes on behind it
            alone = _ARABIC.match(text, at, found.end("low_unit" if found["low_unit"] else "low_factor"))
            if alone is None:
                continue
            found, position = alone, alone.end()
        if found["low"]:
            yield from _range(text, found)
        elif mention := _single(text, found):
            yield mention


def _inside_word(text: str, at: int) -> bool:
    """Whether the digits continue a Latin word or another number (a part of a code)."""
    before = text[at - 1 : at] if at else ""
    return bool(before) and (before in ".．" or (before.isascii() and before.isalpha()))


def _single(text: str, found: re.Match[str]) -> QuantityMention | None:
    if len(found["one"]) > _DIGITS_AT_MOST:
        return None
    value, step = _value(found)
    number = Span(found.start("one"), found.end("rest" if found["rest"] else "factor"))
    unit = found["unit"] or ""
    if not unit:
        return _without_unit(text, found, number, Quantity(value=value, unit="", step=step))
    if unit == "年" and (value >= 100 or "." in found["one"]):
        return None
    base, multiplier = _base(unit)
    bound = Bound.MORE_THAN if found["more1"] or found["more2"] else Bound.EXACT
    quantity = Quantity(
        value=plain(value * multiplier), unit=base, bound=bound, step=plain(step * multiplier)
    )
    span = Span(found.start("one"), found.end("unit"))
    if _CHANGE_BEFORE.search(text, max(0, span.start - 5), span.start):
        span, quantity = Span(span.start - 1, span.end), replace(quantity, value=-quantity.value)
    return _mention(text, span, number, quantity)


def _value(found: re.Match[str]) -> tuple[Decimal, Decimal]:
    """The number of a match (3万4千 included) and what one in its last digit is worth."""
    written = f"{found['one']}{found['factor']}{found['rest'] or ''}"
    if found["rest"] and (value := parse_numeral(written)) is not None:
        tail = re.sub("[0-9]", "", found["rest"])
        return plain(value), factor(tail)
    multiplier = factor(found["factor"])
    return plain(parse_arabic(found["one"]) * multiplier), plain(_step(found["one"], multiplier))


def _without_unit(
    text: str, found: re.Match[str], number: Span, quantity: Quantity
) -> QuantityMention | None:
    ratio = _RATIO.match(text, number.end)
    if ratio and int(ratio[1]) and not found["factor"]:
        span = Span(number.start, ratio.end())
        part = replace(quantity, value=plain(quantity.value / int(ratio[1])), unit="比")
        return _mention(text, span, number, part)
    return _mention(text, number, number, quantity) if _may_stand_bare(text, found, quantity.value) else None


def _may_stand_bare(text: str, found: re.Match[str], value: Decimal) -> bool:
    """A number without a unit counts something when a noun follows at once, or closes a clause, and it is no year."""
    digits = narrow(found["one"])
    if found["factor"]:
        return True
    if value < 100 and "." not in digits:
        return False
    if digits.startswith(("19", "20")) and len(digits) == 4:
        return False
    return bool(_BARE_FOLLOWED.match(text, found.end())) and not digits.startswith("0")


def _base(unit: str) -> tuple[str, Decimal]:
    symbol, slash, per = unit.partition("/")
    known = UNITS.get(symbol)
    if known is None:  # 6村, 28县: the place itself is counted
        return "个", Decimal(1)
    return (f"{known.base}/{per}" if slash else known.base), known.factor


def _step(digits: str, multiplier: Decimal) -> Decimal:
    _, _, fraction = narrow(digits).partition(".")
    return multiplier.scaleb(-len(fraction))


def _range(text: str, found: re.Match[str]) -> Iterator[QuantityMention]:
    unit = found["high_unit"] or ""
    low_factor = found["low_factor"] or ("" if found["low_unit"] else found["high_factor"])
    base, multiplier = _base(unit) if unit else ("", Decimal(1))
    low_base, low_multiplier = _base(found["low_unit"]) if found["low_unit"] else (base, multiplier)
    low_worth, high_worth = factor(low_factor) * low_multiplier, factor(found["high_factor"]) * multiplier
    low, high = plain(parse_arabic(found["low"]) * low_worth), plain(parse_arabic(found["high"]) * high_worth)
    too_long = max(len(found["low"]), len(found["high"])) > _DIGITS_AT_MOST
    if not unit or low_base != base or low > high or too_long:
        return
    low_span = Span(found.start("low"), found.end("low_unit" if found["low_unit"] else "low_factor"))
    low_end = Quantity(
        value=low, unit=base, bound=Bound.RANGE, step=plain(_step(found["low"], low_worth)), upper=high
    )
    yield _mention(text, low_span, Span(found.start("low"), found.end("low")), low_end)
    high_span = Span(found.start("high"), found.end())
    high_step = plain(_step(found["high"], high_worth))
    high_end = Quantity(value=high, unit=base, bound=Bound.AT_MOST, step=high_step)
    yield _mention(text, high_span, Span(found.start("high"), found.end("high")), high_end)


def _mention(
    text: str, span: Span, number: Span, quantity: Quantity, *, chinese: bool = False
) -> QuantityMention:
    bound = quantity.bound if quantity.bound is not Bound.EXACT else bound_at(text, span)
    stated = replace(quantity, bound=bound, written=span.of(text))
    return QuantityMention(span=span, number=number, chinese=chinese, quantity=stated)


__all__ = ["CLASSIFIERS", "QuantityMention", "find_quantities", "parse_quantity"]
