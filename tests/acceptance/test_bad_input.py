"""Bad input: one plain Chinese message with place and remedy, exit code 2, no file left behind."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

NOBODY = 65534
POLICY = "policies/清原县2017年脱贫攻坚工作要点.yaml"


def nigao(
    checkout: Path, *arguments: str | Path, user: int | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(checkout / "cli.py"), *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def assert_refused(run: subprocess.CompletedProcess[str], *said: str) -> None:
    """Exit 2; every line on standard error is a Chinese sentence; nothing that looks like a program's insides."""
    assert run.returncode == 2, f"{run.stdout}{run.stderr}"
    lines = run.stderr.strip().splitlines()
    assert lines
    for line in lines:
        assert re.search(r"[\u4e00-\u9fff]", line), line
    assert lines[-1].endswith("。")
    assert "Traceback" not in run.stderr
    for words in said:
        assert words in run.stderr, run.stderr


@pytest.fixture
def policy_text(checkout: Path) -> str:
    return (checkout / POLICY).read_text(encoding="utf-8")


def broken(tmp_path: Path, text: str, old: str, new: str) -> Path:
    """The shipped policy with one passage changed."""
    assert old in text
    path = tmp_path / "稿.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


CHANGES = {
    "wrong key": ("  发文机关:", "  发文机构:", ("发文机构", "发文机关")),
    "duplicate key": ("\n章节:", "\n印发: 另一个标题\n章节:", ("印发", "重复")),
    "broken YAML": ("\n章节:", "\n章节: [\n", ()),
    "unknown reference": ("{{ 脱贫人口 }}", "{{ 脱贫人囗 }}", ("脱贫人囗", "脱贫人口")),
    "bare number": ("数值: 6645人", "数值: 6645", ("6645", "单位")),
    "sum that does not add up": ("数值: 6645人", "数值: 6646人", ("6646人", "6645人")),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_wrong_policy_is_refused_with_its_place(
    change: str, checkout: Path, policy_text: str, tmp_path: Path
) -> None:
    old, new, said = CHANGES[change]
    path = broken(tmp_path, policy_text, old, new)
    run = nigao(checkout, "render", path, "-o", tmp_path / "out")
    assert_refused(run, path.name, "行", *said)
    assert not list(tmp_path.glob("out/**/*"))


def test_a_missing_policy_is_refused(checkout: Path, tmp_path: Path) -> None:
    assert_refused(nigao(checkout, "render", tmp_path / "没有.yaml", "-o", tmp_path / "out"), "没有.yaml")


def test_a_missing_template_is_refused(checkout: Path, tmp_path: Path) -> None:
    run = nigao(checkout, "render", checkout / POLICY, "-t", tmp_path / "没有.docx", "-o", tmp_path / "out")
    assert_refused(run, "没有.docx")
    assert not list(tmp_path.glob("out/**/*"))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("空.docx", b""),
        ("假.docx", "这不是 Word 文件".encode()),
        ("坏.docx", b"PK\x03\x04" + bytes(200)),
        ("空.txt", b""),
        ("空.yaml", b""),
    ],
)
def test_a_draft_that_cannot_be_read_is_refused(
    name: str, content: bytes, checkout: Path, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert_refused(nigao(checkout, "check", path), name)


def test_one_unreadable_draft_does_not_keep_the_others_from_being_checked(
    checkout: Path, tmp_path: Path
) -> None:
    good, bad = tmp_path / "好.txt", tmp_path / "坏.docx"
    good.write_text("全县共有12个村，其中甲镇5个、乙镇7个。\n", encoding="utf-8")
    bad.write_bytes(b"")
    run = nigao(checkout, "check", bad, good)
    assert run.returncode == 2
    assert "好.txt" in run.stdout
    assert "坏.docx" in run.stderr


@pytest.mark.parametrize("corpus", ["没有的文件夹", "文件.txt"])
def test_a_corpus_that_is_no_folder_is_refused(corpus: str, checkout: Path, tmp_path: Path) -> None:
    draft = tmp_path / "稿.txt"
    draft.write_text("全县共有12个村。\n", encoding="utf-8")
    (tmp_path / "文件.txt").write_text("不是文件夹", encoding="utf-8")
    assert_refused(nigao(checkout, "check", draft, "--corpus", tmp_path / corpus), corpus)


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """A folder that nobody may enter."""
    folder = tmp_path / "锁"
    folder.mkdir()
    (folder / "来源.txt").write_text("全县共有12个村。\n", encoding="utf-8")
    folder.chmod(0o000)
    inside = Path(tempfile.gettempdir()).resolve()
    for parent in (tmp_path, *tmp_path.parents):  # pytest keeps its folders to the user who runs it
        if inside in parent.parents:
            parent.chmod(0o755)
    return folder


# Root may enter every folder, so the command gives its rights away, after a first run that has loaded all it needs:
# an ordinary user may not even reach the Python of a root's home.
WITHOUT_RIGHTS = """
import os, sys
from generator.cli.main import main
assert main({first!r}) in (0, 1)
if os.getuid() == 0:
    os.seteuid({nobody})
sys.exit(main({second!r}))
"""


def nigao_without_rights(
    checkout: Path, first: list[str], second: list[str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WITHOUT_RIGHTS.format(first=first, second=second, nobody=NOBODY)],
        cwd=checkout,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def test_a_corpus_without_rights_is_refused(locked: Path, checkout: Path, tmp_path: Path) -> None:
    draft, corpus = tmp_path / "稿.txt", tmp_path / "语料"
    draft.write_text("全县共有12个村。\n", encoding="utf-8")
    corpus.mkdir()
    first = ["check", str(draft), "--corpus", str(corpus)]
    run = nigao_without_rights(checkout, first, ["check", str(draft), "--corpus", str(locked)])
    assert_refused(run, locked.name, "权限")


def test_an_output_folder_without_rights_is_refused(locked: Path, checkout: Path, tmp_path: Path) -> None:
    policy = str(checkout / POLICY)
    first = ["render", policy, "-o", str(tmp_path / "out")]
    run = nigao_without_rights(checkout, first, ["render", policy, "-o", str(locked / "out")])
    assert_refused(run, locked.name, "权限")
    locked.chmod(0o755)
    assert [path.name for path in locked.iterdir()] == ["来源.txt"]


def test_an_unknown_rule_is_refused_with_near_names(checkout: Path) -> None:
    assert_refused(
        nigao(checkout, "explain", "sums.parts-differ-from-totals"), "sums.parts-differ-from-total"
    )
