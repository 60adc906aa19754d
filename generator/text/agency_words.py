"""The words that names of Chinese agencies are made of, and whether a name is made of them.

A name that a slip of the pen has broken (县化广电体育局, 县人力资源社会保局) no longer divides into such words; a
short name in use (县人社局, 县文体局) does, because its abbreviations are words of their own here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.patterns import compiled

# What an agency deals with: whole words first, then the abbreviations that short names are made of.
_FIELD_WORDS = """
    财政 民政 教育 体育 卫生 计生 计划生育 健康 农业 农村 农机 农发 农经 农牧 农林 农垦 农科
    农技 农产品 农产 农民 农工 农商 农信 农资 农综 畜牧 兽医 畜产 畜禽 牧业 林业 林草 草原
    林木 林场 森林 绿化 园林 湿地 水务 水利 水电 水产 水库 水文 水土 水政 水资源 河长 河湖
    国土 资源 规划 环境 环保 生态 住建 住房 城建 城乡 建设 城管 城市 城镇 城投 建管 建筑
    房产 房管 房屋 房地产 土地 耕地 测绘 交通 交运 运输 公路 铁路 航空 航务 港口 港航 海事
    海洋 海关 民航 邮政 邮电 电力 供电 电网 电信 移动 联通 铁塔 通信 通讯 广电 有线 网络
    文化 文广 文广新 文体 文体广 文旅 文旅体 文广旅 文广体 文新 广播 电视 新闻 出版 旅游 旅发
    旅体 文物 艺术 文学 传媒 商务 商业 商贸 商粮 商科 粮食 粮油 物资 储备 供销 合作 物价
    价格 工商 工信 经信 经贸 经合 经济 经科 科技 科工 科信 科学 技术 信息 信息化 工业 工科
    工交 工贸 发改 发展 改革 体改 统计 审计 税务 国税 地税 金融 保险 银行 财税 财经 国资
    国有 资产 资金 投资 融资 担保 招商 促进 人社 人力 社会 保障 社保 人保 人事 劳动 就业
    医保 医疗 医药 中医 中医药 社救 救助 福利 慈善 养老 老龄 老年 老干 老干部 双拥 军休 公安
    司法 检察 法院 法制 法治 法律 监狱 戒毒 禁毒 交警 消防 安监 安全 生产 应急 地震 气象
    防汛 防火 人防 民防 防空 国防 边防 边海防 市场 市监 监管 监督 监察 监测 监理 食品 药品
    食药 食药监 药监 质监 质量 技监 计量 检验 检测 检疫 防疫 安全生产 盐务 盐业 烟草 烟叶
    烟酒 民宗 民族 宗教 侨务 外事 外侨 港澳 台湾 对台 信访 维稳 稳定 综治 机关 事务 接待
    档案 史志 党史 方志 地方志 保密 机要 移民 库区 搬迁 扶贫 振兴 乡村 脱贫 攻坚 帮扶 协作
    开发 园区 工业园 产业 产业园 高新 经开 编制 机构 党校 行政 党建 党工 党群 工青妇 组织
    宣传 统战 政法 纪检 巡察 督查 督导 督办 考核 绩效 文明 网信 政研 研究 调研 政务 服务
    审批 大数据 数据 数字 营商 环卫 综合 执法 治理 管理 管委 稽查 公积金 住保 保安 事业 社区
    妇女 妇联 妇幼 妇儿 共青 残疾人 残联 科协 科普 文联 工商联 工商业 红十字 关工 关心 侨联
    社科 社科联 计生协 总工 职工 民营 乡企 乡镇企业 疾控 爱卫 合医 农合 医改 武装 人武 人大
    政协 党委 种植 种植业 种子 种业 种畜 养殖 养殖业 蚕桑 茶业 茶叶 茶产业 果业 果树 果品
    果蔬 果茶 果农 水果 油茶 油料 烤烟 蔬菜 菜篮子 花卉 药材 药业 中药材 食用菌 甘蔗 糖业
    糖办 橡胶 核桃 柑橘 柑桔 脐橙 葡萄 苹果 竹业 竹产业 花椒 马铃薯 棉花 棉麻 生猪 奶业 马业
    葡萄酒 酒业 白酒 枸杞 蜂业 渔业 渔政 渔港 植保 植检 土肥 农广 能源 新能源 煤炭 煤矿 矿产
    矿业 矿山 石油 天然气 燃气 油气 地质 地勘 地矿 自来水 供水 排水 供热 节水 节能 减排 污染
    防治 水保 外贸 外经 口岸 边境 边贸 贸易 贸促 对外 对口 支援 流通 市政 客运 货运 运管
    路政 养路 地方公路 农村公路 航道
    国投 农投 交投 文投 水投 旅投 电商 电子商务 茶旅 光伏 湖泊 农民工 疫病 养护 勘测 设计 产业化
    信贷 后续 扶持 人民防空 领导小组 驻村 帮扶 交投 县域
    """
# Words that only longer names hold.
_SPECIAL_WORDS = """
    学前 学生 资助 招生 考试 招考 教体 教科 教科文 教科体 教科文体 教文体 教体科 教委 教研
    教师 进修 师范 职业 职教 成人 电化教育 电教 勤工俭学 校外 幼儿 特殊 财源 财务 会计 核算
    国库 支付 集中 收付 预算 评审 绩效评价 票据 彩票 罚没 契税 惠农 补贴 乡财 县财 农税 税收
    保费 小额 贷款 典当 普惠 征信 反洗钱 信用 信用合作 村镇 商业银行 人寿 财险 人保财险 平安
    太平洋 中华联合 国寿 农行 工行 建行 中行 邮储 农发行 建设银行 工商银行 农业银行 中国银行
    邮政储蓄 储蓄 农业发展 国家 中国 国网 南网 大唐 华能 劳务 输出 用工 创业 家政 人才 引进
    技能 鉴定 培训 仲裁 争议 劳动力 养老保险 失业 工伤 生育 居民 城乡居民 职称 军转 公务员
    干部 教育培训 公益 机械 推广 调查 艺术界 合作社 卫计 卫健 直机关 直属机关 地方海事 志愿
    社会组织 社团 基金 捐赠 募捐 光彩 人口 家庭 户籍 出入境 流动 出租屋 治安 刑侦 经侦 网安
    车管 看守 拘留 派出 法援 法律援助 公证 调解 矛盾 纠纷 矫正 普法 依法 治县 治市 治区
    国家安全 反恐 邪教 防范 扫黄 打非 打黑 扫黑 除恶 打私 走私 打假 农村工作 新农村 新农 工作
    领导 协调 推进 联席 议事 专项 重点 重大 项目 工程 指挥 指导 专卖 直属 机关工委 社会工作
    社工 民生 实事 创建 爱国卫生 双创 城市创建 美丽 人居 整治 提升 厕所 项目推进 房改 住房制度
    制度 棚改 棚户区 改造 危房 危改 旧城 老旧 小区 物业 征地 土储 收储 储备粮 土地储备
    国有林场 苗圃 自然 保护 不动产 征收 拆迁 地理 电影 博物 图书 版权 融媒体 资本 引资 债务
    离退休 军人 退役 退伍 特警 巡警 救援 减灾 防灾 抗旱 动员 标准 知识产权 消费者 权益 群众
    群团 后勤 参事 密码 电子 水库移民 易地 精准 东西部 老区 革命 开发区 高新区 新区 景区 风景
    名胜 保护区 学院 统一 战线 巡视 目标 效能 作风 精神 舆情 互联网 行政审批 数字经济 智慧
    便民 环境卫生 征管 经营 公共 交易 采购 政府 政府采购 住房保障 事业单位 基层 政权 殡葬 殡仪
    婚姻 儿童 未成年人 青少年 青年 少年 下一代 关心下一代 企业 企业家 中小 中小企业 非公 个私
    私营 个体 疾病 预防 控制 保健 急救 血站 采血 血防 血吸虫 爱国 新农合 健康促进 优生 妇产
    预备 常务 常委 土壤 肥料 农药 污水 垃圾 处理 灾害 灾后 重建 恢复 沙漠 治沙 防沙 荒漠
    水土保持 封山 禁牧 护林 野生 动物 植物 动植物 国际 国内 联络 驻外 驻京 区域 合作交流 交流
    路灯 公用 公园 广场 停车 出租 车辆 高速 桥梁
    """
# Bodies whose name is whole without a field of work before it.
_WHOLE_BODIES = """
    人民政府 政府 人民法院 法院 人民检察院 检察院 人民医院 医院 中医院 中医医院 妇幼保健院 总工会
    工会 妇联 妇女联合会 残联 文联 科协 侨联 社科联 工商联 红十字会 团委 纪委 纪委监委 监委
    监察委员会 纪律检查委员会 纪检委 监察局 人大 人大常委会 政协 人武部 武装部 人民武装部 党校
    党委 行政学院 政法委 政法委员会 编办 编委 编委办 党委政府 党政办 政府办 政府办公室
    人民政府办公室 府办 委 国调队 调查队 供销社 供销联社 信用联社 信用社 联社 农信社 农信联社
    农商行 农商银行 人行 人民银行 农发行 电视台 广播电视台 融媒体中心 报社 总商会 商会 贸促会
    计生协 关工委 老科协 慈善会 慈善总会 体校 一中 二中 三中 四中 五中 职中 职校 气象局 邮政局
    武警中队 消防大队 消防救援大队 交警大队 公安分局 血站 科委 教委 农委 经委 计委 建委 体委
    卫计委 卫健委 发改委 经信委 旅发委 工委 管委会 直工委 商委 交委 国资委 爱卫会 爱卫办 残工委
    妇儿工委 安委会 安委办 食安委 食安办 食药办 防指 防汛办 森防办 防火办 农办 农工办 农工委
    台办 侨办 外办 法制办 金融办 信访办 移民办 扶贫办 开发办 新农办 烟办 文明办 网信办 督查室
    督查办 接待办 政研室 史志办 党史办 档案馆 图书馆 文化馆 博物馆 双拥办 老龄办 人防办 民宗办
    综治办 防范办 招商办 重点办 项目办 能源办 糖办 茶办 果办 茧办 医改办 合管办 农合办 保密局
    机要局 老干局 国安办 巡察办 改革办 深改办 绩效办 目标办 考核办 营商办
    """
# What a body is: the end of its name.
_BODY_WORDS = """
    局 委 办 部 厅 署 社 站 所 室 处 科 队 段 联 校 馆 园 场 厂 矿 区 大学 学院 中心
    总局 分局 支局 总站 分站 管理站 管理所 管理处 管理局 监督局 服务中心 服务局 服务站 委员会
    管理委员会 管委会 工作委员会 工委 党工委 党委 党组 总支 支部 办公室 委员会办公室 办公厅 办事处 联合会
    总工会 工会 协会 学会 商会 总会 促进会 基金会 研究会 理事会 联谊会 公司 总公司 分公司
    有限公司 有限责任公司 集团 集团公司 银行 支行 分行 农商行 联社 合作社 联合社 合作联社
    联合总社 总社 供销社 信用社 信用联社 大队 中队 支队 总队 工作队 工作组 专班 指挥部 领导小组
    领导小组办公室 联席会议 联席会议办公室 小组 法院 检察院 医院 卫生院 保健院 敬老院 福利院
    研究院 设计院 勘测设计院 研究所 研究室 专项组 工作专班 学校 中学 小学 幼儿园 电视台 报社 电台 部门 单位 机构 机关 企业 团体
    组织 督查室 机关党委
    """
_MEMBER_WORDS = """
    部门 单位 机构 机关 企业 团体 组织 主体 乡镇 镇乡 镇 乡 村 县 区 街道 社区 园区
    人民政府 政府 党委 党委政府 党组织 党支部 支部 工作队 工作组 小组 办事处 专班 指挥部
    领导小组 学校 医院 卫生院
    村民委员会 居民委员会 村委会 居委会 责任人 负责人 干部 农场 林场 合作社 集团 公司
    """
# 各…部门, 相关…单位: how members of a group are described.
_MEMBERSHIP_WORDS = """
    各 相关 有关 各相关 各有关 各级 全体 其他 其它 县级 区级 市级 省级 乡级 镇级 村级 乡镇
    镇乡 街道 乡 镇 村 县 区 市 级 县区 区县 县市 县市区 县直 市直 区直 省直 镇直 直属 直
    中直 驻县 驻区 驻市 挂包 挂联 挂钩 包保 包扶 包联 包抓 包挂 帮扶 帮包 帮联 联包 联帮
    包村 包户 驻村 联系 联村 结对 定点 对口 后盾 派驻 派出 选派 成员 责任 牵头 主管 配合
    协办 参与 参建 承办 主办 实施 落实 业务 职能 行业 涉农 监管 执法 主责 用人 用工 施工
    基层 党政 企事业 事业 牵头责任 行业主管 行业扶贫 专项 支部 组长 副组长 上级 下级 下属 所属
    有关责任 相关责任 人民团体 群团 民主党派 党群 口 战线 驻地 属地 所在 承担 协作 协同 推进
    专责 专项工作 属国有 属 内 域内 村民 行政
    """
# Words of longer names (县民生工程办公室) after which no bureau is called: there is no 县民生局.
_NEVER_ALONE_WORDS = """
    民生 实事 创建 作风 精神 舆情 群众 后勤 婚姻 儿童 青年 少年 青少年 家庭 居民 精准 专项 重大 提升 整治 改造
    处理 恢复 权益 协调 推进 指挥 指导 议事 联席 联络 自然 动物 植物 机械 财源 工作 目标 干部 企业 政府 国家 国际
    国内 统一 战线 基层 公益 公共 便民 区域 美丽 革命 抗旱 减灾 防灾 矛盾 纠纷
    """
_NEVER_ALONE = frozenset(_NEVER_ALONE_WORDS.split())
_FIELDS = frozenset((*_FIELD_WORDS.split(), *_SPECIAL_WORDS.split()))
_WHOLE = frozenset(_WHOLE_BODIES.split())
_ENDINGS = frozenset(_BODY_WORDS.split())
_GROUP_ENDINGS = frozenset(_MEMBER_WORDS.split())
_LONGEST_ENDING = max(map(len, _ENDINGS | _GROUP_ENDINGS))
_GROUPS = frozenset(_MEMBERSHIP_WORDS.split())
_MEMBERS = _GROUPS | _FIELDS
_CONNECTORS = frozenset("和与及、暨")
_LEVELS = "省市县区州旗盟"
_OFFICES = frozenset(("办", "办公室", "办公厅", "党校", "编办", "农办", "督查室"))
_PLACE = compiled(r"(?![省市县区州旗盟各])[一-鿿]{2,11}(?<![园发景社林校厂库城矿])[省市县区州旗盟]")
_REMARK = compiled(r"[（(〈〔][^（(〈〔]*[）)〉〕]$")
# Characters of which short names are made: another of them makes another agency.
KNOWN_CHARACTERS = frozenset("".join(_FIELD_WORDS.split()))


@lru_cache(maxsize=16384)
def is_made_of_words(name: str) -> bool:
    """Whether the whole of ``name`` divides into words that agencies' names are made of.

    A level or a place before it (县, 清原县) and a remark in brackets behind it do not matter; a name without an
    agency's ending is not made of words.
    """
    bare = _REMARK.sub("", name)
    if bare[:1] in _LEVELS:
        return _is_body(bare[1:])
    return _is_body(bare) or any(_is_body(bare[place.end() :]) for place in _places(bare))


def is_no_bureau(name: str) -> bool:
    """Whether ``name`` is a bureau or committee called after a word that none is called after: 县民生局."""
    return name[:1] in _LEVELS and name[-1:] in ("局", "委") and name[1:-1] in _NEVER_ALONE


def _places(name: str) -> Iterator[re.Match[str]]:
    """Every beginning of ``name`` that may be a place (清原县, 清原满族自治县)."""
    return (match for end in range(3, 13) if (match := _PLACE.fullmatch(name, 0, end)))


def _is_body(rest: str) -> bool:
    """Whether a name without its level is whole: 财政局, 委组织部, 政府办公室, 直各单位."""
    if rest in _WHOLE or _is_organ(rest) or _is_group(rest):
        return True
    return any(
        rest.startswith(head) and (rest[len(head) :] in _OFFICES or _is_organ(rest[len(head) :]))
        for head in ("委", "政府", "人民政府", "委县政府")
    )


def _is_organ(rest: str) -> bool:
    return any(divides(core, _FIELDS) for core in _without_ending(rest, _ENDINGS))


def _is_group(rest: str) -> bool:
    return rest not in ("各人民政府", "各政府") and any(
        divides(core, _MEMBERS) for core in _without_ending(rest, _GROUP_ENDINGS)
    )


def _without_ending(name: str, endings: frozenset[str]) -> Iterator[str]:
    """What stands before each of ``endings`` that ``name`` ends with."""
    longest = min(len(name) - 1, _LONGEST_ENDING)
    return (name[:-length] for length in range(1, longest + 1) if name[-length:] in endings)


def divides(core: str, words: frozenset[str] = _FIELDS) -> bool:
    """Whether ``core`` is a row of ``words``, with 和, 与 or 及 allowed between two of them."""
    reached = [True] + [False] * len(core)
    for end in range(1, len(core) + 1):
        reached[end] = any(
            reached[start] and core[start:end] in words for start in range(max(0, end - 8), end)
        ) or (1 < end < len(core) and reached[end - 1] and core[end - 1] in _CONNECTORS)
    return reached[-1]


_SHORTEST = 3
# Offices that every name of an office would be longer than: 县委办 is not short for 县委农办.
_NOT_SHORT = compiled(r".?(?:委|政府|府)办")


@lru_cache(maxsize=16384)
def abbreviates(short: str, full: str) -> bool:
    """Whether ``short`` is made of ``full`` as short names are made: the level and the ending of the full name, and
    between them the beginnings of its words in order, the first among them (县人社局 of 县人力资源社会保障局).

    Where ``full`` does not divide into known words, any of its characters in order will do.
    """
    if not _SHORTEST <= len(short) < len(full) or short[0] != full[0] or short[-1] != full[-1]:
        return False
    if _NOT_SHORT.fullmatch(short):
        return False
    core, within = short[1:-1], full[1:-1]
    if divides(within):
        return _picks(core, within)
    rest = iter(full)
    return all(character in rest for character in short)


def _picks(short: str, full: str) -> bool:
    """Whether ``short`` takes the beginning of the first word of ``full`` and of later ones in order."""
    reached = {0: {0}}  # how much of short is taken, by how much of full is behind
    for start in range(len(full)):
        for taken in reached.get(start, ()):
            for end in _word_ends(full, start):
                pieces = {0} if start else set()
                pieces |= {
                    n for n in range(1, end - start + 1) if short.startswith(full[start : start + n], taken)
                }
                reached.setdefault(end, set()).update(taken + n for n in pieces)
    return len(short) in reached.get(len(full), ())


def _word_ends(text: str, start: int) -> Iterator[int]:
    if text[start] in _CONNECTORS:
        yield start + 1
    yield from (end for end in range(start + 2, min(len(text), start + 8) + 1) if text[start:end] in _FIELDS)
