"""What a command costs before it does anything: nothing heavy is imported to show help."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("jieba", "docx", "docxtpl", "jinja2", "yaml", "lxml", "sqlite3", "markdown", "openpyxl")


def loaded_modules(code: str, checkout: Path) -> set[str]:
    """Top-level modules in memory after ``code``."""
    script = f"import sys\n{code}\nprint('\\n'.join(sorted(m.partition('.')[0] for m in sys.modules)), file=sys.stderr)"
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=checkout, capture_output=True, text=True, check=True
    )
    return set(run.stderr.split())


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(arguments: list[str], checkout: Path) -> None:
    modules = loaded_modules(f"from generator.cli.main import main; main({arguments!r})", checkout)
    assert "generator" in modules
    assert not modules & set(HEAVY)


def test_a_check_loads_no_segmenter_and_starts_no_processes(checkout: Path) -> None:
    draft = checkout / "tests" / "planted" / "tuning" / "01_speech.txt"
    assert draft.is_file()
    code = f"from generator.cli.main import main; main(['check', {str(draft)!r}])"
    modules = loaded_modules(code, checkout)
    assert "sqlite3" in modules
    assert not modules & {
        "jieba",
        "rjieba",
        "docx",
        "jinja2",
        "lxml",
        "openpyxl",
        "multiprocessing",
        "logging",
    }


def test_rendering_loads_no_segmenter(checkout: Path, tmp_path: Path) -> None:
    policy = checkout / "policies" / "清原县2017年脱贫攻坚工作要点.yaml"
    code = f"from generator.cli.main import main; assert main(['render', {str(policy)!r}, '-o', {str(tmp_path)!r}]) == 0"
    modules = loaded_modules(code, checkout)
    assert "docxtpl" in modules
    assert "jieba" not in modules
