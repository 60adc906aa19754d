"""Quantities in Chinese numerals: 二十余万元, 百分之六点四, 三成五, 三分之二, and classifiers that really count."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.model.place import Span
from generator.model.quantity import Bound, Quantity
from generator.patterns import compiled
from generator.standards.units import UNITS
from generator.text.numerals import ARABIC, CHINESE, factor, parse_chinese, parse_numeral, plain
from generator.text.quantity_mention import QuantityMention, mention
from generator.text.quantity_money import HALF, SMALL_MONEY, small_money
from generator.text.quantity_units import LARGE, UnitFound, unit_after_chinese

_SHARE = compiled(
    rf"百分之\s?(?P<percent>{ARABIC}|{CHINESE})"
    r"|(?P<tenth>[一二两三四五六七八九])成(?P<half>[一二三四五六七八九半])?(?=以上|以下|左右|的|多|[^\u4e00-\u9fff]|$|贫困|农|建档|群|村|耕|家|企)"
    rf"|(?P<denominator>[二三四五六七八九十百千]+)分之(?P<numerator>{CHINESE}|{ARABIC})"
    r"|(?P<one_half>一半)(?=以上|左右|的)"
    r"|(?P<half_year>(?<=每)半)年"
    r"|(?P<times>[一两三四])次(?![性产])"
    r"|(?P<round>(?<=[近上约超逾])[百千])(?P<round_unit>名|户|人次|人|亩|个)"
)
_NUMBER = compiled(rf"(?P<number>{CHINESE})(?P<more>[余多来](?!年))?(?P<big>[万亿]*)")
_CLASSIFIER = compiled(r"(?P<classifier>个|项|方面|大类|大|类|条|所|家|座|处|次)(?=[\u4e00-\u9fff])")
_AFTER_POINT = compiled(r"[〇○零一二三四五六七八九十][·•・]")  # 二七○·一亿元 of old papers
_REACHED = compiled("(?:突破|[超达过到近逾约])$")
_NO_COUNT_BEFORE = frozenset('“‘"「《第这那哪某几数')
# 五个一批, 四个不摘, 六个精准, 四个切实: what follows is a motto, no noun.
_MOTTO = "一不最精切必"
_SPAN_OF_TIME = compiled("月|星期|小时|半|工作日")
_GUESS = compiled("[一二两三四五六七八九]{2,3}")  # 三五户: a guess, no number
# Times are a figure where they stand with their period: 每半年组织一次.
_PERIOD = compiled(r"每(?:半年|季度|个?月|[年月周季旬天日])[^，。；：、\s\d]{0,8}$")
_LEAST_BEFORE = compiled("(?:至少有?|不少于|不低于|不超过|最多|达到|[超近约])$")
_NO_MEASURE_BEFORE = ("后", "第", "进", "多")  # 最后一公里, 进一米
_BEINGS = frozenset("人户名头只羽株")
_MEASURES = frozenset(
    (
        "吨",
        "亩",
        "公里",
        "千米",
        "千瓦",
        "兆瓦",
        "平方米",
        "平米",
        "立方米",
        "公顷",
        "公斤",
        "千克",
        "斤",
        "米",
        "平方公里",
        "千瓦时",
    )
)


def chinese_at(text: str, at: int) -> tuple[QuantityMention | None, int]:
    """The quantity that starts with the Chinese numeral at ``at``, None where it is none, and where to read on."""
    if share := _SHARE.match(text, at):
        for group, read in _READERS.items():
            if share[group] is not None:
                quantity = read(text, share)
                number = Span(share.start(group), share.end(group))
                return (
                    mention(text, Span(at, share.end()), number, quantity, chinese=True) if quantity else None
                ), share.end()
    found = _NUMBER.match(text, at)
    if not found:
        return None, at + 1
    if _AFTER_POINT.fullmatch(text, max(0, at - 2), at):
        return None, found.end("number")
    value = parse_chinese(found["number"])
    read_on = found.end("number")
    if value is None or _GUESS.fullmatch(found["number"]):
        return None, read_on
    if unit := unit_after_chinese(text, found.end()):
        one = _measured(text, found, value, unit)
    else:
        one = _counted(text, found, value)
    return one, one.span.end if one else read_on


def _percent(_text: str, found: re.Match[str]) -> Quantity | None:
    value = parse_numeral(found["percent"])
    return None if value is None else Quantity(value=plain(value), unit="%", step=_step(found["percent"]))


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


def _times(text: str, found: re.Match[str]) -> Quantity | None:
    start, value = found.start(), parse_chinese(found["times"])
    bounded = _PERIOD.search(text, max(0, start - 12), start) or _LEAST_BEFORE.search(
        text, max(0, start - 4), start
    )
    return Quantity(value=value, unit="次") if value and bounded else None


def _round(text: str, found: re.Match[str]) -> Quantity:
    """近千名: a round number without its one, always a rough one."""
    unit = UNITS[found["round_unit"]]
    bound = Bound.ABOUT if text[found.start() - 1] in "近约" else Bound.MORE_THAN
    return Quantity(value=factor(found["round"]), unit=unit.base, bound=bound)


_READERS = {
    "percent": _percent,
    "tenth": _tenths,
    "denominator": _fraction,
    "one_half": _one_half,
    "half_year": _half_year,
    "times": _times,
    "round": _round,
}


def _measured(text: str, found: re.Match[str], value: Decimal, unit: UnitFound) -> QuantityMention | None:
    """A numeral with a unit of measurement or of people; a lone figure of one to nine only where it surely counts."""
    start, number = found.start(), found["number"]
    vague = not number.strip("百千万亿")  # 千万吨基地 is a name, 突破千亿元 an amount
    if not value or (vague and not _REACHED.search(text, max(0, start - 2), start)):
        return None
    if not found["big"] and not _may_count(text, start, number, value, unit):
        return None
    multiplier = unit.factor * factor(found["big"])
    total, end = value * multiplier, unit.end
    if half := HALF.match(text, end):
        total, end = total + multiplier / 2, half.end()
    elif unit.base == "元" and (small := SMALL_MONEY.match(text, end)):
        total, end = total + small_money(small), small.end()
    quantity = Quantity(
        value=plain(total),
        unit=unit.base,
        bound=Bound.MORE_THAN if found["more"] else Bound.EXACT,
        step=plain(_step(number) * multiplier),
    )
    return mention(text, Span(start, end), Span(start, found.end("number")), quantity, chinese=True)


def _may_count(text: str, start: int, number: str, value: Decimal, unit: UnitFound) -> bool:
    before = text[start - 1 : start] if start else ""
    if before in _NO_COUNT_BEFORE:
        return False
    if len(number) > 1:
        return True
    if unit.symbol in _MEASURES:
        return before not in _NO_MEASURE_BEFORE
    if unit.symbol in _BEINGS:
        return _LEAST_BEFORE.search(text, max(0, start - 4), start) is not None
    return value > 1 or unit.symbol in ("倍", "个百分点")


def _counted(text: str, found: re.Match[str], value: Decimal) -> QuantityMention | None:
    """A numeral with a classifier, where it counts a noun and the words are no motto."""
    start, classified = found.start(), _CLASSIFIER.match(text, found.end())
    if not classified or value < 2 or (start and text[start - 1] in _NO_COUNT_BEFORE):
        return None
    end, classifier = classified.end(), classified["classifier"]
    following = text[end : end + 2]
    if classifier == "个" and _SPAN_OF_TIME.match(text, end):  # 两个月内
        return None
    if (
        following[:1] in _MOTTO
        or len(following) < 2
        or not all("\u4e00" <= one <= "\u9fff" for one in following)
    ):
        return None
    if not found["number"].strip("百千万亿") or (classifier == "大" and not LARGE.match(text, end - 1)):
        return None
    quantity = Quantity(
        value=plain(value * factor(found["big"])),
        unit="个" if classifier == "大" else UNITS[classifier].base,
        bound=Bound.MORE_THAN if found["more"] else Bound.EXACT,
    )
    return mention(text, Span(start, end), Span(start, found.end("number")), quantity, chinese=True)


def _step(written: str) -> Decimal:
    """What one in the last written place is worth: 万 and 亿 at the end count like those after Arabic digits."""
    _, point, fraction = written.replace("．", ".").replace("点", ".").partition(".")
    if point:
        return Decimal(1).scaleb(-len(fraction.rstrip("万亿"))) * factor(
            fraction[len(fraction.rstrip("万亿")) :]
        )
    tail = compiled("[万亿]+$").search(written)
    return factor(tail[0]) if tail else Decimal(1)
