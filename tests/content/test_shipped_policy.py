"""The shipped policy: its arithmetic, its sources and its names, recomputed with plain YAML and Decimal."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

POLICY = "policies/清原县2017年脱贫攻坚工作要点.yaml"
SLIPS = "policies/有误稿.yaml"
CHANNELS = ("产业脱贫人口", "就业脱贫人口", "兜底脱贫人口")
ROLES = ("牵头单位", "责任单位", "配合单位")
REFERENCE = re.compile(r"\{\{\s*(.*?)\s*\}\}")
TOWNSHIPS = {
    *("清原镇", "红透山镇", "草市镇", "英额门镇", "南口前镇", "南山城镇", "湾甸子镇"),
    *("大孤家镇", "夏家堡镇", "北三家镇", "土口子乡", "敖家堡乡", "大苏河乡", "枸乃甸乡"),
}


def read_yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def policy(checkout: Path) -> dict[str, Any]:
    data: dict[str, Any] = read_yaml(checkout / POLICY)
    return data


def written(policy: dict[str, Any], key: str) -> str:
    target = policy["指标"][key]
    return str(target["数值"] if isinstance(target, dict) else target)


def measured(text: str) -> tuple[Decimal, str]:
    match = re.match(r"([\d.]+)(.+)", text)
    assert match, text
    return Decimal(match[1]), match[2]


def measures(policy: dict[str, Any]) -> list[dict[str, Any]]:
    return [measure for section in policy["章节"] for measure in section.get("措施", ())]


def strings(node: Any) -> list[str]:
    if isinstance(node, dict):
        return [text for value in node.values() for text in strings(value)]
    if isinstance(node, list):
        return [text for value in node for text in strings(value)]
    return [node] if isinstance(node, str) else []


def test_every_total_equals_its_parts(policy: dict[str, Any]) -> None:
    totals = {key: t["等于"] for key, t in policy["指标"].items() if isinstance(t, dict) and "等于" in t}
    assert set(totals) >= {"脱贫人口", "产业脱贫人口", "农业产业脱贫户数", "农业产业脱贫人口", "金融资金"}
    for key, formula in totals.items():
        parts = [measured(written(policy, name)) for name in formula.split(" + ")]
        total, unit = measured(written(policy, key))
        assert {part_unit for _, part_unit in parts} == {unit}, key
        assert sum(value for value, _ in parts) == total, key


@pytest.mark.parametrize("target", ["脱贫人口", *CHANNELS, "销号贫困村", "危房改造户数", "危房改造人口"])
def test_the_split_over_townships_adds_up(policy: dict[str, Any], target: str) -> None:
    shares = policy["分解"][target]
    assert set(shares) == TOWNSHIPS
    total, unit = measured(written(policy, target))
    values = [measured(share) for share in shares.values()]
    assert {share_unit for _, share_unit in values} == {unit}
    assert sum(value for value, _ in values) == total
    assert all(value > 0 for value, _ in values)


@pytest.mark.parametrize("township", sorted(TOWNSHIPS))
def test_each_township_splits_over_its_channels(policy: dict[str, Any], township: str) -> None:
    share = {target: measured(rows[township])[0] for target, rows in policy["分解"].items()}
    assert sum(share[channel] for channel in CHANNELS) == share["脱贫人口"]
    assert share["危房改造户数"] < share["危房改造人口"]


def test_no_figure_is_typed_into_prose(policy: dict[str, Any]) -> None:
    allowed = re.compile(r"20\d\d年|〔\d{4}〕\d+号|(?m:^\s*\d+\. )")
    prose = [policy["引言"], *strings(policy["章节"]), *strings(policy["责任书"]["章节"])]
    deadlines = {measure["完成时限"] for measure in measures(policy)}
    for text in prose:
        if text not in deadlines:
            assert not re.search(r"\d", allowed.sub("", REFERENCE.sub("", text))), text


def test_every_figure_is_used_and_every_reference_is_defined(policy: dict[str, Any]) -> None:
    notice = {name for text in [policy["引言"], *strings(policy["章节"])] for name in REFERENCE.findall(text)}
    assert notice == set(policy["指标"])
    known = {*policy["指标"], "乡镇", *(f"本级.{target}" for target in policy["分解"])}
    assert {name for text in strings(policy["责任书"]) for name in REFERENCE.findall(text)} <= known


def test_every_source_of_a_figure_is_in_the_corpus_and_says_the_same(
    policy: dict[str, Any], checkout: Path
) -> None:
    cited = {
        key: target["来源"].split("#")
        for key, target in policy["指标"].items()
        if isinstance(target, dict) and "来源" in target
    }
    assert len(cited) > 20
    for key, (document, passage) in cited.items():
        sheet = read_yaml(checkout / "corpus" / f"{document}.yaml")
        there = [figure["数值"] for figure in sheet["指标"] if figure["位置"] == passage]
        assert written(policy, key) in there, f"{key}：{document}{passage}"


def test_every_agency_is_registered(policy: dict[str, Any], checkout: Path) -> None:
    names: set[str] = set()
    for path in (checkout / "corpus" / "agencies").glob("*.yaml"):
        registry = read_yaml(path)
        for agency in registry["机关"]:
            names |= {agency["名称"], agency.get("简称", agency["名称"]), *agency.get("别名", ())}
        names |= set(registry.get("统称", ()))
    named = {name for measure in measures(policy) for role in ROLES for name in measure.get(role, ())}
    assert len(measures(policy)) == 10
    assert named <= names
    assert names >= TOWNSHIPS


def test_one_agency_leads_each_measure_as_the_municipal_document_says(
    policy: dict[str, Any], checkout: Path
) -> None:
    municipal = read_yaml(checkout / "corpus" / "市级2017年脱贫攻坚任务书.yaml")
    tasks = {task["任务"]: task for task in municipal["任务"]}
    for measure in measures(policy):
        assert len(measure["牵头单位"]) == 1
        for role in ROLES:
            assert measure.get(role, []) == tasks[measure["标题"]].get(role, []), measure["标题"]


def test_the_slips_are_twelve_of_six_kinds_and_really_change_something(checkout: Path) -> None:
    slips = read_yaml(checkout / SLIPS)["错处"]
    kinds = [slip["规则"] for slip in slips]
    assert len(slips) == 12
    assert {kind: kinds.count(kind) for kind in kinds} == dict.fromkeys(kinds, 2)
    assert len(set(kinds)) == 6
    originals = [slip["原文"] for slip in slips]
    assert len(set(originals)) == len(originals)
    assert all(slip["原文"] != slip["改为"] and slip["说明"] for slip in slips)
