"""templates/ holds what scripts/make_templates.py writes."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from lxml import etree

from scripts.make_templates import all_templates
from scripts.template_package import write_template

TEMPLATES = all_templates()


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_shipped_template_is_what_the_script_produces(name: str, checkout: Path) -> None:
    with zipfile.ZipFile(checkout / "templates" / name) as archive:
        shipped = {part: archive.read(part).decode() for part in archive.namelist()}
    assert shipped == TEMPLATES[name], "run scripts/make_templates.py"


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_part_is_well_formed_and_no_folder_is_an_entry(name: str, checkout: Path) -> None:
    with zipfile.ZipFile(checkout / "templates" / name) as archive:
        for part in archive.namelist():
            assert not part.endswith("/")
            etree.fromstring(archive.read(part))


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("甲", "乙"):
        (tmp_path / folder).mkdir()
        for name, parts in TEMPLATES.items():
            write_template(tmp_path / folder / name, parts)
    for name in TEMPLATES:
        assert (tmp_path / "甲" / name).read_bytes() == (tmp_path / "乙" / name).read_bytes()
