"""argparse that speaks Chinese."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from generator.cli import exit_codes
from generator.patterns import compiled

# What argparse says (3.11 to 3.14) and what a clerk reads instead.
_TRANSLATIONS: tuple[tuple[re.Pattern[str], str], ...] = (
    (compiled(r"the following arguments are required: (?P<a>.*)"), "缺少参数：{a}"),
    (compiled(r"unrecognized arguments: (?P<a>.*)"), "不认识的参数：{a}"),
    (
        compiled(r"argument (?P<a>\S+): invalid choice: (?P<b>.*?) \(choose from (?P<c>.*)\)"),
        "参数 {a} 不能写成 {b}，可以写：{c}",
    ),
    (compiled(r"argument (?P<a>\S+): expected (?:one|at least one) argument"), "参数 {a} 后面要跟一个值"),
    (
        compiled(r"argument (?P<a>\S+): not allowed with argument (?P<b>\S+)"),
        "参数 {a} 不能与 {b} 同时使用",
    ),
    (compiled(r"argument (?P<a>\S+): invalid \w+ value: (?P<b>.*)"), "参数 {a} 的值 {b} 不是所要的类型"),
    (compiled(r"ambiguous option: (?P<a>\S+) could match (?P<b>.*)"), "参数 {a} 不明确，可能是：{b}"),
)


class _ChineseFormatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class ChineseParser(argparse.ArgumentParser):
    """An ArgumentParser whose help and errors are Chinese. Arguments go into :attr:`positionals` and :attr:`options`."""

    def __init__(self, **settings: Any) -> None:
        settings.setdefault("formatter_class", _ChineseFormatter)
        super().__init__(add_help=False, allow_abbrev=False, **settings)
        self.positionals = self.add_argument_group("参数")
        self.options = self.add_argument_group("选项")
        self.options.add_argument("-h", "--help", action="help", help="显示这份说明")
        self.options.add_argument(
            "--debug",
            action="store_true",
            default=argparse.SUPPRESS,  # a default would overwrite the one given before the command
            help="出错时显示程序内部的调用过程（给技术人员看）",
        )

    def error(self, message: str) -> NoReturn:
        self.print_usage_to_stderr()
        self.exit(exit_codes.WRONG_INPUT, f"{translate(message)}。用 {self.prog} -h 查看说明。\n")

    def print_usage_to_stderr(self) -> None:
        """The short usage line, where errors go."""
        self._print_message(self.format_usage(), file=None)


def translate(message: str) -> str:
    """argparse's error in Chinese; an unknown one stays as it is."""
    for pattern, chinese in _TRANSLATIONS:
        if found := pattern.fullmatch(message):
            return chinese.format(**found.groupdict())
    return message
