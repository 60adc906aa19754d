"""A scalar's text to a date, a year or a quantity, with what to write where it is none."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from generator.ingest.problems import Problems
from generator.ingest.yaml_nodes import TextNode
from generator.model.quantity import Quantity
from generator.patterns import compiled
from generator.text.quantities import parse_quantity

_DATE = compiled(r"([12]\d{3})(?:-|/|\.|年)(\d{1,2})(?:-|/|\.|月)(\d{1,2})日?", re.ASCII)
_YEAR = compiled(r"([12]\d{3})年?(?:\s*(?:-|—|–|~|～|至|到)+\s*([12]\d{3})年?)?", re.ASCII)
_BARE_NUMBER = compiled(r"[\d０-９.,，．]+")
_UNIT_BY_NAME = (
    (compiled(r"户数?$"), "户"),
    (compiled(r"率|占比|比重|比例|增幅|增速"), "%"),
    (compiled(r"资金|投资|经费|金额|收入|销售额|产值|贷款|补助|补贴"), "万元"),
    (compiled(r"面积"), "亩"),
    (compiled(r"里程|公路|道路"), "公里"),
    (compiled(r"人口|人数|人$|劳动力|学生|带头人"), "人"),
    (compiled(r"村|项目|个数|数量|站|所|网点|主体"), "个"),
)


def read_date(node: TextNode, problems: Problems) -> date | None:
    """``2017-02-14`` or ``2017年2月14日``."""
    text = node.text.strip()
    match = _DATE.fullmatch(text)
    if match is None:
        problems.add(node, f"“{text}”不是日期", "请写成 2017-02-14 的样子")
        return None
    year, month, day = (int(part) for part in match.groups())
    if not 1 <= month <= 12:
        problems.add(node, f"“{text}”里没有{month}月", "月份应在1到12之间")
        return None
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        problems.add(node, f"“{text}”不存在，{year}年{month}月只有{last}天", f"日应在1到{last}之间")
        return None
    return date(year, month, day)


def read_year(node: TextNode, problems: Problems) -> str:
    """``2017``, or ``2018-2020`` whatever dash the file uses."""
    text = node.text.strip()
    match = _YEAR.fullmatch(text)
    if match is None:
        problems.add(node, f"“{text}”不是年度", "请写成 2017，或 2018-2020")
        return ""
    first, last = match.groups()
    if last is not None and int(last) <= int(first):
        problems.add(node, f"“{text}”的起止年份颠倒了", f"请写成 {last}-{first}")
        return ""
    return f"{first}-{last}" if last else first


def read_quantity(node: TextNode, problems: Problems, *, of: str = "") -> Quantity | None:
    """A number with its unit, kept as written; ``of`` names what is counted, for the remedy."""
    text = node.text.strip()
    if _BARE_NUMBER.fullmatch(text):
        problems.add(node, f"“{text}”缺计量单位", f"请写成 {text}{_likely_unit(of)}")
        return None
    quantity = parse_quantity(text)
    if quantity is None:
        problems.add(
            node, f"“{text}”读不出数值和计量单位", "请写成一个数加计量单位，如 6645人、1.329万人、70%"
        )
        return None
    if not quantity.unit:
        problems.add(node, f"“{text}”缺计量单位", "请在数后面写上单位，如 6645人、372户、420万元")
        return None
    return quantity


def _likely_unit(of: str) -> str:
    unit = next((unit for pattern, unit in _UNIT_BY_NAME if pattern.search(of)), None)
    return unit or "人、户、万元等带单位的样子"
