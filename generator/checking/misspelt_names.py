"""Whether a name is another agency's name with one character wrong, missing or doubled.

Real names often differ in one character (县水务局 and 县水利局, 县文广新局 and 县文广局), so the same shape is asked for
(level in front, kind of body at the end) and the slip must lie between them; a short name must also be one that no
agency can bear.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SHAPE = re.compile(
    r"(?P<front>[^省市县区州旗]{0,8}[省市县区州旗](?:委(?!员)|政府)?)"
    r"(?P<core>.*?)"
    r"(?P<back>委员会|办公室|联合会|管理局|公司|银行|支行|中心|大队|支队|检察院|法院|局|委|办|部|社|站|所|院|会)"
)

# What the names of county bodies are made of. A short name with a character from elsewhere is no name.
_FIELDS = (
    "财政 民政 教育 体育 卫生 计生 健康 农业 农村 农机 农发 农经 农牧 畜牧 林业 草原 水务 水利 水电 国土 资源 自然 规划 环境 环保 "
    "生态 住建 住房 城建 城乡 建设 城管 交通 交运 运输 公路 铁路 航空 邮政 电力 供电 电信 移动 联通 通信 广电 文化 文广 文旅 新闻 "
    "出版 旅游 文物 商务 商业 粮食 供销 物资 物价 工商 工信 经信 科技 科工 信息 科学 技术 发改 发展 改革 统计 审计 税务 国税 地税 "
    "金融 人社 人力 社会 保障 社保 人保 医保 医疗 就业 公安 司法 检察 法院 安监 应急 消防 市场 监管 监督 食品 药品 质监 质量 民宗 "
    "民族 宗教 侨务 外事 台办 信访 维稳 机关 事务 档案 史志 党史 方志 地震 气象 水文 移民 扶贫 振兴 乡村 脱贫 攻坚 招商 投资 促进 "
    "园区 开发 库区 盐务 烟草 烟办 石油 保险 人民 武装 组织 宣传 统战 政法 纪检 监察 巡察 编办 党校 工会 妇联 共青 团委 残联 科协 "
    "文联 工商联 红十字 老干 老龄 关工 政研 政务 服务 审批 大数据 行政 综合 执法 房管 房产 防汛 疾控 妇幼 种植 蚕桑 茶业 果业 油茶 "
    "烤烟 蔬菜 渔业 水产 能源 煤炭 矿产 地质 测绘 城市 管理 企业 中小 民营 经济 合作 农信 信用 农商 农工 农办 财办 国资 资产 住保 公积金"
)
_KNOWN_FIELDS = frozenset(_FIELDS.split())
_KNOWN_CHARACTERS = frozenset(_FIELDS) - {" "}
# Left out or put in without making another name: 住房（和）城乡建设局, 县（委）组织部, 信用（联）社.
_OPTIONAL = frozenset("和与及、委联")
_LONG_CORE = 4


@lru_cache(maxsize=4096)
def slip_between(name: str, known: str) -> str:
    """What is wrong with ``name`` if it is meant to be ``known`` (少“改”字), empty where it is no such slip."""
    if abs(len(name) - len(known)) > 1 or name == known:
        return ""
    shape = _SHAPE.fullmatch(known)
    if shape is None or not name.startswith(shape["front"]) or not name.endswith(shape["back"]):
        return ""
    core = name[len(shape["front"]) : len(name) - len(shape["back"])]
    if len(core) < 1 or len(shape["core"]) < 2:
        return ""
    return _slip(core, shape["core"], back=shape["back"])


def _slip(core: str, known: str, *, back: str) -> str:
    at = next(
        (i for i, (a, b) in enumerate(zip(core, known, strict=False)) if a != b), min(len(core), len(known))
    )
    if len(core) == len(known):
        return _wrong(core, known, at)
    if len(core) < len(known):
        return _missing(core, known, at, back)
    return _extra(core, known, at)


def _wrong(core: str, known: str, at: int) -> str:
    if core[at + 1 :] != known[at + 1 :] or core[at].isnumeric():
        return ""
    if len(known) < _LONG_CORE and core[at] in _KNOWN_CHARACTERS:
        return ""
    if {
        core[max(at - 1, 0) : at + 1],
        core[at : at + 2],
    } & _KNOWN_FIELDS:  # 城市建设 for 城乡建设: both are bodies
        return ""
    return f"“{known[at]}”写成“{core[at]}”"


def _missing(core: str, known: str, at: int, back: str) -> str:
    if core[at:] != known[at + 1 :] or known[at] in _OPTIONAL:
        return ""
    impossible = len(core) == 1 and back in ("局", "部")
    return f"少“{known[at]}”字" if len(known) >= _LONG_CORE or impossible else ""


def _extra(core: str, known: str, at: int) -> str:
    if core[at + 1 :] != known[at:] or core[at] in _OPTIONAL:
        return ""
    doubled = at > 0 and core[at] == core[at - 1]
    if doubled or len(known) >= _LONG_CORE or core[at] not in _KNOWN_CHARACTERS:
        return f"多“{core[at]}”字"
    return ""
