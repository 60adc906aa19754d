"""Makes the faulty draft of the demo: the issued .docx with the slips of a YAML list written into it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import docx
import yaml
from docx.document import Document
from docx.text.paragraph import Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """One planted error: ``original`` becomes ``wrong``; ``occurrence`` counts from 1 over the whole document."""

    kind: str
    rule: str
    original: str
    wrong: str
    why: str
    occurrence: int = 1


def read_slips(path: Path) -> tuple[Slip, ...]:
    """The slips of the list 错处 in ``path``."""
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))["错处"]
    return tuple(
        Slip(
            kind=row["类别"],
            rule=row["规则"],
            original=row["原文"],
            wrong=row["改为"],
            why=row["说明"],
            occurrence=int(row.get("第几处", 1)),
        )
        for row in rows
    )


def plant_slips(source: Path, target: Path, slips: Sequence[Slip]) -> None:
    """Writes ``source`` with every slip to ``target``; one whose original is not found ends the run."""
    document = docx.Document(str(source))
    for slip in slips:
        if not _replace(document, slip):
            sys.exit(f"有误稿：正文里找不到第{slip.occurrence}处“{slip.original}”（{slip.why}）")
    document.save(str(target))


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    for part in document.iter_inner_content():
        if isinstance(part, Paragraph):
            yield part
        else:
            for row in part.rows:
                for cell in row.cells:
                    yield from cell.paragraphs


def _replace(document: Document, slip: Slip) -> bool:
    left = slip.occurrence
    for paragraph in _paragraphs(document):
        at = paragraph.text.find(slip.original)
        while at >= 0:
            left -= 1
            if left == 0:
                _write(paragraph, at, slip)
                return True
            at = paragraph.text.find(slip.original, at + 1)
    return False


def _write(paragraph: Paragraph, at: int, slip: Slip) -> None:
    """Puts the wrong text at ``at``, into the run where the original starts; the other runs lose their share."""
    end, position, wrong = at + len(slip.original), 0, slip.wrong
    for run in paragraph.runs:
        text = run.text
        low, high = max(at - position, 0), min(end - position, len(text))
        if low < high:
            run.text = text[:low] + wrong + text[high:]
            wrong = ""
        position += len(text)
