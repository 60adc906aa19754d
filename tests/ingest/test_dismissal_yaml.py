"""The file of set-aside findings beside a draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import InputError
from generator.ingest.dismissal_yaml import load_dismissals, save_dismissals
from generator.model.dismissal import Dismissal, dismissal_file

ONE = Dismissal(
    rule="sums.parts-differ-from-total",
    quote="6645人",
    sentence="共6645人：“含”\\新增。",
    reason="含新增: 见表",
)
TWO = Dismissal(rule="marks.unbalanced", quote="", reason="引文如此")


def test_what_is_saved_is_read_again(tmp_path: Path) -> None:
    draft = tmp_path / "稿.docx"
    path = save_dismissals(draft, [ONE, TWO])
    assert path == tmp_path / "稿.docx.忽略.yaml"
    assert load_dismissals(draft) == (ONE, TWO)


def test_a_draft_without_a_file_has_none(tmp_path: Path) -> None:
    assert load_dismissals(tmp_path / "稿.docx") == ()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("忽略:\n  - 规则: sums\n", "理由"),
        ("忽略:\n  - {规则: sums, 理由: 好, 原因: 多}\n", "原因"),
        ("忽视:\n  - {规则: sums, 理由: 好}\n", "忽视"),
        ("忽略: [规则\n", "第"),
    ],
)
def test_a_faulty_file_is_told_with_its_place(text: str, what: str, tmp_path: Path) -> None:
    draft = tmp_path / "稿.docx"
    dismissal_file(draft).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=what):
        load_dismissals(draft)
