"""A right policy in a few lines, and ways to load it with one passage changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import InputError, Problem
from generator.ingest.policy_yaml import load_policy
from generator.model.agency import Agency, AgencyRegistry
from generator.model.policy import PolicyDocument

REGISTRY = AgencyRegistry(
    (
        Agency(name="县农业发展局", short="县农发局"),
        Agency(name="县旅游发展局", short="县旅游局"),
        Agency(name="县财政局"),
        Agency(name="各乡镇", members=("清原镇", "红透山镇", "大孤家镇")),
        Agency(name="清原镇", aliases=("清原镇人民政府",)),
        Agency(name="红透山镇"),
        Agency(name="大孤家镇"),
    )
)

RIGHT = """\
公文:
  文种: 通知
  发文机关: 清原满族自治县脱贫攻坚领导小组办公室
  发文字号: 清脱贫办发〔2017〕2号
  主送: [各乡镇党委、人民政府, 领导小组成员单位]
  成文日期: 2017-02-14
印发: 清原满族自治县2017年脱贫攻坚工作要点
指标:
  脱贫人口:     {数值: 6645人, 年度: 2017, 等于: 产业脱贫人口 + 就业脱贫人口 + 兜底脱贫人口}
  产业脱贫人口: {数值: 4783人, 年度: 2017, 口径: 建档立卡, 地区: 清原满族自治县, 来源: 市级任务书#二（三）}
  就业脱贫人口: {数值: 162人}
  兜底脱贫人口: 1700人
  危房改造户数: 372户
  产业资金: 420万元
引言: |
  今年的任务是{{ 脱贫人口 }}。
章节:
  - 标题: 目标任务
    内容: |
      全县{{ 脱贫人口 }}脱贫，
      其中产业{{ 产业脱贫人口 }}。
  - 标题: 主要措施
    措施:
      - 标题: 精准实施产业项目
        牵头单位: 县农发局
        责任单位: [县旅游局, 各乡镇]
        配合单位: [县财政局]
        完成时限: 2017年12月底
        内容: 安排资金{{ 产业资金 }}。
分解:
  脱贫人口: {清原镇: 3000人, 红透山镇: 2645人, 大孤家镇: 1000人}
责任书:
  标题: 2017年脱贫攻坚目标责任书
  甲方: 清原满族自治县人民政府
  乙方: "{{ 乡镇 }}人民政府"
  引言: 甲方与{{ 乡镇 }}约定脱贫{{ 本级.脱贫人口 }}（全县{{ 脱贫人口 }}）。
  章节: [{标题: 考核, 内容: "年底考核{{ 本级.脱贫人口 }}。"}]
  期限: 2017年1月1日至2017年12月31日
  份数: 一式两份
"""


def load(folder: Path, text: str, registry: AgencyRegistry = REGISTRY) -> PolicyDocument:
    path = folder / "稿.yaml"
    path.write_text(text, encoding="utf-8")
    return load_policy(path, registry)


def problems_of(folder: Path, text: str, registry: AgencyRegistry = REGISTRY) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        load(folder, text, registry)
    return caught.value.problems


def changed(old: str, new: str, text: str = RIGHT) -> str:
    assert text.count(old) >= 1, old
    return text.replace(old, new, 1)
