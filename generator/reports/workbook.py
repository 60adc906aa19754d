"""Check results as an .xlsx: summary, findings, the ledgers, and the sums with formulas that the clerk can recompute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.atomic_files import atomic_target
from generator.checking.places import describe_place
from generator.model.facts import RelationKind
from generator.model.finding import CheckReport, Finding, Severity, Status
from generator.reports.sheet_writing import add_sheet, formula

if TYPE_CHECKING:
    from openpyxl import Workbook

_SIGN = {RelationKind.SUM: "+", RelationKind.PRODUCT: "*"}
_FINDINGS = (
    "稿件",
    "级别",
    "位置",
    "原文",
    "问题",
    "另一处",
    "另一处的文字",
    "可改为",
    "怎么办",
    "规则",
    "处理",
)
_FIGURES = ("稿件", "位置", "数", "数值", "单位", "指标", "地区", "年度", "核实", "凭据")
_TASKS = ("稿件", "位置", "任务", "牵头", "责任", "配合", "核实", "凭据")
_SUMS = ("稿件", "位置", "总数", "单位", "各项之和或积", "差", "算式", "各项")


def write_workbook(reports: Sequence[CheckReport], out: Path) -> None:
    """Writes the workbook; InputError where ``out`` cannot be written. No text of a draft can become a formula."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    _summary(book, reports)
    add_sheet(
        book,
        "核对意见",
        _FINDINGS,
        _finding_rows(reports),
        widths=(14, 6, 10, 14, 36, 22, 36, 12, 26, 14, 10),
    )
    add_sheet(
        book, "数字台账", _FIGURES, _figure_rows(reports), widths=(18, 14, 16, 14, 8, 28, 14, 10, 9, 50)
    )
    add_sheet(book, "任务分工台账", _TASKS, _task_rows(reports), widths=(18, 14, 36, 24, 40, 24, 9, 50))
    add_sheet(book, "算式", _SUMS, _sum_rows(reports), widths=(18, 14, 14, 8, 14, 10, 50, 14))
    with atomic_target(out) as target:
        book.save(str(target))


def _summary(book: Workbook, reports: Sequence[CheckReport]) -> None:
    """A line for each draft; every count is a formula over the sheet that lists what is counted."""
    names = [_name(report) for report in reports]
    head = ("稿件", *(severity.label for severity in Severity), "数", *(s.label for s in Status), "核实比例")
    rows = []
    for number, name in enumerate(names, start=2):
        here = f"$A{number}"
        severities = [
            formula(f'COUNTIFS(核对意见!$A:$A,{here},核对意见!$B:$B,"{severity.label}")')
            for severity in Severity
        ]
        statuses = [
            formula(f'COUNTIFS(数字台账!$A:$A,{here},数字台账!$I:$I,"{status.label}")') for status in Status
        ]
        total = formula(f"COUNTIF(数字台账!$A:$A,{here})")
        share = formula(f"IF($E{number}=0,0,$F{number}/$E{number})")
        rows.append((name, *severities, total, *statuses, share))
    sheet = add_sheet(book, "汇总", head, rows, widths=(36, 8, 8, 8, 8, 9, 9, 9, 10))
    for number in range(2, len(rows) + 2):
        sheet.cell(number, len(head)).number_format = "0%"


def _name(report: CheckReport) -> str:
    return Path(report.facts.document.source).name


def _finding_rows(reports: Iterable[CheckReport]) -> Iterator[tuple[object, ...]]:
    for report in reports:
        yield from (_finding_row(report, finding, "") for finding in report.findings)
        for each in report.dismissed:
            yield _finding_row(report, each.finding, f"已忽略：{each.reason}")


def _finding_row(report: CheckReport, finding: Finding, handled: str) -> tuple[object, ...]:
    place = describe_place(report.facts.document, finding.span.start) if finding.quote else "全文"
    other = next(iter(finding.related), None)
    return (
        *(
            _name(report),
            "已忽略" if handled else finding.severity.label,
            place,
            finding.quote,
            finding.message,
        ),
        (other.label or other.source) if other else "",
        (other.passage or other.quote) if other else "",
        finding.suggestion.replace if finding.suggestion else "",
        *(finding.advice, finding.rule, handled),
    )


def _figure_rows(reports: Iterable[CheckReport]) -> Iterator[tuple[object, ...]]:
    for report in reports:
        for entry in report.ledger.figures:
            figure = entry.figure
            yield (
                *(_name(report), describe_place(report.facts.document, figure.span.start), figure.quote),
                *(figure.value, figure.unit, figure.indicator, figure.place, figure.year),
                *(entry.status.label, entry.proof),
            )


def _task_rows(reports: Iterable[CheckReport]) -> Iterator[tuple[object, ...]]:
    for report in reports:
        for entry in report.ledger.assignments:
            assignment = entry.assignment
            yield (
                *(
                    _name(report),
                    describe_place(report.facts.document, assignment.span.start),
                    assignment.task,
                ),
                *(
                    "、".join(names)
                    for names in (assignment.lead, assignment.responsible, assignment.supporting)
                ),
                *(entry.status.label, entry.proof),
            )


def _sum_rows(reports: Iterable[CheckReport]) -> Iterator[tuple[object, ...]]:
    """Sums and products whose members are all known, each with a formula over its own members."""
    number = 1
    for report in reports:
        for relation in report.facts.relations:
            values = [term.value for term in relation.terms]
            sign = _SIGN.get(relation.kind)
            if sign is None or relation.total.value is None or not values or None in values:
                continue
            number += 1
            yield (
                *(_name(report), describe_place(report.facts.document, relation.total.span.start)),
                *(relation.total.value, _unit(relation.total.quote)),
                *(formula(_over(sign, number, len(values))), formula(f"C{number}-E{number}")),
                *(relation.formula, *(value for value in values if value is not None)),
            )


def _over(sign: str, row: int, count: int) -> str:
    from openpyxl.utils import get_column_letter

    first, last = get_column_letter(len(_SUMS)), get_column_letter(len(_SUMS) + count - 1)
    return f"{'SUM' if sign == '+' else 'PRODUCT'}({first}{row}:{last}{row})"


def _unit(quote: str) -> str:
    return quote.lstrip("0123456789.．,，约近")
