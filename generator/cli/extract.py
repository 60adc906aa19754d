"""nigao extract: the facts read from a file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import exit_codes

if TYPE_CHECKING:
    from generator.cli.commands import Commands


def add_command(commands: Commands) -> None:
    parser = commands.add_parser(
        "extract",
        help="列出从文件里读到的数、任务分工和算式",
        description="列出从文件里读到的每个数（指标、数值、单位、年度）、任务分工、数与数的关系、引用的文件和标题层次。",
    )
    parser.positionals.add_argument(
        "files", nargs="+", type=Path, metavar="文件", help="公文文件，可以给多个"
    )
    parser.options.add_argument(
        "--format", choices=("text", "json"), default="text", help="结果的形式（默认 text）"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from generator.usecases.extract_facts import extract_facts

    outcome = extract_facts(arguments.files)
    if arguments.format == "json":
        from generator.reports.extract_json import render_extract_json

        print(render_extract_json(outcome.facts))
    else:
        from generator.reports.extract_text import render_extract_text

        print(render_extract_text(outcome.facts))
    for problem in outcome.problems:
        print(problem, file=sys.stderr)
    return exit_codes.WRONG_INPUT if outcome.problems else exit_codes.CLEAN
