""".doc to TextDocument, by way of LibreOffice or antiword."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from generator.errors import InputError
from generator.ingest.conversions import antiword_text, find_antiword, find_office, office_to_docx
from generator.ingest.file_kind import FileKind, kind_of
from generator.ingest.files import refusal
from generator.model.text_document import TextDocument
from generator.wordml.reader import read_docx

LARGEST_DOC = 100_000_000
_SAVE_AS = "请在 Word 或 WPS 里打开它，另存为 .docx 后再试"


def read_doc(path: Path) -> TextDocument:
    """Reads ``path`` through LibreOffice, else antiword; raises InputError where neither is there or neither can."""
    if path.stat().st_size > LARGEST_DOC:
        raise refusal(path, "文件超过 100 MB", "请压缩文档里的图片后再试")
    office, antiword = find_office(), find_antiword()
    if office is None and antiword is None:
        remedy = "请在 Word 或 WPS 里另存为 .docx，或安装 LibreOffice（也可装 antiword）"
        raise refusal(path, "这台电脑上没有能读旧版 .doc 的程序", remedy)
    document = _by_office(office, path) if office else None
    if document is None and antiword and kind_of(path) is FileKind.OLE:
        document = _by_antiword(antiword, path)
    if document is None:
        raise refusal(path, "读不出内容，文件已损坏、加了密码或不是 Word 文档", _SAVE_AS)
    if not document.blocks:
        raise refusal(path, "文件里没有文字", "若内容是图片，请先做文字识别")
    return document


def _by_office(office: str, path: Path) -> TextDocument | None:
    with tempfile.TemporaryDirectory(prefix="nigao-doc-", ignore_cleanup_errors=True) as folder:
        converted = office_to_docx(office, path, Path(folder))
        if converted is None:
            return None
        try:
            return replace(read_docx(converted), source=str(path), file_format="doc")
        except InputError:  # what LibreOffice wrote is not the user's file: her message is the caller's
            return None


def _by_antiword(antiword: str, path: Path) -> TextDocument | None:
    text = antiword_text(antiword, path)
    if text is None:
        return None
    return TextDocument.from_text(text.strip("\n"), source=str(path), file_format="doc")
