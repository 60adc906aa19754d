"""Regular expressions that are compiled once for a machine instead of once for a run.

A check knows some seven hundred expressions, and compiling them took a third of its time. The engine's code of each is kept
in the user's cache folder under the interpreter that made it; an expression that is not found there is compiled as
always and kept at the end of the run. The file holds numbers and names only, with a sum over all of it: a file that was
cut short or spoilt costs time, never a wrong match. What cannot be kept, or an engine that is not known, costs time too.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import re
import sys
import zlib
from array import array
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from generator.cache_folder import cache_folder

_Key = tuple[str, int]
_MOST: Final = 4000
"""Expressions kept at most: past this, those that the run did not use are dropped, as older versions' are."""


@dataclass(frozen=True, slots=True)
class _Code:
    """What the engine needs to build an expression without reading its text."""

    flags: int
    groups: int
    names: dict[str, int]
    numbers: memoryview  # of 32 bits each


@cache
def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """The same as ``re.compile(source, flags)``, and quicker from the second run on.

    For expressions that recur from run to run, never for one made of a draft's words: those would be kept.
    """
    return re.compile(source, flags) if _STORE is None else _STORE.expression(source, int(flags))


class _Engine:
    """The parts of :mod:`re` that are not public. Raises ImportError or AttributeError where an interpreter has others."""

    def __init__(self) -> None:
        self._parse: Any = import_module("re._parser").parse
        self._encode: Any = import_module("re._compiler")._code
        core = import_module("_sre")
        self._build: Any = core.compile
        self.version: int = core.MAGIC

    def code(self, source: str, flags: int) -> _Code:
        parsed = self._parse(source, flags)
        state = parsed.state
        numbers = memoryview(array("I", self._encode(parsed, flags)))
        return _Code(flags | state.flags, state.groups - 1, dict(state.groupdict), numbers)

    def expression(self, source: str, code: _Code) -> re.Pattern[str]:
        """Raises RuntimeError, ValueError or TypeError where the code is none that the engine takes."""
        by_number: list[str | None] = [None] * (code.groups + 1)
        for name, number in code.names.items():
            by_number[number] = name
        built: re.Pattern[str] = self._build(
            source, code.flags, code.numbers.tolist(), code.groups, code.names, tuple(by_number)
        )
        return built


class _Store:
    """The codes of earlier runs, and those this run had to add."""

    def __init__(self, engine: _Engine, path: Path) -> None:
        self._engine, self._path = engine, path
        self._kept = _read(path)
        self._used: dict[_Key, _Code] = {}
        self._is_new = False

    def expression(self, source: str, flags: int) -> re.Pattern[str]:
        key = (source, flags)
        code = self._kept.get(key)
        try:
            if code is None:
                code = self._engine.code(source, flags)
                self._note_news()
            expression = self._engine.expression(source, code)
        except (AttributeError, TypeError, ValueError, RuntimeError, IndexError):
            return re.compile(source, flags)
        self._used[key] = code
        return expression

    def _note_news(self) -> None:
        if not self._is_new:
            self._is_new = True
            atexit.register(self._save)

    def _save(self) -> None:
        together = {**_read(self._path), **self._used}  # another process may have added its own meanwhile
        with contextlib.suppress(OSError):
            _write(self._path, together if len(together) <= _MOST else self._used)


def _read(path: Path) -> dict[_Key, _Code]:
    try:
        sum_of_all, _, content = path.read_bytes().partition(b"\n")
        if int(sum_of_all) != zlib.crc32(content):
            return {}
        head, _, tail = content.partition(b"\n")
        numbers = memoryview(tail).cast("I")
        rows = json.loads(head.decode("utf-8", "surrogatepass"))
        codes: dict[_Key, _Code] = {}
        for source, given, flags, groups, names, start, end in rows:
            codes[source, given] = _Code(flags, groups, names, numbers[start:end])
        return codes
    except (OSError, ValueError, TypeError):
        return {}


def _write(path: Path, codes: dict[_Key, _Code]) -> None:
    rows, numbers, end = [], bytearray(), 0
    for (source, given), code in codes.items():
        start = end
        end += len(code.numbers)
        numbers += code.numbers.tobytes()
        rows.append((source, given, code.flags, code.groups, code.names, start, end))
    content = json.dumps(rows, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n" + numbers
    from tempfile import NamedTemporaryFile  # rarely needed, and slow to import

    with NamedTemporaryFile(dir=path.parent, prefix=".patterns-", delete=False) as file:
        try:
            file.write(b"%d\n" % zlib.crc32(content) + content)
            file.close()
            Path(file.name).replace(path)
        except OSError:
            Path(file.name).unlink(missing_ok=True)
            raise


def _opened() -> _Store | None:
    """None where the interpreter's engine is another or no folder of ours can be written."""
    folder = cache_folder()
    try:
        engine = _Engine()
    except (ImportError, AttributeError):
        return None
    name = f"patterns-{sys.hexversion:x}-{sys.byteorder}-{engine.version}.bin"
    return None if folder is None else _Store(engine, folder / name)


_STORE: Final = _opened()
