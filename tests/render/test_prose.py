"""Markdown prose to paragraphs, lists, tables and figures."""

from __future__ import annotations

import pytest

from generator.errors import InputError
from generator.model.policy import Origin, Prose
from generator.render.prose import ProseBlock, ProseKind, prose_blocks, text_of

VALUES = {"脱贫人口": "6645人", "产业资金": "8320.4万元", "比例": "70%", "a_b": "1*2*3人"}


def blocks(markdown: str) -> tuple[ProseBlock, ...]:
    prose = Prose(markdown=markdown, origin=Origin(file="稿.yaml", line=7, column=3))
    return prose_blocks(prose, VALUES, place="章节.目标")


def texts(markdown: str) -> list[str]:
    return [text_of(block.line) for block in blocks(markdown)]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("一段话。", ["一段话。"]),
        ("一段话，\n折了行。", ["一段话，折了行。"]),
        ("English words\nover two lines", ["English words over two lines"]),
        ("第一段。\n\n第二段。", ["第一段。", "第二段。"]),
        ("第一段。\n　　第二段。", ["第一段。", "第二段。"]),
        ("    行首四个空格。", ["行首四个空格。"]),
        ("- 甲事。\n- 乙事。", ["——甲事。", "——乙事。"]),
        ("1. 甲事。\n2. 乙事。", ["1.甲事。", "2.乙事。"]),
        ("3. 丙事。\n4. 丁事。", ["3.丙事。", "4.丁事。"]),
        ("1.没有空格也行。", ["1.没有空格也行。"]),
        ("1. 甲事。\n  - 其一。\n2. 乙事。", ["1.甲事。", "——其一。", "2.乙事。"]),
        ("**扎实推进。**各负其责。", ["扎实推进。各负其责。"]),
        ("**压实责任。** 各级书记一起抓。", ["压实责任。各级书记一起抓。"]),
        ("要把 **重点** 放在前面", ["要把重点放在前面"]),
        ("**Key** words stay apart", ["Key words stay apart"]),
        ("甲方：    乙方：", ["甲方：    乙方："]),
        ("减少{{ 脱贫人口 }}，占{{比例}}。", ["减少6645人，占70%。"]),
        ("{{ a_b }}和{{ a_b }}", ["1*2*3人和1*2*3人"]),
        ("> 不是引文", ["> 不是引文"]),
        ("上文\n---\n下文", ["上文 --- 下文".replace(" ", "")]),
        ("", []),
    ],
)
def test_paragraphs_and_lists(markdown: str, expected: list[str]) -> None:
    assert texts(markdown) == expected


def test_a_figure_keeps_its_key_and_bold_words_their_weight() -> None:
    (block,) = blocks("整合{{ 产业资金 }}，**带动{{ 脱贫人口 }}**。")
    assert [(each.text, each.key, each.bold) for each in block.line] == [
        ("整合", "", False),
        ("8320.4万元", "产业资金", False),
        ("，", "", False),
        ("带动", "", True),
        ("6645人", "脱贫人口", True),
        ("。", "", False),
    ]


def test_a_table_has_a_head_and_rows_with_figures() -> None:
    (block,) = blocks("| 项目 | 数量 |\n| --- | --- |\n| 脱贫 | {{ 脱贫人口 }} |\n| 资金 | {{ 产业资金 }} |")
    assert block.kind is ProseKind.TABLE
    assert [[text_of(cell) for cell in row] for row in block.rows] == [
        ["项目", "数量"],
        ["脱贫", "6645人"],
        ["资金", "8320.4万元"],
    ]


def test_a_heading_inside_prose_is_one() -> None:
    heading, paragraph = blocks("### 小标题\n\n正文。")
    assert (heading.kind, text_of(heading.line)) == (ProseKind.HEADING, "小标题")
    assert paragraph.kind is ProseKind.PARAGRAPH


def test_every_unknown_name_is_reported_with_line_and_near_names() -> None:
    with pytest.raises(InputError) as caught:
        blocks("先有{{ 脱贫人囗 }}，\n再有{{ 产业资余 }}。")
    first, second = caught.value.problems
    assert (first.file, first.line, second.line) == ("稿.yaml", 7, 8)
    assert "脱贫人囗" in first.what
    assert "脱贫人口" in first.remedy
    assert "产业资金" in second.remedy
