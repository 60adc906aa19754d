"""Every numeral of a text, whether it counts anything or not: the bare recogniser under quantities and benchmarks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from generator.model.place import Span
from generator.patterns import compiled
from generator.text.numerals import ARABIC, factor, narrow, parse_arabic, parse_chinese


class NumeralKind(Enum):
    """How a numeral is put: plain, with 第, as a percentage, in 百分点, as a fraction."""

    NUMBER = "number"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    POINTS = "points"
    FRACTION = "fraction"


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """``span`` covers 第, 百分之, % and 成 too; a percentage's value is in percent (三成五 is 35)."""

    span: Span
    value: Decimal
    kind: NumeralKind


_HAN = "〇零一二三四五六七八九两俩兩倆壹贰叁肆伍陆柒捌玖貳參陸"
# 千瓦, 兆瓦 and 百分 are units and words; 万元 is a number and a unit.
_PLACE = "(?:[十拾佰仟]|百(?!分|帕)|千(?![瓦米克伏卡帕焦赫])|[万亿萬億]|兆(?![瓦字赫帕欧焦头]))"
# No number is named in more places; an endless run would be gone through again from each of its characters.
_RUN = rf"(?:[{_HAN}○]|{_PLACE}){{1,60}}"
_POINT = "点[〇○零一二三四五六七八九壹贰叁肆伍陆柒捌玖]+(?![十百千点])"
_MORE = r"(?:零?[多余几來来][万亿萬億]+)?"
_CHINESE = rf"(?:{_RUN})(?:{_POINT})?{_MORE}"
_MIXED = rf"(?:{ARABIC}|(?<![0-9０-９.．])[.．][0-9０-９]+)(?:{_PLACE}(?:零?(?:{ARABIC}|[{_HAN}]){_PLACE}?|{_PLACE})*)?{_MORE}"
_SIGN = r"(?:负|負|(?<![\w\-－—–%％])[-－])?"
_NUMERAL = compiled(
    r"(?P<address>https?://\S+|www\.\S+)"
    rf"|(?P<chain>[0-9０-９]+(?:[.．][0-9０-９]+){{2,}})"
    rf"|(?P<power>{ARABIC}[eEｅ][-+－＋]?[0-9０-９]+)"
    rf"|(?P<split>(?:(?P<whole>[0-9０-９]+) )?(?P<above>[0-9０-９]+)[/／](?P<below>[0-9０-９]+)(?![/／0-9０-９]))"
    rf"|(?<![{_HAN}十百千万亿])百分之\s?(?P<share>{_SIGN}(?:{_MIXED}|百|{_CHINESE}))(?P<thousand>[kKＫ]?)"
    rf"|(?P<denominator>{_RUN}|百)分之(?P<numerator>{_MIXED}|{_CHINESE})"
    r"|(?P<half_tenth>半)成(?![立员本为功])"
    rf"|(?P<ordinal>第)?(?P<number>{_SIGN}(?:{_MIXED}|{_CHINESE}))"
    r"(?P<after>\s?[%％﹪]|个?百分点|\s?成(?![立员本为功果绩效活熟长型交])(?P<and_half>[半一二三四五六七八九](?![十百千万个成]))?)?"
)
# 收拾, 队伍, 大陆, 放肆: the long forms of figures are words of their own where they stand alone.
_LONE_WORDS = frozenset("伍陆陸肆拾佰仟百千")
_WORDS = compiled(
    "一(?=[切看些般样起定直旦律致贯边向并再度共同概经举旁味连])|一(?=[下面带线体](?![个条]))|十(?=足|分[重必关注明努艰迫突紧认])"
    "|四(?=川|处[^理罚分]|周|肢)|[一两](?=美元|美刀|折)|万(?=一)|三(?=农|峡)|五(?=金|谷|保)|百(?=姓|货)|千(?=方|家万)"
)


def find_numerals(text: str) -> tuple[Numeral, ...]:
    """Every numeral of ``text`` in order: Arabic, Chinese and mixed; none inside addresses and words (队伍, 四川)."""
    return tuple(_numerals(text))


def _numerals(text: str) -> Iterator[Numeral]:
    position = 0
    while found := _NUMERAL.search(text, position):
        position = max(found.end(), position + 1)
        if found["chain"]:
            yield from _chained(found)
        elif found["number"] is None:
            if (numeral := _formal(found)) is not None:
                yield numeral
        else:
            numeral, position = _plain(text, found)
            if numeral is not None:
                yield numeral


def _chained(found: re.Match[str]) -> Iterator[Numeral]:
    for part in compiled("[0-9０-９]+").finditer(found["chain"]):
        start = found.start("chain")
        span = Span(start + part.start(), start + part.end())
        yield Numeral(span=span, value=parse_arabic(part[0]), kind=NumeralKind.NUMBER)


def _formal(found: re.Match[str]) -> Numeral | None:
    """Powers, fractions and percentages in words: forms whose parts are clear."""
    span = Span(found.start(), found.end())
    if found["power"]:
        value: Decimal | None = Decimal(
            narrow(found["power"]).translate(str.maketrans("ｅ－＋", "e-+")).replace(",", "")
        )
        return Numeral(span=span, value=value or Decimal(0), kind=NumeralKind.NUMBER)
    if found["split"]:
        below = parse_arabic(found["below"])
        if not below:
            return None
        whole = parse_arabic(found["whole"]) if found["whole"] else Decimal(0)
        return Numeral(
            span=span, value=whole + parse_arabic(found["above"]) / below, kind=NumeralKind.FRACTION
        )
    if found["half_tenth"]:
        return Numeral(span=span, value=Decimal(5), kind=NumeralKind.PERCENT)
    if found["share"]:
        value = _value(found["share"])
        thousand = 1000 if found["thousand"] else 1
        return None if value is None else Numeral(span=span, value=value * thousand, kind=NumeralKind.PERCENT)
    return _fraction(found, span)


def _fraction(found: re.Match[str], span: Span) -> Numeral | None:
    if not found["denominator"]:
        return None
    below, above = parse_chinese(found["denominator"]), _value(found["numerator"])
    if not below or above is None:
        return None
    return Numeral(span=span, value=above / below, kind=NumeralKind.FRACTION)


def _plain(text: str, found: re.Match[str]) -> tuple[Numeral | None, int]:
    """The numeral of a plain match and where to go on; of Han characters that make none as a whole, the longest start."""
    written, start, end = found["number"], found.start("number"), found.end()
    value, number_end = _value(written), found.end("number")
    if value is None and not _is_guess(written):
        value, end = _longest_start(text, start, number_end)
        number_end = end
    if value is None or (word := _word_length(text, start, number_end)):
        return None, end if _is_guess(written) else start + (word if value is not None else 1)
    kind = NumeralKind.ORDINAL if found["ordinal"] else NumeralKind.NUMBER
    if number_end == found.end("number") and found["after"]:
        kind, value = _with_sign(found["after"].strip(), found["and_half"] or "", value)
    return Numeral(span=Span(found.start(), end), value=value, kind=kind), end


def _longest_start(text: str, start: int, end: int) -> tuple[Decimal | None, int]:
    """The longest numeral that starts at ``start``: on from one character, until a few more make none."""
    best: tuple[Decimal | None, int] = (None, start + 1)
    for stop in range(start + 1, end + 1):
        if (value := _value(text[start:stop])) is not None:
            best = (value, stop)
        elif stop - best[1] > _HOPEFUL:
            break
    return best


def _with_sign(after: str, half: str, value: Decimal) -> tuple[NumeralKind, Decimal]:
    if after.endswith("点"):
        return NumeralKind.POINTS, value
    if after[0] != "成":
        return NumeralKind.PERCENT, value
    more = Decimal(5) if half == "半" else (parse_chinese(half) or Decimal(0)) if half else Decimal(0)
    return NumeralKind.PERCENT, value * 10 + more


def _value(written: str) -> Decimal | None:
    """The value of what the pattern found, 几 and 多 before 万 left out, a sign obeyed."""
    sign = -1 if written[0] in "负負-－" else 1
    body = narrow(written.lstrip("负負-－"))
    tail = compiled("零?[多余几來来]([万亿萬億]+)$").search(body)
    if tail:
        body = body[: tail.start()]
    body = compiled("(?<=[十百千万亿])零$").sub("", body)
    value = parse_chinese("0" + body if body.startswith(".") else body)
    return None if value is None else sign * value * factor(tail[1] if tail else "")


_HOPEFUL = 4  # 一百零 is no number yet, 一百零五 is
_GUESS = compiled("[二三四五六七八九两][二三四五六七八九两][十百千万亿]")


def _is_guess(written: str) -> bool:
    """二三十, 三五百: two neighbouring digits before a place are a guess, no number."""
    return _GUESS.search(written) is not None


def _word_length(text: str, start: int, end: int) -> int:
    """How many of the characters are (a part of) a word and no number (队伍, 一切, 九九); 0 for none."""
    written = text[start:end]
    if len(written) == 1 and (written in _LONE_WORDS or _WORDS.match(text, start)):
        return 1
    doubled = len(written) == 2 and written[0] == written[1] and not written[0].isdigit()
    return 2 if doubled else 0
