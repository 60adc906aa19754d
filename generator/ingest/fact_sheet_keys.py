"""Keys of a fact sheet (corpus/*.yaml): a document's identity, figures and assignments."""

from __future__ import annotations

from generator.ingest.key_table import Key, KeyTable, Kind
from generator.ingest.registry_keys import LEVELS
from generator.model.source import SourceStatus

IDENTITY = KeyTable(
    title="文件",
    keys=(
        Key(name="标题", kind=Kind.TEXT, help="文件标题", example="2017年脱贫攻坚工作要点", required=True),
        Key(name="发文机关", kind=Kind.TEXT, help="发文机关", example="县脱贫攻坚领导小组办公室"),
        Key(name="级别", kind=Kind.TEXT, help="发文机关的级别", example="县", choices=LEVELS),
        Key(name="地区", kind=Kind.TEXT, help="文件管辖的地区", example="清原满族自治县"),
        Key(name="发文字号", kind=Kind.TEXT, help="发文字号", example="清脱贫办发〔2017〕2号"),
        Key(name="成文日期", kind=Kind.DATE, help="成文日期", example="2017-02-14"),
        Key(
            name="状态",
            kind=Kind.TEXT,
            help="是否有效",
            example="现行",
            choices=tuple(status.value for status in SourceStatus),
        ),
    ),
)

FIGURE = KeyTable(
    title="指标",
    keys=(
        Key(name="指标", kind=Kind.TEXT, help="数的是什么", example="产业脱贫人口", required=True),
        Key(name="数值", kind=Kind.QUANTITY, help="数和计量单位", example="4783人", required=True),
        Key(name="年度", kind=Kind.YEAR, help="四位年份或起止年份", example="2017"),
        Key(name="口径", kind=Kind.NAMES, help="统计范围", example="建档立卡"),
        Key(name="地区", kind=Kind.TEXT, help="属于哪个地区；不写时同文件的地区", example="红透山镇"),
        Key(name="位置", kind=Kind.TEXT, help="在原文件的哪一处", example="二、2"),
    ),
)

ASSIGNMENT = KeyTable(
    title="任务",
    keys=(
        Key(name="任务", kind=Kind.TEXT, help="任务的标题", example="精准实施产业项目", required=True),
        Key(name="牵头单位", kind=Kind.NAMES, help="牵头单位，依次书写", example="[县农发局]"),
        Key(name="责任单位", kind=Kind.NAMES, help="责任单位，依次书写", example="[县旅游局]"),
        Key(name="配合单位", kind=Kind.NAMES, help="配合单位，依次书写", example="[县财政局]"),
        Key(name="位置", kind=Kind.TEXT, help="在原文件的哪一处", example="三、1"),
    ),
)

FACT_SHEET = KeyTable(
    title="来源要素",
    keys=(
        Key(name="文件", kind=Kind.TABLE, help="文件的标题、字号、日期等", required=True, table=IDENTITY),
        Key(name="指标", kind=Kind.TABLES, help="文件里的数", table=FIGURE),
        Key(name="任务", kind=Kind.TABLES, help="文件里的任务和单位", table=ASSIGNMENT),
        Key(name="引用", kind=Kind.NAMES, help="文件引用的其他文件", example="[清脱贫办发〔2017〕1号]"),
    ),
)
