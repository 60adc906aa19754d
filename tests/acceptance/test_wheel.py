"""An installed wheel does the main job away from the checkout: its templates, policies and corpus travel with it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Path:
    """A folder into which the wheel of this checkout was unpacked, as pip would."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check"),
            *("--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(folder), str(checkout)),
        ],
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("nigao-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run_installed(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def test_the_wheel_renders_and_checks_its_shipped_sample(installed: Path, tmp_path: Path) -> None:
    policy = installed / "generator/shipped/policies/清原县2017年脱贫攻坚工作要点.yaml"
    rendered = run_installed(installed, tmp_path, "render", str(policy), "-o", "out")
    assert rendered.returncode == 0, rendered.stderr
    (issued,) = (tmp_path / "out").glob("*.docx")
    checked = run_installed(installed, tmp_path, "check", str(issued))
    assert checked.returncode == 0, checked.stdout + checked.stderr
    listed = run_installed(installed, tmp_path, "corpus", "list")
    assert "清脱贫办发〔2017〕2号" in listed.stdout
