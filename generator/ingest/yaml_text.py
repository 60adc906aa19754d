"""The text of a YAML file: the right encoding and no character that YAML forbids."""

from __future__ import annotations

import re
from pathlib import Path

from generator.errors import InputError, Problem
from generator.ingest.encodings import Decoded, Encoding, MixedEncodings, decode
from generator.ingest.files import read_bytes, refusal
from generator.patterns import compiled

LARGEST_YAML = 10_000_000
_FORBIDDEN = compiled("[^\x09\x0a\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SHOWN = 5


def read_yaml_text(path: Path) -> str:
    """The file's text with newlines as ``\\n`` and without BOM; raises InputError for anything but UTF-8 text."""
    content = read_bytes(path, limit=LARGEST_YAML)
    text = _utf_8(path, content)
    if not text.strip():
        raise refusal(path, "文件是空的", "请写入内容，可以从 policies 文件夹里的样例抄一份")
    forbidden = [_forbidden(path, text, match) for match in _FORBIDDEN.finditer(text)]
    if forbidden:
        raise InputError(forbidden[:_SHOWN])
    return text


def _utf_8(path: Path, content: bytes) -> str:
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise refusal(
            path, "这不是文本文件，而是 Word、Excel 或 PDF 文件", "YAML 要用记事本一类的文本编辑器编写"
        )
    try:
        decoded = decode(content)
    except MixedEncodings as mixed:
        raise InputError(_mixed(path, mixed.line)) from mixed
    if decoded is None:
        raise refusal(path, "文件不是文本，或已损坏", "请用记事本打开检查，另存为 UTF-8 编码")
    if decoded.encoding is not Encoding.UTF_8:
        raise _wrong_encoding(path, decoded)
    return decoded.text


def _wrong_encoding(path: Path, decoded: Decoded) -> InputError:
    name = "GBK（ANSI）" if decoded.encoding is Encoding.GB18030 else "UTF-16（Unicode）"
    return refusal(path, f"文件是{name}编码，应为 UTF-8", "用记事本打开，选“另存为”，编码选 UTF-8")


def _mixed(path: Path, line: int) -> Problem:
    return Problem(
        file=str(path),
        what="文件里混有 UTF-8 和 GBK 两种编码",
        remedy="从这一行起重新录入乱码的文字，另存为 UTF-8 编码",
        line=line,
    )


def _forbidden(path: Path, text: str, match: re.Match[str]) -> Problem:
    at = match.start()
    return Problem(
        file=str(path),
        what=f"有一个看不见的控制字符（U+{ord(match[0]):04X}）",
        remedy="请删去它，多半是从别处粘贴时带来的",
        line=text.count("\n", 0, at) + 1,
        column=at - text.rfind("\n", 0, at),
    )
