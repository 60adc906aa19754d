"""The unit that stands at a place in a text: longest symbol first, and none where the characters begin a word."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.patterns import compiled
from generator.standards.units import UNITS

# What a symbol must not be followed by: 成立, 家庭, 项目 (a noun of its own), 所有 …
_NOT_BEFORE = {
    "个点": "位长",
    "伏": "贴天",
    "人": "制",
    "成": "立为员果效长功型本品都熟活交绩就",
    "升": "级学温值旗降任",
    "方": "面案式法位针向便",
    "度": "假过量汛",
    "周": "边年围期",
    "分": "别为成类之析管支散层步级公局行校享工部队期",
    "家": "庭",
    "项": "目",
    "部": "门委队",
    "所": "有在",
    "处": "置理于",
    "组": "织建长合成",
    "节": "点目能日约",
    "道": "路理德",
    "种": "植养子苗",
    "起": "来点步草",
    "对": "口象接应照策",
    "门": "类槛",
    "口": "岸径粮",
    "场": "地所",
    "班": "子级",
    "期": "间限末",
    "本": "科级地",
    "批": "复准发",
    "根": "据本",
    "位": "于置列居",
    "面": "积临貌向",
    "层": "次面级",
    "段": "落",
    "克": "服难隆",
    "角": "度色",
    "级": "别联",
    "台": "账阶",
    "条": "件例",
    "片": "区",
    "米": "粮",
    "名": "录称单",
    "年": "代度级龄份",
    "元": "旦素",
    "宗": "旨教",
}
_ONLY_BEFORE = {"日": compiled("[之以]?内|以上|以下|左右")}
# Units that serve after digits but would be letters or words elsewhere.
_AFTER_DIGITS_ONLY = {
    "m": (Decimal(1), "米"),
    "成": (Decimal(10), "%"),
    "日": (Decimal(1), "天"),
    "度": (Decimal(1), "度"),
}
_AFTER_DIGITS_ONLY |= {
    "方": (Decimal(1), "立方米"),
    "周": (Decimal(1), "周"),
    "克": (Decimal("0.001"), "公斤"),
}
_AFTER_DIGITS_ONLY |= {"升": (Decimal(1), "升")}
_AREA = compiled(
    "(?:乡镇|镇村|行政村|贫困村|自然村|村|乡|镇|县|区|市|省|项目|部门|单位|社区)(?![镇区级域场口庄里长委办外内间道部干组情志品物])"
)
LARGE = compiled("大(?=项目|工程|行动|任务|举措|体系|产业|主导|板块|平台|片区|重点|类)")
_RATE = compiled(
    r"[/／](?:平方米|立方米|千瓦时|公斤|公里|年|月|天|日|亩|人|户|斤|吨|生|村|个|头|只|株|瓦|度|㎡|平|升)(?:[·•.]?[年月天日人]|/[年月天])?"
)
# Measures that may follow a numeral of several Chinese characters; classifiers have rules of their own.
_CHINESE_UNITS = """
个百分点 百分点 平方公里 平方千米 平方米 平米 立方米 千瓦时 千瓦 兆瓦 马力 公里 千米 公顷 公斤 千克 斤 米 元 美元
人次 人 户 名 亩 吨 头 只 羽 株 倍 岁 周岁
"""


@dataclass(frozen=True, slots=True)
class UnitFound:
    """A unit in a text: where it ends, its base (with ``/年`` for a rate) and how much of the base it is worth."""

    end: int
    symbol: str
    base: str
    factor: Decimal


def _by_first(symbols: dict[str, tuple[Decimal, str]]) -> dict[str, tuple[tuple[str, Decimal, str], ...]]:
    table: dict[str, list[tuple[str, Decimal, str]]] = {}
    for symbol in sorted(symbols, key=len, reverse=True):
        worth, base = symbols[symbol]
        table.setdefault(symbol[0], []).append((symbol, worth, base))
    return {first: tuple(entries) for first, entries in table.items()}


_TABLE = {symbol: (unit.factor, unit.base) for symbol, unit in UNITS.items()}
_ARABIC = _by_first(_TABLE | _AFTER_DIGITS_ONLY)
_CHINESE = _by_first({symbol: _TABLE[symbol] for symbol in _CHINESE_UNITS.split()})


def unit_after_digits(text: str, at: int) -> UnitFound | None:
    """The unit, rate or counted place (6村) that starts at ``at``, after Arabic digits."""
    found = _unit(text, at, _ARABIC)
    if found is None:
        if LARGE.match(text, at):  # 5大工程
            return UnitFound(at + 1, "大", "个", Decimal(1))
        area = _AREA.match(text, at)
        return UnitFound(area.end(), area[0], "个", Decimal(1)) if area else None
    rate = _RATE.match(text, found.end)
    return (
        UnitFound(rate.end(), found.symbol, found.base + rate[0].replace("／", "/"), found.factor)
        if rate
        else found
    )


def unit_after_chinese(text: str, at: int) -> UnitFound | None:
    """The measure that starts at ``at``, after a Chinese numeral."""
    return _unit(text, at, _CHINESE)


def _unit(text: str, at: int, table: dict[str, tuple[tuple[str, Decimal, str], ...]]) -> UnitFound | None:
    for symbol, worth, base in table.get(text[at : at + 1], ()):
        if text.startswith(symbol, at) and _stands(text, symbol, at + len(symbol)):
            return UnitFound(at + len(symbol), symbol, base, worth)
    return None


def _stands(text: str, symbol: str, end: int) -> bool:
    """Whether the characters after the symbol leave it a unit."""
    following = text[end : end + 1]
    if symbol.isascii() and symbol.isalpha():
        return not (following.isascii() and following.isalpha())
    if only := _ONLY_BEFORE.get(symbol):
        return only.match(text, end) is not None
    return not following or following not in _NOT_BEFORE.get(symbol, "")
