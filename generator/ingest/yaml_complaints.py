"""What PyYAML finds wrong with broken YAML, said in Chinese and about what the clerk most likely did."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import yaml

from generator.errors import Problem
from generator.patterns import compiled

BRACES_REMEDY = '整段加英文引号，如 "{{ 名 }}……"，或先写 | 再换行写内容'
_OPEN_BRACES = compiled(r"^[^\S\n]*(?:- +)*(?:[^\s:'\"|>]+: +)?(?=\{[{%#])")
_VALUE_WITH_COLON = compiled(r"^\s*(?:- +)*[^\s:：]+: +[^'\"\[{|>].*?(:)(?:\s|$)")


@dataclass(frozen=True, slots=True)
class _Fault:
    """The parser's words with the places it names, as offsets into the text."""

    problem: str
    context: str
    at: int
    since: int
    text: str

    def line_of(self, offset: int) -> str:
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        return self.text[start:] if end < 0 else self.text[start:end]

    @property
    def character(self) -> str:
        return self.text[self.at : self.at + 1]


@dataclass(frozen=True, slots=True)
class _Said:
    what: str
    remedy: str
    at: int


def explain_syntax(error: yaml.MarkedYAMLError, text: str, *, file: str) -> Problem:
    """One problem at the place where the clerk should look."""
    fault = _fault(error, text)
    said = next((said for diagnose in _DIAGNOSES if (said := diagnose(fault)) is not None), _unknown(fault))
    return Problem(
        file=file,
        what=said.what,
        remedy=said.remedy,
        line=text.count("\n", 0, said.at) + 1,
        column=said.at - text.rfind("\n", 0, said.at),
    )


def _fault(error: yaml.MarkedYAMLError, text: str) -> _Fault:
    mark = error.problem_mark or error.context_mark
    at = min(mark.index if mark else 0, len(text))
    since = min(error.context_mark.index, at) if error.context_mark else at
    return _Fault(error.problem or "", error.context or "", at, since, text)


def _braces(fault: _Fault) -> _Said | None:
    """``内容: {{ 名 }}文字``: to YAML a brace opens a mapping."""
    for offset in (fault.at, fault.since):
        start = fault.text.rfind("\n", 0, offset) + 1
        match = _OPEN_BRACES.match(fault.line_of(offset))
        if match:
            if not fault.line_of(offset)[match.end() :].startswith("{{"):
                return _Said(
                    "正文里不能写“{%”一类的标记", "请删去，数字用 {{ 指标名 }} 引用", start + match.end()
                )
            return _Said("以“{{”开头的内容没有加引号", BRACES_REMEDY, start + match.end())
    if "flow" in fault.context and (inside := fault.text.find("{{", fault.since + 1, fault.at + 2)) >= 0:
        return _Said("方括号或花括号里面引用“{{ 名 }}”，没有加引号", "请给这段内容加上英文引号", inside)
    return None


def _tab(fault: _Fault) -> _Said | None:
    line = fault.line_of(fault.at)
    indent = line[: len(line) - len(line.lstrip())]
    start = fault.text.rfind("\n", 0, fault.at) + 1
    if "\t" in indent:
        return _Said("缩进里有制表符（Tab）", "YAML 只能用空格缩进，请改为空格", start + indent.index("\t"))
    if fault.character == "\t":
        return _Said("这里有制表符（Tab）", "请改为空格", fault.at)
    return None


def _reserved(fault: _Fault) -> _Said | None:
    if "cannot start any token" not in fault.problem:
        return None
    return _Said(f"内容不能以“{fault.character}”开头", "请给这段内容加上引号", fault.at)


def _tag(fault: _Fault) -> _Said | None:
    if "a tag" in fault.context:
        return _Said("内容不能以“!”开头", "请给这段内容加上引号", fault.since)
    if "mapping keys are not allowed" in fault.problem:
        return _Said("内容不能以“?”开头", "请给这段内容加上引号", fault.at)
    return None


def _no_content(fault: _Fault) -> _Said | None:
    """A comma too many, a dash in brackets, a key without a name."""
    if "node content" not in fault.problem:
        return None
    if fault.character == ",":
        return _Said("多了一个英文逗号，或逗号前缺内容", "请删去逗号，或给以逗号开头的内容加上引号", fault.at)
    if fault.character == "-":
        return _Said("括号里的各项前面不加“- ”", "请删去“- ”，各项用英文逗号隔开", fault.at)
    return _Said("这里缺内容", "请补上内容，或删去多余的符号", fault.at)


def _reference(fault: _Fault) -> _Said | None:
    if "alias" not in fault.context and "anchor" not in fault.context:
        return None
    sign = "*" if "alias" in fault.context else "&"
    return _Said(f"内容不能以“{sign}”开头", "请给这段内容加上引号", fault.since)


def _quote(fault: _Fault) -> _Said | None:
    if "escape character" in fault.problem or "expected escape" in fault.problem:
        at = fault.text.rfind("\\", 0, fault.at + 1)
        return _Said("双引号里的反斜杠“\\”有特殊含义", "改用单引号，或把“\\”写成“\\\\”", max(at, 0))
    if "quoted scalar" in fault.context:
        return _Said("引号没有配对，后面找不到另一半", "请在这段内容末尾补上引号", fault.since)
    return None


def _bracket(fault: _Fault) -> _Said | None:
    if "flow sequence" in fault.context:
        return _Said(
            "方括号“[”没有配对，或各项之间缺英文逗号", "请检查到“]”为止，各项用英文逗号隔开", fault.since
        )
    if "flow mapping" in fault.context:
        return _Said(
            "花括号“{”没有配对，或各项之间缺英文逗号", "请检查到“}”为止，各项用英文逗号隔开", fault.since
        )
    if fault.character and fault.character in "]}":
        return _Said(f"多了一个“{fault.character}”", "请删去，或补上前面缺的另一半", fault.at)
    return None


def _colon(fault: _Fault) -> _Said | None:
    """A line that is no ``键: 值``: with a Chinese colon, without a blank, or without a colon at all."""
    if "unexpected ':'" in fault.problem:
        return _Said("冒号后面缺空格", "请在英文冒号后面空一格", fault.at)
    if "could not find expected ':'" in fault.problem or "mapping values" in fault.problem:
        for offset in dict.fromkeys((fault.since, _line_before(fault), fault.at)):
            said = colon_fault(fault.line_of(offset), fault.text.rfind("\n", 0, offset) + 1)
            if said is not None:
                return _Said(*said)
    if "could not find expected ':'" in fault.problem:
        return _Said(
            "这一行缺冒号，或缩进不对", "键后面写英文冒号和空格；接着上一行的文字要缩进", fault.since
        )
    if "mapping values" not in fault.problem:
        return None
    if match := _VALUE_WITH_COLON.match(fault.line_of(fault.at)):
        start = fault.text.rfind("\n", 0, fault.at) + 1
        return _Said(
            "内容里有英文冒号，没有加引号",
            "给冒号后的整段内容加上引号，或改用中文冒号",
            start + match.start(1),
        )
    return _Said(
        "这一行的缩进与上一行对不齐，或上一行少了冒号", "同一层的键要左对齐，下一层多缩进两个空格", fault.at
    )


def _line_before(fault: _Fault) -> int:
    return max(fault.text.rfind("\n", 0, fault.at), 0)


def colon_fault(line: str, start: int) -> tuple[str, str, int] | None:
    """What is wrong with the colon of a line that should read ``键: 值``, the remedy, and the colon's offset."""
    if compiled(r"^\s*(?:- +)*[^\s:：'\"#]{1,12}：").match(line) and not compiled(r":(?:\s|$)").search(line):
        return "键后面用了中文冒号“：”", "请改为英文冒号，后面空一格", start + line.index("：")
    if match := compiled(r"^\s*(?:- +)*[^\s:：'\"#]{1,12}(:)(?=[^\s:/])").match(line):
        return "冒号后面缺空格", "请在英文冒号后面空一格", start + match.start(1)
    return None


def _block_scalar(fault: _Fault) -> _Said | None:
    if "block scalar" not in fault.context:
        return None
    return _Said("“|”或“>”后面不能再写文字", "请换行，从下一行起缩进书写内容", fault.at)


def _list_item(fault: _Fault) -> _Said | None:
    if "sequence entries are not allowed" not in fault.problem:
        return None
    return _Said("列表项“- ”不能写在这里", "请换行，每项另起一行并缩进", fault.at)


def _directive(fault: _Fault) -> _Said | None:
    if "directive" not in fault.context and "document start" not in fault.problem:
        return None
    return _Said("这里不该有“%”或“---”一类的标记", "请删去，或给这段内容加上引号", fault.at)


def _misaligned(fault: _Fault) -> _Said | None:
    if "block mapping" not in fault.context and "block collection" not in fault.context:
        return None
    line = fault.line_of(fault.at)
    before = line[: fault.at - fault.text.rfind("\n", 0, fault.at) - 1]
    if before.rstrip().endswith(("'", '"')):
        return _Said("引号外面还有文字", "请把整段内容都放进引号里", fault.at)
    return _Said(
        "这一行的缩进与同一层的其他行对不齐", "同一层的键和“- ”要左对齐，下一层多缩进两个空格", fault.at
    )


def _unknown(fault: _Fault) -> _Said:
    return _Said("YAML 的写法有误", "请检查这一行和上一行的缩进、冒号、引号和括号", fault.at)


_DIAGNOSES: tuple[Callable[[_Fault], _Said | None], ...] = (
    _braces,
    _tab,
    _reserved,
    _tag,
    _no_content,
    _reference,
    _quote,
    _block_scalar,
    _bracket,
    _colon,
    _list_item,
    _directive,
    _misaligned,
)
