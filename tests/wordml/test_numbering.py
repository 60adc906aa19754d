"""Automatic numbers become the text that Word shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.wordml.counting import counted
from generator.wordml.reader import read_docx

Builder = Callable[..., Path]


def level(depth: int, number_format: str, text: str, extra: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


def item(text: str, depth: int = 0, num: str = "1") -> str:
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{num}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p>"
    )


CHINESE = (
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimalEnclosedCircle", "%4"),
)


def shown(path: Path) -> list[str]:
    document = read_docx(path)
    return [block.span.of(document.text) for block in document.blocks]


def test_the_levels_of_an_official_document(make_docx: Builder) -> None:
    body = (
        item("目标")
        + item("人口", 1)
        + item("资金", 1)
        + item("甲", 2)
        + item("子", 3)
        + item("措施")
        + item("产业", 1)
        + item("乙", 2)
    )
    assert shown(make_docx(body, numbering=numbering(*CHINESE))) == [
        "一、目标",
        "（一）人口",
        "（二）资金",
        "1.甲",
        "①子",
        "二、措施",
        "（一）产业",
        "1.乙",
    ]


def test_the_generated_characters_are_counted_and_left_out_of_the_locator(make_docx: Builder) -> None:
    document = read_docx(make_docx(item("目标") + item("人口", 1), numbering=numbering(*CHINESE)))
    assert [(block.generated, block.locator) for block in document.blocks] == [
        (2, "word/document.xml#0"),
        (3, "word/document.xml#1"),
    ]


def test_a_list_goes_on_after_a_paragraph_without_number(make_docx: Builder) -> None:
    plain = "<w:p><w:r><w:t>插话</w:t></w:r></w:p>"
    assert shown(make_docx(item("甲") + plain + item("乙"), numbering=numbering(*CHINESE))) == [
        "一、甲",
        "插话",
        "二、乙",
    ]


def test_two_lists_of_one_definition_go_on_unless_one_restarts(make_docx: Builder) -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
    )
    body = item("甲") + item("乙", num="2") + item("丙", num="3") + item("丁", num="3")
    assert shown(make_docx(body, numbering=numbering(*CHINESE, nums=nums))) == [
        "一、甲",
        "二、乙",
        "一、丙",
        "二、丁",
    ]


def test_a_level_that_never_restarts_counts_through_the_chapters(make_docx: Builder) -> None:
    through = level(1, "chineseCounting", "（%2）", '<w:lvlRestart w:val="0"/>')
    body = item("上") + item("甲", 1) + item("下") + item("乙", 1)
    assert shown(make_docx(body, numbering=numbering(CHINESE[0], through))) == [
        "一、上",
        "（一）甲",
        "二、下",
        "（二）乙",
    ]


def test_a_number_given_by_the_style_and_one_switched_off(make_docx: Builder) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="章"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="h2"><w:name w:val="节"/><w:basedOn w:val="h"/></w:style>'
    )
    second = CHINESE[1].replace("<w:lvlText", '<w:pStyle w:val="h2"/><w:lvlText')
    styled = '<w:p><w:pPr><w:pStyle w:val="{}"/>{}</w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = styled.format("h", "", "甲") + styled.format("h", off, "乙") + styled.format("h", "", "丙")
    path = make_docx(body, numbering=numbering(CHINESE[0], second), styles=styles)
    assert shown(path) == ["一、甲", "乙", "二、丙"]


def test_levels_above_are_shown_in_arabic_where_the_level_is_legal(make_docx: Builder) -> None:
    legal = level(1, "decimal", "%1.%2", "<w:isLgl/>")
    body = item("甲") + item("乙", 1)
    assert shown(make_docx(body, numbering=numbering(CHINESE[0], legal))) == ["一、甲", "1.1 乙"]


def test_a_bare_number_does_not_run_into_a_figure(make_docx: Builder) -> None:
    assert shown(make_docx(item("2017年任务"), numbering=numbering(level(0, "decimal", "%1")))) == [
        "1 2017年任务"
    ]


def test_a_bullet_of_a_symbol_font_is_a_bullet(make_docx: Builder) -> None:
    assert shown(make_docx(item("甲"), numbering=numbering(level(0, "bullet", "\uf0b7")))) == ["•甲"]


def test_a_list_that_is_not_defined_shows_no_number(make_docx: Builder) -> None:
    assert shown(make_docx(item("甲", num="7"), numbering=numbering(*CHINESE))) == ["甲"]
    assert shown(make_docx(item("甲"))) == ["甲"]


@pytest.mark.parametrize(
    ("number", "number_format", "expected"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCounting", "十"),
        (11, "chineseCounting", "十一"),
        (20, "chineseCounting", "二十"),
        (35, "chineseCounting", "三十五"),
        (101, "chineseCountingThousand", "一百零一"),
        (110, "chineseCountingThousand", "一百一十"),
        (1005, "chineseCountingThousand", "一千零五"),
        (20, "ideographDigital", "二〇"),
        (3, "chineseLegalSimplified", "叁"),
        (2, "ideographTraditional", "乙"),
        (7, "decimalEnclosedCircle", "⑦"),
        (21, "decimalEnclosedCircle", "㉑"),
        (12, "decimalFullWidth", "１２"),
        (4, "decimalZero", "04"),
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (28, "lowerLetter", "bb"),
        (3, "none", ""),
        (3, "cardinalText", "3"),
    ],
)
def test_number_formats(number: int, number_format: str, expected: str) -> None:
    assert counted(number, number_format) == expected
