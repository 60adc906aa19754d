"""Files that are no .docx, or a trap: refused with one Chinese sentence and what to do."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from generator.errors import InputError
from generator.wordml.reader import read_docx

Builder = Callable[..., Path]
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_docx(path)
    (problem,) = caught.value.problems
    assert problem.file == str(path)
    assert problem.remedy
    return str(problem)


def zipped(path: Path, **parts: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return path


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "空的"),
        ("只是一段文字".encode(), "不是 Word 文档"),
        (b"%PDF-1.4", "不是 Word 文档"),
        (b"PK\x03\x04" + bytes(200), "损坏"),
        (b"PK", "损坏"),
        (OLE, "密码"),
    ],
)
def test_what_is_no_docx(content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(content)
    assert said in refusal(path)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert "找不到" in refusal(tmp_path / "没有.docx")
    assert "文件夹" in refusal(tmp_path)


def test_a_zip_without_a_body(tmp_path: Path) -> None:
    assert "没有正文" in refusal(zipped(tmp_path / "稿.docx", styles=b"<a/>"))


def test_broken_xml(tmp_path: Path) -> None:
    assert "损坏" in refusal(zipped(tmp_path / "稿.docx", document=b"<w:document><w:body>"))


def test_a_part_cut_short(make_docx: Builder) -> None:
    path = make_docx("<w:p><w:r><w:t>" + "字" * 4000 + "</w:t></w:r></w:p>")
    content = bytearray(path.read_bytes())
    content[60:90] = bytes(30)
    path.write_bytes(bytes(content))
    assert "损坏" in refusal(path)


def test_a_file_with_any_byte_changed_is_read_or_refused(make_docx: Builder) -> None:
    path = make_docx("<w:p><w:r><w:t>完成6645人脱贫</w:t></w:r></w:p>")
    whole = path.read_bytes()
    for place in range(0, len(whole), 3):
        for value in (0x00, 0x9F, 0xFF):
            path.write_bytes(whole[:place] + bytes([value]) + whole[place + 1 :])
            with suppress(InputError):
                read_docx(path)


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = zipped(tmp_path / "稿.docx", document=b"<a/>", media=bytes(50 * 2**20))
    assert "庞大" in refusal(path)


def test_too_many_entries(tmp_path: Path) -> None:
    path = zipped(tmp_path / "稿.docx", document=b"<a/>", **{f"x{number}": b"" for number in range(10_001)})
    assert "庞大" in refusal(path)


ENTITIES = {
    "a file of this machine": '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    "a billion laughs": '<!DOCTYPE d [<!ENTITY a "哈哈"><!ENTITY e "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    "a foreign grammar": '<!DOCTYPE d SYSTEM "http://localhost:9/x.dtd">',
}


@pytest.mark.parametrize("kind", ENTITIES)
def test_entities_are_never_expanded(kind: str, tmp_path: Path) -> None:
    reference = "&e;" if "ENTITY" in ENTITIES[kind] else ""
    body = f"<w:p><w:r><w:t>{reference}</w:t></w:r></w:p>"
    xml = (
        f'{ENTITIES[kind]}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body>{body}</w:body></w:document>"
    )
    message = refusal(zipped(tmp_path / "稿.docx", document=xml.encode()))
    assert "不打开" in message
    assert "root:" not in message


def test_tables_nested_without_end(tmp_path: Path) -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 3000 + "</w:tc></w:tr></w:tbl>" * 3000
    xml = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body>{deep}</w:body></w:document>"
    )
    refusal(zipped(tmp_path / "稿.docx", document=xml.encode()))


def test_the_strict_form_of_the_format_is_read(tmp_path: Path) -> None:
    xml = (
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">'
        "<w:body><w:p><w:r><w:t>严格格式</w:t></w:r></w:p></w:body></w:document>"
    )
    assert read_docx(zipped(tmp_path / "稿.docx", document=xml.encode())).text == "严格格式"


def test_a_file_of_another_program_is_read(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_heading("一、目标任务", level=1)
    document.add_paragraph("完成6645人脱贫。")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "乡镇"
    document.save(str(tmp_path / "稿.docx"))
    read = read_docx(tmp_path / "稿.docx")
    assert [block.span.of(read.text) for block in read.blocks] == ["一、目标任务", "完成6645人脱贫。", "乡镇"]
    assert read.blocks[0].heading_level == 1
