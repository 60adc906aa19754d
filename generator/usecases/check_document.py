"""Drafts held against themselves and against the corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.checking.context import RuleContext
from generator.checking.dismissing import part_dismissed
from generator.checking.ledger import build_ledger
from generator.checking.registry import select_rules
from generator.checking.rule import Rule
from generator.checking.runner import run_rules, skipped_rules
from generator.errors import InputError, Problem
from generator.matching.match import match_facts
from generator.model.agency import AgencyRegistry
from generator.model.dismissal import Dismissal, dismissal_file
from generator.model.facts import DocumentFacts
from generator.model.finding import CheckReport
from generator.model.layout import DocumentLayout
from generator.usecases.build_index import OpenCorpus, open_corpus
from generator.usecases.read_facts import read_facts
from generator.usecases.registry import corpus_folder, load_agencies

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSettings:
    """How to check. ``select`` and ``ignore`` name rules or bundles; an unknown name is an InputError."""

    corpus: Path | None = None
    profile: str = "issue"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class CheckRun:
    """A check of several drafts. Iterating gives a report per readable draft and keeps none: memory for one draft.

    ``problems`` (unreadable drafts and sources) and ``unreadable`` (the number of such drafts) are complete once the
    iteration has ended.
    """

    problems: list[Problem] = field(default_factory=list)
    unreadable: int = 0
    _checked: Iterator[CheckReport] = field(default_factory=lambda: iter(()))

    def __iter__(self) -> Iterator[CheckReport]:
        return self._checked


def check_documents(files: Sequence[Path], settings: CheckSettings, *, progress: Progress) -> CheckRun:
    """Checks every file; one that cannot be read is a problem and does not stop the others."""
    rules = select_rules(profile=settings.profile, select=settings.select, ignore=settings.ignore)
    registry = load_agencies(settings.corpus)
    corpus = open_corpus(corpus_folder(settings.corpus), registry, progress=progress)
    run = CheckRun(problems=list(corpus.problems))

    def checked() -> Iterator[CheckReport]:
        for number, file in enumerate(files, start=1):
            try:
                yield _check(file, rules, corpus, registry)
            except InputError as error:
                run.problems.extend(error.problems)
                run.unreadable += 1
            if len(files) > 1:
                progress(number, len(files), file.name)

    run._checked = checked()
    return run


def _check(file: Path, rules: Sequence[Rule], corpus: OpenCorpus, registry: AgencyRegistry) -> CheckReport:
    facts = read_facts(file, registry)
    sources = corpus.relevant(facts)
    matches = match_facts(facts, sources, registry)
    ctx = RuleContext(
        facts=facts, registry=registry, matches=matches, sources=sources, layout=_layout(file, facts)
    )
    parted = part_dismissed(run_rules(rules, ctx), _dismissals(file), ctx.text)
    return CheckReport(
        facts=facts,
        findings=parted.kept,
        ledger=build_ledger(facts, matches),
        sources=tuple(source.identity for source in sources),
        skipped=skipped_rules(rules, ctx),
        dismissed=parted.dismissed,
    )


def _dismissals(draft: Path) -> tuple[Dismissal, ...]:
    if not dismissal_file(draft).is_file():
        return ()
    from generator.ingest.dismissal_yaml import load_dismissals  # YAML is slow to import

    return load_dismissals(draft)


def _layout(file: Path, facts: DocumentFacts) -> DocumentLayout | None:
    """How a .docx sets its pages; None for every other format."""
    if facts.document.file_format != "docx" or file.suffix.lower() != ".docx":
        return None
    from generator.wordml.layout_reader import read_layout

    return read_layout(file, facts.document)
