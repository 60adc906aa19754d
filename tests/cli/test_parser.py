"""The command line speaks Chinese, its errors included."""

from __future__ import annotations

import re

import pytest

from generator.cli.main import build_parser, main

COMMANDS = ("render", "books", "check", "extract", "corpus", "explain", "schema")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_chinese_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "-h"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("用法：")
    assert not re.search(r"usage|show this|positional|optional", shown)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "缺少参数：<命令>"),
        (["render"], "缺少参数：YAML"),
        (["check", "a.txt", "--format", "pdf"], "参数 --format 不能写成 'pdf'"),
        (["check", "a.txt", "--wrong"], "不认识的参数：--wrong"),
        (["check", "a.txt", "--corpus"], "参数 --corpus 后面要跟一个值"),
        (["rander", "x.yaml"], "不能写成 'rander'"),
    ],
)
def test_wrong_usage_is_said_in_chinese(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.out == ""
    assert "error:" not in captured.err


def test_debug_may_stand_before_or_after_the_command() -> None:
    parser = build_parser()
    assert parser.parse_args(["--debug", "explain"]).debug
    assert parser.parse_args(["explain", "--debug"]).debug
    assert not hasattr(parser.parse_args(["explain"]), "debug")
