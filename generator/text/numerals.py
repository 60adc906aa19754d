"""Numerals: Arabic, full-width, Chinese and mixed, read as exact decimals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.model.place import Span

# Full-width digits and marks only: NFKC would turn ① into 1 and glue list marks to figures.
_NARROW = str.maketrans("０１２３４５６７８９．，％：", "0123456789.,%:")

ARABIC = (
    r"(?:[0-9０-９]{1,3}(?:,[0-9０-９]{3})+(?![0-9０-９])|[０-９]{1,3}(?:，[０-９]{3})+(?![０-９])|[0-9０-９]+)"
    r"(?:[.．][0-9０-９]+)?"
)
_ZERO = "零〇○"
_ONES = "一二三四五六七八九壹贰叁肆伍陆柒捌玖貳參陸"
_PAIR = "两俩兩倆"
HAN_DIGITS = _ZERO + _ONES + _PAIR
HAN_UNITS = "十百千万亿拾佰仟萬億"
_DIGITS = dict(zip(_ZERO, (0, 0, 0), strict=True)) | dict(
    zip(_ONES, (1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 6), strict=True)
)
_DIGITS |= dict.fromkeys(_PAIR, 2)
_SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_LARGE = {"万": 10**4, "亿": 10**8, "萬": 10**4, "億": 10**8, "兆": 10**12}
_BY_SIZE = (("兆",), ("亿", "億"), ("万", "萬"))

# 千, 百 and 兆 belong to the unit in 千瓦, 千米, 百分点, 兆瓦; 几 stands for an unknown digit (二十几万).
_UNIT_PREFIX = r"(?![瓦米克伏帕卡升字分赫])"
_FRACTION = rf"(?:点[{_ZERO}{_ONES}]+)"
CHINESE = rf"(?:[{HAN_DIGITS}]|[十百千万亿拾佰仟萬億兆]{_UNIT_PREFIX})+(?:{_FRACTION}(?:[万亿萬億]{_UNIT_PREFIX})*)?"
_GROUP = rf"[十百千]?(?:[万亿萬億兆]{_UNIT_PREFIX})*"
# 5万4千6百, 3万4000, 1千零20: what goes on after 万 or 亿 is either named (千, 百), after 零, or fills its four places.
MIXED = rf"{ARABIC}(?:[十百千]{_UNIT_PREFIX}(?![万亿萬億]))?(?:[万亿萬億兆]{_UNIT_PREFIX})*"
_CONTINUED = (
    rf"{ARABIC}(?:(?:[十百千]{_UNIT_PREFIX})?(?:[万亿萬億]{_UNIT_PREFIX})*"
    rf"(?:零[0-9０-９]+|(?<=[万亿])[0-9０-９]{{4}}(?![0-9０-９.])|(?<=[百千万亿])[0-9０-９](?=[百千万]{_UNIT_PREFIX})))+"
    rf"(?:[百千]{_UNIT_PREFIX})?(?:[万亿]{_UNIT_PREFIX})*"
)
NUMERAL = rf"(?:{_CONTINUED}|{ARABIC}(?:[十百千]{_UNIT_PREFIX})?(?:[万亿萬億兆]{_UNIT_PREFIX})*)"

_NUMERAL = re.compile(NUMERAL)
_CHINESE = re.compile(CHINESE)
_EXPONENT = re.compile(r"[eEｅ]([+\-－]?[0-9０-９]+)")
_APPROXIMATE = re.compile(r"[余多几]([万亿萬億]*)")
_DIGIT = rf"(?:{ARABIC}|[{_ONES}{_PAIR}])"
_SECTION = re.compile(
    rf"零?(?:(?P<thousands>{_DIGIT})?(?P<k>[千仟]))?[零〇]?(?:(?P<hundreds>{_DIGIT})?(?P<h>[百佰]))?[零〇]?"
    rf"(?:(?P<tens>{_DIGIT})?(?P<t>[十拾]))?[零〇]?(?P<ones>{_DIGIT})?"
)
_ARABIC_ONLY = re.compile(ARABIC)
_DIGITS_ONLY = "[0-9０-９]+"
_PRECISE = Decimal(10) ** 24  # beyond, rounding would tell an inexact value


@dataclass(frozen=True, slots=True, kw_only=True)
class NumeralMention:
    """A numeral where it stands, figure or not; ``chinese`` tells its script, ``about`` a 余, 多 or 几 in it."""

    span: Span
    value: Decimal
    chinese: bool = False
    about: bool = False


def narrow(text: str) -> str:
    """``text`` with full-width digits, points, commas and percent signs made half-width; same length."""
    return text.translate(_NARROW)


def parse_numeral(text: str) -> Decimal | None:
    """The value of a numeral that fills ``text`` (``1,020.5``, ``1.3万``, ``5万4千``, ``二千一百二十四万``); else None."""
    text = text.strip()
    if not text or not (_NUMERAL.fullmatch(text) or _CHINESE.fullmatch(text)):
        return None
    return parse_chinese(text)


def parse_arabic(text: str) -> Decimal:
    """The value of digits with an optional point and thousands separators, full-width or not."""
    return Decimal(narrow(text).replace(",", ""))


def factor(text: str) -> Decimal:
    """What the characters 十 百 千 万 亿 after digits multiply by; 1 for none."""
    product = 1
    for character in text:
        product *= _SMALL.get(character) or _LARGE.get(character, 1)
    return Decimal(product)


def plain(value: Decimal) -> Decimal:
    """``value`` without the zeros that multiplying leaves (13290.000 is 13290), and without an exponent."""
    if abs(value) >= _PRECISE:
        return value
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if value == whole else value.normalize()


def parse_chinese(text: str) -> Decimal | None:
    """The value of a numeral with Chinese members, None where the characters make none (``十十``, ``万``)."""
    whole, point, fraction = text.partition("点")
    if not point:
        return _whole(whole)
    digits = fraction.rstrip("万亿萬億")
    value = _whole(whole)
    if value is None or not digits or not all(character in _DIGITS for character in digits):
        return None
    exact = Decimal(f"{value}.{''.join(str(_DIGITS[character]) for character in digits)}")
    return exact * factor(fraction[len(digits) :])


def find_numerals(text: str) -> Iterator[NumeralMention]:
    """Every numeral of ``text``, whether it is a figure or not, in order; the longest part that makes a number."""
    position = 0
    while found := _ANYWHERE.search(text, position):
        if found["word"]:
            position = found.end()
            continue
        mention = _fraction(found) if found["below"] else _numeral(text, found)
        position = mention.span.end if mention else found.end()
        if mention:
            yield mention


def _fraction(found: re.Match[str]) -> NumeralMention | None:
    below = parse_arabic(found["below"])
    if not below:
        return None
    value = parse_arabic(found["above"]) / below
    if found["full"]:
        value += parse_arabic(found["full"])
    return NumeralMention(span=Span(found.start(), found.end()), value=value)


def _numeral(text: str, found: re.Match[str]) -> NumeralMention | None:
    chinese, start, end = bool(found["chinese"]), found.start(), found.end()
    value = parse_chinese(found[0]) if not found["point"] else Decimal(f"0{narrow(found[0])}")
    while value is None and end > start + 1:  # 五十千: 五十 is a number
        end -= 1
        value = parse_chinese(text[start:end])
    if value is None:
        return None
    more = _APPROXIMATE.match(text, end)
    if more:
        value, end = value * factor(more[1]), more.end()
    elif not chinese and (exponent := _EXPONENT.match(text, end)):
        value, end = value.scaleb(int(narrow(exponent[1]).replace("－", "-"))), exponent.end()
    return NumeralMention(span=Span(start, end), value=value, chinese=chinese, about=more is not None)


# Words that merely contain a numeral: names, idioms, adverbs.
WORDS_WITH_NUMERALS = (
    "一切|一旦|一律|一直|一起|一般|一定|一致|一贯|一经|一道|一些|一样|一并|一齐|一体|一线|一流|一概|一向|一度|一带|一再|统一|唯一|单一|同一|"
    "进一步|万一|一看|一折|一边|一面|一方面|一把手|一盘棋|一站式|一美元|[两俩]美|两两|双双|三农|三峡|三资|四川|四面|四季|四周|五保|五台|五谷|六盘|"
    "七夕|八一|九九|十分|十足|百姓|百货|百科|千克|千方百计|万万|万物|万能|万达|亿利|陆地|陆[续军空上]|大陆|登陆|内陆|海陆|"
    "收拾|拾[起取到]|夕拾|放肆|肆[意无]|队伍|入伍|退伍|伍仁|九寨|九江|三亚|三明|三门|五指|六安|七台|十堰"
)
_ANYWHERE = re.compile(
    rf"(?P<word>{WORDS_WITH_NUMERALS})"
    rf"|(?:(?P<full>{_DIGITS_ONLY})\s+)?(?P<above>{_DIGITS_ONLY})[/／](?P<below>{_DIGITS_ONLY})(?![0-9０-９/／])"
    rf"|(?P<code>{_DIGITS_ONLY}(?=(?:\.[0-9]+){{2}})|(?<=[0-9]\.)[0-9]+)"
    rf"|(?P<point>(?<![0-9.])[.．][0-9]+)"
    rf"|(?P<arabic>{NUMERAL})|(?P<chinese>{CHINESE})"
)


def _whole(text: str) -> Decimal | None:
    """The value of a numeral without 点: split at its largest 兆, 亿 or 万, then read below ten thousand."""
    if _ARABIC_ONLY.fullmatch(text):
        return parse_arabic(text)
    if len(text) > 1 and all(character in _DIGITS for character in text):
        return Decimal("".join(str(_DIGITS[character]) for character in text))
    for names in _BY_SIZE:
        at = max(text.rfind(name) for name in names)
        if at >= 0:
            return _split(text, at)
    return _below_ten_thousand(text)


def _split(text: str, at: int) -> Decimal | None:
    unit = _LARGE[text[at]]
    left, right = _whole(text[:at]), text[at + 1 :]
    if left is None or not left:
        return None
    if not right:
        return left * unit
    if len(right) == 1 and right in _DIGITS and right not in _ZERO:  # 一万三: a tenth of 万 each
        return left * unit + _DIGITS[right] * unit // 10
    rest = _whole(right)
    return left * unit + rest if rest is not None and rest < unit else None


def _below_ten_thousand(text: str) -> Decimal | None:
    if len(text) == 1 and text in _DIGITS:
        return Decimal(_DIGITS[text])
    found = _SECTION.fullmatch(text)
    if not found or not text.strip(_ZERO):
        return None
    total = Decimal(0)
    last = 0
    for unit, name, marker in ((1000, "thousands", "k"), (100, "hundreds", "h"), (10, "tens", "t")):
        if found[marker]:
            total += (_digit(found[name]) if found[name] else 1) * unit
            last = unit
    if found["ones"]:
        ones = _digit(found["ones"])
        omitted = last > 10 and text[-2] not in _ZERO and found["ones"] in _DIGITS  # 四百五 is 450
        total += ones * (last // 10 if omitted else 1)
    return total


def _digit(text: str) -> Decimal:
    return Decimal(_DIGITS[text]) if text in _DIGITS else parse_arabic(text)
