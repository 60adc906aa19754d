"""The elements of an official document as blocks: title, headings, body, so that layout rules can ask for their looks."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.context import RuleContext
from generator.model.facts import Heading
from generator.model.layout import PageLayout, ParagraphLook
from generator.model.place import Span
from generator.model.text_document import Block, BlockKind

_TITLE_REACH = 4  # blocks over which a title may be broken
_FIRST_WORDS = 20
_SHORT_BODY = 30  # characters; a shorter line may be a signature, a date or a label


def looked(ctx: RuleContext, block: Block) -> ParagraphLook:
    """How ``block`` looks; an empty look where there is no layout."""
    return ctx.layout.look(block.number) if ctx.layout else ParagraphLook()


def title_blocks(ctx: RuleContext) -> Iterator[Block]:
    """The lines of the document's title, which may be broken over several paragraphs."""
    title = "".join((ctx.facts.header.title or "").split())
    if not title:
        return
    blocks = [block for block in ctx.facts.document.blocks if block.kind is BlockKind.PARAGRAPH]
    for first in range(len(blocks)):
        joined = ""
        for count in range(1, _TITLE_REACH + 1):
            if first + count > len(blocks):
                break
            joined += "".join(blocks[first + count - 1].span.of(ctx.text).split())
            if joined == title:
                yield from blocks[first : first + count]
                return
            if not title.startswith(joined):
                break


def heading_blocks(ctx: RuleContext) -> Iterator[tuple[Heading, Block]]:
    """Every numbered heading that has a line of its own, with that line."""
    for heading in ctx.facts.outline:
        block = ctx.facts.document.block_at(heading.span.start)
        if block and heading.level and not heading.run_in and block.kind is BlockKind.PARAGRAPH:
            yield heading, block


def body_blocks(ctx: RuleContext) -> Iterator[Block]:
    """The paragraphs of running text: behind the title, neither headings nor short lines nor cells."""
    titles = [block.number for block in title_blocks(ctx)]
    begin = max(titles, default=0)
    headings = {block.number for _, block in heading_blocks(ctx)}
    for block in ctx.facts.document.blocks:
        if (
            block.kind is BlockKind.PARAGRAPH
            and block.number > begin
            and block.number not in headings
            and len(block.span) > _SHORT_BODY
        ):
            yield block


def is_official(ctx: RuleContext) -> bool:
    """Whether the draft shows itself an official document: with a number, or with recipients and a title."""
    header = ctx.facts.header
    return bool(header.document_number or (header.title and header.recipients))


def section_span(ctx: RuleContext, page: PageLayout) -> Span:
    """Where to point for a whole section: the document's beginning for the first, the section's first words for others."""
    block = next((block for block in ctx.facts.document.blocks if block.number == page.first_block), None)
    return first_words(ctx, block) if block and page.first_block > 1 else Span(0, 0)


def first_words(ctx: RuleContext, block: Block) -> Span:
    """The beginning of a block, up to its first 20 characters."""
    return Span(block.span.start, min(block.span.end, block.span.start + _FIRST_WORDS))


def recipients_span(ctx: RuleContext) -> Span | None:
    """Where the recipients stand, without the colon; None where the draft names none."""
    recipients = ctx.facts.header.recipients
    at = ctx.text.find(recipients) if recipients else -1
    return Span(at, at + len(recipients)) if recipients and at >= 0 else None
