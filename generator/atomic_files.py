"""Files that are either whole or not there: written beside their target under another name, then renamed."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import InputError, Problem


@contextmanager
def atomic_target(path: Path) -> Iterator[Path]:
    """Yields a temporary path in ``path``'s folder; when the block ends well it becomes ``path``, else it vanishes.

    Creates missing folders. Raises InputError where the folder cannot be written to or the disk is full.
    """
    import tempfile  # slow to import, and a plain check writes nothing

    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".nigao-", suffix=path.suffix, dir=path.parent)
        os.close(handle)
        temporary = Path(name)
        yield temporary
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        raise InputError(_writing_problem(path, error)) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def write_text_atomically(path: Path, text: str) -> None:
    """Writes UTF-8 without a BOM; see :func:`atomic_target`."""
    with atomic_target(path) as temporary:
        temporary.write_text(text, encoding="utf-8", newline="\n")


def _umask() -> int:
    """The process's umask: mkstemp gives 0600, but a clerk's colleagues must be able to read the result."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _writing_problem(path: Path, error: OSError) -> Problem:
    reasons = {
        "ENOSPC": ("磁盘空间已满", "请清理磁盘或用 -o 换一个输出位置"),
        "EROFS": ("所在磁盘是只读的", "请用 -o 换一个输出位置"),
        "EACCES": ("没有写入权限", "请换一个有写入权限的文件夹，或先关闭正在打开该文件的 Word/WPS"),
        "EPERM": ("没有写入权限", "请换一个有写入权限的文件夹，或先关闭正在打开该文件的 Word/WPS"),
        "ENOTDIR": ("输出位置的上级不是文件夹", "请检查 -o 后的路径"),
        "EEXIST": ("输出位置的上级不是文件夹", "请检查 -o 后的路径"),
        "ENAMETOOLONG": ("文件名太长", "请改用较短的标题或文件夹名"),
    }
    code = errno.errorcode.get(error.errno or 0, "")
    what, remedy = reasons.get(code, (f"无法写入（{error.strerror or code}）", "请检查输出位置后重试"))
    return Problem(file=str(path), what=what, remedy=remedy)
