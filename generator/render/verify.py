"""The written document, read back, against what the policy says: in order, each figure at its place."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from generator.errors import Problem, RenderMismatchError
from generator.model.text_document import Block, TextDocument
from generator.render.expected import Expectation, ExpectedLine, ExpectedTable

_SHOWN = 40
_REMEDY = "请检查模板里有没有删去或挪动这一项；没有生成文件"
_SEARCHED = 30  # paragraphs in which a message looks for what was written instead


def verify(document: TextDocument, expected: Sequence[Expectation], *, file: str) -> None:
    """Raises RenderMismatchError, naming the first difference, unless everything expected stands there in order."""
    reading = _Reading(document, file)
    for expectation in expected:
        if isinstance(expectation, ExpectedTable):
            reading.table(expectation)
        else:
            reading.line(expectation)


class _Reading:
    """The place up to which the document has been compared."""

    def __init__(self, document: TextDocument, file: str) -> None:
        self.file = file
        self.blocks, self.texts = _paragraphs(document)
        self.block = self.offset = 0

    def line(self, expected: ExpectedLine) -> None:
        for place in range(self.block, len(self.blocks)):
            start = self.offset if place == self.block else 0
            if expected.whole and start == 0 and self.texts[place] == expected.text:
                self.block, self.offset = place + 1, 0
                return
            if not expected.whole and (found := self.texts[place].find(expected.text, start)) >= 0:
                self.block, self.offset = place, found + len(expected.text)
                return
        raise RenderMismatchError(self._difference(expected))

    def table(self, expected: ExpectedTable) -> None:
        start = self.block if self.offset == 0 else self.block + 1
        numbers = dict.fromkeys(b.cell.table for b in self.blocks[start:] if b.cell is not None)
        problems: list[Problem] = []
        for number in numbers:
            cells = self._cells(number)
            problem = self._table_difference(expected, cells)
            if problem is None:
                last = max(i for i, b in enumerate(self.blocks) if b.cell and b.cell.table == number)
                self.block, self.offset = last + 1, 0
                return
            problems.append(problem)
        raise RenderMismatchError(problems[:1] or [self._problem(f"应有的{expected.what}没有写出来")])

    def _cells(self, number: int) -> dict[tuple[int, int], str]:
        """Text by row and column; paragraphs of one cell joined."""
        cells: dict[tuple[int, int], str] = {}
        for block, text in zip(self.blocks, self.texts, strict=True):
            if block.cell is not None and block.cell.table == number:
                place = (block.cell.row, block.cell.column)
                cells[place] = cells.get(place, "") + text
        return cells

    def _table_difference(self, expected: ExpectedTable, cells: dict[tuple[int, int], str]) -> Problem | None:
        columns = {text: column for (row, column), text in sorted(cells.items(), reverse=True) if row == 0}
        for number, row in enumerate(expected.rows, start=1):
            written = {column: text for (at, column), text in cells.items() if at == number}
            for heading, text in zip(expected.headings, row, strict=True):
                found = written.get(columns[heading], "") if heading in columns else None
                if (found != text) if found is not None else (text and text not in written.values()):
                    shown = f"写成了“{found}”" if found else "没有写出来"
                    return self._problem(f"{expected.what}第{number}行的“{heading}”应为“{text}”，{shown}")
        surplus = max((row for row, _ in cells), default=0) - len(expected.rows)
        return self._problem(f"{expected.what}多出了{surplus}行") if surplus > 0 else None

    def _difference(self, expected: ExpectedLine) -> Problem:
        """Names the figure or agency that is wrong, when the rest of the paragraph can be recognised."""
        nearest = self._nearest(expected)
        if nearest is None:
            return self._problem(f"{expected.what}“{_cut(expected.text)}”没有写在应在的位置")
        position = 0
        for fragment in expected.fragments:
            found = nearest.find(fragment.text, position)
            if found < 0 and fragment.key:
                return self._problem(
                    f"{expected.what}里，“{fragment.key}”应为“{fragment.text}”，"
                    f"那里写的是“{_cut(nearest[position:])}”"
                )
            position = found + len(fragment.text) if found >= 0 else position
        return self._problem(f"{expected.what}应为“{_cut(expected.text)}”，写成了“{_cut(nearest)}”")

    def _nearest(self, expected: ExpectedLine) -> str | None:
        window = self.texts[self.block : self.block + _SEARCHED]
        scored = [(SequenceMatcher(None, text, expected.text).ratio(), text) for text in window]
        best = max(scored, default=(0.0, ""), key=lambda pair: pair[0])
        return best[1] if best[0] > 0.5 else None

    def _problem(self, what: str) -> Problem:
        return Problem(file=self.file, what=f"写好的文件与 YAML 不一致：{what}", remedy=_REMEDY)


def _paragraphs(document: TextDocument) -> tuple[list[Block], list[str]]:
    """First block and text of every paragraph; the lines of a broken title are one paragraph again."""
    blocks: list[Block] = []
    texts: list[str] = []
    for block in document.blocks:
        text = block.span.of(document.text)
        if "@" in block.locator and blocks and block.locator.startswith(f"{blocks[-1].locator}@"):
            texts[-1] += text
        else:
            blocks.append(block)
            texts.append(text)
    return blocks, texts


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
