"""The shipped corpus: one name for one agency, sheets without sentences, nothing copied from real documents."""

from __future__ import annotations

import json
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

RUN = 24
TITLES = ("标题", "引用")
REFERENCE = re.compile(r"\{\{\s*(.*?)\s*\}\}")
SHEETS = {
    "000": "清原县2017年脱贫攻坚工作要点",
    "001": "全南县2017年精准脱贫攻坚工作要点",
    "003": "明山区三年专项行动方案2018",
}
DOCUMENT_OF = {
    **{sheet: document for document, sheet in SHEETS.items()},
    "新平县三年行动实施方案2018": "004",
    "河南省打赢脱贫攻坚战实施意见": "002",
    "甘肃省打赢脱贫攻坚战实施意见": "002",
    "许疃镇坚决打赢脱贫攻坚战实施意见": "002",
}
NUMERALS = {"2": "两", "4": "四", "5": "五", "6": "六", "8": "八", "9": "九", "10": "十"}


def read_yaml(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data


def content_files(checkout: Path) -> list[Path]:
    return sorted([*(checkout / "policies").glob("*.yaml"), *(checkout / "corpus").rglob("*.yaml")])


def registries(checkout: Path) -> list[dict[str, Any]]:
    return [read_yaml(path) for path in sorted((checkout / "corpus" / "agencies").glob("*.yaml"))]


def names_of(agency: dict[str, Any]) -> set[str]:
    return {agency["名称"], agency.get("简称", agency["名称"]), *agency.get("别名", ())}


def test_a_name_means_one_agency(checkout: Path) -> None:
    uses = Counter(
        name for reg in registries(checkout) for agency in reg["机关"] for name in names_of(agency)
    )
    assert [name for name, count in uses.items() if count > 1] == []
    assert len(uses) > 150


def test_agencies_that_ended_became_known_ones_after_their_beginning(checkout: Path) -> None:
    agencies = [agency for registry in registries(checkout) for agency in registry["机关"]]
    names = {name for agency in agencies for name in names_of(agency)}
    ended = [agency for agency in agencies if "止" in agency]
    assert any(str(agency["止"]).startswith("2019") for agency in ended)
    assert any(str(agency["止"]).startswith("2021") for agency in ended)
    for agency in ended:
        assert agency["改为"], agency["名称"]
        assert set(agency["改为"]) <= names, agency["名称"]
        assert "起" not in agency or agency["起"] < agency["止"]


def test_groups_have_registered_members(checkout: Path) -> None:
    for registry in registries(checkout):
        names = {name for agency in registry["机关"] for name in names_of(agency)}
        for group, members in registry.get("统称", {}).items():
            assert set(members) <= names, group


def strings(node: Any, skip: tuple[str, ...] = ()) -> list[str]:
    if isinstance(node, dict):
        return [text for key, value in node.items() if key not in skip for text in strings(value, skip)]
    if isinstance(node, list):
        return [text for value in node for text in strings(value, skip)]
    return [node] if isinstance(node, str) else []


def test_sheets_hold_no_sentences(checkout: Path) -> None:
    for path in (checkout / "corpus").glob("*.yaml"):
        sheet = read_yaml(path)
        for text in strings({key: sheet.get(key, []) for key in ("指标", "任务")}):
            assert not re.search(r"[。；！？]", text), f"{path.name}：{text}"
            assert len(text) <= 32, f"{path.name}：{text}"


def value_of(written: str) -> Decimal:
    match = re.search(r"[\d.]+", written)
    assert match, written
    factor = 10**8 if "亿" in written else 10**4 if "万" in written else 1
    return (Decimal(match[0]) * factor).normalize()


@pytest.mark.parametrize("document", sorted(SHEETS))
def test_sheets_hold_the_figures_that_a_reader_marked(document: str, checkout: Path, shared: Path) -> None:
    """Against the independent annotation; set phrases (三级联动) and criteria (3人户) may be left out."""
    sheet = read_yaml(checkout / "corpus" / f"{SHEETS[document]}.yaml")
    held = {value_of(figure["数值"]) for figure in sheet["指标"]}
    lines = (shared / "gold" / "figures.jsonl").read_text(encoding="utf-8").splitlines()
    marked = [row for row in map(json.loads, lines) if row["doc"] == document]
    owed = [row for row in marked if not (row.get("ignore") or row.get("role") or row["numeral"] == "zh")]
    missing = [row["num"] for row in owed if Decimal(str(row["value"])).normalize() not in held]
    assert len(owed) > 10
    assert missing == []


def text_of(shared: Path, sheet: str) -> str:
    (path,) = (shared / "sources").glob(f"{DOCUMENT_OF[sheet]}_*.txt")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("sheet", sorted(DOCUMENT_OF))
def test_every_figure_of_a_sheet_stands_in_its_document(sheet: str, checkout: Path, shared: Path) -> None:
    text = text_of(shared, sheet)
    numbers = set(re.findall(r"\d+(?:\.\d+)?", text))
    for figure in read_yaml(checkout / "corpus" / f"{sheet}.yaml")["指标"]:
        match = re.search(r"\d+(?:\.\d+)?", figure["数值"])
        assert match
        in_words = NUMERALS.get(match[0], "")
        assert match[0] in numbers or (in_words and in_words in text), figure


@pytest.mark.parametrize("sheet", ["清原县2017年脱贫攻坚工作要点", "新平县三年行动实施方案2018"])
def test_every_agency_of_a_sheet_stands_in_its_document(sheet: str, checkout: Path, shared: Path) -> None:
    text = text_of(shared, sheet).replace("〈", "（").replace("〉", "）")
    tasks = read_yaml(checkout / "corpus" / f"{sheet}.yaml")["任务"]
    assert len(tasks) >= 10
    for task in tasks:
        assert task["任务"] in text
        for role in ("牵头单位", "责任单位"):
            for name in task.get(role, ()):
                assert name in text, name


@pytest.fixture(scope="module")
def runs_of_real_documents(shared: Path) -> frozenset[str]:
    runs: set[str] = set()
    for path in [*shared.glob("sources/*.txt"), *shared.glob("field/*.txt"), *shared.glob("planted/*.txt")]:
        text = re.sub(r"\s+", "", path.read_text(encoding="utf-8"))
        runs.update(text[at : at + RUN] for at in range(len(text) - RUN + 1))
    return frozenset(runs)


def filled_in(policy: dict[str, Any], text: str) -> str:
    values = {key: t["数值"] if isinstance(t, dict) else t for key, t in policy["指标"].items()}
    return REFERENCE.sub(lambda match: str(values.get(match[1], "")), text)


def copied(text: str, runs: frozenset[str]) -> list[str]:
    bare = re.sub(r"\s+", "", text)
    return [bare[at : at + RUN] for at in range(len(bare) - RUN + 1) if bare[at : at + RUN] in runs]


def test_nothing_but_titles_is_shared_with_real_documents(
    checkout: Path, runs_of_real_documents: frozenset[str]
) -> None:
    for path in content_files(checkout):
        data = read_yaml(path)
        for text in strings(data, TITLES if "agencies" not in path.parts else ()):
            shown = filled_in(data, text) if isinstance(data.get("指标"), dict) else text
            assert copied(shown, runs_of_real_documents) == [], path.name


def test_the_policy_shares_no_run_even_across_its_passages(
    checkout: Path, runs_of_real_documents: frozenset[str]
) -> None:
    policy = read_yaml(checkout / "policies" / "清原县2017年脱贫攻坚工作要点.yaml")
    body = filled_in(policy, "".join(strings(policy["章节"])))
    assert copied(body, runs_of_real_documents) == []
    assert copied(body + min(runs_of_real_documents), runs_of_real_documents), "the search itself works"
