""".html to TextDocument: the main text of a page without its chrome."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree, html

from generator.ingest.block_writer import BlockWriter
from generator.ingest.files import read_bytes, refusal
from generator.ingest.html_blocks import write_blocks
from generator.ingest.html_main import main_part, page_title
from generator.ingest.text_file import decode_text
from generator.model.text_document import TextDocument
from generator.patterns import compiled

LARGEST_HTML = 20_000_000
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_XML_DECLARATION = compiled(r"^\s*<\?xml[^>]*\?>")
_CHINESE = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs"}


def read_html(path: Path) -> TextDocument:
    """Reads ``path``; tables become cells with their places. Raises InputError for a page without text."""
    text = _decoded(path, read_bytes(path, limit=LARGEST_HTML))
    root = _parsed(path, text)
    title = page_title(root)
    main = main_part(root)
    writer = BlockWriter()
    write_blocks(main, writer)
    if writer.empty:
        raise refusal(path, "网页里没有文字", "网页可能由脚本生成，请在浏览器里复制正文，存为 .txt")
    if title and title not in "".join(html_text(main).split()):
        titled = BlockWriter()
        titled.add(title)
        write_blocks(main, titled)
        writer = titled
    return writer.document(source=str(path), file_format="html")


def html_text(element: etree._Element) -> str:
    """All text below an element."""
    return "".join(str(piece) for piece in element.itertext())


def _decoded(path: Path, content: bytes) -> str:
    """By BOM, else by the charset that the page names, else by its bytes."""
    named = _CHARSET.search(content[:4096])
    name = named[1].decode("ascii", errors="replace").lower() if named else ""
    if name in _CHINESE and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode(_CHINESE[name])
        except UnicodeDecodeError:
            pass
    return decode_text(path, content)


def _parsed(path: Path, text: str) -> etree._Element:
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = html.document_fromstring(_XML_DECLARATION.sub("", text).encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise refusal(path, "网页里没有文字", "请在浏览器里打开它，复制正文存为 .txt") from error
    assert isinstance(root, etree._Element)  # what lxml's stubs leave open  # noqa: S101
    return root
