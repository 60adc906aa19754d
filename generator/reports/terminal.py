"""Check results for a terminal: a line for each finding, then what was proved and what was not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.checking.places import describe_place, section_at
from generator.model.finding import CheckReport, Finding, Ledger, Related, Severity, Status
from generator.reports.text_table import shorten

_MOST_RELATED = 3
_SECTION_WIDTH = 30


def render_terminal(reports: Iterable[CheckReport]) -> str:
    """Findings in text order and the ledger's share, for each draft. Never a verdict without that share."""
    return "".join(terminal_parts(reports))


def terminal_parts(reports: Iterable[CheckReport]) -> Iterator[str]:
    """The text of :func:`render_terminal` piece by piece, a draft at a time."""
    for number, report in enumerate(reports):
        yield ("\n\n" if number else "") + "\n".join(_document(report))


def _document(report: CheckReport) -> Iterator[str]:
    yield f"== {report.facts.document.source} =="
    for number, finding in enumerate(report.findings, start=1):
        yield f"{number}. {_finding_line(report, finding)}"
    yield from _advice_lines(report.findings)
    yield _counts(report.findings) + "。" + share_of_proved(report.ledger)
    yield from _skipped_lines(report.skipped)
    for each in report.dismissed:
        yield f"已忽略：{_finding_line(report, each.finding)}；理由：{each.reason}"


def _skipped_lines(skipped: Sequence[tuple[str, str]]) -> Iterator[str]:
    """A line for each reason, with the bundles of rules that it kept from running."""
    bundles: dict[str, dict[str, None]] = {}
    for rule, reason in skipped:
        bundles.setdefault(reason, {})[rule.partition(".")[0]] = None
    for reason, names in bundles.items():
        yield f"未查：{'、'.join(names)}（{reason}）"


def share_of_proved(ledger: Ledger) -> str:
    """How many figures there are and what is known of them, in one sentence."""
    if not ledger.figures:
        return "全文没有读到可以核对的数。"
    counts = "，".join(f"{status.label}{ledger.count(status)}" for status in Status)
    return f"全文{len(ledger.figures)}个数，{counts}。"


def _counts(findings: Sequence[Finding]) -> str:
    if not findings:
        return "所查各项没有问题"
    counts = ((severity, sum(f.severity is severity for f in findings)) for severity in Severity)
    return "，".join(f"{severity.label}{count}处" for severity, count in counts if count)


def _finding_line(report: CheckReport, finding: Finding) -> str:
    place = _place(report, finding) if finding.quote else "全文"
    quote = f"“{shorten(finding.quote)}”" if finding.quote else ""
    line = f"{place}{quote} {finding.severity.label}：{finding.message}"
    others = _other_sides(finding.related)
    return f"{line}；另见{others} [{finding.rule}]" if others else f"{line} [{finding.rule}]"


def _place(report: CheckReport, finding: Finding) -> str:
    start = finding.span.start
    section = shorten(section_at(report.facts.outline, start), _SECTION_WIDTH)
    place = describe_place(report.facts.document, start)
    return f"{place} · {section} · " if section else place


def _other_sides(related: Sequence[Related]) -> str:
    shown = "、".join(
        f"{other.label or f'第{other.paragraph}段'}“{shorten(other.quote)}”"
        for other in related[:_MOST_RELATED]
    )
    return f"{shown}等{len(related)}处" if len(related) > _MOST_RELATED else shown


def _advice_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """What to do, said once for each rule that found something."""
    advice = dict.fromkeys((finding.rule, finding.advice) for finding in findings if finding.advice)
    if advice:
        yield "怎么办："
        yield from (f"  {rule}：{text}。" for rule, text in advice)
