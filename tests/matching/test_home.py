"""The place a document speaks for."""

from __future__ import annotations

import pytest

from generator.matching.home import home_place, same_place
from generator.model.facts import DocumentFacts, HeaderFacts
from generator.model.text_document import TextDocument


def place_of(*, title: str = "", issuer: str = "", text: str = "") -> str:
    header = HeaderFacts(title=title or None, issuer=issuer or None)
    return home_place(DocumentFacts(document=TextDocument.from_text(text), header=header))


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("云溪县2019年脱贫攻坚工作要点", "云溪县"),
        ("清原满族自治县2017年脱贫攻坚工作要点", "清原满族自治县"),
        ("关于印发《云溪县三年行动方案》的通知", "云溪县"),
        ("2019年云溪县政府工作报告", "云溪县"),
        ("抚顺市清原满族自治县统计公报", "清原满族自治县"),
        ("明山区打好精准脱贫攻坚战三年专项行动方案", "明山区"),
        ("在云溪县半年推进会上的讲话", "云溪县"),
        ("丘陵山区农机化发展意见", ""),
        ("全县脱贫攻坚工作要点", ""),
        ("各县区脱贫攻坚考核办法", ""),
        ("贫困地区健康扶贫指导意见", ""),
    ],
)
def test_the_title_names_it(title: str, place: str) -> None:
    assert place_of(title=title) == place


@pytest.mark.parametrize("party", ["县住房城乡建设局", "县乡村振兴局", "县城乡规划局"])
def test_an_office_whose_name_holds_the_sign_of_a_township_is_none(party: str) -> None:
    assert place_of(title="云溪县2018年目标责任书", text=f"乙方：{party}\n") == "云溪县"


def test_the_issuer_goes_before_the_title() -> None:
    assert place_of(issuer="中共云溪县委、云溪县人民政府", title="三年行动方案") == "云溪县"


def test_a_place_named_once_in_passing_is_not_home() -> None:
    assert place_of(text="学习青石县的做法，加快发展。") == ""


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("清原县", "清原满族自治县", True),
        ("新平县", "新平彝族傣族自治县", True),
        ("清原县", "清原镇", False),
        ("云溪县", "青石县", False),
        ("云溪", "云溪县", True),
    ],
)
def test_two_names_of_one_place(one: str, other: str, same: bool) -> None:
    assert same_place(one, other) is same


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("甲方：云溪县人民政府\n乙方：红透山镇人民政府\n", "红透山镇"),
        ("甲方：云溪县人民政府\n乙　方\n", "云溪县"),
        ("甲方：云溪县人民政府\n乙方：县农发局\n", "云溪县"),
        ("本责任书由乙方：南沟乡保管一份。\n", "云溪县"),
    ],
)
def test_a_responsibility_book_speaks_for_the_party_that_undertakes_it(text: str, place: str) -> None:
    assert place_of(title="云溪县2017年目标责任书", text=text) == place
