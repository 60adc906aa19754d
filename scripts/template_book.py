"""templates/责任书.docx: one responsibility book. It is no 公文: no mark, no number, no imprint."""

from __future__ import annotations

from scripts.template_prose import WIDTH, prose_loop
from scripts.template_styles import KEEP_NEXT
from scripts.template_xml import borders, cell, paragraph, row, table, tag, tag_row

TITLE = "责任书"
_COLUMNS = (("序号", "序号", 900), ("责任目标", "指标", 4344), ("目标值", "数值", 3600))


def book_body() -> str:
    """The body of the template, in reading order."""
    return _opening() + _targets() + prose_loop("条款") + _closing() + _signing()


def _opening() -> str:
    return "".join(
        (
            paragraph("DocumentTitle", "{{ 标题 }}"),
            paragraph("Blank"),
            paragraph("Recipients", "甲方：{{ 甲方 }}"),
            paragraph("Recipients", "乙方：{{ 乙方 }}"),
            paragraph("Blank"),
            prose_loop("引言"),
        )
    )


def _targets() -> str:
    widths = tuple(width for _, _, width in _COLUMNS)
    head = (cell(width, paragraph("TableHead", heading)) for heading, _, width in _COLUMNS)
    body = (
        cell(width, paragraph("TableText" if field == "指标" else "TableFigure", f"{{{{ 行.{field} }}}}"))
        for _, field, width in _COLUMNS
    )
    return "".join(
        (
            paragraph("Heading1", "{{ 目标标题 }}"),
            table(
                widths,
                row(*head, header=True),
                tag_row("for 行 in 责任目标", WIDTH, 3),
                row(*body),
                tag_row("endfor", WIDTH, 3),
            ),
            paragraph("Blank"),
        )
    )


def _closing() -> str:
    return "".join(
        (
            paragraph("Heading1", "{{ 附则标题 }}"),
            tag("if 期限"),
            paragraph("BodyText", "本责任书的责任期限为{{ 期限 }}。", properties=KEEP_NEXT),
            tag("endif"),
            paragraph(
                "BodyText",
                "本责任书{% if 份数 %}{{ 份数 }}，{% endif %}自双方签字盖章之日起生效。",
                properties=KEEP_NEXT,
            ),
            paragraph("Blank", properties=KEEP_NEXT),
        )
    )


def _signing() -> str:
    """Both parties side by side, on the page of the last words of the text."""
    half = WIDTH // 2
    lines = (
        ("甲方（盖章）：", "乙方（盖章）："),
        ("{{ 甲方 }}", "{{ 乙方 }}"),
        ("责任人（签字）：", "责任人（签字）："),
        ("", ""),
        ("签订日期：    年  月  日", "签订日期：    年  月  日"),
    )
    rows = (
        row(*(cell(half, paragraph("PartyLine", *(text,) if text else ()), edges=borders()) for text in pair))
        for pair in lines
    )
    return table((half, half), *rows) + paragraph("Tail")
