"""Words that tell like from like: what is said of the first batch is not said of the second."""

from __future__ import annotations

from generator.patterns import compiled

_ORDINAL = r"第[一二三四五六七八九十0-9]+"
_CONTRASTS = tuple(
    compiled(pattern)
    for pattern in (
        _ORDINAL,
        r"上半年|下半年|全年",
        r"[一二三四]季度",
        r"小学|初中|高中|中职|高职|大学|大专|本科|学前|幼儿",
        r"男|女",
        r"城镇|农村",
        r"中央|省级?|市级|县级|乡级|村级|镇级",
        r"种植|养殖|畜牧|林业|渔业|水产",
        r"新建|改建|扩建|维修|续建",
        r"首次|再次",
        r"一类|二类|三类|四类",
        r"[A-D]级",
        r"非贫困|贫困|边缘|监测",
        r"参保|签约|建档率|就诊|入学|入住|满意|错退|漏评",
        r"优秀|良好|合格",
        r"牛|羊|猪|鸡|鸭|鱼|蜂",
        r"出生|死亡|自然增长",
        r"收入|支出|投资|消费|出口|进口|税收",
        r"第一产业|第二产业|第三产业|工业|农业|服务业|建筑业",
    )
)


def apart(one: str, other: str) -> bool:
    """Whether two wordings name different members of one contrast, and none in common."""
    for contrast in _CONTRASTS:
        ours, theirs = set(contrast.findall(one)), set(contrast.findall(other))
        if ours and theirs and not ours & theirs:
            return True
    return False
