""".txt and .md to TextDocument, in whatever encoding the office keeps them."""

from __future__ import annotations

from pathlib import Path

from generator.errors import InputError, Problem
from generator.ingest.encodings import MixedEncodings, decode
from generator.ingest.files import read_bytes, refusal
from generator.ingest.text_tables import text_blocks
from generator.model.text_document import TextDocument
from generator.patterns import compiled

LARGEST_TEXT = 50_000_000
_CONTROL = compiled(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 10_000


def read_text_file(path: Path) -> TextDocument:
    """Reads ``path``: its text is the decoded content, newlines as ``\\n``, a BOM dropped, nothing else changed.

    Tables typed with tabs, bars or wide gaps become cells.
    """
    text = decode_text(path, read_bytes(path, limit=LARGEST_TEXT))
    return TextDocument(
        source=str(path),
        text=text,
        blocks=text_blocks(text),
        file_format=path.suffix.lower().lstrip("."),
    )


def decode_text(path: Path, content: bytes) -> str:
    """The text in ``content``; raises InputError where it is none, is blank, or mixes encodings."""
    try:
        decoded = decode(content)
    except MixedEncodings as mixed:
        raise InputError(
            Problem(
                file=str(path),
                what="文件里混有 UTF-8 和 GBK 两种编码",
                remedy="从这一行起检查乱码，重新录入后另存为 UTF-8 编码",
                line=mixed.line,
            )
        ) from mixed
    if decoded is None or _is_binary(decoded.text):
        raise refusal(path, "文件不是文本，或已损坏", "请用记事本打开检查，另存为 UTF-8 编码的 .txt")
    if not decoded.text.strip():
        raise refusal(path, "文件里没有文字", "请检查是否保存成功，或换一份")
    return decoded.text


def _is_binary(text: str) -> bool:
    """Control characters beyond a stray one in the first ten thousand characters."""
    sample = text[:_SAMPLE]
    return len(_CONTROL.findall(sample)) * 100 > len(sample)
