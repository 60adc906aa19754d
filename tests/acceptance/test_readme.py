"""The README is true: every command in it runs, every file it names exists, it stays short."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = re.compile(r"^\$ python cli\.py (?P<arguments>.*)$", re.MULTILINE)


@pytest.fixture(scope="module")
def readme(checkout: Path) -> str:
    return (checkout / "README.md").read_text(encoding="utf-8")


def test_the_readme_stays_short(readme: str) -> None:
    assert readme.count("\n") <= 150


def test_every_command_of_the_readme_runs_in_its_order(readme: str, checkout: Path, tmp_path: Path) -> None:
    for name in ("generator", "templates", "policies", "corpus", "cli.py"):
        source = checkout / name
        (tmp_path / name).symlink_to(source) if name == "generator" else _copy(source, tmp_path / name)
    commands = COMMAND.findall(readme)
    assert len(commands) >= 6
    for arguments in commands:
        run = subprocess.run(
            [sys.executable, "cli.py", *shlex.split(arguments)],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert run.returncode in (0, 1), f"{arguments}\n{run.stdout}{run.stderr}"
        assert run.stdout.strip() or "-o" in arguments


def test_every_command_of_the_program_is_in_the_readme(readme: str) -> None:
    shown = {shlex.split(arguments)[0] for arguments in COMMAND.findall(readme)}
    assert shown >= {"render", "books", "check", "extract", "corpus", "explain", "schema"}


def test_the_two_make_commands_exist_and_ci_runs_them(readme: str, checkout: Path) -> None:
    makefile = (checkout / "Makefile").read_text(encoding="utf-8")
    ci = (checkout / ".ci" / "run").read_text(encoding="utf-8")
    for target in re.findall(r"^make (\w+)$", readme, re.MULTILINE):
        assert f"\n{target}:" in makefile
        assert f"make {target}" in ci


def test_every_file_that_the_readme_names_exists(readme: str, checkout: Path) -> None:
    named = re.findall(
        r"(?:\]\(|`)((?:docs|templates|policies|corpus|generator|tests|scripts)/[^)`\s<>…*]*)", readme
    )
    assert named
    missing = [name for name in named if not (checkout / name).exists()]
    assert missing == []


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("*.sqlite*"))
    else:
        shutil.copy(source, target)
