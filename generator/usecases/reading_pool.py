"""Many files read on all processors."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from threading import Thread
from time import sleep

from generator.model.agency import AgencyRegistry
from generator.usecases.read_sources import ReadSource, SourceFile, prepared

_AT_ONCE = 16
_LOOK_SECONDS = 0.5
_RARELY = 200_000  # new objects between two searches for cycles


class NoProcessesError(Exception):
    """This machine gives no processes, or one of them died."""


def read_in_processes(files: Sequence[SourceFile], registry: AgencyRegistry) -> Iterator[ReadSource]:
    """Every file of ``files`` in their order. Raises NoProcessesError, after which what was given stays good."""
    try:
        yield from _mapped(files, registry)
    except (OSError, BrokenProcessPool) as error:
        raise NoProcessesError from error


def _mapped(files: Sequence[SourceFile], registry: AgencyRegistry) -> Iterator[ReadSource]:
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in methods else "spawn")
    with ProcessPoolExecutor(mp_context=context, initializer=_begin, initargs=(registry,)) as pool:
        yield from pool.map(_in_process, files, chunksize=_AT_ONCE)


_registry = AgencyRegistry()


def _begin(registry: AgencyRegistry) -> None:
    """What a process needs for every file it reads."""
    global _registry
    _registry = registry
    Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    # A document makes tens of thousands of small values and hardly a cycle: looking for cycles is a fifth of the time.
    gc.freeze()
    gc.set_threshold(_RARELY, 20, 20)


def _end_with(parent: int) -> None:
    """Ends this process when the one that started it was killed: it would wait for work for ever."""
    while os.getppid() == parent:
        sleep(_LOOK_SECONDS)
    os._exit(1)


def _in_process(file: SourceFile) -> ReadSource:
    return prepared(file, _registry)
