"""Documents that a document names."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.facts import Citation
from generator.model.place import Span
from generator.model.text_document import TextDocument
from generator.patterns import compiled
from generator.text.citations import QuotedTitle, find_titles
from generator.text.document_numbers import DocumentNumber, find_document_numbers

# Between a title and its number: （ or nothing; between a number and its title: nothing, or 文件，即.
_GAP = compiled(r"\s{0,2}[（(]?\s?")
_LINK = compiled(r"(?:文件?)?[，,（(]?(?:即|也就是|题为|名为|标题(?:是|为))?")
_LONGEST_LINK = 8
# （东发〔2018〕9号，以下简称《意见》）: the bracket goes on behind the number.
_CLOSE = compiled(r"\s?(?:[，,、][^（）()\n。]{0,60})?[）)]")


def read_citations(document: TextDocument) -> tuple[Citation, ...]:
    """Every document named by title, number, or both, in text order.

    The document's own number over its text is not a citation of it.
    """
    text = document.text
    numbers = [number for number in find_document_numbers(text) if not _is_own(document, number)]
    by_start = {number.span.start: number for number in numbers}
    joined: set[int] = set()
    citations = list(_titled(text, by_start, joined))
    citations += [_bare(number) for number in numbers if number.span.start not in joined]
    return tuple(sorted(citations, key=lambda citation: (citation.span.start, citation.span.end)))


def _titled(text: str, numbers: dict[int, DocumentNumber], joined: set[int]) -> Iterator[Citation]:
    ends = {number.span.end: number for number in numbers.values()}
    for title in find_titles(text):
        span, number = _with_number(text, title, numbers, ends)
        if number is not None:
            joined.add(number.span.start)
        yield Citation(
            span=span,
            quote=span.of(text),
            title=title.title,
            document_number=number.text if number else "",
        )


def _with_number(
    text: str, title: QuotedTitle, starts: dict[int, DocumentNumber], ends: dict[int, DocumentNumber]
) -> tuple[Span, DocumentNumber | None]:
    gap = _GAP.match(text, title.span.end)
    number = starts.get(gap.end()) if gap else None
    if gap is not None and number is not None:
        close = _CLOSE.match(text, number.span.end) if gap.group().strip() else None
        return Span(title.span.start, close.end() if close else number.span.end), number
    before = _number_before(text, title.span.start, ends)
    if before is not None:
        return before.span.cover(title.span), before
    return title.span, None


def _number_before(text: str, start: int, ends: dict[int, DocumentNumber]) -> DocumentNumber | None:
    for end in range(start, max(start - _LONGEST_LINK, 0) - 1, -1):
        if end in ends and _LINK.fullmatch(text, end, start):
            return ends[end]
    return None


def _bare(number: DocumentNumber) -> Citation:
    return Citation(span=number.span, quote=number.text, document_number=number.text)


def _is_own(document: TextDocument, number: DocumentNumber) -> bool:
    block = document.block_at(number.span.start)
    if block is None or block.number > 40:
        return False
    return block.span.of(document.text).strip().strip("（）()【】") == number.text.strip("（）()")
