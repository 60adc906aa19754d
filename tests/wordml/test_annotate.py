"""Comments stand on exactly the characters meant, and nothing else of the file changes."""

from __future__ import annotations

import random
import re
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from generator.ingest.conversions import find_office, office_to_docx
from generator.model.place import Span
from generator.model.text_document import BlockKind, TextDocument
from generator.wordml.annotate import Remark, Signature, write_annotated
from generator.wordml.reader import read_docx

W = nsdecls("w")
SIGNATURE = Signature(author="拟稿核校", initials="核校", when=datetime(2026, 11, 25))
QUOTE = "4783人"
COMMENTABLE = (BlockKind.PARAGRAPH, BlockKind.CELL)  # Word ignores comments elsewhere (MS-OI29500, 2.1.315)


def _plain(file: docx.document.Document) -> None:
    file.add_paragraph("全县脱贫4783人，销号16个村。")


def _split_runs(file: docx.document.Document) -> None:
    paragraph = file.add_paragraph("全县脱贫4")
    paragraph.add_run("7").bold = True
    paragraph.add_run("83").italic = True
    paragraph.add_run("人，销号16个村。")


def _table(file: docx.document.Document) -> None:
    file.add_paragraph("表前。")
    table = file.add_table(rows=2, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "合并的表头"
    table.cell(1, 1).text = "4783人"


def _tracked(file: docx.document.Document) -> None:
    paragraph = file.add_paragraph("脱贫")._p
    for xml in (
        f'<w:del {W} w:id="901" w:author="甲"><w:r><w:delText>6645</w:delText></w:r></w:del>',
        f'<w:ins {W} w:id="902" w:author="甲"><w:r><w:t>其中4783</w:t></w:r></w:ins>',
        f"<w:r {W}><w:t>人。</w:t></w:r>",
    ):
        paragraph.append(parse_xml(xml))


def _text_box(file: docx.document.Document) -> None:
    box = (
        f'<w:r {W} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox><w:txbxContent>'
        "<w:p><w:r><w:t>框里写4783人。</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    file.add_paragraph("框外。")._p.append(parse_xml(box))


def _link_and_field(file: docx.document.Document) -> None:
    paragraph = file.add_paragraph("见")._p
    paragraph.append(parse_xml(f'<w:hyperlink {W} w:anchor="a"><w:r><w:t>脱贫47</w:t></w:r></w:hyperlink>'))
    paragraph.append(
        parse_xml(f'<w:fldSimple {W} w:instr=" REF x "><w:r><w:t>83人数</w:t></w:r></w:fldSimple>')
    )


def _broken_line(file: docx.document.Document) -> None:
    run = file.add_paragraph().add_run("第一行")
    run.add_break()
    run.add_text("脱贫4783人")
    run.add_tab()
    run.add_text("完")


def _numbered(file: docx.document.Document) -> None:
    file.add_paragraph("脱贫4783人", style="List Number")


FORMS = [_plain, _split_runs, _table, _tracked, _link_and_field, _broken_line, _numbered]


def _commented(path: Path) -> dict[str, str]:
    """What stands between the marks of each comment, by its id."""
    with zipfile.ZipFile(path) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    open_ids: set[str] = set()
    texts: dict[str, str] = {}
    for element in body.iter():
        if element.tag == qn("w:commentRangeStart"):
            open_ids.add(element.get(qn("w:id"), ""))
        elif element.tag == qn("w:commentRangeEnd"):
            open_ids.discard(element.get(qn("w:id"), ""))
        elif element.tag == qn("w:t"):
            for number in open_ids:
                texts[number] = texts.get(number, "") + (element.text or "")
    return texts


def _annotated(
    tmp_path: Path, form: Callable[[docx.document.Document], None], quote: str
) -> tuple[Path, Path]:
    source, out = tmp_path / "稿.docx", tmp_path / "批注.docx"
    file = docx.Document()
    form(file)
    file.save(str(source))
    document = read_docx(source)
    start = document.text.index(quote)
    remark = Remark(span=Span(start, start + len(quote)), lines=("本文4783人", "来源6645人"))
    write_annotated(source, document, [remark], out, SIGNATURE)
    return source, out


@pytest.mark.parametrize("form", FORMS)
def test_the_comment_stands_on_the_quote_and_the_text_stays(
    form: Callable[[docx.document.Document], None], tmp_path: Path
) -> None:
    source, out = _annotated(tmp_path, form, QUOTE)
    assert list(_commented(out).values()) == [QUOTE]
    assert read_docx(out).text == read_docx(source).text
    (comment,) = docx.Document(str(out)).comments
    assert (comment.author, comment.text) == ("拟稿核校", "本文4783人\n来源6645人")


@pytest.mark.parametrize("form", FORMS)
def test_every_other_part_is_carried_over_byte_for_byte(
    form: Callable[[docx.document.Document], None], tmp_path: Path
) -> None:
    source, out = _annotated(tmp_path, form, QUOTE)
    changed = {
        "word/document.xml",
        "word/comments.xml",
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
    }
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(out) as after:
        assert set(before.namelist()) <= set(after.namelist())
        for name in set(before.namelist()) - changed:
            assert before.read(name) == after.read(name), name


def test_comments_already_there_stay(tmp_path: Path) -> None:
    source, once, twice = (tmp_path / name for name in ("稿.docx", "一.docx", "二.docx"))
    file = docx.Document()
    paragraph = file.add_paragraph("脱贫4783人。")
    file.add_comment(paragraph.runs, text="领导批示", author="王某", initials="王")
    file.save(str(source))
    for before, after in ((source, once), (once, twice)):
        document = read_docx(before)
        at = document.text.index(QUOTE)
        write_annotated(before, document, [Remark(span=Span(at, at + 5), lines=("核对",))], after, SIGNATURE)
    comments = list(docx.Document(str(twice)).comments)
    assert [comment.text for comment in comments] == ["领导批示", "核对", "核对"]
    assert len({comment.comment_id for comment in comments}) == 3


def test_overlapping_remarks_each_cover_their_own_characters(tmp_path: Path) -> None:
    source, out = tmp_path / "稿.docx", tmp_path / "批注.docx"
    file = docx.Document()
    file.add_paragraph("全县产业脱贫4783人，就业脱贫162人。")
    file.save(str(source))
    document = read_docx(source)
    quotes = [
        "产业脱贫4783人",
        "4783人，就业脱贫162人",
        "4783",
        "162人",
        "全县产业脱贫4783人，就业脱贫162人。",
    ]
    remarks = [
        Remark(span=Span(at, at + len(quote)), lines=(quote,))
        for quote in quotes
        for at in [document.text.index(quote)]
    ]
    write_annotated(source, document, remarks, out, SIGNATURE)
    lines = {str(comment.comment_id): comment.text for comment in docx.Document(str(out)).comments}
    assert _commented(out) == lines


def test_a_place_outside_the_body_is_told_at_the_beginning(tmp_path: Path) -> None:
    source, out = tmp_path / "稿.docx", tmp_path / "批注.docx"
    file = docx.Document()
    file.add_paragraph("正文第一段。")
    file.sections[0].header.paragraphs[0].text = "页眉写4783人"
    file.save(str(source))
    document = read_docx(source)
    at = document.text.index(QUOTE)
    write_annotated(source, document, [Remark(span=Span(at, at + 5), lines=("页眉",))], out, SIGNATURE)
    assert list(_commented(out).values()) == ["正文第一段。"]


def test_a_place_in_a_text_box_is_told_on_the_paragraph_that_holds_the_box(tmp_path: Path) -> None:
    _, out = _annotated(tmp_path, lambda file: (file.add_paragraph("前。"), _text_box(file)), QUOTE)
    with zipfile.ZipFile(out) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    (start,) = body.iter(qn("w:commentRangeStart"))
    assert start.getparent().find(qn("w:r")).find(qn("w:t")).text == "框外。"


def _fixed(tmp_path: Path, text: str, wrong: str, right: str) -> TextDocument:
    source, out = tmp_path / "稿.docx", tmp_path / "改.docx"
    file = docx.Document()
    file.add_paragraph(text)
    file.save(str(source))
    document = read_docx(source)
    at = document.text.index(wrong)
    remark = Remark(span=Span(at, at + len(wrong)), lines=("括号",), replacement=right)
    write_annotated(source, document, [remark], out, SIGNATURE)
    body = docx.Document(str(out)).element.body
    assert "".join(element.text for element in body.iter(qn("w:delText"))) == wrong
    return read_docx(out)


def test_a_safe_correction_is_a_tracked_change(tmp_path: Path) -> None:
    read = _fixed(tmp_path, "按照国发[2016]64号执行", "国发[2016]64号", "国发〔2016〕64号")
    assert read.text.strip() == "按照国发〔2016〕64号执行"


def _mixed(file: docx.document.Document, rng: random.Random) -> None:
    """Every form, in some order, with long paragraphs whose runs end anywhere."""
    forms = [*FORMS, *FORMS, _text_box, _text_box]
    rng.shuffle(forms)
    for number, form in enumerate(forms):
        form(file)
        paragraph = file.add_paragraph()
        words = f"第{number}项投入整合资金{rng.randint(100, 9999)}万元，带动{rng.randint(10, 999)}户、{rng.randint(10, 9999)}人。"
        while words:
            cut = rng.randint(1, 6)
            paragraph.add_run(words[:cut]).bold = rng.random() < 0.3
            words = words[cut:]


@pytest.mark.parametrize("seed", range(10))
def test_twenty_remarks_in_a_mixed_document_each_cover_their_quote(seed: int, tmp_path: Path) -> None:
    rng = random.Random(seed)
    source, out = tmp_path / "稿.docx", tmp_path / "批注.docx"
    file = docx.Document()
    _mixed(file, rng)
    file.save(str(source))
    document = read_docx(source)
    quotes: list[Remark] = []
    for block in rng.choices([block for block in document.blocks if block.kind in COMMENTABLE], k=20):
        start = rng.randrange(block.span.start + block.generated, block.span.end)
        span = Span(start, rng.randint(start + 1, block.span.end))
        quotes.append(Remark(span=span, lines=(span.of(document.text),)))
    write_annotated(source, document, quotes, out, SIGNATURE)
    told = {str(comment.comment_id): comment.text for comment in docx.Document(str(out)).comments}
    covered = _commented(out)
    assert len(told) == 20
    for number, quote in told.items():
        assert covered.get(number, "") == quote.replace("\t", "")
    assert read_docx(out).text == document.text


def test_libreoffice_opens_the_copy_with_all_its_comments(tmp_path: Path) -> None:
    office = find_office()
    if office is None:
        pytest.skip("没有 LibreOffice")
    source, out = tmp_path / "稿.docx", tmp_path / "out" / "in.doc"
    file = docx.Document()
    _mixed(file, random.Random(7))
    file.save(str(source))
    document = read_docx(source)
    starts = [
        match.start()
        for match in re.finditer(QUOTE, document.text)
        if (block := document.block_at(match.start())) and block.kind in COMMENTABLE
    ]
    remarks = [Remark(span=Span(at, at + len(QUOTE)), lines=(f"第{at}字",)) for at in starts]
    write_annotated(source, document, remarks, out, SIGNATURE)
    folder = tmp_path / "lo"
    folder.mkdir()
    converted = office_to_docx(office, out, folder)
    assert converted is not None
    comments = list(docx.Document(str(converted)).comments)
    assert len(comments) == len(starts) == 14
    assert {comment.text for comment in comments} == {f"第{at}字" for at in starts}
