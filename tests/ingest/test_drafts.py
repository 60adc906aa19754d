"""Drafts of every format by their extension, and the sentence for each that cannot be read."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest

from generator.errors import InputError, Problem
from generator.ingest.drafts import read_document
from tests.ingest.pdf_builder import Words, make_pdf

TEXT = "全县共有12个贫困村，\n　　其中甲镇5个、乙镇7个。\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def a_docx() -> bytes:
    out = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("全县共有12个村。")
    document.save(out)
    return out.getvalue()


def an_xlsx() -> bytes:
    out = io.BytesIO()
    book = openpyxl.Workbook()
    book.active["A1"] = "清原镇"
    book.save(out)
    return out.getvalue()


def a_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "x")
    return out.getvalue()


def write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def refusal(path: Path) -> Problem:
    with pytest.raises(InputError) as caught:
        read_document(path)
    (problem,) = caught.value.problems
    assert problem.file == str(path)
    assert problem.remedy
    return problem


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("suffix", ["txt", "md", "TXT"])
def test_a_text_is_its_decoded_content(encoding: str, newline: str, suffix: str, tmp_path: Path) -> None:
    path = write(tmp_path, f"稿.{suffix}", TEXT.replace("\n", newline).encode(encoding))
    document = read_document(path)
    assert document.text == TEXT
    assert (document.source, document.file_format) == (str(path), suffix.lower())
    assert [block.span.of(document.text) for block in document.blocks] == TEXT.rstrip("\n").split("\n")


@pytest.mark.parametrize(
    "text", ["数\t字 ２０１７\u3000年\x0c\n", "①②③\u200b\ufeff甲\n", "𠮷家坪村12户\n", "联通\n"]
)
def test_nothing_in_a_text_is_changed(text: str, tmp_path: Path) -> None:
    assert read_document(write(tmp_path, "稿.txt", text.encode())).text == text


def test_a_gbk_text_of_one_short_line_is_read(tmp_path: Path) -> None:
    assert (
        read_document(write(tmp_path, "稿.txt", "联通公司帮扶12户".encode("gbk"))).text == "联通公司帮扶12户"
    )


def test_a_docx_is_read(tmp_path: Path) -> None:
    assert "12个村" in read_document(write(tmp_path, "稿.docx", a_docx())).text


def test_a_web_page_kept_as_text_is_read_as_text(tmp_path: Path) -> None:
    assert read_document(write(tmp_path, "稿.txt", b"<html><p>a</p></html>")).text == "<html><p>a</p></html>"


BAD = {
    "空的docx": ("稿.docx", b"", "空的"),
    "空的txt": ("稿.txt", b"", "空的"),
    "空的pdf": ("稿.pdf", b"", "空的"),
    "空的doc": ("稿.doc", b"", "空的"),
    "只有空行的txt": ("稿.txt", b" \n\n", "没有文字"),
    "只有BOM的txt": ("稿.txt", b"\xef\xbb\xbf", "没有文字"),
    "文字改名为docx": ("稿.docx", "这不是文档".encode(), "扩展名"),
    "pdf改名为docx": ("稿.docx", make_pdf([[Words(text="字")]]), "PDF"),
    "网页改名为docx": ("稿.docx", b"<html><body>x</body></html>", "网页"),
    "表格改名为docx": ("稿.docx", an_xlsx(), "Excel"),
    "rtf改名为docx": ("稿.docx", b"{\\rtf1 x}", "RTF"),
    "加密或旧版的docx": ("稿.docx", OLE + bytes(600), "密码"),
    "坏的docx": ("稿.docx", b"PK\x03\x04" + bytes(200), "损坏"),
    "别的zip改名为docx": ("稿.docx", a_zip(), "不是 Word"),
    "docx改名为txt": ("稿.txt", a_docx(), "Word"),
    "zip改名为txt": ("稿.txt", a_zip(), "压缩文件"),
    "旧版doc改名为txt": ("稿.txt", OLE + bytes(600), "旧版"),
    "pdf改名为txt": ("稿.txt", make_pdf([[Words(text="字")]]), "PDF"),
    "图片改名为txt": ("稿.txt", b"\x89PNG\r\n\x1a\n" + bytes(40), "图片"),
    "程序改名为txt": ("稿.txt", bytes(range(256)) * 4, "不是文本"),
    "docx改名为doc": ("稿.doc", a_docx(), "Word 文档（.docx）"),
    "网页改名为doc": ("稿.doc", b"<!DOCTYPE html><html></html>", "网页"),
    "文字改名为doc": ("稿.doc", "这不是文档".encode(), "扩展名"),
    "docx改名为pdf": ("稿.pdf", a_docx(), "Word"),
    "文字改名为pdf": ("稿.pdf", "这不是文档".encode(), "扩展名"),
    "docx改名为xlsx": ("稿.xlsx", a_docx(), "Word"),
    "别的zip改名为xlsx": ("稿.xlsx", a_zip(), "损坏"),
    "加密的xlsx": ("稿.xlsx", OLE + bytes(600), "密码"),
    "坏的xlsx": ("稿.xlsx", b"PK\x03\x04" + bytes(200), "损坏"),
    "docx改名为html": ("稿.html", a_docx(), "Word"),
    "没有文字的网页": ("稿.html", b"<html><script>x()</script></html>", "没有文字"),
    "WPS格式": ("稿.wps", OLE, "“.wps”"),
    "图片": ("稿.jpg", b"\xff\xd8\xff", "“.jpg”"),
    "没有扩展名": ("稿", b"x", "没有扩展名"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_read_is_explained(name: str, tmp_path: Path) -> None:
    file, content, word = BAD[name]
    problem = refusal(write(tmp_path, file, content))
    assert word in problem.what


def test_the_right_extension_is_named(tmp_path: Path) -> None:
    assert "“.docx”" in refusal(write(tmp_path, "稿.txt", a_docx())).remedy


def test_two_encodings_in_one_text_are_named_with_the_line(tmp_path: Path) -> None:
    content = "全县共有12个村。\n甲镇5个。\n".encode() + "乙镇7个。\n".encode("gb18030")
    problem = refusal(write(tmp_path, "稿.txt", content))
    assert "两种编码" in problem.what
    assert problem.line == 3


def test_a_missing_file_is_answered_with_near_names(tmp_path: Path) -> None:
    write(tmp_path, "工作要点（送审稿）.docx", a_docx())
    problem = refusal(tmp_path / "工作要点(送审稿).docx")
    assert "找不到" in problem.what
    assert "工作要点（送审稿）.docx" in problem.remedy


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert "没有的" in refusal(tmp_path / "没有的" / "稿.docx").remedy


def test_a_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "稿.docx"
    folder.mkdir()
    assert "文件夹" in refusal(folder).what


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root and Windows may read every file")
def test_a_file_without_rights_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "稿.txt", b"x")
    path.chmod(0)
    assert "权限" in refusal(path).what


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    os.mkfifo(path)
    assert "普通文件" in refusal(path).what


def test_an_xlsx_that_swells_is_refused(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(30_000_000))
    assert "庞大" in refusal(write(tmp_path, "稿.xlsx", out.getvalue())).what
