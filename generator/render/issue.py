"""A finished document to its file: the same bytes for the same input, read back and compared before it gets its name."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.atomic_files import atomic_target
from generator.render.expected import Expectation
from generator.render.page import fit_to_words
from generator.render.template import FilledTemplate
from generator.render.verify import verify
from generator.wordml.reader import read_docx

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def issue(filled: FilledTemplate, title: str, expected: Sequence[Expectation], out: Path) -> None:
    """Writes ``filled`` to ``out`` if it says what is ``expected``.

    Raises RenderMismatchError where it does not, InputError where ``out`` cannot be written; either way ``out`` is as it
    was before and nothing else is left in its folder.
    """
    fit_to_words(filled.body, filled.style_names)
    content = _zipped(filled.parts(title))
    with atomic_target(out) as temporary:
        temporary.write_bytes(content)
        verify(read_docx(temporary), expected, file=str(out))


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    """The parts with a fixed date and without entries for folders, which make Word hang."""
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, content)
    return result.getvalue()
