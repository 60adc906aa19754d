"""Long titles are broken between words, never inside one, and short ones not at all."""

from __future__ import annotations

import pytest

from generator.render.title_lines import LINE_CHARACTERS, title_lines
from generator.text import words


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("青川县2017年脱贫攻坚工作要点", 1),
        ("东原满族自治县2017年脱贫攻坚目标责任书", 1),
        ("关于印发《东原满族自治县2017年脱贫攻坚工作要点》的通知", 2),
        ("关于印发《东河市西岭区脱贫攻坚三年专项行动方案（2018—2020年）》的通知", 2),
    ],
)
def test_number_of_lines(title: str, lines: int) -> None:
    broken = title_lines(title)
    assert broken.replace("\n", "") == title
    assert broken.count("\n") + 1 == lines


@pytest.mark.parametrize(
    "title",
    [
        "关于印发《东原满族自治县2017年脱贫攻坚工作要点》的通知",
        "关于印发《东河县2018—2020年脱贫攻坚三年行动计划实施方案》的通知",
        "东河县人民政府关于进一步做好2019年度产业扶贫工作的实施意见",
    ],
)
def test_no_line_parts_a_name_a_year_or_begins_with_a_closing_mark(title: str) -> None:
    lines = title_lines(title).split("\n")
    for whole in ("2017年", "脱贫攻坚", "自治县", "人民政府", "实施方案", "的通知"):
        assert title.count(whole) == sum(line.count(whole) for line in lines)
    assert all(line[0] not in "》）、，的" and line[-1] not in "《（" for line in lines)
    assert all(sum(0.5 if c.isascii() else 1 for c in line) <= LINE_CHARACTERS for line in lines)


@pytest.mark.parametrize("title", ["长" * 10_000, "", "东河县工作要点"])
def test_a_title_too_long_or_short_is_left_alone(title: str) -> None:
    assert title_lines(title) == title


_WITHOUT_SURE_PLACES = (
    "东河县农业农村局财政局关于做好高标准农田建设补助资金发放有关事项的通知",
    "西岭镇关于切实加强汛期山洪地质灾害防御和群众转移安置的紧急通知",
    "关于表扬全县农村人居环境整治提升先进集体和优秀村级保洁员的通报",
)


@pytest.mark.parametrize("title", _WITHOUT_SURE_PLACES)
def test_a_title_without_sure_places_is_broken_between_words(title: str) -> None:
    lines = title_lines(title).split("\n")
    assert len(lines) == 2
    for whole in (
        "农业",
        "农田",
        "补助",
        "资金",
        "地质",
        "灾害",
        "群众",
        "转移",
        "人居",
        "环境",
        "先进",
        "优秀",
    ):
        assert title.count(whole) == sum(line.count(whole) for line in lines)
    assert all(line[0] not in "》）、，的" for line in lines)


@pytest.mark.parametrize("title", _WITHOUT_SURE_PLACES)
def test_both_segmenters_break_a_title_alike(title: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rust, python = words._rust_cutter(), words._python_cutter()
    if rust is None:
        pytest.skip("没有安装 rjieba，只有 jieba 可用")
    lines = []
    for cutter in (rust, python):
        monkeypatch.setattr(words, "_loaded", lambda cutter=cutter: cutter)
        lines.append(title_lines(title))
    assert lines[0] == lines[1] != title


def test_an_agency_of_two_words_is_not_parted() -> None:
    title = "关于印发《东原满族自治县农业农村局财政局高标准农田建设补助资金发放有关事项清单》的通知"
    lines = title_lines(title).split("\n")
    assert len(lines) == 3
    assert sum("农业农村局" in line for line in lines) == sum("财政局" in line for line in lines) == 1
