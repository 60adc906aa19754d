"""Whichever of the two segmenters is installed, the facts that are read are the same."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from generator.facts.analyse import analyse
from generator.ingest.policy_facts import policy_facts
from generator.ingest.policy_yaml import load_policy
from generator.ingest.registry_yaml import load_registry
from generator.model.agency import AgencyRegistry
from generator.model.facts import DocumentFacts
from generator.model.text_document import TextDocument
from generator.text import words


def _registry(checkout: Path) -> AgencyRegistry:
    return load_registry(sorted((checkout / "corpus" / "agencies").glob("*.yaml")))


def _read(texts: list[str], registry: AgencyRegistry, cutter: words._Cutter | None) -> list[DocumentFacts]:
    if cutter is None:
        pytest.skip("没有安装 rjieba，只有 jieba 可用")
    for term in words._TERMS.split():
        cutter.add_word(term)
    for name in sorted(words._known):
        cutter.add_word(name)
    loaded = words._loaded
    words._loaded = lru_cache(maxsize=1)(lambda: cutter)
    try:
        return [analyse(TextDocument.from_text(text), registry) for text in texts]
    finally:
        words._loaded = loaded


def _compare(texts: list[str], checkout: Path) -> None:
    registry = _registry(checkout)
    rust = _read(texts, registry, words._rust_cutter())
    reference = _read(texts, registry, words._python_cutter())
    assert sum(len(facts.figures) for facts in reference) > 100
    for one, other in zip(rust, reference, strict=True):
        assert one == other


def test_jieba_and_rjieba_read_the_same_facts(checkout: Path) -> None:
    registry = _registry(checkout)
    policies = (path for path in (checkout / "policies").glob("*.yaml") if "有误" not in path.name)
    _compare([policy_facts(load_policy(path, registry), path).document.text for path in policies], checkout)


def test_they_read_the_same_facts_in_real_documents(shared: Path, checkout: Path) -> None:
    folders = [shared / name for name in ("sources", "field", "planted")]
    paths = [path for folder in folders for path in sorted(folder.glob("*.txt"))]
    _compare([path.read_text(encoding="utf-8") for path in paths], checkout)
