"""templates/通知.docx: a notice that issues a paper, the paper itself, its annex of tasks, the imprint."""

from __future__ import annotations

from generator.standards import gbt9704 as gb
from scripts.template_prose import WIDTH, grid_table, prose_loop
from scripts.template_styles import KEEP_NEXT
from scripts.template_xml import borders, cell, paragraph, row, table, tag, tag_row

TITLE = "通知"
_TASK_COLUMNS = (
    # heading, field of the row, width in twips
    ("序号", "序号", 640),
    ("目标任务", "任务", 2000),
    ("牵头单位", "牵头单位", 1600),
    ("责任单位", "责任单位", 2260),
    ("配合单位", "配合单位", 1150),
    ("完成时限", "完成时限", 1194),
)


def notice_body() -> str:
    """The body of the template, in reading order."""
    return _head() + _letter() + _paper() + _annex() + _imprint()


def _head() -> str:
    return "".join(
        (
            paragraph("MarkSpace"),
            paragraph("Mark", "{{ 发文机关标志 }}"),
            *(paragraph("Blank") for _ in range(gb.NUMBER_BELOW_MARK_LINES)),
            paragraph("DocumentNumber", "{{ 发文字号 }}"),
            *(paragraph("Blank") for _ in range(gb.TITLE_BELOW_RED_LINE_LINES)),
            paragraph("DocumentTitle", "{{ 标题 }}"),
            *(paragraph("Blank") for _ in range(gb.RECIPIENTS_BELOW_TITLE_LINES)),
        )
    )


def _letter() -> str:
    return "".join(
        (
            tag("if 主送机关"),
            paragraph("Recipients", "{{ 主送机关 }}："),
            tag("endif"),
            paragraph(
                "BodyText",
                "{% if 经由 %}经{{ 经由 }}，{% endif %}现将《{{ 印发文件 }}》印发给你们，请结合实际认真贯彻执行。",
            ),
            tag("if 附件名称"),
            paragraph("Blank", properties=KEEP_NEXT),
            paragraph("AnnexNote", "附件：{{ 附件名称 }}", properties=KEEP_NEXT),
            tag("endif"),
            paragraph("Blank", properties=KEEP_NEXT),
            paragraph("Signature", "{{ 发文机关 }}"),
            paragraph("IssueDate", "{{ 成文日期 }}"),
        )
    )


def _paper() -> str:
    return paragraph("IssuedTitle", "{{ 印发件标题 }}") + paragraph("Blank") + prose_loop("正文")


def _annex() -> str:
    return "".join(
        (
            tag("if 附件名称"),
            paragraph("AnnexMark", "附件"),
            paragraph("Blank"),
            paragraph("AnnexTitle", "{{ 附件标题 }}"),
            paragraph("Blank"),
            tag("if 任务表"),
            _task_table(),
            paragraph("Blank"),
            tag("endif"),
            tag("if 分解表"),
            paragraph("TableTitle", "{{ 分解表.标题 }}"),
            grid_table("分解表"),
            tag("endif"),
            tag("endif"),
        )
    )


def _task_table() -> str:
    widths = tuple(width for _, _, width in _TASK_COLUMNS)
    assert sum(widths) == WIDTH
    head = (cell(width, paragraph("TableHead", heading)) for heading, _, width in _TASK_COLUMNS)
    body = (
        cell(width, paragraph("TableFigure" if field == "序号" else "TableText", f"{{{{ 行.{field} }}}}"))
        for _, field, width in _TASK_COLUMNS
    )
    span = len(widths)
    return table(
        widths,
        row(*head, header=True),
        tag_row("for 行 in 任务表", WIDTH, span),
        row(*body),
        tag_row("endfor", WIDTH, span),
    )


def _imprint() -> str:
    """版记 at the foot of the last page: a table that floats on the lower margin, for want of anything better."""
    thick, thin = (8, "000000"), (6, "000000")
    wide = WIDTH * 2 // 3  # an office's full name takes more room than a date
    copies = row(
        cell(
            WIDTH,
            paragraph(
                "Imprint",
                "抄送：{{ 抄送 }}。",
                properties='<w:ind w:left="1120" w:right="280" w:hanging="840"/>',
            ),
            edges=borders(top=thick),
            span=2,
        )
    )
    printed = row(
        cell(
            wide,
            paragraph("Imprint", "{{ 印发机关 }}", properties='<w:ind w:left="280"/>'),
            edges=borders(top=thin, bottom=thick),
        ),
        cell(
            WIDTH - wide,
            paragraph(
                "Imprint", "{{ 印发日期 }}印发", properties='<w:ind w:right="280"/><w:jc w:val="right"/>'
            ),
            edges=borders(top=thin, bottom=thick),
        ),
    )
    floating = (
        '<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="margin" w:horzAnchor="page" '
        f'w:tblpX="{gb.PAGE.left}" w:tblpYSpec="bottom"/><w:tblOverlap w:val="never"/>'
    )
    rows = (tag_row("if 抄送", WIDTH, 2), copies, tag_row("endif", WIDTH, 2), printed)
    return "".join(
        (
            tag("if 印发机关"),
            paragraph("Tail"),
            table((wide, WIDTH - wide), *rows, properties=floating, margin=0),
            tag("endif"),
            paragraph("Tail"),
        )
    )
