"""nigao books: one responsibility book per party of the decomposition."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import exit_codes

if TYPE_CHECKING:
    from generator.cli.commands import Commands


def add_command(commands: Commands) -> None:
    parser = commands.add_parser(
        "books",
        help="由分解表生成责任书，每个乡镇一份",
        description="由 YAML 的“分解”生成责任书，每个乡镇一份；各份之和与全县数不等时一份也不出。",
    )
    parser.positionals.add_argument("policy", type=Path, metavar="YAML", help="政策数据文件")
    parser.options.add_argument(
        "-t", "--template", type=Path, metavar="DOCX", help="责任书模板（默认 templates/责任书.docx）"
    )
    parser.options.add_argument(
        "-o", "--out", type=Path, default=Path("out"), metavar="文件夹", help="输出文件夹（默认 out）"
    )
    parser.options.add_argument("--by", choices=("乡镇",), default="乡镇", help="按什么分（目前只有：乡镇）")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from generator.cli.progress import show_progress
    from generator.usecases.render_books import render_books

    files = render_books(
        arguments.policy, template=arguments.template, out=arguments.out, progress=show_progress
    )
    for file in files:
        print(f"已生成 {file}")
    print(f"共 {len(files)} 份责任书，各份之和与全县数相等。")
    return exit_codes.CLEAN
