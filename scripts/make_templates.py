"""Writes templates/*.docx from the layout facts of GB/T 9704; every run gives the same bytes.

The templates are for people: opened in Word or WPS, changed, saved, they still work. This script is where they come
from, so that a review can read what changed.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts import template_book, template_notice  # noqa: E402 — the checkout must be importable first
from scripts.template_package import template_parts, write_template  # noqa: E402


def all_templates() -> dict[str, dict[str, str]]:
    """File name → its parts."""
    return {
        f"{template_notice.TITLE}.docx": template_parts(template_notice.TITLE, template_notice.notice_body()),
        f"{template_book.TITLE}.docx": template_parts(template_book.TITLE, template_book.book_body()),
    }


def main() -> int:
    folder = ROOT / "templates"
    folder.mkdir(exist_ok=True)
    for name, parts in all_templates().items():
        write_template(folder / name, parts)
        print(f"已写入 templates/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
