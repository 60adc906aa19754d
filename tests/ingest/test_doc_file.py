""".doc: through LibreOffice, else antiword, else a sentence on what to install."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import time
from pathlib import Path

import docx
import pytest

from generator.errors import InputError
from generator.ingest import conversions
from generator.ingest.conversions import run_limited
from generator.ingest.drafts import read_document

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="stands in for programs with shell scripts")


def program(folder: Path, name: str, body: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def bin_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs that stands before the real ones, LibreOffice and antiword hidden."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("sh", "cp", "cat", "sleep"):
        found = shutil.which(name)
        if found:
            (folder / name).symlink_to(found)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(conversions, "_OFFICE_PLACES", ())
    return folder


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    path = tmp_path / "-旧稿.doc"
    path.write_bytes(OLE + bytes(4000))
    return path


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_document(path)
    return str(caught.value)


def test_without_a_converter_the_user_is_told_what_to_install(bin_folder: Path, old_file: Path) -> None:
    said = refusal(old_file)
    assert "LibreOffice" in said
    assert "antiword" in said
    assert "另存为 .docx" in said


@posix_only
def test_libreoffice_converts_in_a_profile_of_its_own(
    bin_folder: Path, old_file: Path, tmp_path: Path
) -> None:
    document = docx.Document()
    document.add_paragraph("全县共有12个村。")
    document.save(str(tmp_path / "made.docx"))
    script = (
        f'echo "$@" > {tmp_path}/called\nfor last; do :; done\ncp {tmp_path}/made.docx "${{last%.doc}}.docx"'
    )
    program(bin_folder, "soffice", script)
    read = read_document(old_file)
    assert read.text.startswith("全县共有12个村。")
    assert (read.source, read.file_format) == (str(old_file), "doc")
    called = (tmp_path / "called").read_text(encoding="utf-8")
    assert "-env:UserInstallation=file:" in called
    assert "--headless" in called


@posix_only
def test_antiword_serves_where_libreoffice_is_missing(bin_folder: Path, old_file: Path) -> None:
    program(bin_folder, "antiword", 'echo "$1 $2 $3 $4"; echo 全县共有12个村。')
    assert read_document(old_file).text == "-w 0 -m UTF-8.txt\n全县共有12个村。"


@posix_only
def test_antiword_serves_where_libreoffice_fails(bin_folder: Path, old_file: Path) -> None:
    program(bin_folder, "soffice", "exit 1")
    program(bin_folder, "antiword", "echo 全县共有12个村。")
    assert read_document(old_file).text == "全县共有12个村。"


@posix_only
@pytest.mark.parametrize("body", ["exit 1", "exit 0", "echo x > /dev/null"])
def test_a_file_that_no_program_can_read_is_refused(body: str, bin_folder: Path, old_file: Path) -> None:
    program(bin_folder, "soffice", body)
    program(bin_folder, "antiword", body)
    assert "损坏" in refusal(old_file)


@posix_only
def test_a_program_that_hangs_is_ended_with_its_children(tmp_path: Path) -> None:
    program(tmp_path, "hang", f"sleep 60 &\necho $! > {tmp_path}/child\nwait")
    before = time.monotonic()
    assert run_limited([str(tmp_path / "hang")], seconds=0.5) is None
    assert time.monotonic() - before < 10
    child = int((tmp_path / "child").read_text())
    for _ in range(50):
        if not _alive(child):
            break
        time.sleep(0.1)
    assert not _alive(child)


def _alive(process: int) -> bool:
    """Running, and not merely waiting for its parent to take note of its end."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    try:
        return " Z " not in Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice to write a .doc")
def test_a_real_doc_is_read_with_its_table(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("全县共有12个村。")
    table = document.add_table(rows=2, cols=2, style="Table Grid")
    for cell, text in zip(table._cells, ("清原镇", "812人", "红透山镇", "640人"), strict=True):
        cell.text = text
    document.add_paragraph("以上为分解情况。")
    document.save(str(tmp_path / "稿.docx"))
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"),
            *("--convert-to", "doc:MS Word 97", "--outdir", str(tmp_path), str(tmp_path / "稿.docx")),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    read = read_document(tmp_path / "稿.doc")
    assert [block.span.of(read.text) for block in read.blocks] == [
        *("全县共有12个村。", "清原镇", "812人", "红透山镇", "640人", "以上为分解情况。")
    ]
    assert [block.cell is not None for block in read.blocks] == [False, *[True] * 4, False]
