"""Setting one finding of a draft aside, with the reason, for this and every later check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.checking.dismissing import dismissal_of
from generator.errors import InputError, Problem
from generator.ingest.dismissal_yaml import load_dismissals, save_dismissals
from generator.model.finding import Finding
from generator.usecases.check_document import CheckSettings, check_documents


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissed:
    """What was set aside, and the file that says so."""

    finding: Finding
    file: Path


def dismiss_finding(files: Sequence[Path], settings: CheckSettings, *, number: int, reason: str) -> Dismissed:
    """Sets aside the ``number``-th finding (from 1) of the one draft in ``files``.

    Raises InputError for several drafts, a missing reason, a number that the check does not have, an unreadable draft.
    """
    if len(files) != 1:
        raise _wrong("--dismiss", f"一次只能忽略一份稿件里的意见，给了{len(files)}份", "请只给一份稿件")
    if not reason.strip():
        raise _wrong("--reason", "没有写忽略的理由", "请用 --reason 写明为什么不必改，核对结果里会一并列出")
    run = check_documents(files, settings, progress=lambda *_: None)
    report = next(iter(run), None)
    if report is None:
        raise InputError(run.problems)
    if not 1 <= number <= len(report.findings):
        raise _wrong("--dismiss", f"没有第{number}条意见，共{len(report.findings)}条", "请照屏幕上的序号写")
    finding = report.findings[number - 1]
    dismissal = dismissal_of(finding, report.facts.document.text, reason.strip())
    file = save_dismissals(files[0], (*load_dismissals(files[0]), dismissal))
    return Dismissed(finding=finding, file=file)


def _wrong(option: str, what: str, remedy: str) -> InputError:
    return InputError(Problem(file=option, what=what, remedy=remedy))
