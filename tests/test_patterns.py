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
    source for source, flags in {**patterns._STORE._kept, **patterns._STORE._used}
    if patterns.compiled(source, flags) != re.compile(source, flags)
]
used = patterns._STORE._used.keys()
print(len(patterns._STORE._kept), len(used - patterns._STORE._kept.keys()), len(wrong))
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


_TWO = """
import generator.patterns as patterns
print(bool(patterns.compiled("甲+").search("甲")), bool(patterns.compiled("乙+").search("乙")))
"""


@pytest.mark.parametrize("spoilt", [b"", b"12\n[]\n123", b"\xff\n1234", b"not json\n"])
def test_a_spoilt_store_is_made_anew(checkout: Path, tmp_path: Path, spoilt: bytes) -> None:
    assert _run(_ONE, checkout, tmp_path) == "2018 底前 1"
    (store,) = (tmp_path / "nigao").glob("patterns-*")
    whole = store.read_bytes()
    store.write_bytes(spoilt)
    assert _run(_ONE, checkout, tmp_path) == "2018 底前 1"
    assert store.read_bytes() == whole


def test_codes_in_each_others_place_are_not_believed(checkout: Path, tmp_path: Path) -> None:
    assert _run(_TWO, checkout, tmp_path) == "True True"
    (store,) = (tmp_path / "nigao").glob("patterns-*")
    whole = store.read_bytes()
    names = "甲".encode(), "乙".encode()
    swapped = whole.replace(names[0], b"?").replace(names[1], names[0]).replace(b"?", names[1])
    assert swapped != whole
    store.write_bytes(swapped)
    assert _run(_TWO, checkout, tmp_path) == "True True"


def test_a_full_store_keeps_what_the_run_used(checkout: Path, tmp_path: Path) -> None:
    assert _run(_TWO, checkout, tmp_path) == "True True"
    full = "import generator.patterns as patterns; patterns._MOST = 2; patterns.compiled('甲+'); patterns.compiled('丙+')"
    _run(full, checkout, tmp_path)
    kept = (
        "import generator.patterns as patterns; print(sorted(source for source, _ in patterns._STORE._kept))"
    )
    assert _run(kept, checkout, tmp_path) == "['丙+', '甲+']"


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
