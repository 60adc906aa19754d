"""nigao explain: a rule's documentation."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from generator.cli import exit_codes

if TYPE_CHECKING:
    from generator.cli.commands import Commands


def add_command(commands: Commands) -> None:
    parser = commands.add_parser(
        "explain",
        help="说明一条规则查什么、依据是什么",
        description="说明一条规则查什么、依据是什么、举例、已知局限；不给规则名时列出全部规则。",
    )
    parser.positionals.add_argument(
        "rule", nargs="?", metavar="规则", help="规则名，例如 sums.parts-differ-from-total"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from generator.usecases.explain_rule import explain_rule, list_rules

    print(explain_rule(arguments.rule) if arguments.rule else list_rules())
    return exit_codes.CLEAN
