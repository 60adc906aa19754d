"""nigao corpus: the source corpus."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import exit_codes

if TYPE_CHECKING:
    from generator.cli.commands import Commands
    from generator.cli.parser import ChineseParser

_FEW = 5  # so many new sources are held against the others at once


def add_command(commands: Commands) -> None:
    parser = commands.add_parser(
        "corpus",
        help="管理来源语料：加入、列出、查找、核对来源之间的矛盾",
        description="管理来源语料：公文原文或要素表（YAML）放在语料文件夹里，索引自动建立，文件改了会自动更新。",
    )
    actions = parser.add_subparsers(title="动作", metavar="<动作>", required=True, parser_class=type(parser))
    add = _action(actions, "add", run_add, "加入来源文件，自动识别标题、字号、日期")
    add.positionals.add_argument("files", nargs="+", type=Path, metavar="文件", help="公文文件，可以给多个")
    _action(actions, "list", run_list, "列出全部来源")
    show = _action(actions, "show", run_show, "显示一份来源的文件信息、数和任务分工")
    show.positionals.add_argument("id", metavar="来源", help="来源名（corpus list 的第一列）")
    search = _action(actions, "search", run_search, "查找语料里的段落，标出其中的数和单位")
    search.positionals.add_argument("words", metavar="词语", help="要找的词或数；空格隔开的几个词要都出现")
    search.options.add_argument(
        "--limit", type=int, default=20, metavar="条数", help="最多显示几段（默认 20）"
    )
    _action(actions, "conflicts", run_conflicts, "列出来源之间互相矛盾的数")
    agencies = _action(actions, "agencies", run_agencies, "列出语料里没有登记的单位")
    agencies.options.add_argument("-o", "--output", type=Path, metavar="文件", help="写成名录文件（YAML）")
    _action(actions, "rebuild", run_rebuild, "丢掉旧索引，全部重新读一遍")


def _action(
    actions: argparse._SubParsersAction[ChineseParser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    what: str,
) -> ChineseParser:
    parser = _with_corpus(actions.add_parser(name, help=what, description=f"{what}。"))
    parser.set_defaults(run=run)
    return parser


def _with_corpus(parser: ChineseParser) -> ChineseParser:
    parser.options.add_argument("--corpus", type=Path, metavar="文件夹", help="来源语料（默认 corpus/）")
    return parser


def run_add(arguments: argparse.Namespace) -> int:
    from generator.reports.corpus_passages import render_conflicts
    from generator.reports.corpus_text import render_added
    from generator.usecases.add_sources import add_sources
    from generator.usecases.corpus_conflicts import find_conflicts
    from generator.usecases.registry import load_agencies

    done = add_sources(
        arguments.files, arguments.corpus, report=lambda added: print(render_added(added), flush=True)
    )
    fresh = [added.name for added in done.added if added.fresh]
    if len(fresh) > _FEW:
        print("新加的来源之间、与原有来源之间有没有矛盾，用 nigao corpus conflicts 查看。")
    elif found := tuple(find_conflicts(done.corpus, load_agencies(arguments.corpus), fresh)):
        print(render_conflicts(found))
    return _report((*done.problems, *done.corpus.problems))


def run_search(arguments: argparse.Namespace) -> int:
    from generator.reports.corpus_passages import render_passages
    from generator.usecases.browse_corpus import search

    hits = search(arguments.corpus, arguments.words, limit=max(arguments.limit, 1))
    print(render_passages(hits, arguments.words, color=sys.stdout.isatty()))
    return exit_codes.CLEAN


def run_conflicts(arguments: argparse.Namespace) -> int:
    from generator.reports.corpus_passages import render_conflicts
    from generator.usecases.browse_corpus import conflicts

    print(render_conflicts(conflicts(arguments.corpus)))
    return exit_codes.CLEAN


def run_agencies(arguments: argparse.Namespace) -> int:
    from generator.reports.corpus_passages import agencies_yaml, render_agencies
    from generator.usecases.browse_corpus import unknown_agencies

    found = unknown_agencies(arguments.corpus)
    print(render_agencies(found))
    if arguments.output is not None and found:
        from generator.atomic_files import write_text_atomically

        write_text_atomically(arguments.output, agencies_yaml(found))
        print(f"已写入 {arguments.output}", file=sys.stderr)
    return exit_codes.CLEAN


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
