"""nigao schema: the JSON Schema of the policy YAML."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from generator.cli import exit_codes

if TYPE_CHECKING:
    from generator.cli.commands import Commands


def add_command(commands: Commands) -> None:
    parser = commands.add_parser(
        "schema",
        help="输出 YAML 的 JSON Schema（供编辑器提示和补全）",
        description="输出政策 YAML 的 JSON Schema：在 VS Code 等编辑器里设好后，写 YAML 时有提示、补全和中文说明。",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    import json

    from generator.usecases.policy_schema import policy_schema

    print(json.dumps(policy_schema(), ensure_ascii=False, indent=2))
    return exit_codes.CLEAN
