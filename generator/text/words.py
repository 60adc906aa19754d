"""Words of a Chinese text, by jieba with a tokenizer, a cache and a vocabulary of our own."""

from __future__ import annotations

import logging
import sys
import tempfile
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from types import ModuleType
from typing import Protocol

from generator.cache_folder import cache_folder

# Terms of the trade that a general dictionary cuts apart.
_TERMS = """
建档立卡 贫困户 贫困村 贫困人口 深度贫困 易地搬迁 危房改造 健康扶贫 产业扶贫 就业扶贫 教育扶贫 兜底保障 社会扶贫
光伏扶贫 电商扶贫 整村推进 自然村 行政村 村集体经济 贫困发生率 自来水普及率 集中供水率 可支配收入 人均纯收入
驻村工作队 第一书记 帮扶责任人 结对帮扶 扶贫车间 公益性岗位 小额信贷 互助资金 新型农业经营主体 合作社 家庭农场
龙头企业 乡村振兴 脱贫攻坚 精准扶贫 硬化路 安全饮水 签约服务 大病保险 新农合 城乡居民 特困供养 辐射带动
财政专项扶贫资金 涉农资金 两不愁三保障
"""


class _Cutter(Protocol):
    def lcut(self, sentence: str) -> list[str]: ...

    def add_word(self, word: str) -> None: ...


def words(text: str) -> tuple[str, ...]:
    """``text`` cut into words; joined again they are ``text``."""
    return tuple(_loaded().lcut(text))


@lru_cache(maxsize=1)
def _loaded() -> _Cutter:
    """rjieba, the same segmenter in Rust, where it is installed; else jieba."""
    cutter = _rust_cutter() or _python_cutter()
    for term in _TERMS.split():
        cutter.add_word(term)
    return cutter


def _rust_cutter() -> _Cutter | None:
    try:
        module = import_module("rjieba")
    except ImportError:
        return None
    # The module is a segmenter already: another of its class would load the dictionary again.
    return _RustCutter(module.cut, module.add_word)


class _RustCutter:
    """rjieba under the names that jieba's tokenizer has."""

    def __init__(self, cut: Callable[[str], list[str]], add: Callable[[str, None, None], object]) -> None:
        self._cut, self._add = cut, add

    def lcut(self, sentence: str) -> list[str]:
        return self._cut(sentence)

    def add_word(self, word: str) -> None:
        self._add(word, None, None)


def _python_cutter() -> _Cutter:
    """Its cache lies in the user's own folder: the shared temporary one may be another's."""
    jieba = _imported_jieba()
    jieba.setLogLevel(logging.CRITICAL)
    tokenizer = jieba.Tokenizer()
    tokenizer.cache_file = "jieba.cache"
    folder = cache_folder()
    if folder is not None:
        tokenizer.tmp_dir = str(folder)
        tokenizer.initialize()
    else:
        with tempfile.TemporaryDirectory() as passing:
            tokenizer.tmp_dir = passing
            tokenizer.initialize()
    cutter: _Cutter = tokenizer
    return cutter


def _imported_jieba() -> ModuleType:
    """jieba, which asks for pkg_resources only to read its own files and does as well without: half of its import time."""
    modules: dict[str, ModuleType | None] = sys.modules  # type: ignore[assignment]  # None makes an import fail
    known = modules.get("pkg_resources")
    modules["pkg_resources"] = None
    try:
        return import_module("jieba")
    finally:
        if known is None:
            del modules["pkg_resources"]
        else:
            modules["pkg_resources"] = known
