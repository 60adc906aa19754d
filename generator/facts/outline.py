"""The outline of a document: numbered headings, and the titles that its file or its layout shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.facts.header import read_header
from generator.model.facts import HeaderFacts, Heading
from generator.model.place import Span
from generator.model.text_document import Block, BlockKind, TextDocument
from generator.patterns import compiled
from generator.text.headings import HeadingMark, NumberStyle, read_mark

# A title that runs in ends at the first full stop; at a colon only when what stands before is short and unbroken.
_STOP = compiled(r"[。！？!?]|(?<![0-9])\.(?=\s|$)")
_LABEL = compiled(r"[^，,；;：:。（(]{2,30}[：:](?=.)")
# Conversion leaves spaces inside words.
_SPACE_INSIDE = compiled(r"(?<=[一-鿿，、])[ \t　]+(?=[一-鿿])")
_UNNUMBERED_LENGTH = 30
_NO_TITLE = compiled(r"[。；;，,！？]|^附件|^[在对以按从]|^[（(【]|[：:].")
# 附件：1.名单 opens a list of attachments, not a series of headings.
_ATTACHMENTS = compiled(r"[\s　]*附\s?件\s?[：:][\s　]*1")
_ISSUED = compiled(r"印发[^《》\n]{0,40}[《〈]([^《》\n]{4,80})[》〉]")


def read_outline(document: TextDocument, header: HeaderFacts | None = None) -> tuple[Heading, ...]:
    """Headings of all levels, in text order: numbered ones wherever they start a paragraph; unnumbered ones
    (level 0, or the level that the file gives) where the file styles them so or a numbered series starts below.
    ``header``: what is known of the document's own title."""
    title = (header or read_header(document)).title or ""
    return tuple(_headings(document, _issued_title(title)))


def _headings(document: TextDocument, issued: str) -> Iterator[Heading]:
    blocks = [block for block in document.blocks if block.kind in (BlockKind.PARAGRAPH, BlockKind.TEXT_BOX)]
    marks = [_mark(document.text, block) for block in blocks]
    numbered = listed = False
    for index, (block, mark) in enumerate(zip(blocks, marks, strict=True)):
        if listed and mark is not None and mark.style is NumberStyle.ARABIC:
            continue
        listed = _ATTACHMENTS.match(document.text, block.span.start, block.span.end) is not None
        if mark is not None:
            numbered = True
            yield _numbered(document.text, block, mark)
            continue
        line = block.span.of(document.text).strip()
        below = marks[index + 1] if index + 1 < len(marks) else None
        if _is_title(line, block, below if numbered else None, issued):
            yield _unnumbered(document.text, block)


def _mark(text: str, block: Block) -> HeadingMark | None:
    # Marks are short: the start of the line tells, however long the paragraph is.
    return read_mark(text[block.span.start : min(block.span.end, block.span.start + 200)])


def _issued_title(title: str) -> str:
    """The title of the paper that a notice issues: it stands again, alone, over that paper."""
    found = _ISSUED.search(title.replace("\n", ""))
    return compiled(r"\s").sub("", found[1]) if found else ""


def _numbered(text: str, block: Block, mark: HeadingMark) -> Heading:
    words = block.span.start + mark.end
    end, title_end = _title_end(text, words, block.span.end)
    title = text[words:title_end].strip().rstrip("：:；;*").strip()
    title = _SPACE_INSIDE.sub("", title)
    level = block.heading_level if block.heading_level is not None else mark.level
    return Heading(
        span=Span(block.span.start + mark.start, end),
        level=level,
        number=mark.number,
        title=title,
        ordinal=mark.ordinal,
        run_in=bool(text[end : block.span.end].strip()),
    )


def _title_end(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the heading ends, with its stop, and without it."""
    label = _LABEL.match(text, start, end)
    stop = _STOP.search(text, start, end)
    if label is not None and (stop is None or label.end() <= stop.start()):
        return label.end(), label.end() - 1
    if stop is not None:
        return stop.end(), stop.start()
    stripped = len(text[start:end].rstrip())
    return start + stripped, start + stripped


def _is_title(line: str, block: Block, below: HeadingMark | None, issued: str) -> bool:
    if not line or len(line) > 80:
        return False
    if block.heading_level is not None:
        return True
    if issued and compiled(r"\s").sub("", line) == issued:
        return True
    short = 2 <= len(line) <= _UNNUMBERED_LENGTH
    return below is not None and below.ordinal == 1 and short and _NO_TITLE.search(line) is None


def _unnumbered(text: str, block: Block) -> Heading:
    line = block.span.of(text)
    start = block.span.start + len(line) - len(line.lstrip(" \t　#*"))
    title = line.strip(" \t　#*").rstrip("：:").strip()
    return Heading(
        span=Span(start, block.span.start + len(line.rstrip())),
        level=block.heading_level or 0,
        number="",
        title=title,
    )


def heading_at(outline: Sequence[Heading], offset: int) -> Heading | None:
    """The last heading that starts at or before ``offset``; None before the first."""
    low, high = 0, len(outline)
    while low < high:
        middle = (low + high) // 2
        if outline[middle].span.start <= offset:
            low = middle + 1
        else:
            high = middle
    return outline[low - 1] if low else None
