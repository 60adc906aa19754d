"""Opening a .docx safely: what is no Word file, or a trap, is refused before anything is unpacked."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from generator.errors import InputError, Problem
from generator.wordml.namespaces import STRICT

MAIN_PART = "word/document.xml"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FILE_LIMIT = 200 * 2**20
ENTRY_LIMIT = 10_000
UNPACKED_LIMIT = 1024 * 2**20
XML_LIMIT = 64 * 2**20
# Word's XML packs to a twentieth; a part that packs a thousandfold was made to fill the memory.
RATIO_LIMIT = 300
RATIO_FREE = 4 * 2**20

# What zipfile raises, besides its own error, on bytes that are no zip or were one once.
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    struct.error,
)

_NOT_WORD = "不是 Word 文档（.docx）"
_SAVE_AGAIN = "请在 Word 或 WPS 里打开它，另存为 .docx 后再试"


@dataclass(frozen=True, slots=True)
class Package:
    """The open zip of one .docx; ``file`` is its name as the user gave it."""

    file: str
    archive: zipfile.ZipFile

    def has(self, part: str) -> bool:
        return part in self.archive.NameToInfo

    def names(self) -> list[str]:
        return self.archive.namelist()

    def xml(self, part: str) -> etree._Element | None:
        """The root element of an XML part, None where the file has no such part; InputError where it is damaged."""
        if not self.has(part):
            return None
        if self.archive.getinfo(part).file_size > XML_LIMIT:
            raise InputError(_problem(self.file, f"文件里的 {part} 太大，无法读入", "请把文档拆成几个文件"))
        try:
            data = self.archive.read(part)
        except (*_DAMAGED, OSError) as error:
            raise InputError(_problem(self.file, f"文件已损坏（{part} 读不出来）", _SAVE_AGAIN)) from error
        return _parsed(self.file, part, data)


@contextmanager
def open_package(path: Path) -> Iterator[Package]:
    """Opens ``path``; InputError with one Chinese sentence for whatever is not a readable .docx."""
    with _archive(path) as archive:
        yield Package(str(path), archive)


def _archive(path: Path) -> zipfile.ZipFile:
    """The open zip, looked over but not unpacked."""
    file = str(path)
    try:
        with path.open("rb") as stream:
            magic = stream.read(8)
            size = stream.seek(0, 2)
        _refuse_foreign(file, magic, size)
        archive = zipfile.ZipFile(path)
    except OSError as error:
        raise InputError(_access_problem(file, error)) from error
    except _DAMAGED as error:
        raise InputError(_problem(file, "文件已损坏或不是 Word 文档（.docx）", _SAVE_AGAIN)) from error
    try:
        _refuse_bomb(file, archive)
        if MAIN_PART not in archive.NameToInfo:
            raise InputError(_problem(file, f"{_NOT_WORD}，里面没有正文", _SAVE_AGAIN))
    except InputError:
        archive.close()
        raise
    return archive


def _access_problem(file: str, error: OSError) -> Problem:
    match error:
        case FileNotFoundError():
            return _problem(file, "找不到这个文件", "请检查文件名和所在文件夹")
        case IsADirectoryError():
            return _problem(file, "这是文件夹，不是文件", "请给出文件夹里的文件名")
        case PermissionError():
            return _problem(file, "没有读取权限", "请检查文件权限，或先关闭正在打开它的程序")
    return _problem(file, f"文件读不出来（{error.strerror or '未知原因'}）", "请把它复制到本机后重试")


def _refuse_foreign(file: str, magic: bytes, size: int) -> None:
    if size == 0:
        raise InputError(_problem(file, "文件是空的", "请检查是否保存成功，或重新取一份"))
    if size > FILE_LIMIT:
        raise InputError(_problem(file, "文件超过 200 MB，无法读入", "请压缩文档里的图片后再试"))
    if magic.startswith(OLE_MAGIC):
        raise InputError(
            _problem(
                file, "文件加了密码，或是旧版 .doc 改了扩展名", "请在 Word 或 WPS 里去掉密码，另存为 .docx"
            )
        )
    if not magic.startswith(b"PK"):
        raise InputError(_problem(file, _NOT_WORD, _SAVE_AGAIN))


def _refuse_bomb(file: str, archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    swollen = any(
        entry.file_size > RATIO_FREE and entry.file_size > RATIO_LIMIT * max(entry.compress_size, 1)
        for entry in entries
    )
    if len(entries) > ENTRY_LIMIT or total > UNPACKED_LIMIT or swollen:
        raise InputError(
            _problem(
                file, "压缩内容异常庞大，为安全起见不打开", "请确认文件来源，在 Word 或 WPS 里另存后再试"
            )
        )
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise InputError(_problem(file, "文件加了密码", "请去掉密码后另存为 .docx"))


def _parsed(file: str, part: str, data: bytes) -> etree._Element:
    for strict, transitional in STRICT.items():
        data = data.replace(strict.encode(), transitional.encode())
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(_problem(file, f"文件已损坏（{part} 内容不完整）", _SAVE_AGAIN)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputError(_problem(file, f"{part} 里有 Word 不会写的声明，为安全起见不打开", _SAVE_AGAIN))
    return root


def _problem(file: str, what: str, remedy: str) -> Problem:
    return Problem(file=file, what=what, remedy=remedy)
