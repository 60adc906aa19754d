"""Where check results go: the screen, a file, a workbook, or a marked-up copy beside each draft."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import InputError, Problem

if TYPE_CHECKING:
    from generator.model.finding import CheckReport

FORMATS = ("text", "json", "sarif", "html", "docx", "xlsx")
_COPY = "（核校）.docx"
_WORKBOOK = "（核校单）.xlsx"


def deliver(reports: Sequence[CheckReport], form: str, output: Path | None, *, fix: bool) -> None:
    """Writes the results in ``form``. Word copies and workbooks go beside the draft unless ``output`` says where."""
    if form == "docx":
        for report, out in _copies(reports, output):
            _write_copy(report, out, fix=fix)
    elif form == "xlsx":
        if reports:
            from generator.reports.workbook import write_workbook

            target = output or _beside(reports[0], _WORKBOOK)
            _refuse_draft(target, reports)
            write_workbook(reports, target)
            _tell(target)
    else:
        _print_or_write(_rendered(reports, form), output)


def _rendered(reports: Sequence[CheckReport], form: str) -> str:
    if form == "json":
        from generator.reports.json_v1 import render_json

        return render_json(reports)
    if form == "html":
        from generator.reports.html import render_html

        return render_html(reports)
    if form == "sarif":
        from generator.reports.sarif import render_sarif

        return render_sarif(reports)
    from generator.reports.terminal import render_terminal

    return render_terminal(reports)


def _print_or_write(text: str, output: Path | None) -> None:
    if output is None:
        print(text)
        return
    from generator.atomic_files import write_text_atomically

    write_text_atomically(output, text + "\n")
    _tell(output)


def _copies(reports: Sequence[CheckReport], output: Path | None) -> list[tuple[CheckReport, Path]]:
    """A copy for each draft: ``output`` names a file for one draft, a folder for several."""
    if output is None:
        targets = [_beside(report, _COPY) for report in reports]
    elif len(reports) == 1 and output.suffix.lower() == ".docx":
        targets = [output]
    else:
        targets = [output / f"{Path(report.facts.document.source).stem}{_COPY}" for report in reports]
    seen: set[Path] = set()
    for number, target in enumerate(targets):
        if target in seen:
            target = targets[number] = target.with_stem(f"{target.stem}{number + 1}")
        seen.add(target)
        _refuse_draft(target, reports)
    return list(zip(reports, targets, strict=True))


def _beside(report: CheckReport, ending: str) -> Path:
    draft = Path(report.facts.document.source)
    return draft.with_name(f"{draft.stem}{ending}")


def _refuse_draft(target: Path, reports: Sequence[CheckReport]) -> None:
    """The draft itself is never written over."""
    if any(target.resolve() == Path(report.facts.document.source).resolve() for report in reports):
        raise InputError(
            Problem(
                file=str(target), what="输出位置就是稿件本身", remedy="请用 -o 换一个文件名，原稿不会被改动"
            )
        )


def _write_copy(report: CheckReport, out: Path, *, fix: bool) -> None:
    from generator.reports.marked_copy import write_marked_copy

    draft = Path(report.facts.document.source)
    write_marked_copy(report, draft, out, fix=fix, when=datetime.now())
    _tell(out)


def _tell(path: Path) -> None:
    print(f"已写入 {path}", file=sys.stderr)
