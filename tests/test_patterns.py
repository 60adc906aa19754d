"""Expressions that come from the store are those that ``re`` would make, and a spoilt store costs only time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_EVERY_EXPRESSION = """
import pkgutil, re, sys
from importlib import import_module
import generator
from generator import patterns
for module in pkgutil.walk_packages(generator.__path__, "generator."):
    if module.name not in ("generator.__main__", "generator.cli.commands"):  # the latter is for the type checker alone
        import_module(module.name)
wrong = [
    source for source, flags in {**patterns._STORE._kept, **patterns._STORE._added}
    if patterns.compiled(source, flags) != re.compile(source, flags)
]
print(len(patterns._STORE._kept), len(patterns._STORE._added), len(wrong))
"""
_ONE = """
import generator.patterns as patterns
found = patterns.compiled("(?P<year>[0-9]{4})年(?P<rest>[一-鿿]+)?").search("到2018年底前")
print(found["year"], found["rest"], found.start("year"))
"""


def _run(code: str, checkout: Path, cache: Path) -> str:
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(checkout)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, encoding="utf-8"
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


def test_every_expression_is_what_re_makes_of_it_before_and_after_it_is_kept(
    checkout: Path, tmp_path: Path
) -> None:
    kept, added, wrong = map(int, _run(_EVERY_EXPRESSION, checkout, tmp_path).split())
    assert (kept, wrong) == (0, 0)
    assert added > 500
    assert _run(_EVERY_EXPRESSION, checkout, tmp_path).split() == [str(added), "0", "0"]


@pytest.mark.parametrize("spoilt", [b"", b"[]\n123", b"\xff\n1234", b"not json\n", None])
def test_a_spoilt_store_is_made_anew(checkout: Path, tmp_path: Path, spoilt: bytes | None) -> None:
    assert _run(_ONE, checkout, tmp_path) == "2018 底前 1"
    (store,) = (tmp_path / "nigao").glob("patterns-*")
    whole = store.read_bytes()
    head, _, numbers = whole.partition(b"\n")
    store.write_bytes(spoilt if spoilt is not None else head + b"\n" + b"\xff" * len(numbers))
    assert _run(_ONE, checkout, tmp_path) == "2018 底前 1"


def test_where_nothing_can_be_kept_everything_works(checkout: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert _run(_ONE, checkout, tmp_path / "cache") == "2018 底前 1"


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows 的缓存文件夹在用户自己的目录里")
def test_a_folder_that_others_may_write_is_not_used(checkout: Path, tmp_path: Path) -> None:
    folder = tmp_path / "nigao"
    folder.mkdir()
    folder.chmod(0o777)
    assert _run(_ONE, checkout, tmp_path) == "2018 底前 1"
    assert list(folder.iterdir()) == []
