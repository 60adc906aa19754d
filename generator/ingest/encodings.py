"""Which encoding the bytes of a text file are in, decided by the bytes alone."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from enum import Enum

from generator.patterns import compiled


class Encoding(Enum):
    """The encodings in which Chinese offices keep text."""

    UTF_8 = "utf-8"
    UTF_16_LE = "utf-16-le"
    UTF_16_BE = "utf-16-be"
    GB18030 = "gb18030"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text and the encoding it was in; the BOM is dropped, newlines are ``\\n``, nothing else is changed."""

    text: str
    encoding: Encoding


class MixedEncodings(Exception):  # noqa: N818 -- says what was found, not that the program failed
    """Some lines are UTF-8 and others GBK; ``line`` is the first of the minority's, counted from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


_MARKS = (
    (codecs.BOM_UTF8, Encoding.UTF_8),
    (codecs.BOM_UTF16_LE, Encoding.UTF_16_LE),
    (codecs.BOM_UTF16_BE, Encoding.UTF_16_BE),
)
_ORDINARY = compiled(r"[\t\n\x20-\x7e\u2010-\u203a\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_LEAST_ORDINARY = 0.8
_HAN_BEYOND_CHANCE = compiled(r"[\u3000-\u303f\u4e00-\u9fff]{2}")


def decode(content: bytes) -> Decoded | None:
    """Decodes by BOM, else as the first of UTF-8, UTF-16, GB18030 that fits; None for bytes that are no text.

    Raises MixedEncodings where no single encoding fits but each line fits one.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], encoding)
    if b"\x00" in content:
        return _utf_16(content)
    if (decoded := _decoded(content, Encoding.UTF_8)) is not None:
        return decoded
    lines = content.split(b"\n")
    utf_8 = [number for number, line in enumerate(lines, start=1) if _surely_utf_8(line)]
    if utf_8:
        other = [number for number, line in enumerate(lines, start=1) if not _fits(line, "utf-8")]
        raise MixedEncodings(min(utf_8, other, key=len)[0])
    return _decoded(content, Encoding.GB18030)


def _decoded(content: bytes, encoding: Encoding) -> Decoded | None:
    try:
        text = content.decode(encoding.value)
    except UnicodeDecodeError:
        return None
    return Decoded(text=text.replace("\r\n", "\n").replace("\r", "\n"), encoding=encoding)


def _utf_16(content: bytes) -> Decoded | None:
    """UTF-16 without a BOM: the byte order in which the bytes are Chinese or Latin text, not rare signs."""
    both = (_decoded(content, encoding) for encoding in (Encoding.UTF_16_LE, Encoding.UTF_16_BE))
    found = max(
        (each for each in both if each and "\x00" not in each.text),
        key=lambda each: _ordinary_share(each.text),
        default=None,
    )
    return found if found and _ordinary_share(found.text) >= _LEAST_ORDINARY else None


def _ordinary_share(text: str) -> float:
    return len(_ORDINARY.findall(text)) / max(len(text), 1)


def _fits(line: bytes, encoding: str) -> bool:
    try:
        line.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _surely_utf_8(line: bytes) -> bool:
    """Whether a line is UTF-8 Chinese: two neighbouring three-byte characters do not come about in GBK by chance."""
    return _fits(line, "utf-8") and bool(_HAN_BEYOND_CHANCE.search(line.decode("utf-8")))
