"""How a count is written: 1, 一, 甲, ①, a, i. The formats of Word's automatic numbering and of our own headings."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL = str.maketrans("一二三四五六七八九十百千〇零", "壹贰叁肆伍陆柒捌玖拾佰仟零零")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def chinese_count(number: int) -> str:
    """一, 十, 十一, 二十, 一百零五: as headings are counted, for 0 to 9999."""
    if not 0 <= number <= 9999:
        return str(number)
    if number == 0:
        return "〇"
    text, gap = "", False
    for worth, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // worth % 10
        if digit == 0:
            gap = bool(text)
            continue
        text += ("零" if gap else "") + _DIGITS[digit] + sign
        gap = False
    return text.removeprefix("一") if 10 <= number <= 19 else text


def _digit_by_digit(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _roman(number: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        times, number = divmod(number, worth)
        text += sign * times
    return text


def _letter(number: int) -> str:
    """a … z, aa, bb: Word repeats the letter."""
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (times + 1) if number > 0 else ""


def _circled(number: int) -> str:
    if 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    return chr(0x3251 + number - 21) if 21 <= number <= 35 else str(number)


def _parenthesised(number: int) -> str:
    return chr(0x2474 + number - 1) if 1 <= number <= 20 else f"({number})"


def _with_stop(number: int) -> str:
    return chr(0x2488 + number - 1) if 1 <= number <= 20 else f"{number}."


def _full_width(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


def _stem(number: int) -> str:
    return "甲乙丙丁戊己庚辛壬癸"[(number - 1) % 10] if number > 0 else ""


def _branch(number: int) -> str:
    return "子丑寅卯辰巳午未申酉戌亥"[(number - 1) % 12] if number > 0 else ""


_FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": chinese_count,
    "chineseCountingThousand": chinese_count,
    "japaneseCounting": chinese_count,
    "taiwaneseCounting": chinese_count,
    "taiwaneseCountingThousand": chinese_count,
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": chinese_count,
    "taiwaneseDigital": _digit_by_digit,
    "chineseLegalSimplified": lambda number: chinese_count(number).translate(_LEGAL),
    "ideographLegalTraditional": lambda number: chinese_count(number).translate(_LEGAL),
    "ideographTraditional": _stem,
    "ideographZodiac": _branch,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "ideographEnclosedCircle": lambda n: chr(0x3280 + n - 1) if 1 <= n <= 10 else _circled(n),
    "decimalEnclosedParen": _parenthesised,
    "decimalEnclosedFullstop": _with_stop,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalZero": lambda number: f"{number:02d}",
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerLetter": _letter,
    "none": lambda number: "",
}


def counted(number: int, number_format: str) -> str:
    """``number`` in one of Word's number formats; decimal for those that no Chinese document uses."""
    return _FORMATS.get(number_format, str)(number)
