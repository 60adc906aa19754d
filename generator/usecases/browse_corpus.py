"""The corpus as a user looks at it: list, show, search, rebuild, what contradicts, what is not registered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from generator.errors import InputError, Problem
from generator.model.corpus import Conflict, LearntAgency, PassageHit
from generator.model.source import Source, SourceIdentity
from generator.usecases.build_index import open_corpus, rebuild_corpus
from generator.usecases.corpus_conflicts import find_conflicts
from generator.usecases.learn_agencies import learn_agencies
from generator.usecases.registry import corpus_folder, load_agencies

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The sources of a corpus and the files in it that could not be read."""

    sources: tuple[SourceIdentity, ...]
    problems: tuple[Problem, ...]


def list_sources(corpus: Path | None) -> Listing:
    """Every source, in the order of its id."""
    opened = open_corpus(corpus_folder(corpus), load_agencies(corpus))
    return Listing(sources=opened.identities, problems=opened.problems)


def find_source(corpus: Path | None, source_id: str) -> Source:
    """The source named ``source_id``; an unknown name is an InputError with near names."""
    folder = corpus_folder(corpus)
    opened = open_corpus(folder, load_agencies(corpus))
    if found := opened.source(source_id):
        return found
    near = get_close_matches(source_id, [identity.id for identity in opened.identities], n=3, cutoff=0.3)
    remedy = f"是不是：{'、'.join(near)}" if near else "用 nigao corpus list 看有哪些来源"
    raise InputError(Problem(file=str(folder), what=f"语料里没有名为“{source_id}”的来源", remedy=remedy))


def rebuild(corpus: Path | None, *, progress: Progress) -> Listing:
    """Throws the index away and reads every source again."""
    opened = rebuild_corpus(corpus_folder(corpus), load_agencies(corpus), progress=progress)
    return Listing(sources=opened.identities, problems=opened.problems)


def search(corpus: Path | None, words: str, *, limit: int) -> tuple[PassageHit, ...]:
    """The passages in which every one of ``words`` stands, the most telling first."""
    return open_corpus(corpus_folder(corpus), load_agencies(corpus)).search(words, limit=limit)


def conflicts(corpus: Path | None) -> tuple[Conflict, ...]:
    """Sources that contradict each other."""
    registry = load_agencies(corpus)
    return tuple(find_conflicts(open_corpus(corpus_folder(corpus), registry), registry))


def unknown_agencies(corpus: Path | None) -> tuple[LearntAgency, ...]:
    """Agencies that the corpus names and the registry does not know."""
    registry = load_agencies(corpus)
    return learn_agencies(open_corpus(corpus_folder(corpus), registry), registry)
