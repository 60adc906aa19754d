"""Words by jieba with a vocabulary and a cache of our own."""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path

import pytest

from generator.text.words import learn_words, words


@pytest.mark.parametrize("term", ["建档立卡", "贫困发生率", "两不愁三保障", "易地搬迁"])
def test_terms_of_the_trade_stay_whole(term: str) -> None:
    assert term in words(f"今年做好{term}有关工作")


@pytest.mark.parametrize("text", ["", "脱贫", "建设3座光伏电站，覆盖6个村。", " \n\t", "ABC-12"])
def test_words_joined_are_the_text(text: str) -> None:
    assert "".join(words(text)) == text


def test_names_are_learnt() -> None:
    learn_words(["县扶农帮富办", "一"])
    assert "县扶农帮富办" in words("请县扶农帮富办牵头")


def test_the_shared_temporary_folder_is_not_used(caplog: pytest.LogCaptureFixture) -> None:
    before = (Path(tempfile.gettempdir()) / "jieba.cache").stat().st_mtime_ns if _shared().exists() else None
    with caplog.at_level(logging.DEBUG):
        words("脱贫攻坚")
    assert not caplog.records
    assert (_shared().stat().st_mtime_ns if _shared().exists() else None) == before


def _shared() -> Path:
    return Path(tempfile.gettempdir()) / "jieba.cache"
