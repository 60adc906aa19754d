"""Tables whose columns or rows are drawn up into a total."""

import pytest

from generator.facts.figures import read_figures
from generator.facts.relation_tables import find_table_sums
from generator.facts.relations import find_relations
from generator.model.place import Span
from generator.model.text_document import Block, BlockKind, Cell, TextDocument


def _table(*rows: str) -> TextDocument:
    """A document with one table; cells are divided by ``|``."""
    text, blocks = "", []
    for row, line in enumerate(rows):
        for column, words in enumerate(line.split("|")):
            words = words.strip()
            span = Span(len(text), len(text) + len(words))
            cell = Cell(table=0, row=row, column=column)
            blocks.append(Block(span=span, number=len(blocks) + 1, kind=BlockKind.CELL, cell=cell))
            text += words + "\n"
    return TextDocument(source="表.docx", text=text, blocks=tuple(blocks), file_format="docx")


def _sums(document: TextDocument) -> tuple[list[str], list[str]]:
    found = list(find_table_sums(document))
    return [r.formula for r in found if r.holds], [r.formula for r in found if not r.holds]


CASES = {
    "合计在末行": (["乡镇|户数|人数", "甲镇|100|230", "乙镇|120|260", "合计|220|490"], 2, []),
    "合计在末行而不平": (
        ["乡镇|户数|人数", "甲镇|100|230", "乙镇|120|260", "合计|220|480"],
        1,
        ["230+260≠480"],
    ),
    "合计在首行": (["乡镇|户数", "合计|220", "甲镇|100", "乙镇|120"], 1, []),
    "合计在末列": (["乡镇|产业|就业|合计", "甲镇|230|100|330", "乙镇|200|101|300"], 1, ["200+101≠300"]),
    "带单位的数": (["乡镇|资金", "甲镇|100万元", "乙镇|120万元", "总计|220万元"], 1, []),
    "有小计": (["乡镇|户数", "甲镇|10", "乙镇|20", "小计|30", "丙镇|5", "小计|5", "合计|35"], 1, []),
    "小计行也算进去才对的不报": (["乡镇|户数", "甲镇|10", "乙镇|20", "小计|30", "丙镇|5", "合计|35"], 1, []),
    "空格和横线不算数": (["乡镇|户数", "甲镇|10", "乙镇|—", "丙镇|", "丁镇|7", "合计|17"], 1, []),
    "占比一栏不相加": (["乡镇|户数|占比", "甲镇|10|50%", "乙镇|10|50%", "合计|20|1"], 1, []),
    "发生率一栏不相加": (["乡镇|发生率", "甲镇|2.1", "乙镇|3.2", "合计|2.6"], 0, []),
    "其中一栏不相加": (["乡镇|合计|产业|其中：种植", "甲镇|10|10|4", "乙镇|12|12|6"], 0, []),
    "栏里有文字就不算": (["乡镇|户数", "甲镇|10", "乙镇|约20", "合计|35"], 0, []),
    "没有合计": (["乡镇|户数", "甲镇|10", "乙镇|20", "丙镇|35"], 0, []),
    "两个合计行": (["乡镇|户数", "甲镇|10", "合计|10", "乙镇|20", "合计|20"], 0, []),
    "序号不相加": (["序号|乡镇|户数", "1|甲镇|10", "2|乙镇|20", "|合计|30"], 1, []),
    "小数的末位": (["乡镇|里程", "甲镇|10.33", "乙镇|20.33", "合计|30.7"], 1, []),
    "千分位的逗号": (["乡镇|资金", "甲镇|1,200", "乙镇|2,300", "合计|3,500"], 1, []),
}


@pytest.mark.parametrize(("rows", "holding", "broken"), CASES.values(), ids=CASES.keys())
def test_a_table_is_added_up(rows, holding, broken):
    holds, fails = _sums(_table(*rows))
    assert fails == broken
    assert len(holds) == holding


def test_a_cell_of_two_paragraphs_is_no_number():
    document = _table("乡镇|户数", "甲镇|10", "乙镇|20", "合计|35")
    last = document.blocks[-1]
    more = Block(span=last.span, number=99, kind=BlockKind.CELL, cell=last.cell)
    doubled = TextDocument(source="表.docx", text=document.text, blocks=(*document.blocks, more))
    assert _sums(doubled) == ([], [])


def test_the_total_is_what_the_relation_is_about():
    document = _table("乡镇|人数", "甲镇|230", "乙镇|260", "合计|480")
    (relation,) = find_relations(document, (), ())
    assert (relation.total.quote, relation.expected, relation.holds) == ("480", 490, False)
    assert relation.total.span.of(document.text) == "480"


def _broken(*rows: str) -> list[str]:
    document = _table(*rows)
    relations = find_relations(document, read_figures(document, ()), ())
    return [relation.formula for relation in relations if not relation.holds]


def test_a_cell_with_sentences_in_it_is_read_like_a_paragraph():
    wrong = ("任务|进度", "脐橙改造|计划改造2100亩，到6月底完成1470亩，进度75%；年内全部完工")
    assert _broken(*wrong) == ["1470亩÷2100亩≠75%"]


def test_a_cell_with_sentences_that_add_up_is_left_alone():
    assert not _broken("任务|进度", "脐橙改造|计划改造2100亩，到6月底完成1470亩，进度70%；年内全部完工")


def test_cells_of_one_row_are_not_read_together():
    assert not _broken("计划|完成|进度", "计划2100亩|完成1470亩|进度75%")


RUNNING = {
    "累计列一行换了数字": (
        [
            "第一年　　791人　　791人　　2836人",
            "第二年　　977人　　1768人　　1859人",
            "第三年　　946人　　2741人　　913人",
        ],
        ["1768人+946人≠2741人"],
    ),
    "累计列都对": (
        [
            "第一年　　791人　　791人　　2836人",
            "第二年　　977人　　1768人　　1859人",
            "第三年　　946人　　2714人　　913人",
        ],
        [],
    ),
    "剩余列一行不对": (
        [
            "第一年　　791人　　791人　　2836人",
            "第二年　　977人　　1768人　　1895人",
            "第三年　　946人　　2714人　　913人",
        ],
        ["2836人-977人≠1895人"],
    ),
    "累计从前几年算起": (
        [
            "第一年　　791人　　1791人　　2836人",
            "第二年　　977人　　2768人　　1859人",
            "第三年　　946人　　3741人　　913人",
        ],
        [],
    ),
    "两行不对就不是累计": (
        [
            "第一年　　791人　　791人　　2836人",
            "第二年　　977人　　1800人　　1859人",
            "第三年　　946人　　2900人　　913人",
        ],
        [],
    ),
}


@pytest.mark.parametrize("case", RUNNING)
def test_running_totals_are_followed_line_by_line(case):
    lines, broken = RUNNING[case]
    header = "年度　　当年脱贫　　累计脱贫　　年末剩余"
    text = TextDocument.from_text("\n".join([header, *lines, "四年共脱贫3627人。"]))
    assert _sums(text)[1] == broken
    rows = [line.replace("　　", "|") for line in (header, *lines)]
    assert _sums(_table(*rows))[1] == broken
