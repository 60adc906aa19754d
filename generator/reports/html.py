"""Check results as one self-contained HTML page: the draft with marks, findings with both sides, the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape
from importlib.resources import files

from generator.checking.places import describe_source
from generator.checking.registry import all_rules
from generator.model.finding import CheckReport, Ledger, Severity, Status
from generator.reports.html_draft import render_draft
from generator.reports.html_findings import render_findings
from generator.reports.html_ledger import render_ledger
from generator.reports.terminal import share_of_proved

# No address is ever fetched: the page holds everything, and the browser is told so.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render_html(reports: Sequence[CheckReport]) -> str:
    """The page for one or more drafts. All text of drafts and sources is escaped."""
    bodies = "\n".join(_report(report, f"d{number}") for number, report in enumerate(reports))
    names = "、".join(_name(report) for report in reports) or "没有稿件"
    return f"""<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>核对结果：{escape(names)}</title>
<style>{_asset("page.css")}</style>
</head>
<body>
{_contents(reports)}
{bodies}
<footer class="signing"><span>核对人：</span><span>复核人：</span><span>日期：</span></footer>
<script>{_asset("page.js")}</script>
</body>
</html>"""


def _asset(name: str) -> str:
    return files("generator.reports").joinpath("page", name).read_text(encoding="utf-8")


def _name(report: CheckReport) -> str:
    return report.facts.document.source.replace("\\", "/").rpartition("/")[2]


def _contents(reports: Sequence[CheckReport]) -> str:
    """Links to the drafts, where there is more than one."""
    if len(reports) < 2:
        return ""
    links = "".join(
        f'<li><a href="#d{number}">{escape(_name(report))}</a>{_badges(report)}</li>'
        for number, report in enumerate(reports)
    )
    return f'<nav class="contents"><h2>稿件（{len(reports)}份）</h2><ol>{links}</ol></nav>'


def _badges(report: CheckReport) -> str:
    counts = ((severity, _count(report, severity)) for severity in Severity)
    return "".join(f'<b class="tag {s.value}">{s.label}{count}</b>' for s, count in counts if count)


def _count(report: CheckReport, severity: Severity) -> int:
    return sum(finding.severity is severity for finding in report.findings)


def _report(report: CheckReport, key: str) -> str:
    header = report.facts.header
    title = header.title or _name(report)
    number = f"<span>{escape(header.document_number)}</span>" if header.document_number else ""
    return f"""<article class="report" id="{key}">
<header class="head">
<p class="kind">公文核对结果</p>
<h1>{escape(title)}</h1>
<p class="identity"><span>{escape(_name(report))}</span>{number}</p>
{_shares(report.ledger)}
{_filters(report)}
<nav class="go"><a href="#{key}-text">正文</a><a href="#{key}-ledger">台账</a><a href="#{key}-basis">来源</a></nav>
</header>
<div class="columns">
<main class="draft" id="{key}-text" aria-label="稿件正文">{render_draft(report, key)}</main>
<aside class="findings" aria-label="核对意见">{render_findings(report, key)}</aside>
</div>
<div id="{key}-ledger">{render_ledger(report, key)}</div>
{_basis(report, key)}
</article>"""


def _shares(ledger: Ledger) -> str:
    """The bar of verified, contradicted and unverified figures, with its numbers in words."""
    total = len(ledger.figures)
    sentence = f'<p class="share">{share_of_proved(ledger)}</p>'
    if not total:
        return sentence
    parts = "".join(
        f'<i class="{status.value}" style="flex-grow:{ledger.count(status)}"></i>'
        for status in Status
        if ledger.count(status)
    )
    legend = "".join(
        f'<li class="{status.value}"><b>{ledger.count(status)}</b>{status.label}'
        f"<small>{ledger.count(status) * 100 / total:.0f}%</small></li>"
        for status in Status
    )
    return f'{sentence}<div class="bar" aria-hidden="true">{parts}</div><ul class="legend">{legend}</ul>'


def _filters(report: CheckReport) -> str:
    """A switch for each severity that occurs."""
    if not report.findings:
        return '<p class="clean">所查各项没有问题。</p>'
    switches = "".join(
        f'<label class="switch {severity.value}"><input type="checkbox" checked data-show="{severity.value}">'
        f"{severity.label} <b>{_count(report, severity)}</b></label>"
        for severity in Severity
        if _count(report, severity)
    )
    return f'<div class="filters" role="group" aria-label="按级别和规则筛选">{switches}{_rule_choice(report)}</div>'


def _rule_choice(report: CheckReport) -> str:
    """A list of the rules that found something, where there are several."""
    counts = Counter(finding.rule for finding in report.findings)
    if len(counts) < 2:
        return ""
    titles = {rule.name: rule.title for rule in all_rules()}
    options = "".join(
        f'<option value="{escape(name)}">{escape(titles.get(name, name))}（{count}）</option>'
        for name, count in counts.most_common()
    )
    return f'<select data-rules aria-label="按规则筛选"><option value="">各项规则</option>{options}</select>'


def _basis(report: CheckReport, key: str) -> str:
    """What the draft was held against, and what could not be checked."""
    sources = "".join(f"<li>{escape(describe_source(identity))}</li>" for identity in report.sources)
    skipped = "".join(
        f"<li><code>{escape(rule)}</code>：{escape(reason)}</li>" for rule, reason in report.skipped
    )
    held = f"<h2>对照的来源</h2><ul>{sources}</ul>" if sources else "<h2>对照的来源</h2><p>没有来源语料。</p>"
    left = f"<h2>没有查的规则</h2><ul>{skipped}</ul>" if skipped else ""
    return f'<section class="basis" id="{key}-basis">{held}{left}{_dismissed(report)}</section>'


def _dismissed(report: CheckReport) -> str:
    """What a person has set aside, with the reason."""
    rows = "".join(
        f"<li>{escape(each.finding.message)}（<code>{escape(each.finding.rule)}</code>）"
        f"<br>理由：{escape(each.reason)}</li>"
        for each in report.dismissed
    )
    return f"<h2>已忽略的意见</h2><ul>{rows}</ul>" if rows else ""
