"""Findings in HTML: a card each, with the draft's passage and the other side's beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from generator.checking.places import describe_place, passage_around, section_at
from generator.model.finding import CheckReport, Finding, Related
from generator.model.place import Span
from generator.model.text_document import TextDocument
from generator.reports.html_marks import Mark, runs


@dataclass(slots=True, kw_only=True)
class _Passage:
    """A sentence with the places in it that a card speaks of; spans count from the start of ``text``."""

    label: str
    text: str
    marks: list[Mark]
    jump: str = ""


def render_findings(report: CheckReport, key: str) -> str:
    """One card for each finding, in the order of the text."""
    return "\n".join(_card(report, finding, key, number) for number, finding in enumerate(report.findings))


def _card(report: CheckReport, finding: Finding, key: str, number: int) -> str:
    document = report.facts.document
    place = describe_place(document, finding.span.start) if finding.quote else "全文"
    jump = f"{key}-f{number}" if finding.quote else ""
    link = f'<a class="jump" href="#{jump}">{place}</a>' if jump else f"<span>{place}</span>"
    section = section_at(report.facts.outline, finding.span.start) if finding.quote else ""
    under = f'<span class="under">{escape(section)}</span>' if section else ""
    return f"""<section class="card {finding.severity.value}" id="{key}-c{number}" data-severity="{finding.severity.value}" data-rule="{escape(finding.rule)}" data-place="{jump}">
<p class="where"><b class="tag {finding.severity.value}">{finding.severity.label}</b>{link}{under}</p>
<p class="message">{escape(finding.message)}</p>
{_sides(_passages(report, finding, key, number))}
{_suggestion(finding)}
{f'<p class="advice"><b>怎么办</b>{escape(finding.advice)}。</p>' if finding.advice else ""}
<p class="rule"><code>{escape(finding.rule)}</code></p>
</section>"""


def _suggestion(finding: Finding) -> str:
    if finding.suggestion is None:
        return ""
    note = "" if finding.suggestion.safe else "，须由人核定"
    return f'<p class="advice"><b>可改为</b>{escape(finding.suggestion.replace)}{note}。</p>'


def _passages(report: CheckReport, finding: Finding, key: str, number: int) -> tuple[_Passage, ...]:
    """The draft's sentence first; other sides in the same sentence are marked in it, the rest follow."""
    document = report.facts.document
    if not finding.quote:
        return ()
    main = _in_draft(document, finding.span, finding.severity.value, 0, f"{key}-f{number}")
    passages = {(document.source, main.text): main}
    for order, other in enumerate(finding.related):
        if other.source == document.source:
            passage = _in_draft(document, other.span, "other", 1, f"{key}-f{number}-{order}")
        else:
            passage = _in_source(other)
        known = passages.setdefault((other.source, passage.text), passage)
        if known is not passage:
            known.marks += passage.marks
    return tuple(passages.values())


def _in_draft(document: TextDocument, span: Span, name: str, weight: int, jump: str) -> _Passage:
    around = passage_around(document.text, span)
    mark = Mark(span=span.shifted(-around.start), name=name, weight=weight, anchor="")
    label = f"本文{describe_place(document, span.start)}"
    return _Passage(label=label, text=around.of(document.text), marks=[mark], jump=jump)


def _in_source(other: Related) -> _Passage:
    text, start = (other.passage, other.passage_offset) if other.passage else (other.quote, 0)
    mark = Mark(span=Span(start, start + len(other.quote)), name="source", weight=1, anchor="")
    return _Passage(label=other.label or other.source, text=text, marks=[mark])


def _sides(passages: Sequence[_Passage]) -> str:
    if not passages:
        return ""
    first, *others = (_side(passage) for passage in passages)
    if not others:
        return f'<div class="sides one">{first}</div>'
    return f'<div class="sides">{first}<div class="others">{"".join(others)}</div></div>'


def _side(passage: _Passage) -> str:
    marks = sorted(passage.marks, key=lambda mark: mark.span.start)
    whole = Span(0, len(passage.text))
    quoted = "".join(_piece(passage.text, run, active) for run, active in runs(whole, marks))
    label = escape(passage.label)
    head = f'<a href="#{passage.jump}">{label}</a>' if passage.jump else label
    return f'<figure class="side"><figcaption>{head}</figcaption><blockquote>{quoted}</blockquote></figure>'


def _piece(text: str, run: Span, active: Sequence[Mark]) -> str:
    inner = escape(run.of(text))
    return f'<mark class="{active[0].name}">{inner}</mark>' if active else inner
