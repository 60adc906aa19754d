"""docxtpl made strict: sandboxed, escaped, undefined names refused, every fault named with its place."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.exceptions import (
    SecurityError,
    TemplateError,
    TemplateRuntimeError,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree
from markupsafe import Markup, escape

from generator.errors import InputError, Problem
from generator.model.text_document import TextDocument
from generator.wordml.reader import read_docx

if TYPE_CHECKING:
    from generator.render.context import Context

_MARKUP = re.compile(r"<[^>]+>")
_UNDEFINED = re.compile(r"'([^']+)' is undefined|has no attribute '([^']+)'|has no element '?([^']+?)'?$")
_TAG = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FAULTS = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError)
_PROPERTY_LIMIT = 255  # of python-docx
_SAVE_AGAIN = "请在 Word 或 WPS 里打开它，另存为 .docx 后再试"


class _StrictTemplate(DocxTemplate):  # type: ignore[misc]  # docxtpl ships no types
    """Remembers the source that is being rendered, for messages, and refuses XML that docxtpl would patch up."""

    rendering = ""

    def render_xml_part(self, src_xml: str, *rest: object) -> str:
        self.rendering = re.sub(r"<w:p([ >])", r"\n<w:p\1", src_xml)
        rendered: str = super().render_xml_part(src_xml, *rest)
        return rendered

    def fix_tables(self, xml: str) -> etree._Element:
        etree.fromstring(xml)
        fixed: etree._Element = super().fix_tables(xml)
        return fixed


@dataclass(frozen=True, slots=True)
class FilledTemplate:
    """A template with the data in it, not yet on disk."""

    document: _StrictTemplate

    @property
    def body(self) -> etree._Element:
        """The ``w:body``, open to changes."""
        body: etree._Element = self.document.docx.element.body
        return body

    @property
    def style_names(self) -> dict[str, str]:
        """Style names by id."""
        return {style.style_id: style.name for style in self.document.docx.styles}

    def saved(self, title: str) -> bytes:
        """The .docx with ``title`` among its properties."""
        self.document.docx.core_properties.title = title[:_PROPERTY_LIMIT]
        stream = io.BytesIO()
        self.document.save(stream)
        return stream.getvalue()


def fill_template(template: Path, context: Context) -> FilledTemplate:
    """The template with ``context`` printed into it.

    Raises InputError where the template is missing, is no .docx, has a broken tag or asks for a name that the data do
    not have, and where the data hold characters that no Word file can.
    """
    _refuse_illegal(context)
    words = _read_template(template)
    document = _opened(template)
    environment = _environment()
    try:
        unknown = document.get_undeclared_template_variables(environment, context)
        if unknown:
            raise InputError([_unknown(words, name, context) for name in sorted(unknown)])
        document.render(dict(context), environment, autoescape=True)
    except etree.XMLSyntaxError as error:
        raise InputError(_misplaced(template)) from error
    except _FAULTS as error:
        raise InputError(_broken(words, document.rendering, error, context)) from error
    return FilledTemplate(document)


def _environment() -> SandboxedEnvironment:
    return SandboxedEnvironment(undefined=StrictUndefined, autoescape=True, finalize=_verbatim)


def _verbatim(value: object) -> object:
    """Braces of the data as character references: docxtpl would take ``{_{`` in a name for its own sign."""
    if isinstance(value, str):
        return Markup(str(escape(value)).replace("{", "&#123;").replace("}", "&#125;"))  # noqa: S704 — escaped above
    if isinstance(value, list | dict | tuple | bool) or value is None:
        raise TemplateRuntimeError("not text")
    return value


def _read_template(template: Path) -> TextDocument:
    if not template.exists():
        folder = template.parent
        others = sorted(path.name for path in folder.glob("*.docx")) if folder.is_dir() else []
        remedy = f"这个文件夹里有：{'、'.join(others)}" if others else "请检查文件名和所在文件夹"
        raise InputError(Problem(file=str(template), what="找不到模板", remedy=remedy))
    return read_docx(template)


def _opened(template: Path) -> _StrictTemplate:
    document = _StrictTemplate(io.BytesIO(template.read_bytes()))
    try:
        document.init_docx()
    except (PackageNotFoundError, KeyError, ValueError, AttributeError, etree.XMLSyntaxError) as error:
        problem = Problem(file=str(template), what="模板不是完好的 Word 文档（.docx）", remedy=_SAVE_AGAIN)
        raise InputError(problem) from error
    return document


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


def _unknown(words: TextDocument, name: str, context: Context) -> Problem:
    return Problem(
        file=words.source,
        key_path=_place_of(words, name),
        what=f"模板要打印“{name}”，数据里没有这一项",
        remedy=_near(name, _names(context)),
    )


def _near(name: str, names: set[str]) -> str:
    near = get_close_matches(name, sorted(names), n=3, cutoff=0.4)
    return f"是不是“{'”或“'.join(near)}”" if near else f"可用的有：{'、'.join(sorted(names))}"


def _names(value: object) -> set[str]:
    """Every name that a template may use, at any depth."""
    if isinstance(value, Mapping):
        return set(value).union(*(_names(each) for each in value.values()))
    return set().union(*(_names(each) for each in value)) if isinstance(value, list) else set()


def _place_of(words: TextDocument, name: str) -> str:
    """Where in the template a tag with ``name`` stands: 第12段, 第2个表格第3行; empty where it is not to be seen."""
    for block in words.blocks:
        text = block.span.of(words.text)
        if any(name in tag for tag in _TAG.findall(text)):
            if block.cell is not None:
                return f"第{block.cell.table + 1}个表格第{block.cell.row + 1}行"
            return f"第{block.number}段"
    return ""


def _misplaced(template: Path) -> Problem:
    return Problem(
        file=str(template),
        what="模板里有标记放错了地方，填好以后不成其为 Word 文档",
        remedy="整段的循环和条件请写成 {%p … %} 独占一段，表格行写成 {%tr … %} 独占一行，并各有结尾",
    )


def _broken(words: TextDocument, source: str, error: Exception, context: Context) -> Problem:
    line = error.lineno if isinstance(error, TemplateSyntaxError) else _template_line(error.__traceback__)
    lines = source.split("\n")
    shown = _MARKUP.sub("", lines[line - 1]) if line and line <= len(lines) else ""
    tags = _TAG.findall(shown) or [shown[:60]]
    place = next((found for tag in tags if tag and (found := _place_of(words, tag[2:-2].strip()))), "")
    near_text = f"（在“{' '.join(tags)}”）" if shown else ""
    what, remedy = _explained(error, context)
    return Problem(file=words.source, key_path=place, what=what + near_text, remedy=remedy)


def _explained(error: Exception, context: Context) -> tuple[str, str]:
    if isinstance(error, UndefinedError) and (found := _UNDEFINED.search(str(error))):
        name = next(each for each in found.groups() if each)
        return f"模板要打印“{name}”，数据里没有这一项", _near(name, _names(context))
    if isinstance(error, SecurityError):
        return "模板里有不允许的写法", "模板里只能打印数据、写循环和条件"
    if isinstance(error, TemplateSyntaxError):
        return f"模板里的标记写错了：{_syntax(error)}", "请对照 templates/ 里随附的模板改正"
    if str(error) == "not text":
        return "模板直接打印了一组内容", "请用 {%p for … %} 逐项打印它"
    return "模板里的标记算不出结果", "请对照 templates/ 里随附的模板改正"


def _syntax(error: TemplateSyntaxError) -> str:
    message = error.message or ""
    if "end of template" in message or "Unexpected end" in message:
        return "循环或条件没有结尾（缺 endfor 或 endif）"
    if "unknown tag" in message:
        return "有不认识的语句，或多出了 endfor、endif、else"
    if "expected token" in message:
        return "括号没有配对，或名称中间有空格、标点"
    return "写法不合规则"


def _template_line(traceback: TracebackType | None) -> int:
    """The line of the template in which an error arose; Jinja names it in the traceback and nowhere else."""
    line = 0
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == "<template>":
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line
