"""The loop that prints prose: headings, paragraphs, agency lines and tables, each in its style."""

from __future__ import annotations

from generator.standards import gbt9704 as gb
from scripts.template_xml import cell, paragraph, row, run, table, tag, tag_cell, tag_row

WIDTH = gb.PAGE.type_width


def prose_loop(name: str) -> str:
    """Prints the list ``name`` of the data; every entry says what it is (``段.是一级标题`` …)."""
    emphasised = (
        run("{%r for 字 in 段.字 %}")
        + run("{%r if 字.加粗 %}")
        + run("{{ 字.文 }}", "<w:b/>")
        + run("{%r else %}")
        + run("{{ 字.文 }}")
        + run("{%r endif %}")
        + run("{%r endfor %}")
    )
    return "".join(
        (
            tag(f"for 段 in {name}"),
            tag("if 段.是一级标题"),
            paragraph("Heading1", "{{ 段.文 }}"),
            tag("elif 段.是二级标题"),
            paragraph("Heading2", "{{ 段.文 }}"),
            tag("elif 段.是三级标题"),
            paragraph("Heading3", "{{ 段.文 }}"),
            tag("elif 段.是责任单位"),
            paragraph("AgencyLine", "{{ 段.文 }}"),
            tag("elif 段.是表格"),
            grid_table("段"),
            paragraph("Blank"),
            tag("else"),
            paragraph("BodyText", emphasised),
            tag("endif"),
            tag("endfor"),
        )
    )


def grid_table(name: str) -> str:
    """A table whose columns come with the data: ``.表头`` is a list of names, ``.行`` a list of rows."""
    width = WIDTH // 3
    head = (
        tag_cell(f"for 格 in {name}.表头", width),
        cell(width, paragraph("TableHead", "{{ 格 }}")),
        tag_cell("endfor", width),
    )
    body = (
        tag_cell("for 格 in 行", width),
        cell(width, paragraph("TableFigure", "{{ 格 }}")),
        tag_cell("endfor", width),
    )
    return table(
        (width, width, width),
        row(*head, header=True),
        tag_row(f"for 行 in {name}.行", WIDTH, 3),
        row(*body),
        tag_row("endfor", WIDTH, 3),
    )
