"""The zip around a template: its fixed parts, and the same bytes on every run."""

from __future__ import annotations

import zipfile
from pathlib import Path

from generator.standards import gbt9704 as gb
from scripts.template_styles import styles_xml
from scripts.template_xml import DECLARATION, NAMESPACES, field, paragraph, run

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_PARTS = ("styles", "settings", "fontTable", "footer1", "footer2")
_FONTS = (gb.FANG_SONG, gb.KAI_TI, gb.HEI_TI, gb.SMALL_TITLE_SONG, gb.SONG_TI)


def template_parts(title: str, body: str) -> dict[str, str]:
    """Every part of a template by its name, in the order in which Word writes them."""
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relationships(),
        "word/document.xml": (
            f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}{_section()}</w:body></w:document>"
        ),
        "word/_rels/document.xml.rels": _document_relationships(),
        "word/styles.xml": styles_xml(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(),
        "word/footer1.xml": _footer("PageNumberOdd"),
        "word/footer2.xml": _footer("PageNumberEven"),
        "docProps/core.xml": _core(title),
    }


def write_template(path: Path, parts: dict[str, str]) -> None:
    """Writes the zip with a fixed date and without entries for folders, which make Word hang."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, content.encode())


def _section() -> str:
    page = gb.PAGE
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>'
        f'<w:pgSz w:w="{page.width}" w:h="{page.height}"/><w:pgMar w:top="{page.top}" w:right="{page.right}" '
        f'w:bottom="{page.bottom}" w:left="{page.left}" w:header="851" w:footer="{page.footer}" w:gutter="0"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{gb.GRID.line}"/></w:sectPr>'
    )


def _footer(style: str) -> str:
    content = paragraph(style, run("— "), field("PAGE"), run(" —"))
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{content}</w:ftr>"


def _settings() -> str:
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def _font_table() -> str:
    chinese = "".join(f'<w:font w:name="{name}"><w:charset w:val="86"/></w:font>' for name in _FONTS)
    return (
        f'{DECLARATION}<w:fonts {NAMESPACES}>{chinese}<w:font w:name="{gb.LATIN}"><w:charset w:val="00"/>'
        '<w:family w:val="roman"/></w:font></w:fonts>'
    )


def _content_types() -> str:
    kinds = {
        "styles": "styles",
        "settings": "settings",
        "fontTable": "fontTable",
        "footer1": "footer",
        "footer2": "footer",
    }
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_MAIN}.{kinds[part]}+xml"/>' for part in _PARTS
    )
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>{overrides}'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _package_relationships() -> str:
    return (
        f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/></Relationships>'
    )


def _document_relationships() -> str:
    kinds = {"footer1": "footer", "footer2": "footer"}
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kinds.get(part, part)}" Target="{part}.xml"/>'
        for number, part in enumerate(_PARTS, start=1)
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _core(title: str) -> str:
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>nigao</dc:creator>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>'
    )
