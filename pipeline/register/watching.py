"""A scanner's drop folder: files are taken when they have stopped changing.

Looked at again and again rather than listened to: network shares, where scanners write, send no events.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.register.handing_in import files_under

POLL_SECONDS = 2.0
"""Between two looks; a file that is the same in both is whole (scanners write pages without longer rests)."""

_Stamp = tuple[int, int]


class DropFolder:
    """Folders into which files are put; ``arrived`` is called every ``POLL_SECONDS``."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self._seen: dict[Path, _Stamp] = {}
        self._taken: dict[Path, _Stamp] = {}

    def arrived(self) -> list[Path]:
        """Files that are whole and have not been given before, or have changed since; in order of their names.

        Empty files are still being written. A folder that cannot be reached just now has none.
        """
        now = dict(_stamps(files_under(folder for folder in self._folders if folder.is_dir())))
        whole = [path for path, stamp in now.items() if stamp == self._seen.get(path) != self._taken.get(path)]
        self._seen = now
        self._taken = {path: stamp for path, stamp in self._taken.items() if path in now}
        self._taken |= {path: now[path] for path in whole}
        return whole


def _stamps(files: Iterable[Path]) -> Iterable[tuple[Path, _Stamp]]:
    for path in files:
        try:
            stat = path.stat()
        except OSError:
            continue
        if stat.st_size:
            yield path, (stat.st_size, stat.st_mtime_ns)
