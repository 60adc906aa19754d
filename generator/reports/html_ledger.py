"""The ledger in HTML: every figure and every assignment with its status and what proves it."""

from __future__ import annotations

from html import escape

from generator.checking.places import describe_place
from generator.model.agency import Role
from generator.model.facts import Assignment
from generator.model.finding import AssignmentEntry, CheckReport, FigureEntry, Status
from generator.model.text_document import TextDocument


def render_ledger(report: CheckReport, key: str) -> str:
    """Two tables; nothing where the draft states nothing."""
    return _figures(report, key) + _assignments(report)


def _figures(report: CheckReport, key: str) -> str:
    entries = report.ledger.figures
    if not entries:
        return ""
    document = report.facts.document
    rows = "".join(_figure_row(entry, document, f"{key}-n{number}") for number, entry in enumerate(entries))
    switches = "".join(
        f'<label class="switch {status.value}"><input type="checkbox" checked data-status="{status.value}">'
        f"{status.label} <b>{report.ledger.count(status)}</b></label>"
        for status in Status
    )
    return f"""<section class="ledger">
<h2>数字台账</h2>
<div class="filters" role="group" aria-label="按核实情况筛选">{switches}</div>
<table><thead><tr><th>位置</th><th>数</th><th>指标</th><th>年度</th><th>核实</th><th>凭据</th></tr></thead>
<tbody>{rows}</tbody></table>
</section>"""


def _figure_row(entry: FigureEntry, document: TextDocument, anchor: str) -> str:
    figure = entry.figure
    place = describe_place(document, figure.span.start)
    indicator = "、".join(part for part in (figure.place, figure.indicator) if part)
    return (
        f'<tr data-status="{entry.status.value}"><td class="place"><a href="#{anchor}">{place}</a></td>'
        f'<td class="number">{escape(figure.quote)}</td><td>{escape(indicator)}</td><td class="year">{escape(figure.year)}</td>'
        f"<td>{_status(entry.status)}</td><td>{escape(_proof(entry))}</td></tr>"
    )


def _assignments(report: CheckReport) -> str:
    if not report.ledger.assignments:
        return ""
    rows = "".join(_assignment_row(entry, report.facts.document) for entry in report.ledger.assignments)
    return f"""<section class="ledger assignments">
<h2>任务分工台账</h2>
<table><thead><tr><th>位置</th><th>任务</th><th>单位</th><th>核实</th><th>凭据</th></tr></thead>
<tbody>{rows}</tbody></table>
</section>"""


def _assignment_row(entry: AssignmentEntry, document: TextDocument) -> str:
    assignment = entry.assignment
    place = describe_place(document, assignment.span.start)
    return (
        f'<tr data-status="{entry.status.value}"><td class="place">{place}</td><td>{escape(assignment.task)}</td>'
        f"<td>{_agencies(assignment)}</td><td>{_status(entry.status)}</td><td>{escape(_proof(entry))}</td></tr>"
    )


def _agencies(assignment: Assignment) -> str:
    labels = {Role.LEAD: "牵头", Role.RESPONSIBLE: "责任", Role.SUPPORTING: "配合"}
    named = ((label, assignment.named(role)) for role, label in labels.items())
    return "<br>".join(f"<b>{label}</b> {escape('、'.join(names))}" for label, names in named if names)


def _status(status: Status) -> str:
    return f'<span class="status {status.value}">{status.label}</span>'


def _proof(entry: FigureEntry | AssignmentEntry) -> str:
    """What proves it; where the ledger only names places, those."""
    return entry.proof or "、".join(other.label for other in entry.related)
