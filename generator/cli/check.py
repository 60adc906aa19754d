"""nigao check: drafts to findings."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import exit_codes
from generator.cli.check_output import FORMATS, Target, deliver

if TYPE_CHECKING:
    from generator.cli.commands import Commands
    from generator.model.finding import CheckReport
    from generator.usecases.check_document import CheckSettings

_FAILING = {
    "error": frozenset({"error"}),
    "warning": frozenset({"error", "warning"}),
    "never": frozenset[str](),
}


def add_command(commands: Commands) -> None:
    parser = commands.add_parser(
        "check",
        help="核对稿件：每个数、每个牵头单位与来源是否一致",
        description="核对稿件（.docx .txt .md .yaml 等）：分项与合计、同一指标前后、与来源语料、牵头单位、单位名称、发文字号。",
        epilog="退出码：0 没有达到 --fail-on 的问题；1 有；2 文件读不了或用法不对；3 程序内部出错。",
    )
    parser.positionals.add_argument("files", nargs="+", type=Path, metavar="文件", help="稿件，可以给多个")
    options = parser.options
    options.add_argument("--corpus", type=Path, metavar="文件夹", help="来源语料（默认 corpus/）")
    options.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="结果的形式（默认 text）：docx 是带批注的稿件副本，xlsx 是核校单，html 是网页",
    )
    options.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="文件",
        help="结果写到文件（docx、xlsx 默认写在稿件旁边，其余显示在屏幕上）",
    )
    options.add_argument(
        "--profile",
        choices=("draft", "review", "issue"),
        default="issue",
        help="查得多细：拟稿、审稿、发文前（默认 issue）",
    )
    options.add_argument(
        "--fail-on",
        choices=tuple(_FAILING),
        default="error",
        help="出现哪一级问题时退出码为 1（默认 error）",
    )
    options.add_argument(
        "--select", action="append", default=[], metavar="规则", help="只用这条规则或这一组，可重复"
    )
    options.add_argument(
        "--ignore", action="append", default=[], metavar="规则", help="不用这条规则或这一组，可重复"
    )
    options.add_argument(
        "--fix",
        action="store_true",
        help="与 --format docx 同用：字号括号等不会改错的形式问题以修订方式改好，数从不改",
    )
    options.add_argument(
        "--dismiss",
        type=int,
        metavar="序号",
        help="忽略这条意见（屏幕上的序号），以后不再提示；要同时用 --reason 写明理由",
    )
    options.add_argument("--reason", default="", metavar="理由", help="为什么不必改，与 --dismiss 同用")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from generator.cli.progress import show_progress
    from generator.usecases.check_document import CheckSettings, check_documents

    settings = CheckSettings(
        corpus=arguments.corpus,
        profile=arguments.profile,
        select=tuple(arguments.select),
        ignore=tuple(arguments.ignore),
    )
    if arguments.dismiss is not None:
        return _dismiss(arguments, settings)
    checked = check_documents(arguments.files, settings, progress=show_progress)
    seen: set[str] = set()
    target = Target(output=arguments.output, several=len(arguments.files) > 1, fix=arguments.fix)
    deliver(_noting_severities(checked, seen), arguments.format, target)
    for problem in checked.problems:
        print(problem, file=sys.stderr)
    if checked.unreadable:
        return exit_codes.WRONG_INPUT
    return exit_codes.FINDINGS if seen & _FAILING[arguments.fail_on] else exit_codes.CLEAN


def _noting_severities(reports: Iterable[CheckReport], seen: set[str]) -> Iterator[CheckReport]:
    """The reports as they pass; ``seen`` gathers the severities of their findings."""
    for report in reports:
        seen.update(finding.severity.value for finding in report.findings)
        yield report


def _dismiss(arguments: argparse.Namespace, settings: CheckSettings) -> int:
    from generator.usecases.dismiss_finding import dismiss_finding

    done = dismiss_finding(arguments.files, settings, number=arguments.dismiss, reason=arguments.reason)
    print(f"已忽略第{arguments.dismiss}条：{done.finding.message}\n记在 {done.file}，删掉那一项就恢复。")
    return exit_codes.CLEAN
