"""What read_docx makes of the things that Word puts into a document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from generator.model.text_document import BlockKind, TextDocument
from generator.wordml.reader import read_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Builder = Callable[..., Path]


def t(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content: str, properties: str = "") -> str:
    runs = "".join(each if each.startswith("<") else t(each) for each in content)
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}{runs}</w:p>"


def tc(*paragraphs: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def texts(document: TextDocument) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks]


CONTENT = {
    "runs are joined": (p("完成", "6645", "人"), ["完成6645人"]),
    "a tracked insertion is read": (p("到", f"<w:ins>{t('2020年')}</w:ins>", "止"), ["到2020年止"]),
    "a tracked deletion is not": (
        p("到", "<w:del><w:r><w:delText>2019年</w:delText></w:r></w:del>", "止"),
        ["到止"],
    ),
    "an insertion deleted again is not": (
        p("甲", f"<w:ins><w:del>{t('乙').replace('w:t', 'w:delText')}</w:del></w:ins>"),
        ["甲"],
    ),
    "moved text is read where it came to": (
        p(f"<w:moveFrom>{t('旧处')}</w:moveFrom>", "留") + p(f"<w:moveTo>{t('新处')}</w:moveTo>"),
        ["留", "新处"],
    ),
    "a deleted paragraph end joins two paragraphs": (
        p("上半句，", properties="<w:rPr><w:del/></w:rPr>") + p("下半句。"),
        ["上半句，下半句。"],
    ),
    "a soft line break ends a block": (p("第一行", "<w:r><w:br/></w:r>", "第二行"), ["第一行", "第二行"]),
    "a tab is a tab": (p("抄送", "<w:r><w:tab/></w:r>", "县委"), ["抄送\t县委"]),
    "a hyphen that does not break": (p("A", "<w:r><w:noBreakHyphen/></w:r>", "1"), ["A-1"]),
    "hidden text is not read": (p("看得见", t("看不见", "<w:rPr><w:vanish/></w:rPr>")), ["看得见"]),
    "text whose hiding is switched off is": (
        p(t("看得见", '<w:rPr><w:vanish w:val="0"/></w:rPr>')),
        ["看得见"],
    ),
    "a simple field gives its result": (
        p(f'<w:fldSimple w:instr="DATE">{t("2017年")}</w:fldSimple>'),
        ["2017年"],
    ),
    "a complex field gives its result and not its code": (
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            "<w:r><w:instrText>REF 目标</w:instrText></w:r>",
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            "6645人",
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "脱贫",
        ),
        ["6645人脱贫"],
    ),
    "a field inside a field's code is not read": (
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            "内",
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            "外",
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        ),
        ["外"],
    ),
    "a field that lost its end swallows nothing below": (
        p("甲", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "<w:r><w:instrText>REF</w:instrText></w:r>")
        + p("乙")
        + p("丙"),
        ["甲", "乙", "丙"],
    ),
    "a field whose begin is hidden is a field": (
        p(
            '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>',
            "<w:r><w:instrText>XE</w:instrText></w:r>",
            '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="end"/></w:r>',
            "正文",
        ),
        ["正文"],
    ),
    "a result of several paragraphs is read": (
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            "目录一",
        )
        + p("目录二", '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        ["目录一", "目录二"],
    ),
    "a hyperlink and a smart tag are read through": (
        p(f"<w:hyperlink>{t('链接')}</w:hyperlink>", f"<w:smartTag>{t('标记')}</w:smartTag>"),
        ["链接标记"],
    ),
    "content controls are read, inside and around paragraphs": (
        p(f"<w:sdt><w:sdtPr/><w:sdtContent>{t('内')}</w:sdtContent></w:sdt>")
        + f"<w:sdt><w:sdtContent>{p('外')}</w:sdtContent></w:sdt>",
        ["内", "外"],
    ),
    "a text box follows its paragraph, once": (
        p(
            "正文",
            "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>"
            f"{p('框内')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
            f"<w:txbxContent>{p('框内')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
        )
        + p("下段"),
        ["正文", "框内", "下段"],
    ),
    "an old text box is read too": (
        p(
            "<w:r><w:pict><v:textbox><w:txbxContent>"
            + p("旧框")
            + "</w:txbxContent></v:textbox></w:pict></w:r>"
        ),
        ["旧框"],
    ),
    "a formula's characters are read": (
        p("占比", "<m:oMath><m:r><m:t>4783÷6645</m:t></m:r></m:oMath>"),
        ["占比4783÷6645"],
    ),
    "ruby text is left out": (
        p(f"<w:r><w:ruby><w:rt>{t('pinyin')}</w:rt><w:rubyBase>{t('字')}</w:rubyBase></w:ruby></w:r>"),
        ["字"],
    ),
    "a symbol is a character or a box": (
        p(
            '<w:r><w:sym w:font="宋体" w:char="2103"/></w:r>',
            '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
        ),
        ["℃□"],
    ),
    "a deleted table row is not read": (
        "<w:tbl>" + tr(tc(p("留"))) + tr(tc(p("删")), properties="<w:trPr><w:del/></w:trPr>") + "</w:tbl>",
        ["留"],
    ),
    "an empty paragraph gives no block": (p("甲") + p() + p("乙"), ["甲", "乙"]),
    "strange content is passed over": ("<w:p><!-- 注 --><?pi x?>" + t("字") + "</w:p>", ["字"]),
}


@pytest.mark.parametrize("case", CONTENT)
def test_content(case: str, make_docx: Builder) -> None:
    body, expected = CONTENT[case]
    assert texts(read_docx(make_docx(body))) == expected


def test_tables_stand_in_the_order_of_the_body_with_rows_and_columns(make_docx: Builder) -> None:
    table = "<w:tbl>" + tr(tc(p("甲")), tc(p("乙"))) + tr(tc(p("丙"), p("丁")), tc(p())) + "</w:tbl>"
    document = read_docx(make_docx(p("前") + table + p("后") + table))
    assert texts(document) == ["前", "甲", "乙", "丙", "丁", "后", "甲", "乙", "丙", "丁"]
    places = [(b.cell.table, b.cell.row, b.cell.column) if b.cell else None for b in document.blocks]
    assert places[:6] == [None, (0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 0), None]
    assert places[6] == (1, 0, 0)
    assert {b.kind for b in document.blocks if b.cell} == {BlockKind.CELL}


def test_merged_cells_are_read_once_with_their_extent(make_docx: Builder) -> None:
    wide = tc(p("标题"), properties='<w:gridSpan w:val="3"/>')
    tall = tc(p("乡镇"), properties='<w:vMerge w:val="restart"/>')
    below = tc(p("不读"), properties="<w:vMerge/>")
    rows = tr(wide) + tr(tall, tc(p("户")), tc(p("人"))) + tr(below, tc(p("3户")), tc(p("9人")))
    document = read_docx(make_docx(f"<w:tbl>{rows}</w:tbl>"))
    assert texts(document) == ["标题", "乡镇", "户", "人", "3户", "9人"]
    title, township, *_, last = (block.cell for block in document.blocks)
    assert title is not None
    assert (title.column_span, title.row_span) == (3, 1)
    assert township is not None
    assert (township.row, township.column, township.row_span) == (1, 0, 2)
    assert last is not None
    assert (last.row, last.column) == (2, 2)


def test_a_table_inside_a_cell_has_its_own_number(make_docx: Builder) -> None:
    inner = "<w:tbl>" + tr(tc(p("内"))) + "</w:tbl>"
    document = read_docx(make_docx("<w:tbl>" + tr(tc(p("外"), inner, p("又外"))) + "</w:tbl>"))
    assert [
        (text, b.cell.table) for text, b in zip(texts(document), document.blocks, strict=True) if b.cell
    ] == [
        ("外", 0),
        ("内", 1),
        ("又外", 0),
    ]


def test_notes_headers_and_footers_follow_as_their_own_kinds(make_docx: Builder) -> None:
    path = make_docx(
        p("正文", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        footnotes=f'<w:footnote w:type="separator" w:id="0">{p("线")}</w:footnote><w:footnote w:id="2">{p("脚注")}</w:footnote>',
        header1=p("页眉"),
        footer1=p("— ", '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>', " —")
        + p("内部资料"),
    )
    document = read_docx(path)
    assert [(text, b.kind.value) for text, b in zip(texts(document), document.blocks, strict=True)] == [
        ("正文", "paragraph"),
        ("脚注", "footnote"),
        ("页眉", "header"),
        ("内部资料", "footer"),
    ]


def test_a_locator_leads_back_to_the_paragraph(make_docx: Builder) -> None:
    body = (
        p("甲")
        + p()
        + "<w:tbl>"
        + tr(tc(p("乙")))
        + "</w:tbl>"
        + p("前段", "<w:r><w:br/></w:r>", "后段")
        + p("丙", "<w:r><w:pict><w:txbxContent>" + p("框") + "</w:txbxContent></w:pict></w:r>")
    )
    document = read_docx(make_docx(body))
    root = etree.fromstring(f'<w:body xmlns:w="{W[1:-1]}">{body}</w:body>')
    paragraphs = list(root.iter(f"{W}p"))
    for block, text in zip(document.blocks, texts(document), strict=True):
        part, _, place = block.locator.partition("#")
        index, _, offset = place.partition("@")
        own = "".join(
            "\n" if each.tag == f"{W}br" else each.text or ""
            for each in paragraphs[int(index)].iter(f"{W}t", f"{W}br")
        )
        assert part == "word/document.xml"
        assert own[int(offset or 0) :].startswith(text)


def test_styles_and_heading_levels_are_told(make_docx: Builder) -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="二级标题"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="y"><w:name w:val="小标题"/><w:basedOn w:val="x"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="z"><w:name w:val="环"/><w:basedOn w:val="z"/></w:style>'
    )
    body = (
        p("正文")
        + "".join(p("标题", properties=f'<w:pStyle w:val="{name}"/>') for name in ("1", "x", "y", "z"))
        + p("直接设的", properties='<w:outlineLvl w:val="2"/>')
        + p("不算标题", properties='<w:pStyle w:val="x"/><w:outlineLvl w:val="9"/>')
    )
    document = read_docx(make_docx(body, styles=styles))
    assert [(block.style, block.heading_level) for block in document.blocks] == [
        ("Normal", None),
        ("heading 1", 1),
        ("二级标题", 2),
        ("小标题", 2),
        ("环", None),
        ("Normal", 3),
        ("二级标题", None),
    ]


def test_spans_cover_the_text_and_paragraphs_are_counted(make_docx: Builder) -> None:
    document = read_docx(make_docx(p("甲") + p() + p("乙", "<w:r><w:br/></w:r>", "丙")))
    assert document.text == "甲\n\n乙\n丙"
    assert [block.number for block in document.blocks] == [1, 2, 3]
    assert document.file_format == "docx"


def test_a_long_document_is_read_in_linear_time(make_docx: Builder) -> None:
    body = "".join(p(f"第{number}段完成{number}人。") for number in range(20_000))
    document = read_docx(make_docx(body))
    assert len(document.blocks) == 20_000
