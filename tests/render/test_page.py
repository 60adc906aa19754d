"""The page as LibreOffice prints it, measured: GB/T 9704 to the millimetre."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from generator.model.policy import PolicyDocument
from generator.render.books import render_book
from generator.render.document import render_policy

Convert = Callable[..., Path]

MM = 25.4 / 72
PAPER_HEIGHT = 297.0
TOP, LEFT, RIGHT, BOTTOM = 37.0, 28.0, 184.0, 262.0  # the type area, from the paper's upper left corner


@dataclass(frozen=True, slots=True)
class Glyph:
    sign: str
    left: float
    top: float
    right: float
    bottom: float
    font: str


@pytest.fixture(scope="module")
def convert(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """``convert(docx)`` → its PDF, or what LibreOffice saves, with free fonts in the place of the official ones."""
    fonts = checkout / ".fonts" / "fonts.conf"
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    if not fonts.is_file():
        pytest.skip("no Chinese fonts: run scripts/fetch_fonts.sh and scripts/make_fonts_conf.py")
    folder = tmp_path_factory.mktemp("pdf")

    def to_form(path: Path, form: str = "pdf") -> Path:
        subprocess.run(
            [
                *("soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"),
                *("--convert-to", form, "--outdir", str(folder), str(path)),
            ],
            check=True,
            capture_output=True,
            timeout=120,
            env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
        )
        return folder / f"{path.stem}.{form}"

    return to_form


def glyphs(pdf: Path) -> list[list[Glyph]]:
    """The characters of every page with their ink in millimetres from the upper left corner."""
    document = pdfium.PdfDocument(str(pdf))
    try:
        return [_page_glyphs(page) for page in document]
    finally:
        document.close()


def _page_glyphs(page: pdfium.PdfPage) -> list[Glyph]:
    text = page.get_textpage()
    found = []
    for index in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(index)
        sign = text.get_text_range(index, 1)
        if sign.strip():
            found.append(
                Glyph(
                    sign,
                    left * MM,
                    PAPER_HEIGHT - top * MM,
                    right * MM,
                    PAPER_HEIGHT - bottom * MM,
                    _font(text, index),
                )
            )
    return found


def _font(text: pdfium.PdfTextPage, index: int) -> str:
    """The font's name without the tag of its subset."""
    buffer = ctypes.create_string_buffer(200)
    pdfium.raw.FPDFText_GetFontInfo(text.raw, index, buffer, len(buffer), ctypes.c_int())
    return buffer.value.decode().rpartition("+")[2]


def lines(page: list[Glyph]) -> list[list[Glyph]]:
    """Glyphs grouped by the line on which they stand, from the top."""
    grouped: list[list[Glyph]] = []
    for glyph in sorted(page, key=lambda each: (each.top + each.bottom) / 2):
        middle = (glyph.top + glyph.bottom) / 2
        if grouped and middle - (grouped[-1][0].top + grouped[-1][0].bottom) / 2 < 4.5:
            grouped[-1].append(glyph)
        else:
            grouped.append([glyph])
    return [sorted(line, key=lambda each: each.left) for line in grouped]


def line_with(page: list[Glyph], text: str) -> list[Glyph]:
    return next(line for line in lines(page) if text in "".join(glyph.sign for glyph in line))


@pytest.fixture(scope="module")
def pages(
    convert: Convert, long_policy: PolicyDocument, tmp_path_factory: pytest.TempPathFactory, checkout: Path
) -> list[list[Glyph]]:
    """The notice of a long policy."""
    out = tmp_path_factory.mktemp("docx") / "稿.docx"
    render_policy(long_policy, checkout / "templates" / "通知.docx", out)
    return glyphs(convert(out))


def test_the_mark_stands_35_mm_below_the_type_area_and_within_its_width(pages: list[list[Glyph]]) -> None:
    mark = line_with(pages[0], "办公室文件")
    assert min(glyph.top for glyph in mark) == pytest.approx(TOP + 35, abs=1)
    assert mark[0].left >= LEFT
    assert mark[-1].right <= RIGHT


def test_the_number_is_centred_two_lines_below_the_mark(pages: list[list[Glyph]]) -> None:
    number = line_with(pages[0], "青脱贫办发")
    mark = line_with(pages[0], "办公室文件")
    assert (number[0].left + number[-1].right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=1)
    gap = min(glyph.top for glyph in number) - max(glyph.bottom for glyph in mark)
    assert gap == pytest.approx(2.5 * 10.21, abs=3)  # two lines of 28.95 pt and the leading around them


def test_the_signature_and_the_date_stand_by_rule(pages: list[list[Glyph]]) -> None:
    signed = next(
        each
        for each in lines(pages[0])[4:]
        if "".join(g.sign for g in each) == "青川县脱贫攻坚领导小组办公室"
    )
    date = line_with(pages[0], "2017年3月6日")
    character = 156 / 28
    assert signed[-1].right == pytest.approx(RIGHT - 2 * character, abs=1)
    assert date[0].left - signed[0].left == pytest.approx(2 * character, abs=1)


def test_full_pages_have_22_lines_and_full_lines_28_characters(pages: list[list[Glyph]]) -> None:
    full = pages[2:4]  # prose through and through
    assert [len(lines(page)) - 1 for page in full] == [22, 22]  # without the page number
    widths = Counter(len(line) for page in full for line in lines(page)[:-1])
    assert widths[28] >= 38  # of 44: the last line of a paragraph is shorter, a hanging stop makes 29


def test_text_keeps_to_the_type_area(pages: list[list[Glyph]]) -> None:
    for page in pages:
        for line in lines(page)[:-1]:
            assert line[0].left >= LEFT - 0.5
            assert line[-1].right <= RIGHT + 156 / 28 + 0.5  # a stop may hang one character out
            assert min(glyph.top for glyph in line) >= TOP - 0.5
            assert max(glyph.bottom for glyph in line) <= BOTTOM + 0.5


def test_page_numbers_stand_outside_one_character_in(pages: list[list[Glyph]]) -> None:
    for number, page in enumerate(pages, start=1):
        line = lines(page)[-1]
        assert "".join(glyph.sign for glyph in line) == f"—{number}—"
        assert line[0].top == pytest.approx(BOTTOM + 7, abs=1.5)
        edge = RIGHT - line[-1].right if number % 2 else line[0].left - LEFT
        assert edge == pytest.approx(4.94, abs=1)  # one character of 四号


@pytest.mark.parametrize(
    ("page", "text", "font"),
    [
        (0, "办公室文件", "FandolSong-Bold"),
        (0, "青脱贫办发", "FandolFang"),
        (0, "关于印发", "FandolSong-Bold"),
        (0, "请结合实际", "FandolFang"),
        (-1, "抄送", "FandolFang"),
    ],
)
def test_every_element_has_its_own_type(pages: list[list[Glyph]], page: int, text: str, font: str) -> None:
    shown = "".join(glyph.sign for glyph in pages[page])
    assert pages[page][shown.index(text)].font.startswith(font)


@pytest.mark.parametrize(
    ("text", "font"), [("一、主要措施", "FandolHei"), ("（一）抓好产业项目", "FandolKai")]
)
def test_every_heading_level_has_its_own_type(pages: list[list[Glyph]], text: str, font: str) -> None:
    page = next(page for page in pages if text in "".join(glyph.sign for glyph in page))
    shown = "".join(glyph.sign for glyph in page)
    assert all(glyph.font.startswith(font) for glyph in page[shown.index(text) :][: len(text)])


def test_table_heads_are_repeated_on_the_next_page(pages: list[list[Glyph]]) -> None:
    headed = [any("序号目标任务" in "".join(g.sign for g in line) for line in lines(page)) for page in pages]
    assert sum(headed) >= 2


def test_the_imprint_stands_at_the_foot_of_the_last_page(pages: list[list[Glyph]]) -> None:
    copies, printed = lines(pages[-1])[-3:-1]
    assert "".join(glyph.sign for glyph in copies).startswith("抄送：")
    assert "2017年3月8日印发" in "".join(glyph.sign for glyph in printed)
    assert 255 < max(glyph.bottom for glyph in printed) <= BOTTOM


def test_both_parties_sign_on_the_page_of_the_last_words(
    convert: Convert, policy: PolicyDocument, book_template: Path, tmp_path: Path
) -> None:
    render_book(policy, "东河镇", book_template, tmp_path / "书.docx")
    words = ["".join(glyph.sign for glyph in page) for page in glyphs(convert(tmp_path / "书.docx"))]
    last = words[-1]
    assert "签字盖章之日起生效" in last
    assert last.count("责任人（签字）") == 2


def test_a_template_saved_by_another_word_processor_still_works(
    convert: Convert, policy: PolicyDocument, notice_template: Path, tmp_path: Path
) -> None:
    saved = convert(notice_template, "docx")
    render_policy(policy, saved, tmp_path / "稿.docx")
    first, *_ = glyphs(convert(tmp_path / "稿.docx"))
    mark = line_with(first, "办公室文件")
    assert min(glyph.top for glyph in mark) == pytest.approx(TOP + 35, abs=1)
