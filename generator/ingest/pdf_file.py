""".pdf to TextDocument, by pypdfium2."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

from generator.errors import InputError
from generator.ingest.block_writer import BlockWriter
from generator.ingest.files import refusal
from generator.ingest.pdf_lines import Line
from generator.ingest.pdf_page import PdfTable, read_page
from generator.ingest.pdf_paragraphs import paragraphs
from generator.model.text_document import TextDocument
from generator.patterns import compiled

LARGEST_PDF = 200_000_000
MOST_PAGES = 3_000
_PASSWORD = 4
_SECURITY = 5
_READABLE = compiled(r"[0-9A-Za-z\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_SCAN_SHARE = 0.4
_SHOWN_PAGES = 5


def read_pdf(path: Path) -> TextDocument:
    """Reads ``path``: lines joined to paragraphs, page numbers and running heads dropped.

    ``Block.locator`` is ``page#n``, n counting from 1. Raises InputError for a locked or damaged file, and for one
    with scanned pages: what stands on them could not be checked.
    """
    if path.stat().st_size > LARGEST_PDF:
        raise refusal(path, "文件超过 200 MB", "请拆成几个文件")
    try:
        pdf = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise _cannot_open(path, error.err_code) from error
    try:
        content = _all_content(path, pdf)
    except pypdfium2.PdfiumError as error:
        raise refusal(path, "PDF 文件有损坏的页", "请重新导出或取一份完好的文件") from error
    finally:
        pdf.close()
    if not _legible(content):
        raise refusal(
            path, "PDF 里的文字是乱码（字体没有对应的文字编码）", "请改用原来的 Word 文件，或重新导出 PDF"
        )
    writer = BlockWriter()
    for paragraph in paragraphs(content):
        writer.add(paragraph.text, cell=paragraph.cell, locator=f"page#{paragraph.page}")
    return writer.document(source=str(path), file_format="pdf")


def _cannot_open(path: Path, code: int | None) -> InputError:
    if code in (_PASSWORD, _SECURITY):
        return refusal(path, "PDF 加了密码", "请去掉打开密码后另存一份")
    return refusal(path, "PDF 文件已损坏，打不开", "请重新导出或取一份完好的文件")


def _all_content(path: Path, pdf: Any) -> list[Line | PdfTable]:
    if len(pdf) > MOST_PAGES:
        raise refusal(path, f"PDF 超过{MOST_PAGES}页", "请拆成几个文件")
    content: list[Line | PdfTable] = []
    scanned: list[int] = []
    for index in range(len(pdf)):
        page = pdf[index]
        try:
            found = read_page(page, index + 1)
            if not found and _is_picture(page):
                scanned.append(index + 1)
            content.extend(found)
        finally:
            page.close()
    if scanned:
        raise _scan(path, scanned, len(pdf))
    if not content:
        raise refusal(path, "PDF 里没有文字", "请检查文件，或改用原来的 Word 文件")
    return content


def _is_picture(page: Any) -> bool:
    """Whether pictures cover so much of a page without text that it must be a scan."""
    width, height = page.get_size()
    covered = 0.0
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = picture.get_bounds()
        covered += max(right - left, 0) * max(top - bottom, 0)
    return bool(covered > _SCAN_SHARE * width * height)


def _scan(path: Path, pages: list[int], total: int) -> InputError:
    remedy = "请用原来的 Word 文件，或先做文字识别（OCR）再检查"
    if len(pages) == total:
        return refusal(path, "这是扫描件，里面只有图片，没有文字", remedy)
    shown = "、".join(str(page) for page in pages[:_SHOWN_PAGES]) + (
        "等" if len(pages) > _SHOWN_PAGES else ""
    )
    return refusal(path, f"第{shown}页是扫描的图片，没有文字", remedy)


def _legible(content: list[Line | PdfTable]) -> bool:
    text = "".join(_text(each) for each in content)
    printed = sum(not char.isspace() for char in text)
    return len(_READABLE.findall(text)) * 2 >= printed


def _text(each: Line | PdfTable) -> str:
    return each.text if isinstance(each, Line) else "".join(text for _, text in each.cells)
