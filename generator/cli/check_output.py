"""Where check results go: the screen, a file, a workbook, or a marked-up copy beside each draft."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import InputError, Problem

if TYPE_CHECKING:
    from generator.model.finding import CheckReport

FORMATS = ("text", "json", "sarif", "html", "docx", "xlsx")
_COPY = "（核校）.docx"
_WORKBOOK = "（核校单）.xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where to write: ``output`` as the user gave it, whether there are ``several`` drafts, whether to mend (``fix``)."""

    output: Path | None
    several: bool
    fix: bool
    _taken: set[Path] = field(default_factory=set)

    def copy_of(self, draft: Path) -> Path:
        """The file for the marked-up copy: ``output`` names a file for one draft, a folder for several."""
        if self.output is None:
            wanted = draft.with_name(f"{draft.stem}{_COPY}")
        elif not self.several and self.output.suffix.lower() == ".docx":
            wanted = self.output
        else:
            wanted = self.output / f"{draft.stem}{_COPY}"
        number = 2
        free = wanted
        while free in self._taken:
            free, number = wanted.with_stem(f"{wanted.stem}{number}"), number + 1
        self._taken.add(free)
        return _not_the_draft(free, draft)

    def workbook_of(self, draft: Path) -> Path:
        """The file for the workbook; named after the first draft unless ``output`` says otherwise."""
        return _not_the_draft(self.output or draft.with_name(f"{draft.stem}{_WORKBOOK}"), draft)


def deliver(reports: Iterable[CheckReport], form: str, target: Target) -> None:
    """Writes the results in ``form``, each as it comes. Word copies and workbooks go beside the draft unless told."""
    if form == "docx":
        for report in reports:
            _write_copy(report, target)
    elif form == "xlsx":
        _write_workbook(list(reports), target)
    elif target.output is None:
        for part in _parts(reports, form):
            sys.stdout.write(part)
        sys.stdout.write("\n")
    else:
        from generator.atomic_files import atomic_target

        with (
            atomic_target(target.output) as temporary,
            temporary.open("w", encoding="utf-8", newline="\n") as file,
        ):
            file.writelines(_parts(reports, form))
            file.write("\n")
        _tell(target.output)


def _parts(reports: Iterable[CheckReport], form: str) -> Iterator[str]:
    if form == "json":
        from generator.reports.json_v1 import json_parts

        return json_parts(reports)
    if form == "html":
        from generator.reports.html import render_html

        return iter((render_html(list(reports)),))
    if form == "sarif":
        from generator.reports.sarif import render_sarif

        return iter((render_sarif(list(reports)),))
    from generator.reports.terminal import terminal_parts

    return terminal_parts(reports)


def _write_copy(report: CheckReport, target: Target) -> None:
    from generator.reports.marked_copy import write_marked_copy

    draft = Path(report.facts.document.source)
    out = target.copy_of(draft)
    write_marked_copy(report, draft, out, fix=target.fix, when=datetime.now())
    _tell(out)


def _write_workbook(reports: list[CheckReport], target: Target) -> None:
    from generator.reports.workbook import write_workbook

    if reports:
        out = target.workbook_of(Path(reports[0].facts.document.source))
        write_workbook(reports, out)
        _tell(out)


def _not_the_draft(wanted: Path, draft: Path) -> Path:
    """The draft itself is never written over."""
    if wanted.resolve() == draft.resolve():
        raise InputError(
            Problem(
                file=str(wanted), what="输出位置就是稿件本身", remedy="请用 -o 换一个文件名，原稿不会被改动"
            )
        )
    return wanted


def _tell(path: Path) -> None:
    print(f"已写入 {path}", file=sys.stderr)
