"""Quantities in Chinese numerals: 二十余万元, 百分之六点四, 三成五, 三分之二, and classifiers that really count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.model.place import Span
from generator.model.quantity import Bound, Quantity
from generator.standards.units import UNITS
from generator.text.numerals import CHINESE, factor, parse_chinese, plain
from generator.text.set_phrases import Mask


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """``span`` covers number and unit, ``number`` the number alone."""

    span: Span
    number: Span
    quantity: Quantity


_HAN_UNITS = "个百分点|平方公里|平方米|立方米|千瓦时|千瓦|公里|千米|公顷|公斤|万元|亿元|人次|元|人|户|名|亩|吨|头|只|羽|株"
_CHINESE = re.compile(
    rf"百分之(?P<percent>{CHINESE})"
    r"|(?P<tenth>[一二三四五六七八九])成(?P<half>[一二三四五六七八九半])?(?=以上|以下|左右|的|多|[^\u4e00-\u9fff]|贫困|农|建档|群|村|耕|家|企)"
    rf"|(?P<denominator>[二三四五六七八九十百千]+)分之(?P<numerator>{CHINESE})"
    r"|(?P<one_half>一半)(?=以上|左右|的)"
    r"|每(?P<half_year>半)年"
    r"|(?P<once>一)次(?![性产])"
    r"|(?P<double>[一两二三四五六七八九十])倍"
    r"|(?P<near>[近上约超逾])(?P<round>[百千])(?P<round_unit>名|户|人次|人|亩|个)"
    rf"|(?P<number>{CHINESE})(?P<more>[余多来]?)(?P<big>[万亿]?)(?P<unit>{_HAN_UNITS})"
    rf"|(?P<counted>{CHINESE})(?P<more_counted>[余多来]?)(?P<classifier>个|项|方面|大类|大|类|条|所|家|座|处|次)(?=[\u4e00-\u9fff])"
)
_LARGE_NOUN = re.compile("项目|工程|行动|任务|举措|体系|产业|主导|板块|平台|片区|重点|类")
_NO_COUNT_BEFORE = frozenset('“‘"「《第这那哪某几数')
# 五个一批, 四个不摘, 六个精准, 四个切实: what follows is a motto, no noun.
_MOTTO = "一不最精切必"


# One time is a figure where it stands with its period: 每半年组织一次.
_PERIOD = re.compile(r"每(?:半年|季度|个?月|[年月周季旬天日])[^，。；：、\s\d]{0,6}$")


def chinese_readings(text: str, mask: Mask) -> Iterator[Reading]:
    """The quantities of ``text`` in Chinese numerals, in order; those that start where ``mask`` covers are left out."""
    for found in _CHINESE.finditer(text):
        if not mask.covers(found.start()) and (reading := _read(text, found)) is not None:
            yield reading


def _read(text: str, found: re.Match[str]) -> Reading | None:
    """The quantity of a match; None where the words are no figure."""
    for group, read in _READERS.items():
        if found[group] is not None:
            quantity = read(text, found)
            start = found.start(group) if group in _AFTER_ITS_WORD else found.start()
            number = Span(found.start(group), found.end(group))
            return (
                None
                if quantity is None
                else Reading(span=Span(start, found.end()), number=number, quantity=quantity)
            )
    return None


def _percent(_text: str, found: re.Match[str]) -> Quantity | None:
    value = parse_chinese(found["percent"])
    return None if value is None else Quantity(value=value, unit="%", step=_step(found["percent"]))


def _tenths(_text: str, found: re.Match[str]) -> Quantity:
    half = found["half"]
    more = Decimal(0) if not half else Decimal(5) if half == "半" else parse_chinese(half) or Decimal(0)
    tenths = parse_chinese(found["tenth"]) or Decimal(0)
    return Quantity(value=tenths * 10 + more, unit="%", step=Decimal(1 if half else 10))


def _fraction(_text: str, found: re.Match[str]) -> Quantity | None:
    below, above = parse_chinese(found["denominator"]), parse_chinese(found["numerator"])
    if not below or not above:
        return None
    share = plain((above * 100 / below).quantize(Decimal("0.01")))
    return Quantity(value=share, unit="%", step=Decimal("0.01"))


def _one_half(_text: str, _found: re.Match[str]) -> Quantity:
    return Quantity(value=Decimal(50), unit="%")


def _half_year(_text: str, _found: re.Match[str]) -> Quantity:
    return Quantity(value=Decimal("0.5"), unit="年", step=Decimal("0.1"))


def _once(text: str, found: re.Match[str]) -> Quantity | None:
    start = found.start()
    return Quantity(value=Decimal(1), unit="次") if _PERIOD.search(text, max(0, start - 10), start) else None


def _double(_text: str, found: re.Match[str]) -> Quantity | None:
    value = parse_chinese(found["double"])
    return Quantity(value=value, unit="倍") if value else None


def _round(_text: str, found: re.Match[str]) -> Quantity:
    """近千名: a round number without its one, always a rough one."""
    unit = UNITS[found["round_unit"]]
    bound = Bound.ABOUT if found["near"] in "近约" else Bound.MORE_THAN
    return Quantity(value=factor(found["round"]), unit=unit.base, bound=bound)


def _number(_text: str, found: re.Match[str]) -> Quantity | None:
    value = parse_chinese(found["number"])
    if value is None or value < 2 or found["number"] in ("百", "千"):
        return None
    if len(found["number"]) == 1 and not found["big"] and found["unit"] not in ("个百分点", "人次", "元"):
        return None
    unit = UNITS[found["unit"].lstrip("万亿")]
    multiplier = unit.factor * factor(found["big"]) * factor(re.sub("[^万亿]", "", found["unit"]))
    bound = Bound.MORE_THAN if found["more"] else Bound.EXACT
    step = plain(_step(found["number"]) * multiplier)
    return Quantity(value=plain(value * multiplier), unit=unit.base, bound=bound, step=step)


def _counted(text: str, found: re.Match[str]) -> Quantity | None:
    """A numeral with a classifier, where it counts a noun and the words are no motto."""
    value = parse_chinese(found["counted"])
    start, end, classifier = found.start(), found.end(), found["classifier"]
    following = text[end : end + 2]
    if value is None or value < 2 or text[start - 1 : start] in _NO_COUNT_BEFORE or following[:1] in _MOTTO:
        return None
    if len(following) < 2 or not all("\u4e00" <= character <= "\u9fff" for character in following):
        return None
    if classifier == "大" and not _LARGE_NOUN.match(text, end):
        return None
    unit = "个" if classifier == "大" else UNITS[classifier].base
    bound = Bound.MORE_THAN if found["more_counted"] else Bound.EXACT
    return Quantity(value=plain(value), unit=unit, bound=bound)


def _step(written: str) -> Decimal:
    """What one in the last written place is worth: 万 and 亿 at the end count like those after Arabic digits."""
    _, _, fraction = written.partition("点")
    if fraction:
        return Decimal(1).scaleb(-len(fraction))
    tail = re.search("[万亿]+$", written)
    return factor(tail[0]) if tail else Decimal(1)


_READERS = {
    "percent": _percent,
    "tenth": _tenths,
    "denominator": _fraction,
    "one_half": _one_half,
    "half_year": _half_year,
    "once": _once,
    "double": _double,
    "round": _round,
    "number": _number,
    "counted": _counted,
}
_AFTER_ITS_WORD = ("half_year", "round")
