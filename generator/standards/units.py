"""计量单位: symbol, dimension, base unit and factor.

万 and 亿 are part of the number, not of the unit (``1.329万人`` is 13290 人). Units with a legal name and a customary
one share the base (平米 → 平方米, 千米 → 公里). Classifiers (个 所 条 …) count things; 户, 人 and 人次 are dimensions
of their own: one is never the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Unit:
    """``symbol`` as written; a value in it times ``factor`` is a value in ``base``."""

    symbol: str
    dimension: str
    base: str
    factor: Decimal = Decimal(1)


_MEASURES: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    # dimension, base unit, (symbol, factor) …
    ("money", "元", (("元", "1"), ("块钱", "1"), ("人民币", "1"), ("角", "0.1"))),
    ("dollars", "美元", (("美元", "1"), ("美圆", "1"))),
    ("people", "人", (("人", "1"), ("人口", "1"), ("名", "1"), ("位", "1"))),
    ("visits", "人次", (("人次", "1"), ("人（次）", "1"), ("人(次)", "1"), ("名次", "1"))),
    ("households", "户", (("户", "1"),)),
    ("household visits", "户次", (("户次", "1"),)),
    ("farmland", "亩", (("亩", "1"),)),
    ("worked land", "亩次", (("亩次", "1"),)),
    ("passenger traffic", "人公里", (("人公里", "1"),)),
    ("freight traffic", "吨公里", (("吨公里", "1"),)),
    ("land", "公顷", (("公顷", "1"),)),
    ("region", "平方公里", (("平方公里", "1"), ("平方千米", "1"))),
    ("floor", "平方米", (("平方米", "1"), ("平米", "1"), ("㎡", "1"))),
    ("volume", "立方米", (("立方米", "1"), ("立方", "1"), ("m³", "1"))),
    ("liquid", "升", (("千升", "1000"),)),
    ("length", "公里", (("公里", "1"), ("千米", "1"), ("km", "1"))),
    ("short length", "米", (("米", "1"), ("延米", "1"), ("厘米", "0.01"), ("毫米", "0.001"))),
    (
        "power",
        "千瓦",
        (("千瓦", "1"), ("兆瓦", "1000"), ("kW", "1"), ("KW", "1"), ("MW", "1000"), ("GW", "1000000")),
    ),
    ("engine power", "马力", (("马力", "1"),)),
    ("transformer", "千伏安", (("千伏安", "1"), ("kVA", "1"), ("KVA", "1"))),
    ("voltage", "千伏", (("千伏", "1"), ("kV", "1"), ("KV", "1"), ("伏", "0.001"))),
    ("energy", "千瓦时", (("千瓦时", "1"), ("度电", "1"), ("kWh", "1"), ("MWh", "1000"), ("GWh", "1000000"))),
    ("mass", "吨", (("吨", "1"), ("吨标准煤", "1"))),
    ("weight", "公斤", (("公斤", "1"), ("千克", "1"), ("kg", "1"), ("斤", "0.5"), ("市斤", "0.5"))),
    ("fineness", "微克", (("微克", "1"), ("毫克", "1000"))),
    ("temperature", "℃", (("摄氏度", "1"), ("℃", "1"))),
    ("share", "%", (("%", "1"), ("％", "1"), ("﹪", "1"), ("‰", "0.1"))),
    ("points", "百分点", (("个百分点", "1"), ("百分点", "1"), ("个点", "1"))),
    ("multiple", "倍", (("倍", "1"),)),
    ("age", "岁", (("周岁", "1"), ("岁", "1"))),
    ("years", "年", (("周年", "1"), ("年", "1"))),
    ("months", "个月", (("个月", "1"),)),
    ("weeks", "周", (("个星期", "1"),)),
    ("days", "天", (("个工作日", "1"), ("工作日", "1"), ("个日历天", "1"), ("天", "1"))),
    ("hours", "小时", (("小时", "1"), ("个小时", "1"), ("学时", "1"), ("个学时", "1"), ("课时", "1"))),
    ("minutes", "分钟", (("分钟", "1"),)),
    ("score", "分", (("分", "1"),)),
    ("times", "次", (("次", "1"), ("场次", "1"), ("例次", "1"))),
)
# What 量词 count: each its own base, all of one dimension, so that 112座 and 112个 may be held against each other.
_CLASSIFIERS = (
    *"个所处条座家项件套台辆艘间栋幢孔口眼盏块片张册本份篇期场批支组班桩宗起例对双门头只羽匹株棵尾箱盒袋瓶枚种类级层部笔顶床道面根节届轮趟遍步段",
    *("大类", "方面", "类别", "网点"),
)


def _all_units() -> Iterator[Unit]:
    for dimension, base, symbols in _MEASURES:
        for symbol, factor in symbols:
            yield Unit(symbol, dimension, base, Decimal(factor))
    for symbol in _CLASSIFIERS:
        base = "类" if symbol == "大类" else symbol
        yield Unit(symbol, "count", base)


UNITS: Mapping[str, Unit] = {unit.symbol: unit for unit in _all_units()}
CLASSIFIERS: frozenset[str] = frozenset(_CLASSIFIERS)


def dimension(base: str) -> str:
    """The dimension of a base unit; ``rate`` for a compound such as 元/年; empty for none."""
    if "/" in base:
        return "rate"
    unit = UNITS.get(base)
    return unit.dimension if unit else ""
