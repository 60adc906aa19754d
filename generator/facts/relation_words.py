"""Words around a figure that tell what it counts."""

from __future__ import annotations

from generator.patterns import compiled

_HAN_PAIR = compiled(r"[\u4e00-\u9fff]{2}")
# Words of every other sentence of such documents; they say nothing of what is counted.
_COMMON = frozenset(
    {
        "完成", "实现", "脱贫", "贫困", "扶贫", "人口", "建设", "项目", "资金", "工作", "任务", "通过",
        "整合", "投入", "各类", "带动", "安排", "全县", "农村", "使用", "涉及", "其中", "达到", "建档",
        "档立", "立卡", "以上", "左右", "万元", "困户", "困人", "困村", "现有", "全区", "全市", "全省",
        "用于", "支持", "新增", "建成", "计划", "开展", "实施", "覆盖", "解决",
        "精准", "困劳", "困家", "困学", "困群", "力度", "进一", "一步", "确保", "全面", "推进", "加强",
    }
)  # fmt: skip
# What differs in one of these is another amount of the same thing.
_KINDS = compiled(
    r"其中|累计|剩|余下|尚未|未|(?<!有)没有|另|上半年|下半年|[一二三四]季度|去年|上年|明年|首批|第[一二三四五]|[每均]|比|较|增长|提高|降|减少"
    r"|超过|实际|培训|同期|新建|改建|以上|以下|全[省市县区镇乡村]"
)
_PLANNED = compiled(r"计划|目标|任务|拟|力争|预计|要求|应|确保|争取|需要|须|申报|控制")


def kinds_of(words: str) -> frozenset[str]:
    """The words that tell one amount of a thing from another amount of it."""
    return frozenset(_KINDS.findall(words))


def is_planned(words: str) -> bool:
    """Whether ``words`` speak of what is to be."""
    return bool(_PLANNED.search(words))


def pairs(words: str) -> set[str]:
    """Neighbouring Chinese characters of ``words``, without the words that stand everywhere."""
    found = {words[index : index + 2] for index in range(len(words) - 1)}
    return {pair for pair in found if _HAN_PAIR.fullmatch(pair)} - _COMMON
