"""Keys of the registry of agencies (corpus/agencies/*.yaml)."""

from __future__ import annotations

from generator.ingest.key_table import Key, KeyTable, Kind
from generator.model.agency import Level

LEVELS = tuple(level.value for level in Level)

AGENCY = KeyTable(
    title="机关",
    keys=(
        Key(name="名称", kind=Kind.TEXT, help="全称", example="县农业发展局", required=True),
        Key(name="简称", kind=Kind.TEXT, help="规范化简称", example="县农发局"),
        Key(name="别名", kind=Kind.NAMES, help="文件里见过的其他写法", example="[县农业局]"),
        Key(name="级别", kind=Kind.TEXT, help="级别；不写时同文件开头的级别", example="县", choices=LEVELS),
        Key(name="地区", kind=Kind.TEXT, help="所在地区；不写时同文件开头的地区"),
        Key(name="起", kind=Kind.DATE, help="这个名称启用的日期", example="2010-01-01"),
        Key(name="止", kind=Kind.DATE, help="这个名称停用的日期", example="2018-12-31"),
        Key(name="改为", kind=Kind.NAMES, help="机构改革后的名称", example="[县农业农村局]"),
    ),
)

REGISTRY = KeyTable(
    title="机关名录",
    keys=(
        Key(name="地区", kind=Kind.TEXT, help="这些机关所在的地区", example="清原满族自治县"),
        Key(name="级别", kind=Kind.TEXT, help="这些机关的级别", example="县", choices=LEVELS),
        Key(name="机关", kind=Kind.TABLES, help="各个机关", table=AGENCY),
        Key(
            name="统称",
            kind=Kind.TABLE_BY_NAME,
            help="统称和它的成员",
            example="{各乡镇: [清原镇, 红透山镇]}",
        ),
    ),
)
