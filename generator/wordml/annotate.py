"""A copy of a .docx with comments on exactly the characters meant, and safe corrections as tracked changes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lxml import etree

from generator.atomic_files import atomic_target
from generator.model.place import Span
from generator.model.text_document import Block, BlockKind, TextDocument
from generator.wordml.comment_parts import Comment, first_free_number, parts_with, range_marks
from generator.wordml.namespaces import STRICT, w
from generator.wordml.package import MAIN_PART, Package, open_package
from generator.wordml.paragraph_text import FieldState, paragraph_pieces
from generator.wordml.run_cutting import ParagraphRuns
from generator.wordml.tracked_changes import replace_tracked
from generator.wordml.walk import Walk

_Place = tuple[ParagraphRuns, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What to say at ``span`` of the document's text, a line a paragraph.

    ``replacement``: what to write there instead, as a tracked change; None for a comment alone.
    """

    span: Span
    lines: tuple[str, ...]
    replacement: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Whose comments and changes they are."""

    author: str
    initials: str
    when: datetime


def write_annotated(
    path: Path, document: TextDocument, remarks: Sequence[Remark], out: Path, signature: Signature
) -> None:
    """Writes to ``out`` the .docx at ``path``, which was read as ``document``, with ``remarks`` as comments.

    Only the body, the comments and what announces them change; every other part is carried over as it is. Word ignores
    comments in headers, footers, notes and text boxes (MS-OI29500, 2.1.315): a remark there stands on the paragraph
    that holds the text box, or at the beginning of the document, and has to name its place itself.
    Raises InputError where ``path`` cannot be read or ``out`` not be written.
    """
    with open_package(path) as package:
        body = package.xml(MAIN_PART)
        assert body is not None  # open_package has seen it  # noqa: S101
        sheet = _Sheet(document, _runs_of(body))
        first = first_free_number(package)
        comments = sheet.place(remarks, first, signature)
        changed: dict[str, etree._Element] = {MAIN_PART: body}
        if comments:
            changed.update(
                parts_with(
                    package,
                    comments,
                    author=signature.author,
                    initials=signature.initials,
                    when=signature.when,
                )
            )
        with atomic_target(out) as target:
            _write(package, changed, target)


def _runs_of(body: etree._Element) -> Mapping[int, ParagraphRuns]:
    """Every paragraph of the body by its index, its characters found the way the reader finds them."""
    fields = FieldState()
    return {
        walked.index: ParagraphRuns(walked.element, list(paragraph_pieces(walked.element, fields)))
        for container in body.iterchildren(w("body"))
        for walked in Walk().paragraphs(body, container, BlockKind.PARAGRAPH)
    }


@dataclass(slots=True)
class _Sheet:
    """The body of the copy, by the places of the text."""

    document: TextDocument
    paragraphs: Mapping[int, ParagraphRuns]

    def place(self, remarks: Iterable[Remark], first: int, signature: Signature) -> tuple[Comment, ...]:
        """Puts the marks of every remark; gives the comments they refer to, numbered in the order of the text."""
        ordered = enumerate(sorted(remarks, key=lambda remark: remark.span), start=first)
        return tuple(
            Comment(number=number, lines=remark.lines)
            for number, remark in ordered
            if self._mark(remark, number, signature)
        )

    def _mark(self, remark: Remark, number: int, signature: Signature) -> bool:
        ends = self._ends(remark.span)
        if ends is None:
            return False
        (first, start), (last, end) = ends
        opening, closing, reference = range_marks(number)
        if remark.replacement is not None and first is last and end > start:
            replace_tracked(first, start, end, remark.replacement, number, signature.author, signature.when)
        last.mark_after(end, closing, reference)
        first.mark_before(start, opening)
        return True

    def _ends(self, span: Span) -> tuple[_Place, _Place] | None:
        """Where ``span`` begins and ends in the body; the nearest place that takes a comment where it lies elsewhere."""
        begin, close = (
            self.document.block_at(span.start),
            self.document.block_at(max(span.end - 1, span.start)),
        )
        if begin is None or close is None or not (_in_body(begin) and _in_body(close)):
            return self._whole(min(self.paragraphs, default=0))
        first, last = self._resolve(begin, span.start), self._resolve(close, span.end)
        if first is None or last is None:
            return self._whole(min(self.paragraphs, default=0))
        holder = _outside_box(first[0].paragraph)
        if holder is not first[0].paragraph:
            return self._whole(next(i for i, runs in self.paragraphs.items() if runs.paragraph is holder))
        return first, last

    def _whole(self, index: int) -> tuple[_Place, _Place] | None:
        """All of the paragraph at ``index``, or of the first one after or else before it that has text outside a box."""
        later = sorted(i for i in self.paragraphs if i >= index)
        earlier = sorted((i for i in self.paragraphs if i < index), reverse=True)
        for i in (*later, *earlier):
            runs = self.paragraphs[i]
            if runs.length and _outside_box(runs.paragraph) is runs.paragraph:
                return (runs, 0), (runs, runs.length)
        return None

    def _resolve(self, block: Block, position: int) -> _Place | None:
        """Where the character at ``position`` stands; a paragraph whose end was deleted runs on into the next."""
        place, _, skipped = block.locator.partition("#")[2].partition("@")
        index = int(place)
        offset = max(position - block.span.start - block.generated, 0) + int(skipped or 0)
        while (runs := self.paragraphs.get(index)) is not None:
            if offset <= runs.length:
                return runs, offset
            offset -= runs.length
            index += 1
        return None


def _outside_box(paragraph: etree._Element) -> etree._Element:
    """The paragraph that holds the text box in which ``paragraph`` stands; itself where it stands in none."""
    for box in paragraph.iterancestors(w("txbxContent")):
        paragraph = next(box.iterancestors(w("p")), paragraph)
    return paragraph


def _in_body(block: Block) -> bool:
    return block.locator.startswith(f"{MAIN_PART}#")


def _write(package: Package, changed: Mapping[str, etree._Element], target: Path) -> None:
    """The package with some parts changed; those that it lacks come last."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in package.archive.infolist():
            data = package.archive.read(entry)
            if entry.filename in changed:
                data = _serialised(changed[entry.filename], strict=_is_strict(data))
            archive.writestr(entry, data, compress_type=entry.compress_type)
        for name in changed:
            if not package.has(name):
                archive.writestr(name, _serialised(changed[name], strict=False))


def _is_strict(data: bytes) -> bool:
    return any(strict.encode() in data for strict in STRICT)


def _serialised(root: etree._Element, *, strict: bool) -> bytes:
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    if strict:
        for address, transitional in STRICT.items():
            data = data.replace(transitional.encode(), address.encode())
    return data
