"""Assignments in tables whose head names 牵头单位, 责任单位, 配合单位."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.agency import Role
from generator.model.place import Span
from generator.model.text_document import Block, TextDocument
from generator.patterns import compiled
from generator.text.agencies import split_agency_list
from generator.text.agency_roles import AgencyInRole, RoleReading, read_behind, read_labelled

_HEADS = (
    (
        Role.LEAD,
        compiled(r"(?:牵头|主要责任|第一责任|首要责任|主责|主办)(?:责任|负责|实施)?(?:单位|部门|机关)"),
    ),
    (
        Role.SUPPORTING,
        compiled(r"(?:配合|协办|协同|协作|协助|参与|参加|其他责任)(?:责任|实施)?(?:单位|部门|机关)"),
    ),
    (Role.RESPONSIBLE, compiled(r"(?:责任|负责|承办|实施|落实)(?:单位|部门|机关|主体)")),
)
_TASK_HEAD = compiled(r"任务|措施|项目|内容|工作|事项|要点|目标|指标|清单|举措")
_AIM_HEAD = compiled(r"目标|指标|要求|措施|举措")
_NUMBER = compiled(r"[\s　]*(?:\d+|[一二三四五六七八九十]+|序号)?[.、]?[\s　]*")
_HEAD_ROWS = 3

_Grid = Mapping[int, Mapping[int, list[Block]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReading:
    """The agencies of one row with the place of its task."""

    span: Span
    reading: RoleReading
    task: Span | None


def find_table_assignments(document: TextDocument) -> Iterator[TableReading]:
    """One assignment for every row that names agencies under a head of roles."""
    tables: dict[int, dict[int, dict[int, list[Block]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for block in document.blocks:
        if block.cell is not None:
            tables[block.cell.table][block.cell.row][block.cell.column].append(block)
    for grid in tables.values():
        yield from _table(document.text, grid)


def _table(text: str, grid: _Grid) -> Iterator[TableReading]:
    head = next((row for row in sorted(grid)[:_HEAD_ROWS] if _roles(text, grid[row])), None)
    if head is None:
        return
    roles = _roles(text, grid[head])
    columns = [column for column in grid[head] if _TASK_HEAD.search(_words(text, grid[head][column]))]
    columns = [column for column in columns if column not in roles]
    named = [column for column in columns if not _AIM_HEAD.search(_words(text, grid[head][column]))]
    columns = named or columns  # 任务 says what, 目标 how much
    spread: dict[int, tuple[int, list[Block]]] = {}
    for row in sorted(grid):
        if row <= head:
            continue
        cells = _with_merged(grid[row], row, spread)
        reading = _row(text, cells, roles, columns)
        if reading is not None:
            yield reading


def _roles(text: str, row: Mapping[int, list[Block]]) -> dict[int, Role]:
    found: dict[int, Role] = {}
    for column, blocks in row.items():
        words = compiled(r"\s").sub("", _words(text, blocks))
        role = next((role for role, head in _HEADS if head.search(words)), None)
        if role is not None and len(words) <= 16:
            found[column] = role
    return found


def _with_merged(
    row: Mapping[int, list[Block]], number: int, spread: dict[int, tuple[int, list[Block]]]
) -> dict[int, list[Block]]:
    """The row's cells with those that reach down into it from rows above."""
    cells = {column: blocks for column, (last, blocks) in spread.items() if last >= number}
    for column, blocks in row.items():
        cells[column] = blocks
        cell = blocks[0].cell
        if cell is not None and cell.row_span > 1:
            spread[column] = (number + cell.row_span - 1, blocks)
    return cells


def _row(
    text: str, cells: Mapping[int, list[Block]], roles: Mapping[int, Role], task_columns: list[int]
) -> TableReading | None:
    agencies: list[AgencyInRole] = []
    open_ended = False
    spans: list[Span] = []
    for column in sorted(roles):
        for block in cells.get(column, ()):
            reading = _cell(block.span.of(text), block.span.start, roles[column])
            agencies += reading.agencies
            open_ended = open_ended or reading.open_ended
            spans += [block.span] if reading.agencies else []
    if not agencies:
        return None
    return TableReading(
        span=Span(min(span.start for span in spans), max(span.end for span in spans)),
        reading=RoleReading(agencies=tuple(agencies), open_ended=open_ended),
        task=_task(text, cells, roles, task_columns),
    )


def _cell(text: str, offset: int, role: Role) -> RoleReading:
    read = read_labelled(text, offset) or read_behind(text, offset)
    if read is not None:
        return read
    if compiled(r"[\s　/／—\-无]*").fullmatch(text):
        return RoleReading()
    listed = split_agency_list(text, offset)
    return RoleReading(
        agencies=tuple(AgencyInRole(agency=agency, role=role) for agency in listed.agencies),
        open_ended=listed.open_ended,
    )


def _task(
    text: str, cells: Mapping[int, list[Block]], roles: Mapping[int, Role], task_columns: list[int]
) -> Span | None:
    """The last column that the head calls a task (the most particular one), else the first with words."""
    ordered = [*reversed(task_columns), *(column for column in sorted(cells) if column not in roles)]
    for column in ordered:
        blocks = cells.get(column)
        if blocks and not _NUMBER.fullmatch(_words(text, blocks)):
            return Span(blocks[0].span.start, blocks[-1].span.end)
    return None


def _words(text: str, blocks: list[Block]) -> str:
    return "".join(block.span.of(text) for block in blocks)
