"""The documents that a draft cites, and its own number, against what the corpus knows of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.matching.citation_titles import bare_title
from generator.matching.verdicts import CitationMatch, Verdict
from generator.matching.wording import pairs
from generator.model.facts import Citation, DocumentFacts
from generator.model.place import Span
from generator.model.source import Source
from generator.patterns import compiled
from generator.text.document_numbers import DocumentNumber, parse_document_number

_UNIFIED = str.maketrans("，；：（）﹝﹞［］", ",;:()〔〕[]", " \t\u3000\n")
_HIDDEN = compiled(r"[xX×*＊]")
_TELLING_TITLE = 8
_AROUND = 24
_REACH = 60
_SHARED_WORDS = 6
_COMMON = pairs(
    "按照根据文件要求精神的通知关于印发制定认真贯彻落实结合实际工作方案实施意见各乡镇人民政府县直有关单位脱贫攻坚扶贫"
)
_KEPT = 14  # so many characters beside a number without a title say that the wording was kept


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """A document number where a text gives it, with the title beside it; ``left`` and ``right`` are the text around."""

    citation: Citation
    title: str
    number: DocumentNumber
    left: str
    right: str
    words: frozenset[str]


def match_citations(draft: DocumentFacts, sources: Sequence[Source]) -> Iterator[CitationMatch]:
    """What the corpus says of each document number of the draft.

    It contradicts where the same title, or the same wording around, has a number that differs in one of code, year
    and serial, and where the same number has another title of nearly the same words. Where more differs it may be
    another document of that title: a question.
    """
    known = [(source, each) for source in sources for each in _numbers(source.facts)]
    ours_all = list(_numbers(draft))
    for place, ours in enumerate(ours_all):
        found = [(source, theirs) for source, theirs in known if _one_document(ours, theirs)]
        same = [pair for pair in found if not _differences(ours, pair[1])]
        if not same:
            same = [pair for pair in known if pair[1].number.canonical == ours.number.canonical]
        if same:
            yield _title_match(ours, same)
        elif found:
            source, theirs = min(found, key=lambda pair: len(_differences(ours, pair[1])))
            slip = len(_differences(ours, theirs)) == 1
            yield _match(ours, source, theirs, Verdict.CONTRADICTS if slip else Verdict.NEARBY)
        elif kin := _kin(ours_all, place, known):
            yield _match(ours, *kin, Verdict.CONTRADICTS)


def _title_match(ours: _Known, same: Sequence[tuple[Source, _Known]]) -> CitationMatch:
    """The document of this number: under the same title, or under one that differs by more than words left out."""
    source, theirs = next((pair for pair in same if pair[1].title == ours.title), same[0])
    told = [pair for pair in same if pair[1].title]
    if not ours.title or not told or any(_is_short_for(ours.title, pair[1].title) for pair in told):
        return _match(ours, source, theirs, Verdict.SAME)
    source, theirs = told[0]
    match = _match(ours, source, theirs, Verdict.CONTRADICTS)
    return replace(match, difference=f"标题不同：来源为《{theirs.citation.title}》")


def _is_short_for(short: str, full: str) -> bool:
    """Whether one title is the other with words left out, as titles are shortened."""
    if len(short) > len(full):
        short, full = full, short
    signs = iter(full)
    return all(sign in signs for sign in short)


def _kin(
    ours: Sequence[_Known], place: int, known: Sequence[tuple[Source, _Known]]
) -> tuple[Source, _Known] | None:
    """A number of the same code and year that stands beside the same number or in the same words; one of the two
    without a title. An office gives out many numbers a year: the code alone binds nothing."""
    one = ours[place]
    beside = {each.number.canonical for each in ours[max(place - 1, 0) : place + 2]} - {one.number.canonical}
    for index, (source, theirs) in enumerate(known):
        if (one.title and theirs.title) or _differences(one, theirs) != ("序号",):
            continue
        near = known[max(index - 1, 0) : index + 2]
        neighbours = {each.number.canonical for of, each in near if of is source}
        if beside & neighbours or len((one.words & theirs.words) - _COMMON) >= _SHARED_WORDS:
            return source, theirs
    return None


def _numbers(facts: DocumentFacts) -> Iterator[_Known]:
    """The document's own number, then those that it cites."""
    header = facts.header
    if header.document_number:
        own = Citation(
            span=header.document_number_span or Span(0, 0),
            quote=header.document_number,
            title=header.title or "",
            document_number=header.document_number,
        )
        yield from _entry(facts, own)
    for citation in facts.citations:
        yield from _entry(facts, citation)


def _entry(facts: DocumentFacts, citation: Citation) -> Iterator[_Known]:
    number = parse_document_number(citation.document_number)
    if number:
        text, span = facts.document.text, citation.span
        yield _Known(
            citation=citation,
            title=bare_title(citation.title),
            number=number,
            left=text[max(span.start - _AROUND, 0) : span.start].translate(_UNIFIED)[::-1],
            right=text[span.end : span.end + _AROUND].translate(_UNIFIED),
            words=pairs(text[max(span.start - _REACH, 0) : span.start])
            | pairs(text[span.end : span.end + _REACH])
            | pairs(citation.title),
        )


def _one_document(ours: _Known, theirs: _Known) -> bool:
    if ours.title and theirs.title:
        return ours.title == theirs.title and len(ours.title) >= _TELLING_TITLE
    if ours.title or theirs.title:
        return ours.number.canonical == theirs.number.canonical
    return _common(ours.left, theirs.left) + _common(ours.right, theirs.right) >= _KEPT


def _differences(ours: _Known, theirs: _Known) -> tuple[str, ...]:
    """Which parts of the two numbers differ, in Chinese."""
    one, other = ours.number, theirs.number
    parts = (
        ("机关代字", one.agency_code, other.agency_code),
        ("年份", one.year, other.year),
        ("序号", one.serial, other.serial),
    )
    # 〔20xx〕 hides the year and says nothing of it.
    return tuple(name for name, a, b in parts if a != b and not _HIDDEN.search(f"{a}{b}"))


def _match(ours: _Known, source: Source, theirs: _Known, verdict: Verdict) -> CitationMatch:
    differing = "" if verdict is Verdict.SAME else f"发文字号的{'、'.join(_differences(ours, theirs))}不同"
    return CitationMatch(
        citation=ours.citation,
        verdict=verdict,
        source=source,
        counterpart=theirs.citation,
        difference=differing,
    )


def _common(one: str, other: str) -> int:
    """How many characters the two begin with alike."""
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return at
    return min(len(one), len(other))
