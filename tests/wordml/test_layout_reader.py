"""What a .docx says of its pages and its characters."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from generator.model.layout import DocumentLayout, ParagraphLook
from generator.wordml.layout_reader import read_layout
from generator.wordml.reader import read_docx

W = nsdecls("w")


@pytest.fixture
def file() -> docx.document.Document:
    return docx.Document()


def _read(file: docx.document.Document, tmp_path: Path) -> DocumentLayout:
    path = tmp_path / "稿.docx"
    file.save(str(path))
    return read_layout(path, read_docx(path))


def _look(file: docx.document.Document, tmp_path: Path) -> ParagraphLook:
    return _read(file, tmp_path).look(1)


def _run(file: docx.document.Document, properties: str, text: str) -> None:
    file.add_paragraph()._p.append(parse_xml(f"<w:r {W}><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"))


def test_paper_and_margins_of_each_section(file: docx.document.Document, tmp_path: Path) -> None:
    first = file.sections[0]
    first.page_width, first.page_height, first.top_margin = Mm(210), Mm(297), Mm(37)
    file.add_paragraph("正文")
    second = file.add_section(WD_SECTION.NEW_PAGE)
    second.orientation, second.page_width, second.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    file.add_paragraph("附表")
    upright, lying = _read(file, tmp_path).pages
    assert (upright.width, upright.height, upright.top) == (11906, 16838, 2098)
    assert (upright.landscape, lying.landscape) == (False, True)
    assert (upright.first_block, lying.first_block) == (1, 2)


def test_a_page_number_in_the_footer_counts_for_its_section(
    file: docx.document.Document, tmp_path: Path
) -> None:
    file.add_paragraph("正文")
    assert not _read(file, tmp_path).pages[0].page_number
    footer = file.sections[0].footer.paragraphs[0]._p
    footer.append(parse_xml(f'<w:fldSimple {W} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'))
    assert _read(file, tmp_path).pages[0].page_number


def test_font_and_size_come_through_the_style(file: docx.document.Document, tmp_path: Path) -> None:
    style = file.styles["Normal"]
    style.font.size = Pt(16)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:asciiTheme", "w:eastAsiaTheme", "w:hAnsiTheme"):
        fonts.attrib.pop(qn(name), None)
    fonts.set(qn("w:eastAsia"), "仿宋_GB2312")
    file.add_paragraph("正文")
    look = _look(file, tmp_path)
    assert (look.font, look.size) == ("仿宋_GB2312", 32)


def test_what_the_run_says_goes_before_the_style(file: docx.document.Document, tmp_path: Path) -> None:
    _run(file, '<w:rFonts w:eastAsia="黑体"/><w:b/><w:sz w:val="44"/>', "标题")
    look = _look(file, tmp_path)
    assert (look.font, look.size, look.bold) == ("黑体", 44, True)


def test_a_theme_font_beside_a_written_one_takes_effect(file: docx.document.Document, tmp_path: Path) -> None:
    _run(file, '<w:rFonts w:eastAsia="仿宋_GB2312" w:eastAsiaTheme="minorEastAsia"/>', "正文")
    look = _look(file, tmp_path)
    assert look.overridden == "仿宋_GB2312"
    assert look.font not in ("", "仿宋_GB2312")


def test_the_look_of_most_characters_is_the_paragraphs(file: docx.document.Document, tmp_path: Path) -> None:
    _run(file, '<w:rFonts w:eastAsia="楷体"/>', "（一）")
    file.paragraphs[0]._p.append(
        parse_xml(f'<w:r {W}><w:rPr><w:rFonts w:eastAsia="仿宋"/></w:rPr><w:t>发展产业增收致富</w:t></w:r>')
    )
    assert _look(file, tmp_path).font == "仿宋"


def test_alignment_and_an_exact_pitch(file: docx.document.Document, tmp_path: Path) -> None:
    paragraph = file.add_paragraph("标题")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = Pt(28)
    look = _look(file, tmp_path)
    assert (look.alignment, look.line) == ("center", 560)


@pytest.mark.parametrize(("hint", "count"), [("", 2), (' w:hint="eastAsia"', 0)])
def test_quotes_are_latin_unless_the_run_says_otherwise(
    hint: str, count: int, file: docx.document.Document, tmp_path: Path
) -> None:
    _run(file, f'<w:rFonts w:ascii="Times New Roman" w:eastAsia="仿宋"{hint}/>', "落实“三保障”")
    assert len(_look(file, tmp_path).latin_marks) == count


def test_a_mark_is_given_at_its_place_in_the_text(file: docx.document.Document, tmp_path: Path) -> None:
    file.add_paragraph("第一段")
    _run(file, '<w:rFonts w:ascii="Times New Roman" w:eastAsia="仿宋"/>', "落实“三保障”")
    path = tmp_path / "稿.docx"
    file.save(str(path))
    document = read_docx(path)
    marks = read_layout(path, document).look(2).latin_marks
    assert [document.text[mark] for mark in marks] == ["“", "”"]


@pytest.mark.parametrize(
    ("indent", "left", "right", "first"),
    [
        ('w:left="640" w:right="320"', 640, 320, 0),
        ('w:start="640" w:end="320"', 640, 320, 0),
        ('w:firstLine="640"', 0, 0, 640),
        ('w:left="640" w:hanging="320"', 640, 0, -320),
        # 200 hundredths of a character of 16 pt are 32 pt; they beat the length beside them.
        ('w:firstLineChars="200" w:firstLine="420"', 0, 0, 640),
        ('w:rightChars="400" w:right="100"', 0, 1280, 0),
        ('w:leftChars="0" w:left="300"', 300, 0, 0),
    ],
)
def test_indents_in_lengths_and_characters(
    file: docx.document.Document, tmp_path: Path, indent: str, left: int, right: int, first: int
) -> None:
    file.add_paragraph()._p.append(
        parse_xml(f'<w:r {W}><w:rPr><w:sz w:val="32"/></w:rPr><w:t>县扶贫办</w:t></w:r>')
    )
    file.paragraphs[0]._p.get_or_add_pPr().append(parse_xml(f"<w:ind {W} {indent}/>"))
    look = _look(file, tmp_path)
    assert (look.left, look.right, look.first) == (left, right, first)


def test_an_indent_comes_through_the_style_unless_the_paragraph_has_its_own(
    file: docx.document.Document, tmp_path: Path
) -> None:
    file.styles["Normal"].paragraph_format.first_line_indent = Pt(32)
    file.add_paragraph("各乡镇")
    file.add_paragraph("县扶贫办").paragraph_format.first_line_indent = Pt(0)
    layout = _read(file, tmp_path)
    assert (layout.look(1).first, layout.look(2).first) == (640, 0)


def test_a_block_lies_on_the_page_of_its_section(file: docx.document.Document, tmp_path: Path) -> None:
    file.add_paragraph("正文")
    file.add_section(WD_SECTION.NEW_PAGE).page_width = Mm(297)
    file.add_paragraph("附表")
    layout = _read(file, tmp_path)
    first, second = layout.page_of(1), layout.page_of(2)
    assert first
    assert second
    assert (first.width, second.width) == (layout.pages[0].width, Mm(297).twips)
