"""Numerals: Arabic, full-width, Chinese and mixed, read as exact decimals."""

from __future__ import annotations

from decimal import Decimal

from generator.patterns import compiled

# Full-width digits and marks only: NFKC would turn ① into 1 and glue list marks to figures.
_NARROW = str.maketrans("０１２３４５６７８９．，％：", "0123456789.,%:")

# 1，329万元: a comma that was made full-width parts thousands where a unit follows.
ARABIC = (
    r"(?:[0-9]{1,3}(?:，[0-9]{3})+(?=(?:[.．][0-9]+)?\s?(?:[万亿元人户亩吨斤名]|公[里顷斤]|千瓦))|[0-9０-９]{1,3}(?:,[0-9０-９]{3})+(?![0-9０-９])|[０-９]{1,3}(?:，[０-９]{3})+(?![０-９])|[0-9０-９]+)"
    r"(?:[.．][0-9０-９]+)?"
)
_ZERO = "零〇○"
_ONES = "一二三四五六七八九壹贰叁肆伍陆柒捌玖貳參陸"
_PAIR = "两俩兩倆"
HAN_DIGITS = _ZERO + _ONES + _PAIR
_DIGITS = dict(zip(_ZERO, (0, 0, 0), strict=True)) | dict(
    zip(_ONES, (1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 6), strict=True)
)
_DIGITS |= dict.fromkeys(_PAIR, 2)
_SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_LARGE = {"万": 10**4, "亿": 10**8, "萬": 10**4, "億": 10**8, "兆": 10**12}
_BY_SIZE = (("兆",), ("亿", "億"), ("万", "萬"))

# 千, 百 and 兆 belong to the unit in 千瓦, 千米, 百分点, 兆瓦.
_PLACE = r"(?:[十万亿拾佰仟萬億]|百(?![分帕])|千(?![瓦米克伏帕卡升字赫])|兆(?![瓦字赫帕欧焦头]))"
_LARGE_PLACE = r"(?:[万亿萬億]|兆(?![瓦字赫帕欧焦头]))"
_SMALL_PLACE = r"(?:十|百(?![分帕])|千(?![瓦米克伏帕卡升字赫]))"
_FRACTION = rf"(?:点[{_ZERO}{_ONES}]+)"
CHINESE = rf"(?:[{HAN_DIGITS}]|{_PLACE})+(?:{_FRACTION}{_LARGE_PLACE}*)?"
# 5万4千6百, 3万4000, 1千零20: what goes on after 万 or 亿 is either named (千, 百), after 零, or fills its four places.
_CONTINUED = (
    rf"{ARABIC}(?:{_SMALL_PLACE}?{_LARGE_PLACE}*"
    rf"(?:零[0-9０-９]+|(?<=[万亿])[0-9０-９]{{4}}(?![0-9０-９.])|(?<=[百千万亿])[0-9０-９](?=[百千万](?![瓦米克伏分帕卡升字赫]))))+"
    rf"{_SMALL_PLACE}?{_LARGE_PLACE}*"
)
NUMERAL = rf"(?:{_CONTINUED}|{ARABIC}{_SMALL_PLACE}?{_LARGE_PLACE}*)"

_NUMERAL = compiled(NUMERAL)
_CHINESE = compiled(CHINESE)
_DIGIT = rf"(?:{ARABIC}|[{_ONES}{_PAIR}])"
_SECTION = compiled(
    rf"零?(?:(?P<thousands>{_DIGIT})?(?P<k>[千仟]))?[零〇]?(?:(?P<hundreds>{_DIGIT})?(?P<h>[百佰]))?[零〇]?"
    rf"(?:(?P<tens>{_DIGIT})?(?P<t>[十拾]))?[零〇]?(?P<ones>{_DIGIT})?"
)
_ARABIC_ONLY = compiled(ARABIC)
LONGEST_NAMED = 60  # places named up to 兆 take some forty characters; a longer run of them is no number
_PRECISE = Decimal(10) ** 24  # beyond, rounding would tell an inexact value


def narrow(text: str) -> str:
    """``text`` with full-width digits, points, commas and percent signs made half-width; same length."""
    return text.translate(_NARROW)


def parse_numeral(text: str) -> Decimal | None:
    """The value of a numeral that fills ``text`` (``1,020.5``, ``1.3万``, ``5万4千``, ``二千一百二十四万``); else None."""
    text = text.strip().replace("，", ",")
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
    if len(text) > LONGEST_NAMED and not _ARABIC_ONLY.fullmatch(text):
        return None
    whole, point, fraction = text.partition("点")
    if not point:
        return _whole(whole)
    digits = fraction.rstrip("万亿萬億")
    value = _whole(whole)
    if value is None or not digits or not all(character in _DIGITS for character in digits):
        return None
    exact = Decimal(f"{value}.{''.join(str(_DIGITS[character]) for character in digits)}")
    return exact * factor(fraction[len(digits) :])


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
    if left is None:
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
