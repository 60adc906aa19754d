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


def pairs(words: str) -> set[str]:
    """Neighbouring Chinese characters of ``words``, without the words that stand everywhere."""
    found = {words[index : index + 2] for index in range(len(words) - 1)}
    return {pair for pair in found if _HAN_PAIR.fullmatch(pair)} - _COMMON
