"""Any draft that a user names, by its extension, to a TextDocument."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from generator.errors import InputError
from generator.ingest.file_kind import FileKind, kind_of
from generator.ingest.files import refusal, require_file
from generator.model.text_document import TextDocument

_READABLE = "能读的格式：.docx、.doc、.pdf、.txt、.md、.html、.xlsx、.yaml"
_ADVICE = {
    ".wps": "请在 WPS 里打开，另存为 .docx",
    ".rtf": "请在 Word 或 WPS 里打开，另存为 .docx",
    ".odt": "请在 Word 或 WPS 里打开，另存为 .docx",
    ".dot": "请在 Word 或 WPS 里打开，另存为 .docx",
    ".docm": "请在 Word 里打开，另存为 .docx",
    ".et": "请在 WPS 里打开，另存为 .xlsx",
    ".xls": "请在 Excel 或 WPS 里打开，另存为 .xlsx",
    ".csv": "请在 Excel 或 WPS 里打开，另存为 .xlsx",
    ".ofd": "请用 OFD 阅读器导出为带文字的 PDF",
    ".zip": "请先解压，再给出里面的文件",
    ".rar": "请先解压，再给出里面的文件",
    ".jpg": "这是图片，请先做文字识别，存为 .docx 或 .txt",
    ".jpeg": "这是图片，请先做文字识别，存为 .docx 或 .txt",
    ".png": "这是图片，请先做文字识别，存为 .docx 或 .txt",
}


def read_document(path: Path) -> TextDocument:
    """Reads a .docx, .doc, .pdf, .txt, .md, .html or .xlsx.

    Raises InputError with one Chinese sentence and its remedy for whatever cannot be read: a missing, empty, damaged,
    locked or swollen file, a wrong extension, a format that is none of these.
    """
    try:
        require_file(path)
        suffix = path.suffix.lower()
        reader = _READERS.get(suffix)
        if reader is None:
            what = f"不能读“{suffix}”文件" if suffix else "文件名没有扩展名，看不出是什么格式"
            raise refusal(path, what, _ADVICE.get(suffix, _READABLE))
        if path.stat().st_size == 0:
            raise refusal(path, "文件是空的", "请检查是否保存成功，或重新取一份")
        _check_extension(path, suffix)
    except PermissionError as error:
        raise refusal(path, "没有读取权限", "请检查文件的权限，或先关闭正在打开它的程序") from error
    except OSError as error:
        raise refusal(
            path, f"文件读不出来（{error.strerror or '未知原因'}）", "请把它复制到本机后重试"
        ) from error
    return reader(path)


def _check_extension(path: Path, suffix: str) -> None:
    kind = kind_of(path)
    if kind in _EXPECTED[suffix]:
        return
    raise _misnamed(path, suffix, kind)


def _misnamed(path: Path, suffix: str, kind: FileKind) -> InputError:
    what = f"扩展名是“{suffix}”，里面其实是{kind.value}"
    if kind is FileKind.OTHER:
        return refusal(
            path, f"扩展名是“{suffix}”，内容却不是这种格式，或已损坏", "请重新取一份，或改为真正的扩展名"
        )
    right = _RIGHT_SUFFIX.get(kind)
    if right is not None:
        return refusal(path, what, f"请把扩展名改为“{right}”再试")
    return refusal(path, what, "请用 Word 或 WPS 打开它，另存为 .docx")


def _read_docx(path: Path) -> TextDocument:
    from generator.wordml.reader import read_docx

    return read_docx(path)


def _read_text(path: Path) -> TextDocument:
    from generator.ingest.text_file import read_text_file

    return read_text_file(path)


def _read_html(path: Path) -> TextDocument:
    from generator.ingest.html_file import read_html

    return read_html(path)


def _read_pdf(path: Path) -> TextDocument:
    from generator.ingest.pdf_file import read_pdf

    return read_pdf(path)


def _read_doc(path: Path) -> TextDocument:
    from generator.ingest.doc_file import read_doc

    return read_doc(path)


def _read_xlsx(path: Path) -> TextDocument:
    from generator.ingest.xlsx_file import read_xlsx

    return read_xlsx(path)


_READERS: Mapping[str, Callable[[Path], TextDocument]] = {
    ".docx": _read_docx,
    ".txt": _read_text,
    ".md": _read_text,
    ".html": _read_html,
    ".htm": _read_html,
    ".pdf": _read_pdf,
    ".doc": _read_doc,
    ".xlsx": _read_xlsx,
}
# A locked .docx or .xlsx is wrapped in OLE, and a damaged one is still a zip: their own readers say so.
_EXPECTED: Mapping[str, frozenset[FileKind]] = {
    ".docx": frozenset({FileKind.DOCX, FileKind.ZIP, FileKind.OLE}),
    ".xlsx": frozenset({FileKind.XLSX, FileKind.ZIP, FileKind.OLE}),
    ".doc": frozenset({FileKind.OLE, FileKind.RTF}),
    ".pdf": frozenset({FileKind.PDF}),
    ".html": frozenset({FileKind.HTML, FileKind.OTHER}),
    ".htm": frozenset({FileKind.HTML, FileKind.OTHER}),
    ".txt": frozenset({FileKind.OTHER, FileKind.HTML}),
    ".md": frozenset({FileKind.OTHER, FileKind.HTML}),
}
_RIGHT_SUFFIX = {
    FileKind.DOCX: ".docx",
    FileKind.XLSX: ".xlsx",
    FileKind.PDF: ".pdf",
    FileKind.HTML: ".html",
    FileKind.OLE: ".doc",
    FileKind.RTF: ".doc",
}
