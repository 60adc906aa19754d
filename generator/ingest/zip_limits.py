"""Refuses zip files that are made to fill the memory."""

from __future__ import annotations

import zipfile
from pathlib import Path

from generator.ingest.files import refusal

_ENTRIES = 10_000
_UNPACKED = 512 * 2**20
_RATIO = 300
_RATIO_FREE = 4 * 2**20


def require_honest_zip(path: Path) -> None:
    """Raises InputError where unpacking ``path`` would swell beyond any honest office file, or needs a password."""
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
    swollen = any(
        entry.file_size > _RATIO_FREE and entry.file_size > _RATIO * max(entry.compress_size, 1)
        for entry in entries
    )
    if swollen or len(entries) > _ENTRIES or sum(entry.file_size for entry in entries) > _UNPACKED:
        raise refusal(path, "压缩内容异常庞大，为安全起见不打开", "请确认文件来源，另存后再试")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise refusal(path, "文件加了密码", "请去掉密码后另存")
