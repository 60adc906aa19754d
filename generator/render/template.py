"""docxtpl made strict: sandboxed, escaped, undefined names refused, every fault named with its place."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, meta
from jinja2.exceptions import (
    TemplateError,
    TemplateRuntimeError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from markupsafe import Markup, escape

from generator.errors import InputError, Problem
from generator.model.text_document import TextDocument
from generator.patterns import compiled
from generator.render.template_faults import NOT_TEXT, broken_tag, misplaced_tag, unknown_name
from generator.wordml.package import open_package
from generator.wordml.reader import read_docx
from generator.wordml.styles import Styles

if TYPE_CHECKING:
    from generator.render.context import Context

_ILLEGAL = compiled("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FAULTS = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError)
_WITH_TAGS = tuple(f".{kind}+xml" for kind in ("document.main", "header", "footer", "footnotes"))
_CORE = "docProps/core.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_SAVE_AGAIN = "请在 Word 或 WPS 里打开它，另存为 .docx 后再试"


def _lined(source: str) -> str:
    """As docxtpl hands it to Jinja, so that a line number is a paragraph's."""
    return compiled(r"<w:p([ >])").sub(r"\n<w:p\1", source)


class _StrictTemplate(DocxTemplate):  # type: ignore[misc]  # docxtpl ships no types
    """Remembers the source that is being rendered, for messages, and refuses XML that docxtpl would patch up."""

    rendering = ""

    def render_xml_part(self, src_xml: str, *rest: object) -> str:
        self.rendering = _lined(src_xml)
        rendered: str = super().render_xml_part(src_xml, *rest)
        return rendered

    def sources(self) -> Iterator[str]:
        """What Jinja will read: body, headers, footers, a line for every paragraph."""
        self.init_docx()
        yield _lined(self.patch_xml(self.get_xml()))
        for kind in (self.HEADER_URI, self.FOOTER_URI):
            for _, part in self.get_headers_footers(kind):
                yield _lined(self.patch_xml(self.get_part_xml(part)))

    def undeclared(self, environment: ImmutableSandboxedEnvironment) -> set[str]:
        """Every name that the data must have."""
        names: set[str] = set()
        for source in self.sources():
            self.rendering = source
            names |= meta.find_undeclared_variables(environment.parse(source))
        return names

    def fix_tables(self, xml: str) -> etree._Element:
        etree.fromstring(xml)
        fixed: etree._Element = super().fix_tables(xml)
        return fixed


@dataclass(frozen=True, slots=True)
class FilledTemplate:
    """A template with the data in it, not yet on disk."""

    document: _StrictTemplate
    source: bytes
    style_names: Mapping[str, str]

    @property
    def body(self) -> etree._Element:
        """The ``w:body``, open to changes."""
        body: etree._Element = self.document.docx.element.body
        return body

    def parts(self, title: str) -> dict[str, bytes]:
        """Every part of the finished .docx by name: those with tags as filled, the others as they are in the template.

        python-docx, asked to save, would add a second core.xml to a template that LibreOffice has saved.
        """
        package = self.document.docx.part.package
        filled = {
            part.partname.lstrip("/"): part.blob
            for part in package.iter_parts()
            if part.content_type.endswith(_WITH_TAGS)
        }
        with zipfile.ZipFile(io.BytesIO(self.source)) as archive:
            names = dict.fromkeys(name for name in archive.namelist() if not name.endswith("/"))
            parts = {name: filled.get(name) or archive.read(name) for name in names}
        if _CORE in parts:
            parts[_CORE] = _titled(parts[_CORE], title)
        return parts


def _titled(core: bytes, title: str) -> bytes:
    """The core properties with ``title`` as the document's."""
    root = etree.fromstring(core)
    element = root.find(_TITLE)
    if element is None:
        element = etree.SubElement(root, _TITLE)
    element.text = title
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def fill_template(template: Path, context: Context) -> FilledTemplate:
    """The template with ``context`` printed into it.

    Raises InputError where the template is missing, is no .docx, has a broken tag or asks for a name that the data do
    not have, and where the data hold characters that no Word file can.
    """
    _refuse_illegal(context)
    words = _read_template(template)
    source = template.read_bytes()
    document = _opened(template, source)
    environment = _environment()
    try:
        if unknown := document.undeclared(environment) - set(context):
            raise InputError([unknown_name(words, name, context) for name in sorted(unknown)])
        document.render(dict(context), environment, autoescape=True)
    except etree.XMLSyntaxError as error:
        raise InputError(misplaced_tag(template)) from error
    except _FAULTS as error:
        raise InputError(broken_tag(words, document.rendering, error, context)) from error
    return FilledTemplate(document, source, _style_names(template))


def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True, finalize=_verbatim)


def _verbatim(value: object) -> object:
    """Braces of the data as character references: docxtpl would take ``{_{`` in a name for its own sign."""
    if isinstance(value, str):
        return Markup(str(escape(value)).replace("{", "&#123;").replace("}", "&#125;"))  # noqa: S704 — escaped above
    if isinstance(value, list | dict | tuple | bool) or value is None:
        raise TemplateRuntimeError(NOT_TEXT)
    return value


def _read_template(template: Path) -> TextDocument:
    if not template.exists():
        folder = template.parent
        others = sorted(path.name for path in folder.glob("*.docx")) if folder.is_dir() else []
        remedy = f"这个文件夹里有：{'、'.join(others)}" if others else "请检查文件名和所在文件夹"
        raise InputError(Problem(file=str(template), what="找不到模板", remedy=remedy))
    return read_docx(template)


def _opened(template: Path, source: bytes) -> _StrictTemplate:
    document = _StrictTemplate(io.BytesIO(source))
    try:
        document.init_docx()
    except (PackageNotFoundError, KeyError, ValueError, AttributeError, etree.XMLSyntaxError) as error:
        problem = Problem(file=str(template), what="模板不是完好的 Word 文档（.docx）", remedy=_SAVE_AGAIN)
        raise InputError(problem) from error
    return document


def _style_names(template: Path) -> dict[str, str]:
    """Names of the paragraph styles by id."""
    with open_package(template) as package:
        styles = Styles.read(package.xml("word/styles.xml"))
    return {style.id: style.name for style in styles.by_id.values()}


def _refuse_illegal(context: Context) -> None:
    for path, text in _texts(context, ""):
        if found := _ILLEGAL.search(text):
            raise InputError(
                Problem(
                    file=path,
                    what=f"“{_ILLEGAL.sub('□', text)[:30]}”里有 Word 不能保存的控制字符（U+{ord(found.group()):04X}）",
                    remedy="请删去后重新输入这几个字",
                )
            )


def _texts(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _texts(each, path or key)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each, path)
