"""Markdown prose to paragraphs, lists and tables, its ``{{ 指标 }}`` replaced by what is to be printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import Enum
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from generator.errors import InputError, Problem
from generator.model.policy import Prose
from generator.patterns import compiled

if TYPE_CHECKING:
    from markdown import Markdown

REFERENCE = compiled(r"\{\{(.*?)\}\}", re.DOTALL)
# Markdown never sees a reference: while it works, a private character stands for it.
_FIRST_MARK = 0xF0000
_MARK = compiled("[\U000f0000-\U000ffffd]")
_INLINE_OFF = (
    *("backtick", "reference", "link", "image_link", "image_reference", "short_reference", "short_image_ref"),
    *("autolink", "automail", "linebreak", "html", "entity", "not_strong", "em_strong", "em_strong2"),
)
_BLOCKS_OFF = ("code", "quote", "setextheader", "hr", "reference")
_BULLET = "——"
_HEADING = compiled(r"h[1-6]")
_CJK = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…\U000f0000-\U000ffffd]"
_CHINESE_END = compiled(rf"{_CJK} $")
_CHINESE_START = compiled(rf" {_CJK}")
_LINE_BREAK = compiled(r"[ \t]*\n[ \t]*")
_INDENTED = compiled(r"(?m)^[ \t]*\u3000+")  # how a clerk begins a paragraph
_JOINED = compiled(rf"(?<={_CJK})\n|\n(?={_CJK})")


class ProseKind(Enum):
    """What a piece of prose is on the page."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    TABLE = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """Characters of one paragraph; ``key`` names the figure that they print, empty for words."""

    text: str
    key: str = ""
    bold: bool = False


Line = tuple[Fragment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseBlock:
    """A paragraph or heading (``line``), or a table (``rows``, its head first, each cell a line)."""

    kind: ProseKind
    line: Line = ()
    rows: tuple[tuple[Line, ...], ...] = ()


def text_of(line: Line) -> str:
    """The characters of a line as printed."""
    return "".join(fragment.text for fragment in line)


def prose_blocks(prose: Prose | None, values: Mapping[str, str], *, place: str) -> tuple[ProseBlock, ...]:
    """The blocks of ``prose``; ``values`` are the names that it may refer to with what each prints.

    ``place`` is the key path for messages. Raises InputError with every unknown name, the nearest known one beside it.
    """
    if prose is None:
        return ()
    names = references(prose.markdown)
    unknown = [name for name in dict.fromkeys(names) if name not in values]
    if unknown:
        raise InputError([_unknown(prose, name, values, place) for name in unknown])
    numbered = iter(range(len(names)))
    own = _MARK.sub("", prose.markdown)
    marked = REFERENCE.sub(lambda _: chr(_FIRST_MARK + next(numbered)), own)
    builder = _Builder(tuple(names), values)
    return tuple(builder.blocks(_parsed(marked)))


def references(markdown: str) -> list[str]:
    """The names that prose refers to, in order, repeats included."""
    return [match.group(1).strip() for match in REFERENCE.finditer(markdown)]


def _unknown(prose: Prose, name: str, values: Mapping[str, str], place: str) -> Problem:
    near = get_close_matches(name, values, n=3, cutoff=0.5)
    lines = prose.markdown.splitlines()
    offset = next((i for i, line in enumerate(lines) if name in line), 0)
    return Problem(
        file=prose.origin.file,
        line=prose.origin.line + offset,
        key_path=place,
        what=f"引用了没有定义的“{name}”",
        remedy=f"是不是“{'”或“'.join(near)}”" if near else "请在“指标”里定义它，或改用已有的名称",
    )


def _converter() -> Markdown:
    """Markdown cut down to what official prose has; all that might eat a clerk's characters is switched off."""
    from markdown import Markdown
    from markdown.inlinepatterns import SimpleTagInlineProcessor

    converter = Markdown(extensions=["tables", "sane_lists"], tab_length=2)
    for name in _INLINE_OFF:
        if name in converter.inlinePatterns:
            converter.inlinePatterns.deregister(name)
    converter.inlinePatterns.register(SimpleTagInlineProcessor(r"()\*\*(.+?)\*\*", "strong"), "strong", 60)
    for name in _BLOCKS_OFF:
        converter.parser.blockprocessors.deregister(name)
    converter.preprocessors.deregister("html_block")
    converter.treeprocessors.deregister("prettify")
    return converter


def _parsed(markdown: str) -> Element:
    converter = _converter()
    lines = _INDENTED.sub("\n", markdown).split("\n")
    for preprocessor in converter.preprocessors:
        lines = preprocessor.run(lines)
    root = Element("div")
    converter.parser.parseChunk(root, "\n".join(lines))
    for processor in converter.treeprocessors:
        changed = processor.run(root)
        root = root if changed is None else changed
    return root


@dataclass(frozen=True, slots=True)
class _Builder:
    names: tuple[str, ...]
    values: Mapping[str, str]

    def blocks(self, parent: Element) -> Iterator[ProseBlock]:
        for element in parent:
            if element.tag in ("ul", "ol"):
                yield from self._list(element)
            elif element.tag == "table":
                rows = tuple(tuple(self._line(cell) for cell in row) for row in element.iter("tr"))
                yield ProseBlock(kind=ProseKind.TABLE, rows=rows)
            else:
                heading = _HEADING.fullmatch(element.tag)
                line = self._line(element)
                if line:
                    yield ProseBlock(kind=ProseKind.HEADING if heading else ProseKind.PARAGRAPH, line=line)

    def _list(self, listing: Element) -> Iterator[ProseBlock]:
        """A list item is a paragraph with its number or dash written out, as official prose has it."""
        first = int(listing.get("start", "1"))
        for number, item in enumerate(listing, start=first):
            label = f"{number}." if listing.tag == "ol" else _BULLET
            own = Element("p")
            own.text = item.text
            nested = [child for child in item if child.tag in ("ul", "ol", "table", "p")]
            own.extend(child for child in item if child not in nested)
            lines = [self._line(own), *(self._line(child) for child in nested if child.tag == "p")]
            lines = [line for line in lines if line]
            for place, line in enumerate(lines):
                shown = (Fragment(text=label), *line) if place == 0 else line
                yield ProseBlock(kind=ProseKind.PARAGRAPH, line=shown)
            holder = Element("div")
            holder.extend(child for child in nested if child.tag != "p")
            yield from self.blocks(holder)

    def _line(self, element: Element) -> Line:
        fragments = [each for text, bold in _texts(element, False) for each in self._fragments(text, bold)]
        return tuple(_trimmed(_without_padding(fragments)))

    def _fragments(self, text: str, bold: bool) -> Iterator[Fragment]:
        text = _JOINED.sub("", _LINE_BREAK.sub("\n", text)).replace("\n", " ")
        position = 0
        for match in _MARK.finditer(text):
            yield Fragment(text=text[position : match.start()], bold=bold)
            name = self.names[ord(match.group()) - _FIRST_MARK]
            yield Fragment(text=self.values[name], key=name, bold=bold)
            position = match.end()
        yield Fragment(text=text[position:], bold=bold)


def _texts(element: Element, bold: bool) -> Iterator[tuple[str, bool]]:
    bold = bold or element.tag == "strong"
    if element.text:
        yield element.text, bold
    for child in element:
        yield from _texts(child, bold)
        if child.tail:
            yield child.tail, bold


def _without_padding(fragments: list[Fragment]) -> list[Fragment]:
    """Without the blank that Markdown asks for beside ``**``, where Chinese stands on its other side."""
    result = [fragment for fragment in fragments if fragment.text]
    for place in range(len(result) - 1):
        left, right = result[place], result[place + 1]
        if left.bold != right.bold:
            if right.bold and _CHINESE_END.search(left.text):
                result[place] = replace(left, text=left.text.rstrip(" "))
            if left.bold and _CHINESE_START.match(right.text):
                result[place + 1] = replace(right, text=right.text.lstrip(" "))
    return result


def _trimmed(fragments: list[Fragment]) -> Iterator[Fragment]:
    """Without empty fragments, and without blanks at both ends: the style indents, not the clerk's spaces."""
    kept = [fragment for fragment in fragments if fragment.text]
    for place, fragment in enumerate(kept):
        text = fragment.text.lstrip() if place == 0 else fragment.text
        text = text.rstrip() if place == len(kept) - 1 else text
        if text:
            yield Fragment(text=text, key=fragment.key, bold=fragment.bold)
