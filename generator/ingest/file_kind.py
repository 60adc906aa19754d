"""What a file really is, told by its first bytes and not by its name."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path

_HEAD = 4096
_HTML = re.compile(
    rb"^\s*(?:<!--.*?-->\s*|<\?xml[^>]*\?>\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class FileKind(Enum):
    """Kinds of file with the name that a clerk has for each."""

    DOCX = "Word 文档（.docx）"
    XLSX = "Excel 表格（.xlsx）"
    ZIP = "压缩文件"
    OLE = "旧版 Word 或加了密码的文档"
    PDF = "PDF 文件"
    RTF = "RTF 文档"
    HTML = "网页"
    PICTURE = "图片"
    OTHER = "文本或其他文件"


_MAGIC = (
    (_OLE, FileKind.OLE),
    (b"%PDF-", FileKind.PDF),
    (b"{\\rtf", FileKind.RTF),
    (b"\x89PNG", FileKind.PICTURE),
    (b"\xff\xd8\xff", FileKind.PICTURE),
    (b"GIF8", FileKind.PICTURE),
    (b"II*\x00", FileKind.PICTURE),
    (b"MM\x00*", FileKind.PICTURE),
)


def kind_of(path: Path) -> FileKind:
    """The kind of ``path``; OTHER where nothing gives it away. Raises OSError where it cannot be read."""
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    if head.startswith(b"PK\x03\x04"):
        return _zip_kind(path)
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    text = head.removeprefix(b"\xef\xbb\xbf")
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = head.replace(b"\x00", b"")[2:]
    return FileKind.HTML if _HTML.match(text) else FileKind.OTHER


def _zip_kind(path: Path) -> FileKind:
    import zipfile  # slow to import, and a text needs none

    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.NameToInfo
            if "word/document.xml" in names:
                return FileKind.DOCX
            return FileKind.XLSX if "xl/workbook.xml" in names else FileKind.ZIP
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return FileKind.ZIP
