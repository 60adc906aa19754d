"""A registry that was read once is not read again until a file of it changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cache_folder import cache_folder
from generator.errors import InputError
from generator.ingest import registry_yaml
from generator.usecases.registry import load_agencies

_TWO = "地区: 东河县\n级别: 县\n机关:\n  - 名称: 县农业局\n    简称: 县农局\n    止: 2019-03-01\n    改为: [县农业农村局]\n  - 名称: 县水务局\n"


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    cache_folder.cache_clear()
    (tmp_path / "corpus" / "agencies").mkdir(parents=True)
    (tmp_path / "corpus" / "agencies" / "东河县.yaml").write_text(_TWO, encoding="utf-8")
    return tmp_path / "corpus"


@pytest.fixture(autouse=True)
def _forget() -> object:
    yield
    cache_folder.cache_clear()


def test_the_second_reading_gives_the_same_agencies_without_the_yaml(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = load_agencies(corpus)
    monkeypatch.setattr(registry_yaml, "_read_file", lambda path: pytest.fail("read again"))
    second = load_agencies(corpus)
    assert second.agencies == first.agencies
    assert second.find("县农局") is second.find("县农业局") is not None


def test_a_changed_file_is_read_again(corpus: Path) -> None:
    assert load_agencies(corpus).find("县渔业局") is None
    file = corpus / "agencies" / "东河县.yaml"
    file.write_text(_TWO + "  - 名称: 县渔业局\n", encoding="utf-8")
    assert load_agencies(corpus).find("县渔业局") is not None


def test_a_wrong_file_is_told_every_time(corpus: Path) -> None:
    load_agencies(corpus)
    file = corpus / "agencies" / "东河县.yaml"
    file.write_text(_TWO + "  - 名字: 县渔业局\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(InputError, match="名字"):
            load_agencies(corpus)
