"""Every key of the policy YAML, with the help that messages and editors show."""

from __future__ import annotations

from generator.ingest.key_table import Key, KeyTable, Kind
from generator.standards.document_types import STATUTORY

DOCUMENT_TYPES = tuple(name for name in STATUTORY if name != "令")
"""The fifteen legal types (党政机关公文处理工作条例, 第八条), in the regulation's order; 命令 stands for 令 too."""

HEADER = KeyTable(
    title="公文",
    keys=(
        Key(
            name="文种",
            kind=Kind.TEXT,
            help="法定公文种类",
            example="通知",
            required=True,
            choices=DOCUMENT_TYPES,
        ),
        Key(
            name="发文机关",
            kind=Kind.TEXT,
            help="发文机关全称或规范化简称",
            example="清原满族自治县脱贫攻坚领导小组办公室",
            required=True,
        ),
        Key(name="机关标志", kind=Kind.TEXT, help="版头的发文机关标志；不写时为发文机关加“文件”二字"),
        Key(
            name="发文字号",
            kind=Kind.TEXT,
            help="机关代字、六角括号括起的年份、顺序号",
            example="清脱贫办发〔2017〕2号",
        ),
        Key(
            name="主送",
            kind=Kind.NAMES,
            help="主送机关，依次书写",
            example="[各乡镇党委、人民政府, 脱贫攻坚领导小组成员单位]",
        ),
        Key(name="抄送", kind=Kind.NAMES, help="抄送机关", example="[县委办公室, 县政府办公室]"),
        Key(name="成文日期", kind=Kind.DATE, help="成文日期", example="2017-02-14"),
        Key(name="经由", kind=Kind.TEXT, help="经谁同意，写进印发通知的正文", example="县委、县政府同意"),
        Key(name="印发机关", kind=Kind.TEXT, help="版记的印发机关", example="县政府办公室"),
        Key(name="印发日期", kind=Kind.DATE, help="版记的印发日期", example="2017-02-15"),
    ),
)

TARGET = KeyTable(
    title="指标",
    keys=(
        Key(
            name="数值",
            kind=Kind.QUANTITY,
            help="数和计量单位，照公文里的写法",
            example="6645人",
            required=True,
        ),
        Key(name="年度", kind=Kind.YEAR, help="四位年份或起止年份", example="2017"),
        Key(
            name="等于",
            kind=Kind.SUM,
            help="由哪些指标相加得到，载入时验算",
            example="产业脱贫人口 + 就业脱贫人口",
        ),
        Key(name="口径", kind=Kind.TEXT, help="统计范围", example="建档立卡"),
        Key(name="地区", kind=Kind.TEXT, help="这个数属于哪个地区", example="清原满族自治县"),
        Key(
            name="来源",
            kind=Kind.TEXT,
            help="出自哪份文件的哪一处，中间用 # 隔开",
            example="市级任务书#二（三）",
        ),
    ),
)

MEASURE = KeyTable(
    title="措施",
    keys=(
        Key(
            name="标题",
            kind=Kind.TEXT,
            help="措施的标题，不写序号",
            example="精准实施产业项目",
            required=True,
        ),
        Key(name="牵头单位", kind=Kind.NAMES, help="牵头单位，第一个排在首位", example="[县农发局]"),
        Key(name="责任单位", kind=Kind.NAMES, help="责任单位，依次书写", example="[县旅游局, 各乡镇]"),
        Key(name="配合单位", kind=Kind.NAMES, help="配合单位，依次书写", example="[县财政局]"),
        Key(name="完成时限", kind=Kind.TEXT, help="完成时限", example="2017年12月底"),
        Key(
            name="内容",
            kind=Kind.PROSE,
            help="措施的正文；数字用 {{ 指标名 }} 引用",
            example="整合各类资金{{ 产业资金 }}",
        ),
    ),
)

SECTION = KeyTable(
    title="章节",
    keys=(
        Key(
            name="标题",
            kind=Kind.TEXT,
            help="一级标题，不写序号（“一、”自动编）",
            example="目标任务",
            required=True,
        ),
        Key(
            name="内容",
            kind=Kind.PROSE,
            help="本章正文；数字用 {{ 指标名 }} 引用",
            example="完成{{ 脱贫人口 }}脱贫。",
        ),
        Key(name="措施", kind=Kind.TABLES, help="本章的各项措施", table=MEASURE),
    ),
)

BOOK_SECTION = KeyTable(
    title="责任书章节",
    keys=(
        Key(name="标题", kind=Kind.TEXT, help="标题，不写序号", example="考核与奖惩", required=True),
        Key(name="内容", kind=Kind.PROSE, help="正文", example="年底由县里统一考核。", required=True),
    ),
)

BOOK = KeyTable(
    title="责任书",
    keys=(
        Key(
            name="标题",
            kind=Kind.TEXT,
            help="责任书的标题",
            example="清原满族自治县2017年脱贫攻坚目标责任书",
            required=True,
        ),
        Key(
            name="甲方",
            kind=Kind.TEXT,
            help="下达任务的一方",
            example="清原满族自治县人民政府",
            required=True,
        ),
        Key(
            name="乙方",
            kind=Kind.TEXT,
            help="承接任务的一方；{{ 乡镇 }} 代表分解表里的名称，要加引号",
            example='"{{ 乡镇 }}人民政府"',
            required=True,
        ),
        Key(
            name="引言",
            kind=Kind.PROSE,
            help="开头的话；可用 {{ 乡镇 }}、{{ 本级.指标名 }}（该乡镇的数）、{{ 指标名 }}（全县的数）",
            example="甲方与{{ 乡镇 }}签订本责任书。",
        ),
        Key(name="章节", kind=Kind.TABLES, help="责任书的各章", table=BOOK_SECTION),
        Key(name="期限", kind=Kind.TEXT, help="责任期限", example="2017年1月1日至2017年12月31日"),
        Key(name="份数", kind=Kind.TEXT, help="一式几份、由谁保存", example="一式两份，甲乙双方各执一份"),
    ),
)

POLICY = KeyTable(
    title="公文数据",
    keys=(
        Key(name="公文", kind=Kind.TABLE, help="文种、字号、日期等", required=True, table=HEADER),
        Key(
            name="印发",
            kind=Kind.TEXT,
            help="通知所印发的文件的标题",
            example="清原满族自治县2017年脱贫攻坚工作要点",
            required=True,
        ),
        Key(
            name="指标",
            kind=Kind.TABLE_BY_NAME,
            help="全文用到的数，每个数只写一次；只有数值时可写成“名称: 数值”",
            table=TARGET,
            short=True,
        ),
        Key(name="引言", kind=Kind.PROSE, help="第一章之前的文字", example="现提出以下要点。"),
        Key(name="章节", kind=Kind.TABLES, help="各章，依次书写", required=True, table=SECTION),
        Key(
            name="分解",
            kind=Kind.QUANTITIES_BY_NAME,
            help="指标分到各乡镇（或部门），各行相加等于指标",
            example="{脱贫人口: {清原镇: 812人, 红透山镇: 640人}}",
        ),
        Key(name="责任书", kind=Kind.TABLE, help="责任书的文字", table=BOOK),
    ),
)
