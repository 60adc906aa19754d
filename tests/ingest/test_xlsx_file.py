"""Sheets: cells with their places, numbers as the sheet shows them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from generator.ingest.drafts import read_document
from generator.model.text_document import TextDocument


def read(folder: Path, *sheets: Sequence[Sequence[object]], shape: str = "General") -> TextDocument:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, start=1):
        sheet = book.create_sheet(f"表{number}")
        for row in rows:
            sheet.append(row)
        for row_cells in sheet.iter_rows():
            for cell in row_cells:
                if isinstance(cell.value, int | float):
                    cell.number_format = shape
    path = folder / "表.xlsx"
    book.save(path)
    return read_document(path)


def test_cells_know_sheet_row_and_column(tmp_path: Path) -> None:
    document = read(tmp_path, [["乡镇", "人数"], ["清原镇", 812]], [[None, "合计"]])
    found = [
        (block.span.of(document.text), block.cell.table, block.cell.row, block.cell.column, block.locator)
        for block in document.blocks
        if block.cell is not None
    ]
    assert found == [
        ("乡镇", 0, 0, 0, "表1!A1"),
        ("人数", 0, 0, 1, "表1!B1"),
        ("清原镇", 0, 1, 0, "表1!A2"),
        ("812", 0, 1, 1, "表1!B2"),
        ("合计", 1, 0, 1, "表2!B1"),
    ]


@pytest.mark.parametrize(
    ("value", "shape", "shown"),
    [
        (6645, "General", "6645"),
        (6645.0, "General", "6645"),
        (1.329, "General", "1.329"),
        (0.1 + 0.2, "General", "0.3"),
        (1e12, "General", "1000000000000"),
        (0.125, "0.0%", "12.5%"),
        (0.7, "0%", "70%"),
        (0.0279, "0.00%", "2.79%"),
        (8320.4, "0.00", "8320.40"),
        (8320.4, "#,##0.0", "8320.4"),
        (3.7, "0", "3.7"),
        (-5, "General", "-5"),
        (date(2017, 2, 14), "General", "2017年2月14日"),
        ("８１２人", "General", "８１２人"),
        ("第一行\n第二行", "General", "第一行\n第二行"),
        (True, "General", ""),
    ],
)
def test_a_value_reads_as_its_cell_shows_it(value: object, shape: str, shown: str, tmp_path: Path) -> None:
    assert read(tmp_path, [["数", value]], shape=shape).text == "\n".join(filter(None, ["数", shown]))
