"""How worker processes begin: with all that reading needs already imported, where the platform can, and little memory."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext, SpawnContext
from typing import TypeVar

T = TypeVar("T")

_PRELOADED = "pipeline.preloaded"
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
"""Options of glibc's ``mallopt``."""
_LARGE, _SPARE = 3 << 20, 32 << 20
"""Bytes from which an array is memory of its own, given back at once; bytes free at the heap's end before they are."""


def worker_context(*preload: str) -> ForkServerContext | SpawnContext:
    """What starts workers: a server that has imported what they need, and the modules ``preload``, and forks them.

    Importing costs each spawned worker over a second of processor time. Where forking is not sure (it is not on
    macOS), workers are spawned. Asked again in the same process, the server that runs is used as it is.
    """
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([_PRELOADED, *preload])
    with interrupts_ignored():
        forkserver.ensure_running()
    return context


def begin(environment: Mapping[str, str]) -> None:
    """What a worker does first: it takes its parent's ``environment``, not that of the server's start."""
    if dict(os.environ) != environment:
        os.environ.clear()
        os.environ.update(environment)
    gc.freeze()  # what workers share is not looked through again, so that it stays shared
    _give_back_large_arrays()


def begun(environment: Mapping[str, str], work: Callable[..., T], *arguments: object) -> T:
    """``work`` in a worker that has begun."""
    begin(environment)
    return work(*arguments)


def is_orphan() -> bool:
    """Whether the process that this worker was started for has ended; the one that forked it may live on."""
    parent = multiprocessing.parent_process()
    return parent is not None and not parent.is_alive()


@contextmanager
def interrupts_ignored() -> Iterator[None]:
    """Processes started here are born deaf to Ctrl-C, so that only their parent hears it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _give_back_large_arrays() -> None:
    """Pages are arrays of 4 to 30 MB. glibc learns from the first to put such into its heap, which then grows with
    the holes they leave: a worker reading at 300 dpi took 55 MB more."""
    if sys.platform != "linux":
        return
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:  # musl has none
        mallopt(_MMAP_THRESHOLD, _LARGE)
        mallopt(_TRIM_THRESHOLD, _SPARE)
