"""Villages under their townships."""

from __future__ import annotations

import pytest

from generator.matching.match import match_facts
from generator.model.agency import AgencyRegistry
from tests.matching.statements import source, stated

GIVEN = "6个贫困村（东河镇柳树村、青山镇石桥村、南坡镇古井村、北川乡梨园村、青山镇枣林村、大湾镇小溪村）全部退出。"


def found(draft: str, title: str = "云溪县2019年总结") -> list[tuple[str, str]]:
    facts = stated(draft, title=title)
    given = source(stated(GIVEN, title="云溪县2019年要点"))
    matches = match_facts(facts, [given], AgencyRegistry()).places
    return [(match.span.of(draft), match.difference) for match in matches]


def test_a_village_under_another_township() -> None:
    draft = "退出的村即东河镇柳树村，青山镇石桥村、枣林村，南坡镇古井村，大湾镇梨园村，大湾镇小溪村。"
    assert found(draft) == [("大湾镇梨园村", "来源中梨园村属北川乡")]


def test_villages_in_brackets_behind_their_township() -> None:
    draft = "退出的村分布在东河镇（柳树村）、青山镇（石桥村、枣林村）、南坡镇（古井村）、大湾镇（梨园村、小溪村）。"
    assert found(draft) == [("大湾镇（梨园村", "来源中梨园村属北川乡")]


@pytest.mark.parametrize(
    "draft",
    [
        "退出的村即东河镇柳树村，青山镇石桥村、枣林村，南坡镇古井村，北川乡梨园村，大湾镇小溪村。",
        "青山镇枣林村、石桥村和北川乡梨园村通了公路。",
        "西岭乡梨园村发展民宿。",
        "东河镇柳树村、青山镇石桥村、南坡镇新庄村修了路。",
        "各乡镇贫困村全部退出，每个村有一个项目。",
    ],
)
def test_what_agrees_or_is_another_village(draft: str) -> None:
    assert found(draft) == []


def test_another_county_has_villages_of_the_same_name() -> None:
    draft = "退出的村即东河镇柳树村，青山镇石桥村、枣林村，大湾镇梨园村。"
    assert found(draft, title="青石县2019年总结") == []


def test_a_village_and_the_township_it_lies_in_told_backwards() -> None:
    draft = "柳树、石桥、古井、梨园、枣林5个村都已开工，其中梨园村所在的大湾镇进度最快。"
    assert found(draft) == [("梨园村所在的大湾镇", "来源中梨园村属北川乡")]
    assert found(draft.replace("大湾镇", "北川乡")) == []
