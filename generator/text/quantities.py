"""Quantities in running text: number, unit, and what the words around them claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.model.place import Span
from generator.model.quantity import Bound, Quantity
from generator.standards.units import CLASSIFIERS, UNITS
from generator.text.numerals import ARABIC, CHINESE, factor, narrow, parse_arabic, parse_chinese
from generator.text.set_phrases import Mask, not_figures


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityMention:
    """A quantity where it stands. ``span`` covers number and unit, ``number`` the number alone."""

    span: Span
    number: Span
    quantity: Quantity
    chinese: bool = False


_UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_AREA = r"(?:乡镇|镇村|村|乡|镇|县|区|市|省)(?![镇区级域场口庄里长委办外内间道部干组])"
_RATE = r"(?:/(?:年|月|天|日|亩|人|户|公斤|斤|吨|平方米|立方米|千瓦时))?"
_MULTIPLIER = "(?:[十百千](?![瓦米克伏]))?(?:万亿|[万亿])?"
_SEPARATOR = r"\s*(?:-|—{1,2}|－|–|~|～|─|至|到)\s*"
_ARABIC = re.compile(
    rf"(?P<low>{ARABIC})(?P<low_factor>{_MULTIPLIER})(?P<low_unit>{_UNIT})?{_SEPARATOR}"
    rf"(?P<high>{ARABIC})(?P<high_factor>{_MULTIPLIER})(?P<high_more>[余多来]?)(?P<high_unit>{_UNIT})?{_RATE}"
    rf"|(?P<one>{ARABIC})\s?(?P<more1>[余多来]?)(?P<factor>{_MULTIPLIER})(?P<more2>[余多来]?)\s?"
    rf"(?P<unit>(?:{_UNIT}){_RATE}|{_AREA})?"
)
_HAN_UNITS = "个百分点|平方公里|平方米|立方米|千瓦时|千瓦|公里|千米|公顷|公斤|万元|亿元|人次|元|人|户|名|亩|吨|头|只|羽|株"
_CHINESE = re.compile(
    rf"百分之(?P<percent>{CHINESE})"
    r"|(?P<tenth>[一二三四五六七八九])成(?P<half>[一二三四五六七八九半])?(?=以上|以下|左右|的|多|[^\u4e00-\u9fff]|贫困|农|建档|群|村|耕|家|企)"
    rf"|(?P<denominator>[二三四五六七八九十百千]+)分之(?P<numerator>{CHINESE})"
    r"|(?P<one_half>一半)(?=以上|左右|的)"
    r"|每(?P<half_year>半)年"
    r"|(?P<double>[一两二三四五六七八九十])倍"
    rf"|(?P<number>{CHINESE})(?P<more>[余多来]?)(?P<big>[万亿]?)(?P<unit>{_HAN_UNITS})"
    rf"|(?P<counted>{CHINESE})(?P<more_counted>[余多来]?)(?P<classifier>个|项|方面|大类|大|类|条|所|家|座|处|次)(?=[\u4e00-\u9fff])"
)
_LARGE_NOUN = re.compile("项目|工程|行动|任务|举措|体系|产业|主导|板块|平台|片区|重点|类")
_QUOTES = '“‘"「《'
_AFTER = re.compile(
    r"\s*(?:[（(]?含[）)]?|（含）)?(?P<word>及以上|以上|及以下|以下|以内|之内|以下|左右|上下|内(?=[^容部外设]|$))"
)
_BEFORE = re.compile(
    "(?P<least>不得?低于|不少于|至少|最低|不小于|达到或超过)|(?P<most>不得?超过|不高于|不大于|至多|最多|不多于|控制在|压减到)"
    "|(?P<over>超过|超|突破|高于|逾|大于)|(?P<under>低于|少于|小于|未达到|不足|不到)|(?P<about>大?约为?|近|接近|将近|大概|预计)"
)
_WINDOW = 6
_AFTER_BOUND = {"以上": Bound.AT_LEAST, "及以上": Bound.AT_LEAST, "左右": Bound.ABOUT, "上下": Bound.ABOUT}
_BEFORE_BOUND = {
    "least": Bound.AT_LEAST,
    "most": Bound.AT_MOST,
    "over": Bound.MORE_THAN,
    "under": Bound.LESS_THAN,
    "about": Bound.ABOUT,
}


def parse_quantity(text: str) -> Quantity | None:
    """The quantity that fills ``text`` (``6645人``, ``1.329万人``, ``15千瓦以上``, ``约20%``), None where there is none.

    A number without a unit is no quantity.
    """
    text = text.strip()
    mentions = tuple(_arabic_mentions(text, Mask(iter(())))) or tuple(_chinese_mentions(text, Mask(iter(()))))
    if not mentions:
        return None
    first, last = mentions[0], mentions[-1]
    rest = text[: first.span.start] + text[last.span.end :]
    covered = not rest or _AFTER.fullmatch(rest) or _BEFORE.fullmatch(rest)
    one = len(mentions) == 1 or first.quantity.bound is Bound.RANGE
    return _written(first.quantity, text) if covered and one and first.quantity.unit else None


def find_quantities(text: str) -> tuple[QuantityMention, ...]:
    """Every quantity of ``text`` in order; the two ends of a range are two mentions. Figures only, see set_phrases."""
    mask = Mask(not_figures(text))
    found = [*_arabic_mentions(text, mask), *_chinese_mentions(text, mask)]
    return tuple(sorted(found, key=lambda mention: mention.span))


def _written(quantity: Quantity, text: str) -> Quantity:
    return Quantity(
        value=quantity.value,
        unit=quantity.unit,
        bound=quantity.bound,
        step=quantity.step,
        upper=quantity.upper,
        written=text,
    )


def _arabic_mentions(text: str, mask: Mask) -> Iterator[QuantityMention]:
    position = 0
    while found := _ARABIC.search(text, position):
        position = max(found.end(), position + 1)
        at = found.start()
        if mask.covers(at) or _inside_word(text, at):
            position = found.end("low") if found["low"] else found.end("one")
            continue
        if not found["low"]:
            if mention := _single(text, found):
                yield mention
        elif mask.covers(found.start("high")) or text[max(0, at - 12) : at].endswith(("由", "从")):
            position = at
            found = _ARABIC.match(
                text, at, found.end("low_unit") if found["low_unit"] else found.end("low_factor")
            )
            if found is None:
                break
            position = found.end()
            if mention := _single(text, found):
                yield mention
        else:
            yield from _range(text, found)


def _inside_word(text: str, at: int) -> bool:
    """Whether the digits continue a Latin word or another number (a part of a code)."""
    before = text[at - 1 : at]
    return bool(before) and (before in ".．" or (before.isascii() and before.isalpha()))


def _single(text: str, found: re.Match[str]) -> QuantityMention | None:
    number = Span(found.start("one"), found.end("factor"))
    unit = found["unit"] or ""
    value = parse_arabic(found["one"]) * factor(found["factor"])
    if not unit:
        ratio = re.compile(r"\s*[:：]\s*([0-9]+)(?![0-9:：])").match(text, number.end)
        if ratio and int(ratio[1]) and not found["factor"]:
            span = Span(number.start, ratio.end())
            step = _step(found["one"], Decimal(1))
            return _mention(text, span, number, Quantity(value=value / int(ratio[1]), unit="比", step=step))
        if not _may_stand_bare(text, found, value):
            return None
        return _mention(
            text,
            number,
            number,
            Quantity(value=value, unit="", step=_step(found["one"], factor(found["factor"]))),
        )
    if unit == "年" and (value >= 100 or "." in found["one"]):
        return None
    base, multiplier = _base(unit)
    step = _step(found["one"], factor(found["factor"]) * multiplier)
    bound = Bound.MORE_THAN if found["more1"] or found["more2"] else Bound.EXACT
    span = Span(found.start("one"), found.end("unit"))
    quantity = Quantity(value=value * multiplier, unit=base, bound=bound, step=step)
    return _mention(text, span, number, quantity)


def _may_stand_bare(text: str, found: re.Match[str], value: Decimal) -> bool:
    """A number without a unit counts something when a noun follows at once, or closes a clause, and it is no year."""
    digits = narrow(found["one"])
    following = text[found.end() : found.end() + 2]
    if found["factor"]:
        return True
    if value < 100 and "." not in digits:
        return False
    if digits.startswith(("19", "20")) and len(digits) == 4:
        return False
    return bool(re.match(r"[\u4e00-\u9fff]|[，。；、,;]|$", following)) and not digits.startswith("0")


def _base(unit: str) -> tuple[str, Decimal]:
    plain, slash, per = unit.partition("/")
    known = UNITS.get(plain)
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
    low = parse_arabic(found["low"]) * factor(low_factor) * low_multiplier
    high = parse_arabic(found["high"]) * factor(found["high_factor"]) * multiplier
    if not unit or low_base != base or low > high:
        return
    low_span = Span(
        found.start("low"), found.end("low_unit") if found["low_unit"] else found.end("low_factor")
    )
    low_step = _step(found["low"], factor(low_factor) * low_multiplier)
    yield QuantityMention(
        span=low_span,
        number=Span(found.start("low"), found.end("low")),
        quantity=Quantity(
            value=low, unit=base, bound=Bound.RANGE, step=low_step, upper=high, written=low_span.of(text)
        ),
    )
    high_span = Span(found.start("high"), found.end())
    high_step = _step(found["high"], factor(found["high_factor"]) * multiplier)
    yield QuantityMention(
        span=high_span,
        number=Span(found.start("high"), found.end("high")),
        quantity=Quantity(
            value=high, unit=base, bound=Bound.AT_MOST, step=high_step, written=high_span.of(text)
        ),
    )


def _mention(
    text: str, span: Span, number: Span, quantity: Quantity, *, chinese: bool = False
) -> QuantityMention:
    bound = quantity.bound if quantity.bound is not Bound.EXACT else _bound(text, span)
    return QuantityMention(
        span=span,
        number=number,
        chinese=chinese,
        quantity=Quantity(
            value=quantity.value, unit=quantity.unit, bound=bound, step=quantity.step, written=span.of(text)
        ),
    )


def _bound(text: str, span: Span) -> Bound:
    if after := _AFTER.match(text, span.end):
        return _AFTER_BOUND.get(after["word"], Bound.AT_MOST)
    for before in _BEFORE.finditer(text, max(0, span.start - _WINDOW), span.start):
        if before.end() == span.start and before.lastgroup:
            return _BEFORE_BOUND[before.lastgroup]
    return Bound.EXACT


def _chinese_mentions(text: str, mask: Mask) -> Iterator[QuantityMention]:
    for found in _CHINESE.finditer(text):
        if mask.covers(found.start()):
            continue
        reading = _chinese_reading(text, found)
        if reading is None:
            continue
        group, quantity = reading
        number = Span(found.start(group), found.end(group))
        start = found.start() if group != "half_year" else found.start(group)
        yield _mention(text, Span(start, found.end()), number, quantity, chinese=True)


def _chinese_reading(text: str, found: re.Match[str]) -> tuple[str, Quantity] | None:
    """The group that holds the number, and the quantity; None where the words are no figure."""
    group = found.lastgroup or ""
    if found["percent"]:
        return _share("percent", parse_chinese(found["percent"]))
    if found["tenth"]:
        half = found["half"]
        more = Decimal(0) if not half else Decimal(5) if half == "半" else parse_chinese(half) or Decimal(0)
        return _share("tenth", (parse_chinese(found["tenth"]) or Decimal(0)) * 10 + more)
    if found["denominator"]:
        below, above = parse_chinese(found["denominator"]), parse_chinese(found["numerator"])
        return _share(
            "numerator", (above * 100 / below).quantize(Decimal("0.01")) if above and below else None
        )
    if found["one_half"]:
        return _share("one_half", Decimal(50))
    if found["half_year"]:
        return "half_year", Quantity(value=Decimal("0.5"), unit="年", step=Decimal("0.1"))
    if found["double"]:
        value = parse_chinese(found["double"])
        return ("double", Quantity(value=value, unit="倍")) if value else None
    return _counted(text, found) if group else None


def _share(group: str, value: Decimal | None) -> tuple[str, Quantity] | None:
    return None if value is None else (group, Quantity(value=value, unit="%"))


def _counted(text: str, found: re.Match[str]) -> tuple[str, Quantity] | None:
    group = "number" if found["number"] else "counted"
    value = parse_chinese(found[group])
    if value is None or value < 2 or (value == 0):
        return None
    if group == "number":
        if len(found["number"]) == 1 and not found["big"] and found["unit"] not in ("个百分点", "人次", "元"):
            return None
        base, multiplier = _base(found["unit"].lstrip("万亿"))
        multiplier *= factor(found["big"]) * factor(re.sub("[^万亿]", "", found["unit"]))
    else:
        base, multiplier = _classified(text, found)
        if not base:
            return None
    more = found["more"] or found["more_counted"]
    bound = Bound.MORE_THAN if more else Bound.EXACT
    return group, Quantity(value=value * multiplier, unit=base, bound=bound)


def _classified(text: str, found: re.Match[str]) -> tuple[str, Decimal]:
    """The base unit where a classifier counts a noun and the words are no slogan; an empty one otherwise."""
    start, end, classifier = found.start(), found.end(), found["classifier"]
    following = text[end : end + 2]
    if (
        text[start - 1 : start] in (*_QUOTES, "第", "这", "那", "哪", "某", "几", "数")
        or following[:1] in "一不最精切必"
    ):
        return "", Decimal(1)
    if len(following) < 2 or not all("\u4e00" <= character <= "\u9fff" for character in following):
        return "", Decimal(1)
    if classifier == "大":
        return ("个", Decimal(1)) if _LARGE_NOUN.match(text, end) else ("", Decimal(1))
    unit = UNITS[classifier]
    return unit.base, unit.factor


__all__ = ["CLASSIFIERS", "QuantityMention", "find_quantities", "parse_quantity"]
