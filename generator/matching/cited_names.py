"""Titles and short numbers of cited papers that are a character or a digit off those that a source cites."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.matching.citation_titles import bare_title
from generator.matching.verdicts import WordMatch
from generator.model.facts import Citation, DocumentFacts
from generator.model.place import Span
from generator.model.source import Source
from generator.patterns import compiled
from generator.text.document_numbers import parse_document_number

# 皖发26号文件, 亳发14号: the year left out, as speeches and reports do.
_SHORT = compiled(r"(?P<before>[\u4e00-\u9fff]{1,12})(?P<serial>\d{1,3})号(?=文|[）)、，,；;。\s]|$)")
_LONE = 1  # a code of one character needs an edge in front: 蒙33号
_TELLING = 8
_MOST_CHANGED = 2
# 2017年…要点 and 2018年…要点, 省…意见 and 市…意见 are two papers.
_TELLS_APART = compiled(r"[\d〇○零一二三四五六七八九十百省市县区乡镇村国全州第上下左右前后新旧试行]")


def match_short_numbers(draft: DocumentFacts, sources: Sequence[Source]) -> Iterator[WordMatch]:
    """Numbers without a year whose agency the sources cite with one other number and never with this one."""
    known: dict[str, list[tuple[Source, Citation, str]]] = defaultdict(list)
    for source in sources:
        for citation in source.facts.citations:
            if number := parse_document_number(citation.document_number):
                known[number.agency_code].append((source, citation, number.serial.lstrip("0")))
    for found in _SHORT.finditer(draft.document.text):
        code = next((code for code in known if _ends_in(found["before"], code)), "")
        serials = {serial for _, _, serial in known.get(code, ())}
        if len(serials) == 1 and found["serial"].lstrip("0") not in serials:
            source, citation, _ = known[code][0]
            span = Span(found.end("before") - len(code), found.end("serial") + 1)
            yield WordMatch(
                span=span,
                quote=span.of(draft.document.text),
                source=source,
                counterpart=citation.span,
                counterpart_quote=citation.document_number,
            )


def _ends_in(words: str, code: str) -> bool:
    return words == code if len(code) <= _LONE else words.endswith(code)


def match_near_titles(draft: DocumentFacts, sources: Sequence[Source]) -> Iterator[WordMatch]:
    """Titles that no source has and that differ from just one title of the sources in a character or two.

    Titles are shortened at will: only what stands in the place of something else counts.
    """
    known = [
        (source, citation, bare_title(citation.title))
        for source in sources
        for citation in source.facts.citations
        if len(citation.title) >= _TELLING
    ]
    titles = {title for _, _, title in known} | {bare_title(source.identity.title) for source in sources}
    for ours in draft.citations:
        title = bare_title(ours.title)
        if len(title) < _TELLING or title in titles:
            continue
        near = [each for each in known if _is_near(title, each[2]) and not _are_two(ours, each[1])]
        if len({name for _, _, name in near}) == 1:
            source, citation, _ = near[0]
            yield WordMatch(
                span=ours.span,
                quote=ours.title,
                source=source,
                counterpart=citation.span,
                counterpart_quote=citation.title,
            )


def _are_two(ours: Citation, theirs: Citation) -> bool:
    """Whether each has a number and the numbers are two; those of one number are matched by it."""
    return bool(ours.document_number and theirs.document_number)


def _is_near(one: str, other: str) -> bool:
    if len(one) != len(other):
        return False
    changed = [index for index, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if not changed or changed[-1] - changed[0] >= _MOST_CHANGED:
        return False
    return not any(_TELLS_APART.search(one[index] + other[index]) for index in changed)
