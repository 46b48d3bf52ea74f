"""Tesseract's library in a process of its own: a page that hangs or crashes it costs that page and no more.

The worker hands pictures over a pipe (a page of 4 MB takes about a millisecond) and gets words back. A
child that takes too long is ended, one that died is started anew for the next picture.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any, cast

from pipeline.ocr.engine import PAGE_SECONDS, EngineTroubleError, Spread
from schemas.errors import ToolMissingError
from schemas.text import Word

if TYPE_CHECKING:
    from schemas.image import Pixels

_GRACE = 5.0
"""Seconds beyond the engine's own limit: that one is heeded between words only, and loading takes a while."""

_PAGES_EACH = 500
"""Pictures after which a child is replaced: what the library does not give back stays small."""

_SERVE = "from pipeline.ocr.serving import serve; serve()"


class GuardedLibrary:
    """The library engine for one worker process. Not safe for threads.

    ``command`` starts the child (arguments of the program); for tests. Raises ``ToolMissingError`` when the library
    or its data are missing: the child is asked, for the library's 10 MB are nothing the worker needs.
    """

    name = "library"

    def __init__(self, seconds: float = PAGE_SECONDS, command: tuple[str, ...] | None = None) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        self._served = 0
        self._seconds = seconds
        self._command = command or (sys.executable, "-c", _SERVE)
        if command is None:
            self._probe()

    def words(self, grey: Pixels, dpi: float, spread: Spread = "page") -> tuple[Word, ...]:
        """See ``Engine``. Raises ``EngineTroubleError`` when the engine or its process fails on this picture."""
        return cast("tuple[Word, ...]", self._asked("words", grey, dpi, spread))

    def turn(self, grey: Pixels, dpi: float) -> int | None:
        """See ``Engine``. Raises ``EngineTroubleError`` as ``words`` does."""
        return cast("int | None", self._asked("turn", grey, dpi))

    def _probe(self) -> None:
        try:
            self._asked("probe")
        except EngineTroubleError as error:
            raise ToolMissingError("Thư viện Tesseract không chạy được trên máy này") from error

    def close(self) -> None:
        """Ends the child process; the next picture starts another."""
        child, self._child, self._served = self._child, None, 0
        if child is not None:
            child.kill()
            for pipe in (child.stdin, child.stdout):
                if pipe is not None:
                    _closed_quietly(pipe)
            child.wait()

    def __del__(self) -> None:
        if not sys.is_finalizing():  # then the child finds its pipe closed, and ends
            self.close()

    def _asked(self, *request: Any) -> Any:
        outcome, value = self._exchanged((self._seconds, *request))
        if outcome == "trouble":
            raise EngineTroubleError(value)
        if outcome == "missing":
            raise ToolMissingError(value)
        if outcome == "bug":
            raise RuntimeError(value)
        return value

    def _exchanged(self, request: tuple[Any, ...]) -> tuple[str, Any]:
        """What the child answers. A watch ends a child that is late; then, as when it dies, the pipe is at its end."""
        child = self._running()
        late = threading.Event()
        watch = threading.Timer(self._seconds + _GRACE, _ended, (child, late))
        watch.daemon = True
        watch.start()
        try:
            assert child.stdin is not None
            assert child.stdout is not None
            pickle.dump(request, child.stdin, protocol=pickle.HIGHEST_PROTOCOL)
            child.stdin.flush()
            answer: tuple[str, Any] = pickle.load(child.stdout)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            self.close()
            reason = "Tesseract đọc trang này quá lâu" if late.is_set() else "Tesseract dừng vì lỗi ở trang này"
            raise EngineTroubleError(reason) from error
        finally:
            watch.cancel()
        self._served += 1
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._served >= _PAGES_EACH:
            self.close()
        if self._child is None:
            # The child has to find this program wherever it was loaded from.
            paths = os.pathsep.join(path for path in sys.path if path)
            self._child = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # the progress bar stands there
                env={**os.environ, "PYTHONPATH": paths, "OMP_THREAD_LIMIT": "1"},
            )
        return self._child


def _ended(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


def _closed_quietly(pipe: Any) -> None:
    try:
        pipe.close()
    except OSError:
        return  # what was still to be written has nobody to read it
