"""Cases of a rule: a text with the expected findings in ⟦ ⟧, and what it is held against."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from generator.checking.context import RuleContext
from generator.checking.documentation import HEADINGS
from generator.checking.registry import all_rules
from generator.checking.rule import Rule
from generator.checking.runner import run_rules
from generator.facts.analyse import analyse
from generator.ingest.text_tables import text_blocks
from generator.matching.match import match_facts
from generator.model.agency import Agency, AgencyRegistry
from generator.model.finding import Finding
from generator.model.place import Span
from generator.model.source import Source, SourceIdentity, SourceStatus
from generator.model.text_document import TextDocument
from tests.rules.layouts import read_layout

_ASIDES = ("来源：", "机关：", "版面：", "废止：")
FOLDER = Path(__file__).parent
_KEYS = {"text", "message", "severity", "sources", "superseded", "agencies", "layout", "repealed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case. ``agencies`` are names, or full name and short name joined by =, with their time
    in brackets behind (县扶贫办（止2021-12-31，改为县乡村振兴局）).

    ``repealed`` are documents of the corpus that are no longer in force, as 《title》number.
    ``layout`` is written as tests/rules/layouts.py reads it; empty for a draft without one.
    """

    rule: str
    title: str
    text: str
    spans: tuple[Span, ...]
    message: str = ""
    severity: str = ""
    sources: tuple[str, ...] = ()
    superseded: bool = False
    agencies: tuple[str, ...] = ()
    layout: str = ""
    repealed: tuple[str, ...] = ()

    @property
    def hits(self) -> bool:
        return bool(self.spans)


def rule_file(rule: Rule) -> Path:
    """``sums.parts-differ-from-total`` has its cases in ``sums/parts_differ_from_total.yml``."""
    return FOLDER / f"{rule.name.replace('.', '/').replace('-', '_')}.yml"


def cases_of(rule: Rule) -> tuple[Case, ...]:
    """The cases of a rule's file; an unknown key in one is a fault of the file."""
    rows = yaml.safe_load(rule_file(rule).read_text(encoding="utf-8"))
    return tuple(_case(rule.name, title, row) for title, row in rows.items())


def _case(rule: str, title: str, row: Mapping[str, object]) -> Case:
    assert set(row) <= _KEYS, f"{rule}: {title}: unknown keys {set(row) - _KEYS}"
    text, spans = unmark(str(row["text"]))
    return Case(
        rule=rule,
        title=title,
        text=text,
        spans=spans,
        message=str(row.get("message", "")),
        severity=str(row.get("severity", "")),
        sources=tuple(row.get("sources", ())),  # type: ignore[arg-type]
        superseded=bool(row.get("superseded", False)),
        agencies=tuple(row.get("agencies", ())),  # type: ignore[arg-type]
        layout=str(row.get("layout", "")),
        repealed=tuple(row.get("repealed", ())),  # type: ignore[arg-type]
    )


def examples_of(rule: Rule, heading: str) -> Iterator[Case]:
    """The examples below ``heading`` in a rule's documentation; a line —— parts them, ／ parts the lines of a source."""
    body = sections_of(rule)[heading]
    for number, example in enumerate(re.split(r"(?m)^ {4}——$", body), start=1):
        lines = [line.strip() for line in example.splitlines() if line.startswith("    ")]
        text, spans = unmark("\n".join(line for line in lines if not line.startswith(_ASIDES)))
        yield Case(
            rule=rule.name,
            title=f"{heading}{number}",
            text=text,
            spans=spans,
            sources=tuple(line[3:].replace("／", "\n") for line in lines if line.startswith("来源：")),
            repealed=tuple(line[3:] for line in lines if line.startswith("废止：")),
            layout="".join(line[3:] for line in lines if line.startswith("版面：")),
            agencies=tuple(
                name for line in lines if line.startswith("机关：") for name in line[3:].split("、")
            ),
        )


def sections_of(rule: Rule) -> dict[str, str]:
    """The text below each heading of a rule's documentation, in order."""
    parts = re.split(r"(?m)^## (.+)$", rule.documentation)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def unmark(marked: str) -> tuple[str, tuple[Span, ...]]:
    """The text without its ⟦ ⟧, and the spans that they enclosed. ⦃…×300⦄ is repeated so often."""
    marked = re.sub(r"⦃(.+?)×([0-9]+)⦄", lambda found: found[1] * int(found[2]), marked)
    pieces = re.split(r"[⟦⟧]", marked)
    starts = [len("".join(pieces[:index])) for index in range(len(pieces))]
    spans = tuple(Span(starts[i], starts[i + 1]) for i in range(1, len(pieces) - 1, 2))
    return "".join(pieces), spans


def findings_of(case: Case, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """What ``rules`` find in the case's text, the whole way from text to facts to matches."""
    registry = AgencyRegistry(tuple(map(_agency, case.agencies)))
    document = TextDocument(source="稿.txt", text=case.text, blocks=text_blocks(case.text), file_format="txt")
    facts = analyse(document, registry)
    sources = tuple(_source(case, number, registry) for number in range(len(case.sources)))
    sources += tuple(map(_repealed, case.repealed))
    ctx = RuleContext(
        facts=facts,
        registry=registry,
        matches=match_facts(facts, sources, registry),
        sources=sources,
        layout=read_layout(case.layout, facts.document) if case.layout else None,
    )
    return run_rules(rules, ctx)


def _agency(written: str) -> Agency:
    names, _, terms = written.partition("（")
    name, _, short = names.partition("=")
    found = {match[1]: match[2] for match in re.finditer(r"(起|止|改为)([^，）]+)", terms)}
    return Agency(
        name=name,
        short=short,
        valid_from=date.fromisoformat(found["起"]) if "起" in found else None,
        valid_until=date.fromisoformat(found["止"]) if "止" in found else None,
        successors=(found["改为"],) if "改为" in found else (),
    )


def _source(case: Case, number: int, registry: AgencyRegistry) -> Source:
    document = TextDocument.from_text(case.sources[number], source=f"来源{number + 1}.txt")
    status = SourceStatus.SUPERSEDED if case.superseded else SourceStatus.IN_FORCE
    facts = analyse(document, registry)
    identity = SourceIdentity(
        id=f"来源{number + 1}",
        file=document.source,
        title="脱贫攻坚任务书",
        status=status,
        document_number=facts.header.document_number or "",
        issue_date=facts.header.issue_date,
    )
    return Source(identity=identity, facts=facts)


def _repealed(written: str) -> Source:
    title, _, number = written.removeprefix("《").partition("》")
    identity = SourceIdentity(
        id=title, file=f"{title}.txt", title=title, document_number=number, status=SourceStatus.SUPERSEDED
    )
    return Source(identity=identity, facts=analyse(TextDocument.from_text(written), AgencyRegistry()))


def all_cases() -> tuple[Case, ...]:
    """Every case of every rule, and every example of its documentation."""
    return tuple(
        case
        for rule in all_rules()
        for case in (
            *(cases_of(rule) if rule_file(rule).exists() else ()),
            *(example for heading in HEADINGS[2:4] for example in examples_of(rule, heading)),
        )
    )
