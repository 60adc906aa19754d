"""The imprint (版记) at a document's end: 抄送, and who printed it when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.checking.context import RuleContext
from generator.model.text_document import Block, BlockKind
from generator.patterns import compiled

_COPIES = compiled(r"[\s　]*抄\s*[送报][：:]")
_PRINTED = compiled(
    r".{0,60}?\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s?印发[\s　]*(?:[（(]?共印\s?\d+\s?份[）)]?)?[\s　]*"
)
_BODY = (BlockKind.PARAGRAPH, BlockKind.CELL, BlockKind.TEXT_BOX)
_LONGEST = 400
_APART = 4  # blocks between 抄送 and who printed it (a table's cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """The lines of an imprint, as far as the text has them; at least one of the two is there."""

    copies: Block | None = None
    printed: Block | None = None

    @property
    def lines(self) -> tuple[Block, ...]:
        return tuple(block for block in (self.copies, self.printed) if block is not None)


def find_imprint(ctx: RuleContext) -> Imprint | None:
    """The document's last imprint. 抄送 alone counts where it stands among the last lines, for a letter has no more."""
    blocks = [block for block in ctx.facts.document.blocks if block.kind in _BODY]
    printed = _last(ctx, blocks, lambda line: bool(_PRINTED.fullmatch(line)))
    copies = _last(ctx, blocks, lambda line: bool(_COPIES.match(line)))
    if printed is not None and copies is not None and abs(printed.number - copies.number) > _APART:
        copies = None
    if printed is None and copies is not None and blocks[-1].number - copies.number > 1:
        copies = None
    return Imprint(copies=copies, printed=printed) if printed or copies else None


def _last(ctx: RuleContext, blocks: Sequence[Block], is_meant: Callable[[str], bool]) -> Block | None:
    short = (block for block in reversed(blocks) if len(block.span) <= _LONGEST)
    return next((block for block in short if is_meant(block.span.of(ctx.text))), None)
