"""Words by jieba with a vocabulary and a cache of our own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.text.words import words


@pytest.mark.parametrize("term", ["建档立卡", "贫困发生率", "两不愁三保障", "易地搬迁"])
def test_terms_of_the_trade_stay_whole(term: str) -> None:
    assert term in words(f"今年做好{term}有关工作")


@pytest.mark.parametrize("text", ["", "脱贫", "建设3座光伏电站，覆盖6个村。", " \n\t", "ABC-12"])
def test_words_joined_are_the_text(text: str) -> None:
    assert "".join(words(text)) == text


_LOAD = """
import sys, tempfile
sys.modules["rjieba"] = None  # the reference itself
from pathlib import Path
from generator.text.words import words
assert "建档立卡" in words("做好建档立卡工作"), words("做好建档立卡工作")
print((Path(tempfile.gettempdir()) / "jieba.cache").exists(), file=sys.stdout)
"""


@pytest.mark.parametrize("usable", [True, False])
def test_the_cache_is_the_users_own_and_nothing_is_logged(
    tmp_path: Path, checkout: Path, usable: bool
) -> None:
    temporary, cache = tmp_path / "tmp", tmp_path / "cache"
    temporary.mkdir()
    if not usable:
        cache.write_text("a file where the folder should be")
    environment = {
        **os.environ,
        "TMPDIR": str(temporary),
        "XDG_CACHE_HOME": str(cache),
        "PYTHONPATH": str(checkout),
    }
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _LOAD],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "False", "")
    assert (cache / "nigao" / "jieba.cache").exists() is usable
