"""The registry of agencies from its files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.errors import InputError
from generator.ingest.registry_yaml import load_registry
from generator.model.agency import Level

COUNTY = """\
地区: 清原满族自治县
级别: 县
机关:
  - {名称: 县农业发展局, 简称: 县农发局, 别名: [县农业局], 起: 2010-01-01, 止: 2018-12-31, 改为: [县农业农村局]}
  - {名称: 清原镇, 级别: 乡, 别名: 清原镇人民政府}
统称:
  各乡镇: [清原镇, 红透山镇]
"""


def write(folder: Path, text: str, name: str = "县.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_agencies_have_names_level_place_and_dates(tmp_path: Path) -> None:
    agency = load_registry([write(tmp_path, COUNTY)]).find("县农业局")
    assert agency is not None
    assert agency.names == ("县农业发展局", "县农发局", "县农业局")
    assert (agency.level, agency.place) == (Level.COUNTY, "清原满族自治县")
    assert (agency.valid_from, agency.valid_until) == (date(2010, 1, 1), date(2018, 12, 31))
    assert agency.successors == ("县农业农村局",)


def test_a_level_of_its_own_goes_before_the_file_s(tmp_path: Path) -> None:
    township = load_registry([write(tmp_path, COUNTY)]).find("清原镇人民政府")
    assert township is not None
    assert township.level is Level.TOWNSHIP


def test_a_group_knows_its_members_and_they_are_known(tmp_path: Path) -> None:
    registry = load_registry([write(tmp_path, COUNTY)])
    group = registry.find("各乡镇")
    assert group is not None
    assert group.members == ("清原镇", "红透山镇")
    assert registry.find("红透山镇") is not None
    assert [agency.name for agency in registry].count("清原镇") == 1


def test_several_files_make_one_registry(tmp_path: Path) -> None:
    city = write(tmp_path, "级别: 市\n机关: [{名称: 市扶贫办}]\n", "市.yaml")
    registry = load_registry([write(tmp_path, COUNTY), city])
    assert registry.find("市扶贫办") is not None
    assert registry.find("县农发局") is not None


def test_no_file_is_an_empty_registry() -> None:
    assert len(load_registry([])) == 0


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("机关: [{简称: 县农发局}]\n", 1, "缺少“名称”"),
        ("机关:\n  - {名称: 甲局, 级別: 县}\n", 2, "“级别”"),
        ("机关:\n  - {名称: 甲局, 级别: 区县}\n", 2, "中央、省、市、县、乡、村"),
        ("机关:\n  - {名称: 甲局, 起: 2018-13-01}\n", 2, "13月"),
        ("机关:\n  - {名称: 甲局, 起: 2018-12-01, 止: 2010-01-01}\n", 2, "早于"),
        ("机关: 甲局\n", 1, "列表"),
        ("机关: [甲局]\n", 1, "键: 值"),
        ("统称: [各乡镇]\n", 1, "统称"),
        ("统称:\n  各乡镇: [{名称: 清原镇}]\n", 2, "成员"),
        ("机关：\n  - {名称: 甲局}\n", 1, "中文冒号"),
    ],
)
def test_faults_are_told_with_their_place(text: str, line: int, word: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        load_registry([write(tmp_path, text)])
    assert any(each.line == line and word in str(each) for each in caught.value.problems), str(caught.value)


def test_the_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    paths = [write(tmp_path, "机关: [{}]\n", "甲.yaml"), write(tmp_path, "", "乙.yaml")]
    with pytest.raises(InputError) as caught:
        load_registry(paths)
    assert {Path(each.file).name for each in caught.value.problems} == {"甲.yaml", "乙.yaml"}
