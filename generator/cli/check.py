"""nigao check: drafts to findings."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import exit_codes

if TYPE_CHECKING:
    from generator.cli.commands import Commands
    from generator.model.finding import CheckReport


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
        "--format", choices=("text", "json", "html"), default="text", help="结果的形式（默认 text）"
    )
    options.add_argument("-o", "--output", type=Path, metavar="文件", help="结果写到文件（默认显示在屏幕上）")
    options.add_argument(
        "--profile",
        choices=("draft", "review", "issue"),
        default="issue",
        help="查得多细：拟稿、审稿、发文前（默认 issue）",
    )
    options.add_argument(
        "--fail-on",
        choices=("error", "warning", "never"),
        default="error",
        help="出现哪一级问题时退出码为 1（默认 error）",
    )
    options.add_argument(
        "--select", action="append", default=[], metavar="规则", help="只用这条规则或这一组，可重复"
    )
    options.add_argument(
        "--ignore", action="append", default=[], metavar="规则", help="不用这条规则或这一组，可重复"
    )
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
    outcome = check_documents(arguments.files, settings, progress=show_progress)
    _deliver(_render(outcome.reports, arguments.format), arguments.output)
    for problem in outcome.problems:
        print(problem, file=sys.stderr)
    if outcome.unreadable:
        return exit_codes.WRONG_INPUT
    return exit_codes.FINDINGS if _fails(outcome.reports, arguments.fail_on) else exit_codes.CLEAN


def _render(reports: Sequence[CheckReport], form: str) -> str:
    if form == "json":
        from generator.reports.json_v1 import render_json

        return render_json(reports)
    if form == "html":
        from generator.reports.html import render_html

        return render_html(reports)
    from generator.reports.terminal import render_terminal

    return render_terminal(reports)


def _deliver(text: str, output: Path | None) -> None:
    if output is None:
        print(text)
        return
    from generator.atomic_files import write_text_atomically

    write_text_atomically(output, text + "\n")
    print(f"已写入 {output}", file=sys.stderr)


def _fails(reports: Sequence[CheckReport], fail_on: str) -> bool:
    loud = {"error": ("error",), "warning": ("error", "warning"), "never": ()}[fail_on]
    return any(finding.severity.value in loud for report in reports for finding in report.findings)
