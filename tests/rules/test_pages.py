"""The pages under docs/rules/ say what the rules say."""

from __future__ import annotations

from pathlib import Path

from scripts.make_rule_docs import pages, stale, write


def test_the_shipped_pages_are_up_to_date(checkout: Path) -> None:
    assert stale(checkout / "docs" / "rules", pages()) == []


def test_writing_adds_mends_and_removes_pages(tmp_path: Path) -> None:
    (tmp_path / "gone.rule.md").write_text("旧", encoding="utf-8")
    (tmp_path / "README.md").write_text("旧", encoding="utf-8")
    wanted = pages()
    assert set(stale(tmp_path, wanted)) == {"gone.rule.md", *wanted}
    write(tmp_path, wanted)
    assert stale(tmp_path, wanted) == []


def test_the_list_links_every_page() -> None:
    wanted = pages()
    assert all(f"({name})" in wanted["README.md"] for name in wanted if name != "README.md")
