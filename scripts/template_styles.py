"""word/styles.xml of the templates: one named style per element of GB/T 9704."""

from __future__ import annotations

from dataclasses import dataclass

from generator.standards import gbt9704 as gb
from scripts.template_xml import DECLARATION, NAMESPACES

EXACT = f'<w:spacing w:before="0" w:after="0" w:line="{gb.GRID.line}" w:lineRule="exact"/>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A paragraph style: its id for the file, its name for the clerk, its type, its paragraph properties."""

    id: str
    name: str
    type_style: gb.TypeStyle = gb.BODY
    paragraph: str = ""
    run: str = ""


def indent(*, first: int = 0, left: int = 0, right: int = 0, twips: int = gb.GRID.character) -> str:
    """Indents in characters, for Word, and in twips, for everyone else."""
    values = (("firstLine", first), ("left", left), ("right", right))
    given = " ".join(f'w:{n}Chars="{c * 100}" w:{n}="{c * twips}"' for n, c in values if c)
    return f"<w:ind {given}/>"


def exact(line: int) -> str:
    return f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/>'


CENTRED = '<w:jc w:val="center"/>'
LEFT = '<w:jc w:val="left"/>'
RIGHT = '<w:jc w:val="right"/>'
KEEP_NEXT = "<w:keepNext/>"
NO_GRID = '<w:snapToGrid w:val="0"/>'
TABLE_TYPE = gb.TypeStyle(font=gb.FANG_SONG, points=12, clause="", strength=gb.Strength.PRACTICE)
TABLE_HEAD_TYPE = gb.TypeStyle(font=gb.HEI_TI, points=12, clause="", strength=gb.Strength.PRACTICE)
# Cells grow with what is in them: an exact pitch would cut tall characters off.
CELL_SPACING = '<w:spacing w:before="40" w:after="40" w:line="320" w:lineRule="atLeast"/>'
PAGE_BREAK = "<w:pageBreakBefore/>"
RED_LINE = f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="9" w:color="{gb.RED}"/></w:pBdr>'

# Measured on the rendered page: what stands above the characters of a line as high as they are.
MARK_LEADING = gb.mm(1.5)
# A line of exact height h has its baseline at 0.8 h; this height puts the top of the mark's characters at the top.
MARK_LINE = round(gb.MARK.points * 20 * 0.86 / 0.8)

STYLES = (
    Style(id="Blank", name="空行"),
    Style(id="MarkSpace", name="版头空白", paragraph=exact(gb.mm(gb.MARK_BELOW_TYPE_AREA_MM) - MARK_LEADING)),
    Style(id="Mark", name="机关标志", type_style=gb.MARK, paragraph=exact(MARK_LINE) + CENTRED),
    Style(id="DocumentNumber", name="发文字号", type_style=gb.NUMBER, paragraph=RED_LINE + CENTRED),
    Style(id="DocumentTitle", name="公文标题", type_style=gb.TITLE, paragraph=KEEP_NEXT + CENTRED),
    Style(
        id="IssuedTitle", name="印发件标题", type_style=gb.TITLE, paragraph=KEEP_NEXT + PAGE_BREAK + CENTRED
    ),
    Style(id="Recipients", name="主送机关"),
    Style(id="BodyText", name="公文正文", paragraph=indent(first=2)),
    Style(
        id="Heading1",
        name="一级标题",
        type_style=gb.HEADING_1,
        paragraph=KEEP_NEXT + indent(first=2) + '<w:outlineLvl w:val="0"/>',
    ),
    Style(
        id="Heading2",
        name="二级标题",
        type_style=gb.HEADING_2,
        paragraph=KEEP_NEXT + indent(first=2) + '<w:outlineLvl w:val="1"/>',
    ),
    Style(
        id="Heading3",
        name="三级标题",
        paragraph=KEEP_NEXT + indent(first=2) + '<w:outlineLvl w:val="2"/>',
        run="<w:b/>",
    ),
    Style(id="AgencyLine", name="责任单位", paragraph=indent(first=2)),
    Style(
        id="AnnexNote",
        name="附件说明",
        paragraph='<w:ind w:leftChars="500" w:left="1575" w:hangingChars="300" w:hanging="945"/>',
    ),
    Style(
        id="Signature", name="署名", paragraph=KEEP_NEXT + indent(right=gb.SIGNATURE_RIGHT_CHARACTERS) + RIGHT
    ),
    Style(id="IssueDate", name="成文日期", paragraph=indent(right=gb.SIGNATURE_RIGHT_CHARACTERS) + RIGHT),
    Style(id="AnnexMark", name="附件标号", type_style=gb.ANNEX_MARK, paragraph=KEEP_NEXT + PAGE_BREAK + LEFT),
    Style(id="AnnexTitle", name="附件标题", type_style=gb.TITLE, paragraph=KEEP_NEXT + CENTRED),
    Style(id="TableTitle", name="表题", type_style=gb.HEADING_1, paragraph=KEEP_NEXT + CENTRED),
    Style(id="TableHead", name="表头", type_style=TABLE_HEAD_TYPE, paragraph=CELL_SPACING + CENTRED),
    Style(id="TableText", name="表文", type_style=TABLE_TYPE, paragraph=CELL_SPACING + LEFT),
    Style(id="TableFigure", name="表数", type_style=TABLE_TYPE, paragraph=CELL_SPACING + CENTRED),
    Style(id="Imprint", name="版记", type_style=gb.IMPRINT, paragraph=exact(480) + LEFT),
    Style(id="PartyLine", name="签字栏", paragraph=KEEP_NEXT + LEFT),
    Style(
        id="PageNumberOdd",
        name="单页页码",
        type_style=gb.PAGE_NUMBER,
        paragraph=exact(280) + indent(right=1, twips=280) + RIGHT,
    ),
    Style(
        id="PageNumberEven",
        name="双页页码",
        type_style=gb.PAGE_NUMBER,
        paragraph=exact(280) + indent(left=1, twips=280) + LEFT,
    ),
    Style(
        id="TemplateTag",
        name="模板标记",
        type_style=TABLE_TYPE,
        paragraph=exact(240) + LEFT,
        run='<w:color w:val="808080"/>',
    ),
    Style(id="Tail", name="末行", paragraph=exact(20)),
)


def styles_xml() -> str:
    """The whole part."""
    return (
        f"{DECLARATION}<w:styles {NAMESPACES}>{_defaults()}"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        f"{''.join(_style_xml(style) for style in STYLES)}</w:styles>"
    )


def _defaults() -> str:
    body = gb.BODY
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{gb.LATIN}" w:eastAsia="{body.font}" '
        f'w:hAnsi="{gb.LATIN}" w:cs="{gb.LATIN}"/><w:spacing w:val="{gb.GRID.spacing}"/><w:kern w:val="2"/>'
        f'<w:sz w:val="{_half_points(body)}"/><w:szCs w:val="{_half_points(body)}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        f'{NO_GRID}{EXACT}<w:jc w:val="both"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )


def _style_xml(style: Style) -> str:
    look = style.type_style
    color = f'<w:color w:val="{look.color}"/>' if look.color else ""
    spacing = f'<w:spacing w:val="{gb.GRID.spacing if look.points == gb.SIZE_THREE else 0}"/>'
    bold, colored = (style.run, color) if "<w:b/>" in style.run else ("", color + style.run)
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{style.paragraph}</w:pPr><w:rPr>'
        f'<w:rFonts w:ascii="{gb.LATIN}" w:eastAsia="{look.font}" w:hAnsi="{gb.LATIN}" w:cs="{gb.LATIN}"/>'
        f'{bold}{colored}{spacing}<w:sz w:val="{_half_points(look)}"/><w:szCs w:val="{_half_points(look)}"/>'
        "</w:rPr></w:style>"
    )


def _half_points(look: gb.TypeStyle) -> int:
    return round(look.points * 2)
