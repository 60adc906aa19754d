"""Runs rules over one draft: isolates crashes, completes findings, merges what is one slip, sorts by place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.checking.context import RuleContext
from generator.checking.merging import merge_findings
from generator.checking.rule import Needs, Rule
from generator.model.finding import Finding, Severity
from generator.model.place import Span

CRASHED = "engine.rule-crashed"


def run_rules(rules: Sequence[Rule], ctx: RuleContext) -> tuple[Finding, ...]:
    """Every finding of ``rules``, in the order of the text. A rule that crashes becomes a finding of its own."""
    found = [
        (finding, rule.proof) for rule in rules if _unmet(rule, ctx) is None for finding in _run(rule, ctx)
    ]
    return tuple(sorted(merge_findings(found, ctx), key=_place))


def skipped_rules(rules: Sequence[Rule], ctx: RuleContext) -> tuple[tuple[str, str], ...]:
    """Name and reason (Chinese) of every rule that could not run on this draft."""
    reasons = ((rule.name, _unmet(rule, ctx)) for rule in rules)
    return tuple((name, reason) for name, reason in reasons if reason is not None)


def _unmet(rule: Rule, ctx: RuleContext) -> str | None:
    if rule.needs is Needs.SOURCES and not ctx.has_sources:
        return "没有来源语料可比"
    if rule.needs is Needs.LAYOUT and ctx.layout is None:
        return "不是 .docx，看不到版面"
    return None


def _run(rule: Rule, ctx: RuleContext) -> Iterator[Finding]:
    findings: list[Finding] = []
    try:
        for finding in rule.check(ctx):
            findings.append(_complete(finding, rule, ctx))
    except Exception as error:  # one broken rule must not cost the user the findings of all others
        findings.append(_crash(rule, error))
    yield from findings


def _complete(finding: Finding, rule: Rule, ctx: RuleContext) -> Finding:
    if finding.span.end > len(ctx.text):
        raise ValueError(f"span {finding.span} ends beyond the text")
    return replace(
        finding,
        rule=rule.name,
        quote=finding.span.of(ctx.text),
        paragraph=ctx.facts.document.paragraph_at(finding.span.start),
        advice=finding.advice or rule.advice,
    )


def _crash(rule: Rule, error: Exception) -> Finding:
    return Finding(
        rule=CRASHED,
        severity=Severity.WARNING,
        span=Span(0, 0),
        message=f"规则“{rule.title}”（{rule.name}）运行时出错，这一项没有查完（{type(error).__name__}：{error}）",
        advice="其他规则的结果不受影响；请把这句话连同稿件交给维护人员，这一项先由人工核对",
    )


def _place(finding: Finding) -> tuple[int, int, int, str, str]:
    span = finding.span
    return span.start, span.end, finding.severity.rank, finding.rule, finding.message
