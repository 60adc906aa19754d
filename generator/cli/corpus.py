"""nigao corpus: the source corpus."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import exit_codes

if TYPE_CHECKING:
    from generator.cli.commands import Commands
    from generator.cli.parser import ChineseParser


def add_command(commands: Commands) -> None:
    parser = commands.add_parser(
        "corpus",
        help="管理来源语料：列出、查看、重建索引",
        description="管理来源语料：公文原文或事实表（YAML）放在语料文件夹里，索引自动建立，文件改了会自动更新。",
    )
    actions = parser.add_subparsers(title="动作", metavar="<动作>", required=True, parser_class=type(parser))
    _with_corpus(actions.add_parser("list", help="列出全部来源", description="列出全部来源。")).set_defaults(
        run=run_list
    )
    show = actions.add_parser(
        "show", help="显示一份来源的数和任务", description="显示一份来源的文件信息、数和任务分工。"
    )
    show.positionals.add_argument("id", metavar="来源", help="来源名（corpus list 的第一列）")
    _with_corpus(show).set_defaults(run=run_show)
    rebuild = actions.add_parser("rebuild", help="重建索引", description="丢掉旧索引，全部重新读一遍。")
    _with_corpus(rebuild).set_defaults(run=run_rebuild)


def _with_corpus(parser: ChineseParser) -> ChineseParser:
    parser.options.add_argument("--corpus", type=Path, metavar="文件夹", help="来源语料（默认 corpus/）")
    return parser


def run_list(arguments: argparse.Namespace) -> int:
    from generator.reports.corpus_text import render_source_list
    from generator.usecases.browse_corpus import list_sources

    listing = list_sources(arguments.corpus)
    print(render_source_list(listing.sources))
    return _report(listing.problems)


def run_show(arguments: argparse.Namespace) -> int:
    from generator.reports.corpus_text import render_source
    from generator.usecases.browse_corpus import find_source

    print(render_source(find_source(arguments.corpus, arguments.id)))
    return exit_codes.CLEAN


def run_rebuild(arguments: argparse.Namespace) -> int:
    from generator.cli.progress import show_progress
    from generator.usecases.browse_corpus import rebuild

    listing = rebuild(arguments.corpus, progress=show_progress)
    print(f"索引已重建：{len(listing.sources)} 份来源。")
    return _report(listing.problems)


def _report(problems: tuple[object, ...]) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    return exit_codes.WRONG_INPUT if problems else exit_codes.CLEAN
