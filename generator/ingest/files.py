"""Bytes of a file that a user named, or a sentence on why they cannot be had."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from generator.errors import InputError, Problem


def read_bytes(path: Path, *, limit: int) -> bytes:
    """The content of ``path``, at most ``limit`` bytes; raises InputError where there is none to read."""
    try:
        require_file(path)
        size = path.stat().st_size
        if size > limit:
            raise refusal(
                path, f"文件太大（{_megabytes(size)}），上限是{_megabytes(limit)}", "请拆成几个文件"
            )
        content = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error
    if not content.strip(b"\x00"):
        raise refusal(path, "文件是空的" if not content else "文件里全是空字节", "请重新复制或另存一份")
    return content


def require_file(path: Path) -> None:
    """Raises InputError unless ``path`` is a regular file; a missing one is answered with near names."""
    if path.is_dir():
        raise refusal(path, "这是文件夹，不是文件", "请写出里面具体的文件名")
    if not path.exists():
        raise refusal(path, "找不到这个文件", _near_files(path))
    if not path.is_file():
        raise refusal(path, "这不是普通文件", "请换成磁盘上的文件")


def refusal(path: Path, what: str, remedy: str) -> InputError:
    """An InputError on ``path`` as a whole."""
    return InputError(Problem(file=str(path), what=what, remedy=remedy))


def _near_files(path: Path) -> str:
    folder = path.parent
    if not folder.is_dir():
        return f"文件夹“{folder}”也不存在，请检查路径"
    names = sorted(each.name for each in folder.iterdir() if not each.name.startswith("."))
    near = get_close_matches(path.name, names, n=3, cutoff=0.5)
    return f"同一文件夹里有“{'”“'.join(near)}”，是不是它" if near else "请检查文件名和所在文件夹"


def _unreadable(path: Path, error: OSError) -> InputError:
    if isinstance(error, PermissionError):
        return refusal(path, "没有读取权限", "请检查文件的权限，或先关闭正在打开它的程序")
    return refusal(
        path, f"无法读取（{error.strerror or type(error).__name__}）", "请检查文件所在的磁盘后重试"
    )


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}".removesuffix(".0") + " MB"
