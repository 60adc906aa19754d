"""What is wrong with a template, in Chinese: the tag, its place, the nearest known name, what to write instead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError

from generator.errors import Problem
from generator.model.text_document import TextDocument
from generator.patterns import compiled

if TYPE_CHECKING:
    from generator.render.context import Context

NOT_TEXT = "not text"  # what the environment raises when a tag prints a list

_MARKUP = compiled(r"<[^>]+>")
_UNDEFINED = compiled(r"'([^']+)' is undefined|has no attribute '([^']+)'|has no element '?([^']+?)'?$")
_TAG = compiled(r"\{[{%].*?[%}]\}", re.DOTALL)
_UNKNOWN_STATEMENT = compiled(r"unknown tag '([^']+)'")
_PAIRED = frozenset({"endfor", "endif", "else", "elif"})


def unknown_name(words: TextDocument, name: str, context: Context) -> Problem:
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


def misplaced_tag(template: Path) -> Problem:
    return Problem(
        file=str(template),
        what="模板里有标记放错了地方，填好以后不成其为 Word 文档",
        remedy="整段的循环和条件请写成 {%p … %} 独占一段，表格行写成 {%tr … %} 独占一行，并各有结尾",
    )


def broken_tag(words: TextDocument, source: str, error: Exception, context: Context) -> Problem:
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
    if str(error) == NOT_TEXT:
        return "模板直接打印了一组内容", "请用 {%p for … %} 逐项打印它"
    return "模板里的标记算不出结果", "请对照 templates/ 里随附的模板改正"


def _syntax(error: TemplateSyntaxError) -> str:
    message = error.message or ""
    if "end of template" in message or "Unexpected end" in message:
        return "循环或条件没有结尾（缺 endfor 或 endif）"
    if found := _UNKNOWN_STATEMENT.search(message):
        if found.group(1) in _PAIRED:
            return f"{found.group(1)} 没有与之配对的开头，或它前面缺 endfor、endif"
        return f"没有“{found.group(1)}”这种语句"
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
