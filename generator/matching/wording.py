"""How alike two wordings are: overlapping pairs of Hanzi, weighted by how telling they are in the corpus.

Pairs and not words of a segmenter: the same phrase stands in draft and source in other company, and a segmenter cuts it
otherwise there; pairs overlap wherever the characters do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from functools import lru_cache
from math import log

from generator.patterns import compiled

_SYNONYMS = (
    ("脱贫退出|稳定脱贫|减贫|退出|脱贫摘帽|脱贫", "脱贫"),
    ("销号|出列|摘帽", "销号"),
    ("新型?农村合作医疗|新农合|城乡居民(?:基本)?(?:合作)?医疗?保险?|城乡居民医保", "新农合"),
    ("贫困户|贫困家庭|建档立卡户", "贫困户"),
    ("贫困人口|贫困群众|贫困对象|贫困劳动力", "贫困人口"),
    ("易地扶贫搬迁|易地搬迁扶贫|易地搬迁", "易地搬迁"),
    ("光伏发电站|光伏电站|光伏发电|分布式电站", "光伏电站"),
    ("危旧房|危房", "危房"),
    ("培训班|培训", "培训"),
    ("改建|改造提升|提升改造|改造", "改造"),
    ("新建|建成|建设|兴建", "建设"),
    ("筹集|筹措|筹资|自筹", "筹资"),
    ("农户|户家庭", "农户"),
    ("医保|医疗保险", "医疗保险"),
    ("农民(?:人均)?(?:可支配|纯)?收入|农村居民人均可支配收入", "农民收入"),
    ("人均可支配收入|人均纯收入", "人均可支配收入"),
    ("年均|每年平均|每年", "年均"),
    ("还剩|余下|剩下|尚有|还有|剩余", "剩余"),
    ("递增|增长|增加|增幅", "增长"),
    ("自负|自付|个人负担", "自付"),
    ("动工|开工", "开工"),
    ("不超过|不高于|控制在", "不超过"),
    ("扶贫车间|就业车间", "扶贫车间"),
)
_REPLACE = compiled("|".join(f"(?P<s{number}>{pattern})" for number, (pattern, _) in enumerate(_SYNONYMS)))
_STANDARD = tuple(standard for _, standard in _SYNONYMS)
_RUN = compiled(r"[\u3400-\u9fff]+|[A-Za-z]+")
# What every sentence of these papers may hold says nothing of what it is about.
_EMPTY = compiled(
    r"^(?:实施|完成|实现|达到|全面|全县|全市|全区|我县|县级|我市|工作|项目|其中|通过|以上|以下|左右|以内|不低|不少|年度|年底|"
    r"计划|安排|开展|推进|加快|进一|一步|资金|投入|各类|整合|建设|带动|目标|任务|对于|按照|要求|确保|做到|力争|以及|同时)$"
)
_EMPTY_WEIGHT = 0.25
_ENOUGH_TO_TELL = 0.8
_UNSEEN = 50  # passages that the language has beside a small corpus


def standard_words(text: str) -> str:
    """``text`` with synonyms replaced by one of them."""
    return _REPLACE.sub(_standard, text)


def _standard(found: re.Match[str]) -> str:
    return _STANDARD[int((found.lastgroup or "s0")[1:])]


@lru_cache(maxsize=20000)
def pairs(text: str) -> frozenset[str]:
    """The pairs of characters of ``text`` after synonyms are made one; a lone Hanzi counts as it is."""
    found: set[str] = set()
    for run in _RUN.findall(standard_words(text)):
        if len(run) == 1:
            found.add(run)
        found.update(run[at : at + 2] for at in range(len(run) - 1))
    return frozenset(found)


class _Known(dict[str, float]):
    """How telling each pair is, reckoned when it is first asked for: looked up many times more often than reckoned."""

    def __init__(self) -> None:
        super().__init__()
        self.passages = 0
        self.counts: Counter[str] = Counter()

    def __missing__(self, pair: str) -> float:
        passages = self.passages + _UNSEEN
        rarity = log(passages / (self.counts[pair] + 1)) / log(passages)
        weight = self[pair] = max(rarity, 0.1) * (_EMPTY_WEIGHT if _EMPTY.match(pair) else 1.0)
        return weight


@dataclass(slots=True)
class Weights:
    """How telling a pair is: the rarer among the passages of the sources, the more."""

    _known: _Known = field(default_factory=_Known)
    _sums: dict[frozenset[str], float] = field(default_factory=dict)

    def learn(self, passages: Iterable[Set[str]]) -> None:
        self._known.clear()
        self._sums.clear()
        for passage in passages:
            self._known.passages += 1
            self._known.counts.update(passage)

    def of(self, pair: str) -> float:
        """About 0.1 for what stands everywhere, 1 for what stands once."""
        return self._known[pair]

    def sum(self, some: Iterable[str]) -> float:
        return sum(map(self._known.__getitem__, some))

    def likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The weight of what both have, over the weight of the lighter of the two; 0 to 1.

        Where the lighter is a word that stands everywhere (贫困村) having it in common tells little.
        """
        if not one or not other:
            return 0.0
        shared = one & other
        if not shared:
            return 0.0
        lighter = max(min(self._whole(one), self._whole(other)), _ENOUGH_TO_TELL)
        return self.sum(shared) / lighter

    def coverage(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The weight of what both have, over the weight of the heavier of the two: 养殖业脱贫人口 is not all of 脱贫人口."""
        heavier = max(self._whole(one), self._whole(other))
        return self.sum(one & other) / heavier if heavier else 0.0

    def _whole(self, pairs_of_text: frozenset[str]) -> float:
        """The weight of a set that is compared again and again."""
        if pairs_of_text not in self._sums:
            self._sums[pairs_of_text] = self.sum(pairs_of_text)
        return self._sums[pairs_of_text]
