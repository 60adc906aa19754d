"""Check results as SARIF 2.1.0, for editors and pipelines. Offsets count Unicode code points of the document's text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from generator.checking.registry import all_rules
from generator.checking.rule import Rule
from generator.model.finding import CheckReport, Finding, Related, Severity
from generator.model.place import Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def render_sarif(reports: Sequence[CheckReport]) -> str:
    """One log with one run over all drafts."""
    rules = {rule.name: rule for rule in all_rules()}
    used = sorted({finding.rule for report in reports for finding in report.findings})
    run = {
        "tool": {
            "driver": {
                "name": "nigao",
                "fullName": "拟稿：公文核校",
                "rules": [_rule(name, rules.get(name)) for name in used],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(report, finding, used.index(finding.rule))
            for report in reports
            for finding in report.findings
        ],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _rule(name: str, rule: Rule | None) -> dict[str, object]:
    if rule is None:
        return {"id": name}
    return {
        "id": name,
        "shortDescription": {"text": rule.title},
        "help": {"text": rule.advice or rule.title},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(report: CheckReport, finding: Finding, index: int) -> dict[str, object]:
    document = report.facts.document
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(document.source, finding.span, finding.quote, document.text)],
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_other_side(other, document.source, document.text)}
            for number, other in enumerate(finding.related)
        ]
    return result


def _other_side(other: Related, draft: str, text: str) -> dict[str, object]:
    label = other.label or other.source
    location = _location(other.source, other.span, other.quote, text if other.source == draft else "")
    return {**location, "message": {"text": f"{label}：{other.passage or other.quote}"}}


def _location(source: str, span: Span, words: str, text: str) -> dict[str, object]:
    region: dict[str, object] = {
        "charOffset": span.start,
        "charLength": len(span),
        "snippet": {"text": words},
    }
    if text:
        region |= _lines(text, span)
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(source)}, "region": region}}


def _lines(text: str, span: Span) -> dict[str, object]:
    """Lines and columns count from 1; the end column is the one behind the last character."""
    first, last = text.rfind("\n", 0, span.start) + 1, text.rfind("\n", 0, span.end) + 1
    line = text.count("\n", 0, span.start) + 1
    return {
        "startLine": line,
        "startColumn": span.start - first + 1,
        "endLine": line + text.count("\n", span.start, span.end),
        "endColumn": span.end - last + 1,
    }


def _uri(source: str) -> str:
    path = Path(source)
    return path.as_uri() if path.is_absolute() else quote(source.replace("\\", "/"))
