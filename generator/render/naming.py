"""Names of output files: safe on Windows, Linux and macOS, and never two alike."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from generator.patterns import compiled

_FORBIDDEN = str.maketrans({**dict.fromkeys('\\/|*"', "_"), "<": "〈", ">": "〉", ":": "：", "?": "？"})
_CONTROL = compiled(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_RESERVED = compiled(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)")
# File systems allow 255 bytes; a Chinese character takes three, and the caller adds a suffix and an extension.
_LIMIT = 60
_UNNAMED = "未命名"


def safe_name(name: str) -> str:
    """``name`` as a file name without extension: forbidden signs replaced, blanks joined, at most 60 characters."""
    name = unicodedata.normalize("NFC", _CONTROL.sub("", " ".join(name.split()))).translate(_FORBIDDEN)
    name = name[:_LIMIT].strip(" .")
    return f"_{name}" if _RESERVED.match(name) else name or _UNNAMED


def unique_names(names: Iterable[str]) -> tuple[str, ...]:
    """Safe names in the same order, a number added where two would meet; case makes no difference on Windows."""
    taken: set[str] = set()
    return tuple(_unique(safe_name(name), taken) for name in names)


def _unique(name: str, taken: set[str]) -> str:
    chosen, number = name, 1
    while chosen.casefold() in taken:
        number += 1
        chosen = f"{name}（{number}）"
    taken.add(chosen.casefold())
    return chosen
