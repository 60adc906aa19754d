"""nigao render: YAML to an issued .docx."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import exit_codes

if TYPE_CHECKING:
    from generator.cli.commands import Commands


def add_command(commands: Commands) -> None:
    parser = commands.add_parser(
        "render",
        help="由 YAML 生成公文（.docx）",
        description="由 YAML 生成公文（.docx）：写好后自动读回，逐项与 YAML 比对，有一处不同就不出文件。",
    )
    parser.positionals.add_argument(
        "policies", nargs="+", type=Path, metavar="YAML", help="政策数据文件，可以给多个"
    )
    parser.options.add_argument(
        "-t", "--template", type=Path, metavar="DOCX", help="所用模板（默认按文种取 templates/ 下的模板）"
    )
    parser.options.add_argument(
        "-o", "--out", type=Path, default=Path("out"), metavar="文件夹", help="输出文件夹（默认 out）"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from generator.usecases.render_document import render_document

    for policy in arguments.policies:
        print(f"已生成 {render_document(policy, template=arguments.template, out=arguments.out)}")
    return exit_codes.CLEAN
