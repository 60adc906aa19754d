"""Entry point of the command line: parses, runs one command, turns errors into sentences and exit codes."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from generator import __version__
from generator.cli import books, check, corpus, exit_codes, explain, extract, render, schema
from generator.cli.parser import ChineseParser
from generator.errors import InputError

_RARELY = 100_000  # new objects between two searches for cycles
_COMMANDS = (render, books, check, extract, corpus, explain, schema)


def build_parser() -> ChineseParser:
    """The whole command line with its Chinese help."""
    parser = ChineseParser(
        prog="nigao",
        description="拟稿：由结构化数据生成公文和责任书，发文前把稿件里的每个数、每个牵头单位与来源核对。",
        epilog="每个命令后加 -h 可看详细说明，例如：nigao check -h",
    )
    parser.options.add_argument(
        "--version", action="version", version=f"拟稿 nigao {__version__}", help="显示版本"
    )
    commands = parser.add_subparsers(
        title="命令", metavar="<命令>", required=True, parser_class=ChineseParser
    )
    for command in _COMMANDS:
        command.add_command(commands)
    return parser


def program() -> int:
    """:func:`main` as a process of its own: its end is not the time to look for cycles among all that it made."""
    code = main()
    gc.freeze()
    return code


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command; returns 0 clean, 1 findings, 2 wrong usage or input, 3 internal failure."""
    _speak_utf8()
    gc.set_threshold(_RARELY)  # a document makes tens of thousands of small values and hardly a cycle
    try:
        arguments = build_parser().parse_args(argv)
    except SystemExit as stop:  # argparse has printed help, the version, or the error
        return stop.code if isinstance(stop.code, int) else exit_codes.WRONG_INPUT
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
        return code
    except InputError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return exit_codes.WRONG_INPUT
    except KeyboardInterrupt:
        print("已中断，没有留下不完整的文件。", file=sys.stderr)
        return exit_codes.INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return exit_codes.CLEAN
    except Exception as error:
        if getattr(arguments, "debug", False):
            raise
        print(
            f"程序内部出错（{type(error).__name__}：{error}）。您的文件没有被改动；请加 --debug 再运行一次，把显示的内容发给技术人员。",
            file=sys.stderr,
        )
        return exit_codes.INTERNAL_FAILURE


def _speak_utf8() -> None:
    """Pipes and files get UTF-8 everywhere; a console keeps its own encoding but never stops on a character."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace") if stream.isatty() else reconfigure(encoding="utf-8")
