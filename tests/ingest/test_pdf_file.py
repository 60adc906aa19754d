"""PDF: paragraphs from printed lines, page furniture, and the files that cannot be read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.errors import InputError
from generator.ingest.drafts import read_document
from generator.model.text_document import TextDocument
from tests.ingest.pdf_builder import Stroke, Words, make_pdf

EM = 16
LEFT, RIGHT = 80, 80 + 27 * EM


def printed(paragraph: str, y: float, *, indent: int = 2) -> list[Words]:
    """A paragraph as a press sets it: 27 characters a line, the first line indented."""
    lines = [Words(text=paragraph[: 27 - indent], x=LEFT + indent * EM, y=y)]
    rest = paragraph[27 - indent :]
    for number, start in enumerate(range(0, len(rest), 27), start=1):
        lines.append(Words(text=rest[start : start + 27], x=LEFT, y=y - number * 28))
    return lines


def read(folder: Path, pages: Sequence[Sequence[Words | Stroke]], **more: object) -> TextDocument:
    path = folder / "稿.pdf"
    path.write_bytes(make_pdf(pages, **more))  # type: ignore[arg-type]
    return read_document(path)


FIRST = "全县今年计划脱贫6645人，其中通过产业脱贫4783人，通过就业脱贫162人，通过兜底脱贫1700人。"
SECOND = "完成危房改造372户873人，新建光伏电站112个，总规模3540千瓦，由县农发局牵头，各乡镇配合实施。"


def test_lines_become_paragraphs(tmp_path: Path) -> None:
    document = read(tmp_path, [[*printed(FIRST, 700), *printed(SECOND, 600)]])
    assert document.text.split("\n") == [FIRST, SECOND]
    assert [block.number for block in document.blocks] == [1, 2]
    assert document.file_format == "pdf"


def test_a_paragraph_runs_on_over_the_page(tmp_path: Path) -> None:
    lines = printed(FIRST, 120)
    moved = [Words(text=line.text, x=line.x, y=750 - 28 * n) for n, line in enumerate(lines[1:])]
    document = read(tmp_path, [[*printed(SECOND, 400), lines[0]], moved])
    assert document.text.split("\n") == [SECOND, FIRST]
    assert [block.locator for block in document.blocks] == ["page#1", "page#1"]


def test_short_lines_stay_apart(tmp_path: Path) -> None:
    page = [
        Words(text="工作要点", x=240, y=760, size=22),
        Words(text="一、目标任务", x=112, y=700),
        Words(text="二、主要措施", x=112, y=672),
        *printed(FIRST, 640),
    ]
    assert read(tmp_path, [page]).text.split("\n") == ["工作要点", "一、目标任务", "二、主要措施", FIRST]


def test_a_numbered_line_after_a_full_stop_is_a_paragraph_of_its_own(tmp_path: Path) -> None:
    full = "这一行从左到右正好排满了二十七个字不多也不少恰如其分。"
    assert len(full) == 27
    page = [
        Words(text=full, x=LEFT, y=700),
        Words(text="（二）加强督促检查，按月通报各乡镇的工作进度和存在的问题", x=LEFT, y=672),
    ]
    assert len(read(tmp_path, [page]).blocks) == 2


@pytest.mark.parametrize("number", ["— {} —", "-{}-", "第{}页 共3页", "{}/3", "{}"])
def test_page_numbers_are_dropped(number: str, tmp_path: Path) -> None:
    pages = [
        [*printed(FIRST, 700), Words(text=number.format(page), x=280, y=50, size=14)] for page in (1, 2, 3)
    ]
    assert read(tmp_path, pages).text.split("\n") == [FIRST] * 3


def test_running_heads_are_dropped(tmp_path: Path) -> None:
    pages = [[Words(text="脱贫攻坚工作要点", x=LEFT, y=810, size=9), *printed(FIRST, 700)] for _ in range(3)]
    assert read(tmp_path, pages).text.split("\n") == [FIRST] * 3


def test_a_lone_number_in_the_margin_is_kept(tmp_path: Path) -> None:
    assert "812" in read(tmp_path, [[*printed(FIRST, 700), Words(text="812", x=200, y=50)]]).text


def test_what_repeats_in_the_body_is_kept(tmp_path: Path) -> None:
    assert read(tmp_path, [printed(FIRST, 500)] * 3).text.count(FIRST) == 3


def ruled(columns: Sequence[float], rows: Sequence[float]) -> list[Stroke]:
    """All lines of a table."""
    level = [Stroke(start=(columns[0], y), end=(columns[-1], y)) for y in rows]
    return level + [Stroke(start=(x, rows[0]), end=(x, rows[-1])) for x in columns]


def cells_of(document: TextDocument) -> list[tuple[str, int, int, int]]:
    return [
        (block.span.of(document.text), block.cell.row, block.cell.column, block.cell.column_span)
        for block in document.blocks
        if block.cell is not None
    ]


def test_a_ruled_table_becomes_cells(tmp_path: Path) -> None:
    page = [
        *printed(FIRST, 740),
        *ruled([80, 180, 400], [640, 610, 550]),
        Words(text="目标任务", x=90, y=620),
        Words(text="责任单位", x=190, y=620),
        Words(text="危房改造", x=90, y=590),
        Words(text="县城建局、县扶贫办、县民政", x=185, y=590),
        Words(text="局、各乡镇", x=185, y=565),
        Words(text="以上任务年底前完成。", x=112, y=500),
    ]
    document = read(tmp_path, [page])
    assert cells_of(document) == [
        ("目标任务", 0, 0, 1),
        ("责任单位", 0, 1, 1),
        ("危房改造", 1, 0, 1),
        ("县城建局、县扶贫办、县民政局、各乡镇", 1, 1, 1),
    ]
    assert document.blocks[0].span.of(document.text) == FIRST
    assert document.blocks[-1].span.of(document.text) == "以上任务年底前完成。"
    assert document.blocks[-1].cell is None


def test_a_merged_cell_spans_its_columns(tmp_path: Path) -> None:
    lines = [
        *(Stroke(start=(80, y), end=(400, y)) for y in (640, 610, 580)),
        *(Stroke(start=(x, 640), end=(x, 580)) for x in (80, 400)),
        Stroke(start=(240, 610), end=(240, 580)),
    ]
    words = [
        Words(text="脱贫任务", x=200, y=620),
        Words(text="812", x=100, y=590),
        Words(text="640", x=260, y=590),
    ]
    assert cells_of(read(tmp_path, [[*lines, *words]])) == [
        ("脱贫任务", 0, 0, 2),
        ("812", 1, 0, 1),
        ("640", 1, 1, 1),
    ]


def test_two_tables_of_two_pages_are_two_tables(tmp_path: Path) -> None:
    page = [*ruled([80, 180, 400], [640, 610, 580]), Words(text="甲", x=90, y=620)]
    document = read(tmp_path, [page, page])
    assert [block.cell.table for block in document.blocks if block.cell] == [0, 1]


def test_the_lines_of_a_red_head_are_no_table(tmp_path: Path) -> None:
    rules = [Stroke(start=(80, 600), end=(500, 600)), Stroke(start=(80, 60), end=(500, 60))]
    assert read(tmp_path, [[*rules, *printed(FIRST, 500)]]).text == FIRST


def refused(folder: Path, content: bytes, name: str = "稿.pdf") -> str:
    path = folder / name
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read_document(path)
    (problem,) = caught.value.problems
    assert problem.remedy
    return problem.what


def test_a_scan_is_called_a_scan(tmp_path: Path) -> None:
    assert "扫描件" in refused(tmp_path, make_pdf([[], []], picture_on=[1, 2]))


def test_a_scanned_page_among_others_is_named(tmp_path: Path) -> None:
    assert "第2页" in refused(tmp_path, make_pdf([printed(FIRST, 700), []], picture_on=[2]))


def test_a_picture_behind_text_is_no_scan(tmp_path: Path) -> None:
    assert read(tmp_path, [printed(FIRST, 700)], picture_on=[1]).text == FIRST


def test_a_pdf_without_anything_is_refused(tmp_path: Path) -> None:
    assert "没有文字" in refused(tmp_path, make_pdf([[]]))


def test_a_locked_pdf_is_refused(tmp_path: Path) -> None:
    assert "密码" in refused(tmp_path, make_pdf([printed(FIRST, 700)], locked=True))


@pytest.mark.parametrize("content", [b"%PDF-1.4\n", b"%PDF-1.7\n" + bytes(range(256)) * 20])
def test_a_damaged_pdf_is_refused(content: bytes, tmp_path: Path) -> None:
    assert "损坏" in refused(tmp_path, content)


def test_a_pdf_whose_characters_have_no_meaning_is_refused(tmp_path: Path) -> None:
    assert "乱码" in refused(tmp_path, make_pdf([[Words(text="\ue001\ue002\ue003\ue004" * 5)]]))
