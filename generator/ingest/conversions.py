"""Outside programs that turn a .doc into something readable, each with a time limit and its own profile."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_OFFICE_NAMES = ("soffice", "libreoffice")
_OFFICE_PLACES = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
OFFICE_SECONDS = 120
ANTIWORD_SECONDS = 30


def find_office() -> str | None:
    """LibreOffice's program, None where there is none."""
    found = next((path for name in _OFFICE_NAMES if (path := shutil.which(name))), None)
    return found or next((place for place in _OFFICE_PLACES if Path(place).is_file()), None)


def find_antiword() -> str | None:
    """antiword's program, None where there is none."""
    return shutil.which("antiword")


def office_to_docx(office: str, path: Path, folder: Path) -> Path | None:
    """Converts ``path`` into ``folder``; None where LibreOffice fails or takes too long.

    It gets a profile of its own, so that a LibreOffice which the clerk has open is not disturbed, and the file under a
    plain name, since its own may begin with a dash.
    """
    source = folder / "in.doc"
    shutil.copyfile(path, source)
    profile = (folder / "profile").as_uri()
    arguments = [
        *(office, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck"),
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(source)),
    ]
    done = run_limited(arguments, seconds=OFFICE_SECONDS)
    result = folder / "in.docx"
    return result if done is not None and result.is_file() else None


def antiword_text(antiword: str, path: Path) -> str | None:
    """The text of ``path``, a paragraph a line; None where antiword cannot read it."""
    output = run_limited(
        [antiword, "-w", "0", "-m", "UTF-8.txt", str(path.resolve())], seconds=ANTIWORD_SECONDS
    )
    return output.decode("utf-8", errors="replace") if output else None


def run_limited(arguments: Sequence[str], *, seconds: float) -> bytes | None:
    """Standard output of a program; None where it fails or runs too long (then it is ended with its children)."""
    try:
        process = subprocess.Popen(  # noqa: S603 -- a program found on the machine, arguments as a list
            arguments,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return None
    try:
        output, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        _end(process)
        return None
    return output if process.returncode == 0 else None


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the process and what it started: soffice is a script whose child does the work."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
