"""The form of a 发文字号 that a clerk types: 机关代字〔年份〕序号号."""

from __future__ import annotations

from generator.ingest.problems import Problems
from generator.ingest.yaml_nodes import TextNode
from generator.text.document_numbers import DocumentNumber, parse_document_number

_EXAMPLE = "请写成机关代字、六角括号括起的年份、顺序号，如 清脱贫办发〔2017〕2号"


def check_document_number(node: TextNode, problems: Problems) -> None:
    """Notes a number of the wrong form with the number as it should be (GB/T 9704—2012, 7.2.5)."""
    text = node.text.strip()
    number = parse_document_number(text)
    if number is not None and number.well_formed:
        return
    unended = parse_document_number(f"{text}号") if number is None else None
    found = number or unended
    if found is None or not found.serial.isdecimal():
        problems.add(node, f"发文字号“{text}”的形式不对", _EXAMPLE)
        return
    faults = [*_faults(found), *(("末尾缺“号”字",) if unended else ())]
    reasons = "，".join(faults or ("数字要用半角，中间不留空格",))
    problems.add(node, f"发文字号“{text}”的形式不对：{reasons}", f"请写成 {found.canonical}")


def _faults(number: DocumentNumber) -> list[str]:
    faults = []
    if (number.opening, number.closing) != ("〔", "〕"):
        faults.append("年份要用六角括号〔〕")
    if len(number.year.strip()) != 4:
        faults.append("年份要写全四位")
    if f"年{number.closing}" in number.text:
        faults.append("年份后不加“年”字")
    if f"第{number.serial}" in number.text:
        faults.append("序号前不加“第”字")
    if number.serial.startswith("0"):
        faults.append("序号不编虚位")
    return faults
