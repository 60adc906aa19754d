"""YAML with places: what is read, and what is said of each file that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.errors import InputError, Problem
from generator.ingest.yaml_builder import build_tree
from generator.ingest.yaml_nodes import ListNode, MapNode, Place, TextNode, YamlFile, read_yaml

PARSERS = [
    pytest.param(yaml.SafeLoader, id="python"),
    pytest.param(
        getattr(yaml, "CSafeLoader", None),
        id="c",
        marks=pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="PyYAML without libyaml"),
    ),
]


def write(folder: Path, content: str | bytes, name: str = "稿.yaml") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refused(folder: Path, content: str | bytes) -> Problem:
    with pytest.raises(InputError) as caught:
        read_yaml(write(folder, content))
    return caught.value.problems[0]


def text_at(source: YamlFile, *keys: str | int) -> TextNode:
    node = source.root
    for key in keys:
        if isinstance(key, str):
            assert isinstance(node, MapNode)
            found = node.get(key)
            assert found is not None
            node = found
        else:
            assert isinstance(node, ListNode)
            node = node.items[key]
    assert isinstance(node, TextNode)
    return node


@pytest.mark.parametrize(
    "written", ["6645", "007", "3.10", "no", "on", "2017-02-14", "1_000", "0x1F", "1e3", "12:30:45", "true"]
)
def test_every_scalar_is_text(written: str, tmp_path: Path) -> None:
    source = read_yaml(write(tmp_path, f"数值: {written}\n"))
    assert text_at(source, "数值").text == written


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_no_value_is_empty_text(written: str, tmp_path: Path) -> None:
    assert text_at(read_yaml(write(tmp_path, f"数值: {written}\n")), "数值").text == ""


@pytest.mark.parametrize("parser", PARSERS)
def test_values_know_place_and_key_path(parser: type) -> None:
    source = build_tree("指标:\n  脱贫人口: {数值: 6645人}\n章节:\n  - 标题: 目标\n", file="x", parser=parser)
    value = text_at(source, "指标", "脱贫人口", "数值")
    assert (value.place, value.path) == (Place(2, 14), "指标.脱贫人口.数值")
    title = text_at(source, "章节", 0, "标题")
    assert (title.place, title.path) == (Place(4, 9), "章节.第1项.标题")


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("内容: |\n  第一行\n  共{{ 甲 }}人\n", Place(3, 4)),
        ("内容: >\n  第一行\n\n  共{{ 甲 }}人\n", Place(4, 4)),
        ("内容: 共{{ 甲 }}人\n", Place(1, 6)),
        ('内容: "共{{ 甲 }}人"\n', Place(1, 7)),
        ("内容: 第一行\n  接着{{ 甲 }}人\n", Place(2, 5)),
        ("内容: |\n  有𠮷字{{ 甲 }}人\n", Place(2, 6)),
    ],
)
def test_a_fragment_of_a_text_has_its_own_place(text: str, place: Place, parser: type) -> None:
    assert text_at(build_tree(text, file="x", parser=parser), "内容").place_of("{{ 甲 }}") == place


def test_the_second_of_two_fragments_is_found(tmp_path: Path) -> None:
    node = text_at(read_yaml(write(tmp_path, "内容: |\n  {{ 甲 }}和\n  又{{ 甲 }}\n")), "内容")
    assert node.place_of("{{ 甲 }}", 1) == Place(3, 4)


def test_a_bom_and_windows_newlines_change_no_place(tmp_path: Path) -> None:
    source = read_yaml(write(tmp_path, b"\xef\xbb\xbf" + "甲: 一\r\n乙: 二\r\n".encode()))
    assert text_at(source, "乙").place == Place(2, 4)
    assert text_at(source, "甲").text == "一"


def test_an_alias_stands_for_what_its_anchor_marks(tmp_path: Path) -> None:
    source = read_yaml(write(tmp_path, "甲: &a [县农发局]\n乙: *a\n"))
    assert text_at(source, "乙", 0).text == "县农发局"


def test_repeated_keys_are_all_noted_and_the_first_is_kept(tmp_path: Path) -> None:
    source = read_yaml(write(tmp_path, "甲: 一\n乙: {丙: 1, 丙: 2}\n甲: 二\n"))
    said = [(each.line, each.column, each.key_path, each.what) for each in source.problems]
    assert said == [
        (2, 11, "乙.丙", "“丙”重复，第2行已经写过"),
        (3, 1, "甲", "“甲”重复，第1行已经写过"),
    ]
    assert text_at(source, "甲").text == "一"


# text, line, column, a word that must be said
BROKEN = {
    "Tab作缩进": ("公文:\n\t标题: x\n", 2, 1, "Tab"),
    "列表前用Tab": ("甲:\n\t- b\n", 2, 1, "Tab"),
    "内容里有冒号": ("标题: 通知: 二\n", 1, 7, "英文冒号"),
    "下一行缩进多了": ("甲: 一\n  乙: 二\n", 2, 4, "缩进"),
    "列表项没有对齐": ("甲:\n  - x\n - y\n", 3, 2, "对不齐"),
    "方括号没有配对": ("甲: [x, y\n乙: c\n", 1, 4, "方括号"),
    "花括号没有配对": ("甲: {x: 1\n", 1, 4, "花括号"),
    "多了方括号": ("甲: [x]]\n", 1, 7, "多了"),
    "单引号没有配对": ("甲: 'xx\n乙: c\n", 1, 4, "引号"),
    "双引号没有配对": ('甲: "xx\n乙: c', 1, 4, "引号"),
    "反斜杠": ('甲: "a\\q"\n', 1, 6, "反斜杠"),
    "以@开头": ("甲: @县农发局\n", 1, 4, "“@”"),
    "以反引号开头": ("甲: `x`\n", 1, 4, "“`”"),
    "以百分号开头": ("甲: %x\n", 1, 4, "“%”"),
    "以星号开头": ("甲: *重点\n", 1, 4, "“*”"),
    "以与号开头": ("甲: &重点\n", 1, 4, "“&”"),
    "星号没有定义": ("甲: *abc\n", 1, 4, "*abc"),
    "引用没有加引号": ("甲: 一\n内容: {{ 名 }}文字\n", 2, 5, "引号"),
    "整个值是引用": ("甲: 一\n内容: {{ 名 }}\n", 2, 5, "引号"),
    "列表项是引用": ("甲:\n  - {{ 名 }}户\n", 2, 5, "引号"),
    "花括号里的引用": ("甲: {内容: 考核{{ 名 }}户}\n", 1, 11, "引号"),
    "值以模板标记开头": ("甲: {% if x %}\n", 1, 4, "{%"),
    "值以叹号开头": ("甲: !{重要\n", 1, 4, "“!”"),
    "值以问号开头": ("甲: ? 乙\n", 1, 4, "“?”"),
    "多了逗号": ("甲: [x,, y]\n", 1, 7, "逗号"),
    "值以逗号开头": ("甲: ,x\n", 1, 4, "逗号"),
    "括号里写横线": ("甲: [- x]\n", 1, 5, "“- ”"),
    "第二行缺冒号": ("甲: 一\n乙\n丙: 三\n", 2, 1, "冒号"),
    "中文冒号": ("甲: 一\n乙：二\n丙: 三\n", 2, 2, "中文冒号"),
    "第一行中文冒号": ("甲：一\n乙: 二\n", 1, 2, "中文冒号"),
    "冒号后缺空格": ("甲: 一\n乙:二\n丙: 三\n", 2, 2, "空格"),
    "列表后写键": ("- a\n乙: c\n", 2, 1, "对不齐"),
    "竖线后写字": ("甲: |x\n  b\n", 1, 5, "换行"),
    "竖线下缩进减少": ("甲: |\n    x\n  y\n", 3, 3, "对不齐"),
    "引号外有字": ("甲: 'x' y\n", 1, 8, "引号外面"),
    "同一行写列表项": ("甲: - b\n", 1, 4, "换行"),
    "类型标记": ("甲: !!python/object:os.system x\n", 1, 4, "“!”"),
    "两份内容": ("甲: 1\n---\n乙: 2\n", 2, 1, "两份"),
    "键是列表": ("? [a]\n: b\n", 1, 3, "键"),
    "引用自身": ("甲: &a [*a]\n", 1, 8, "*a"),
}


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("name", BROKEN)
def test_broken_yaml_is_explained(name: str, parser: type) -> None:
    text, line, column, word = BROKEN[name]
    with pytest.raises(InputError) as caught:
        build_tree(text, file="稿.yaml", parser=parser)
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (line, column), problem
    assert word in str(problem)
    assert not any(
        "a" <= char <= "z" for char in problem.what.replace("Tab", "").replace("*abc", "").replace("*a", "")
    )


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "空的"),
        (b"  \n\n", "空的"),
        ("# 只有注释\n".encode(), "注释"),
        (b"\x00\x00\x00\x00", "空字节"),
        ("公文: {文种: 通知}\n".encode("gb18030"), "GBK"),
        ("公文: {文种: 通知}\n".encode("utf-16"), "UTF-16"),
        ("公文: {文种: 通知}\n".encode("utf-16-le"), "UTF-16"),
        ("公文: {文种: 通知}\n".encode("utf-16-be"), "UTF-16"),
        (b"PK\x03\x04" + bytes(30), "Word"),
        (b"\xff\xff\xfe\x81 \xff", "损坏"),
        (("甲: " + "字" * 3_400_000).encode(), "太大"),
    ],
)
def test_a_file_that_is_no_utf_8_text_is_refused(content: bytes, word: str, tmp_path: Path) -> None:
    problem = refused(tmp_path, content)
    assert word in problem.what
    assert problem.remedy


def test_two_encodings_in_one_file_are_named_with_the_line(tmp_path: Path) -> None:
    content = "公文: 通知\n标题: 工作要点\n".encode() + "主送: 各乡镇\n".encode("gb18030")
    problem = refused(tmp_path, content)
    assert "两种编码" in problem.what
    assert problem.line == 3


def test_invisible_control_characters_are_all_named(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_yaml(write(tmp_path, "甲: 一\x07二\n乙: \x1b\n"))
    assert [(each.line, each.column) for each in caught.value.problems] == [(1, 5), (2, 4)]
    assert "U+0007" in caught.value.problems[0].what


@pytest.mark.parametrize("parser", PARSERS)
def test_an_alias_bomb_is_refused_before_it_grows(parser: type) -> None:
    lines = ["甲0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"甲{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    with pytest.raises(InputError, match="展开"):
        build_tree("\n".join(lines), file="x", parser=parser)


@pytest.mark.parametrize("parser", PARSERS)
def test_deep_nesting_is_refused(parser: type) -> None:
    with pytest.raises(InputError, match="层数"):
        build_tree("[" * 500 + "]" * 500, file="x", parser=parser)


def test_a_missing_file_is_answered_with_near_names(tmp_path: Path) -> None:
    write(tmp_path, "甲: 一\n", "清原县2017年工作要点.yaml")
    with pytest.raises(InputError) as caught:
        read_yaml(tmp_path / "清原县2017工作要点.yaml")
    (problem,) = caught.value.problems
    assert "找不到" in problem.what
    assert "清原县2017年工作要点.yaml" in problem.remedy


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="文件夹"):
        read_yaml(tmp_path)
