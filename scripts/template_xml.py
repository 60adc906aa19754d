"""WordprocessingML written by hand: the few elements that our templates are made of."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# Quotation marks, dashes and brackets belong to both scripts; the hint gives them to the Chinese font.
_HINT = '<w:rPr><w:rFonts w:hint="eastAsia"/>{}</w:rPr>'


def run(text: str, properties: str = "") -> str:
    """A run of text, tags of the template among it."""
    return f'<w:r>{_HINT.format(properties)}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(style: str, *runs: str, properties: str = "") -> str:
    """A paragraph in the style with the id ``style``; texts that are no XML yet become runs."""
    content = "".join(each if each.startswith("<w:") else run(each) for each in runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def tag(statement: str) -> str:
    """A paragraph that steers the template and vanishes from the document: ``{%p … %}``."""
    return paragraph("TemplateTag", f"{{%p {statement} %}}")


def field(code: str) -> str:
    """A field that Word computes."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def borders(**sides: tuple[int, str]) -> str:
    """Cell borders by side: width in eighths of a point and colour. Word wants them per cell."""
    order = ("top", "left", "bottom", "right")
    lines = (
        f'<w:{side} w:val="single" w:sz="{sides[side][0]}" w:space="0" w:color="{sides[side][1]}"/>'
        if side in sides
        else f'<w:{side} w:val="nil"/>'
        for side in order
    )
    return f"<w:tcBorders>{''.join(lines)}</w:tcBorders>"


BOX = borders(top=(4, "auto"), left=(4, "auto"), bottom=(4, "auto"), right=(4, "auto"))


def cell(width: int, *content: str, edges: str = BOX, span: int = 1) -> str:
    """A table cell ``width`` twips wide, its text in the middle of its height."""
    spanning = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanning}{edges}<w:vAlign w:val="center"/></w:tcPr>'
        f"{''.join(content)}</w:tc>"
    )


def row(*cells: str, header: bool = False) -> str:
    """A table row that no page break divides; a header row is repeated on every page."""
    repeated = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def tag_row(statement: str, width: int, span: int) -> str:
    """A row that steers the template and vanishes: ``{%tr … %}``."""
    return row(cell(width, paragraph("TableText", f"{{%tr {statement} %}}"), span=span))


def tag_cell(statement: str, width: int) -> str:
    """A cell that steers the template and vanishes: ``{%tc … %}``."""
    return cell(width, paragraph("TableText", f"{{%tc {statement} %}}"))


def table(widths: Sequence[int], *rows: str, properties: str = "", margin: int = 60) -> str:
    """A table of the given column widths; ``properties`` come first, ``margin`` is left and right in cells."""
    centred = "" if properties else '<w:jc w:val="center"/>'
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr>{properties}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{centred}'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/>'
        f'<w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
