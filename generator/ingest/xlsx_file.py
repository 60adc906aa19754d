""".xlsx to TextDocument: every filled cell a block with its place."""

from __future__ import annotations

import warnings
import zipfile
import zlib
from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl

from generator.ingest.block_writer import BlockWriter
from generator.ingest.files import refusal
from generator.ingest.zip_limits import require_honest_zip
from generator.model.text_document import Cell, TextDocument
from generator.patterns import compiled

LARGEST_XLSX = 50_000_000
MOST_CELLS = 500_000
_PERCENT = compiled(r"^0(?:\.(0+))?%$")
_DECIMALS = compiled(r"^#?,?#*0(?:\.(0+))?(?:_.*)?$")
# What openpyxl lets through when a part of the file is not what it should be.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    SyntaxError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    EOFError,
    RuntimeError,
    OSError,
)
_LOCKED = "请在 Excel 或 WPS 里去掉密码，另存为 .xlsx"


def read_xlsx(path: Path) -> TextDocument:
    """Reads every sheet as a table: numbers as the sheet shows them, formulas as their last result.

    ``Block.cell`` counts sheets as tables; ``Block.locator`` is ``工作表!B3``.
    """
    if path.stat().st_size > LARGEST_XLSX:
        raise refusal(path, "文件超过 50 MB", "请删去不用的工作表后再试")
    with path.open("rb") as stream:
        if stream.read(4) == b"\xd0\xcf\x11\xe0":
            raise refusal(path, "文件加了密码，或是旧版 .xls 改了扩展名", _LOCKED)
    try:
        require_honest_zip(path)
        writer = _read_sheets(path)
    except _DAMAGE as error:
        raise refusal(
            path, "文件已损坏或不是 Excel 表格", "请在 Excel 或 WPS 里打开，另存为 .xlsx"
        ) from error
    if writer.empty:
        raise refusal(path, "表格里没有内容", "请检查是否保存成功，或换一份")
    return writer.document(source=str(path), file_format="xlsx")


def _read_sheets(path: Path) -> BlockWriter:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl speaks of features that it drops; cells are not among them
        workbook = openpyxl.load_workbook(path, read_only=True, data_only=True)
        try:
            return _write_sheets(path, workbook.worksheets)
        finally:
            workbook.close()


def _write_sheets(path: Path, sheets: Iterable[Any]) -> BlockWriter:
    writer = BlockWriter()
    count = 0
    for number, sheet in enumerate(sheets):
        sheet.reset_dimensions()  # what the file claims of its size is not to be trusted
        for row in sheet.iter_rows():
            for cell in row:
                text = _shown(cell)
                if not text:
                    continue
                count += 1
                if count > MOST_CELLS:
                    raise refusal(path, f"表格超过{MOST_CELLS}格", "请只保留要核对的工作表")
                place = Cell(table=number, row=cell.row - 1, column=cell.column - 1)
                writer.add(text, cell=place, locator=f"{sheet.title}!{cell.coordinate}")
    return writer


def _shown(cell: Any) -> str:
    value = cell.value
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, datetime | date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, int | float):
        return _number(value, cell.number_format or "")
    return str(value).replace("\r\n", "\n").replace("\r", "\n").strip()


def _number(value: int | float, shape: str) -> str:
    """The number as its cell shows it: a share as percent, decimals as the format has them, no 0.1+0.2 tails."""
    exact = Decimal(repr(value))
    if percent := _PERCENT.match(shape):
        return f"{exact * 100:.{len(percent[1] or '')}f}%"
    if (decimals := _DECIMALS.match(shape)) and shape not in ("0", "General"):
        return f"{exact:.{len(decimals[1] or '')}f}"
    return f"{Decimal(f'{value:.15g}').normalize():f}" if isinstance(value, float) else str(value)
