"""Days of the year that have a name fixed by law, by the State Council or by international custom: month and day."""

from __future__ import annotations

# The day of poverty relief: 国函〔2014〕98号, kept from 2014 on; the others by their own laws and decisions.
FIXED_DAYS = {
    "扶贫日": (10, 17),
    "消除贫困日": (10, 17),
    "人民警察节": (1, 10),
    "妇女节": (3, 8),
    "植树节": (3, 12),
    "消费者权益日": (3, 15),
    "世界水日": (3, 22),
    "国家安全教育日": (4, 15),
    "劳动节": (5, 1),
    "青年节": (5, 4),
    "防灾减灾日": (5, 12),
    "科技工作者日": (5, 30),
    "儿童节": (6, 1),
    "世界环境日": (6, 5),
    "土地日": (6, 25),
    "禁毒日": (6, 26),
    "建党节": (7, 1),
    "建军节": (8, 1),
    "生态日": (8, 15),
    "医师节": (8, 19),
    "教师节": (9, 10),
    "烈士纪念日": (9, 30),
    "国庆节": (10, 1),
    "世界粮食日": (10, 16),
    "记者节": (11, 8),
    "消防日": (11, 9),
    "艾滋病日": (12, 1),
    "宪法日": (12, 4),
    "国家公祭日": (12, 13),
}
