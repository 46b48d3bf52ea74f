"""In a terminal a long run shows how far it is, how fast, and how long it will take; elsewhere nothing."""

from __future__ import annotations

import time
from functools import partial
from io import StringIO

import pytest
import rich.console

from commands.ingest import progress_bar


def shown(monkeypatch: pytest.MonkeyPatch, terminal: bool) -> str:
    """What stands on the screen of a run of 20 files of which 11 have an end."""
    screen = StringIO()
    console = partial(rich.console.Console, file=screen, force_terminal=terminal, width=120, _environ={})
    monkeypatch.setattr(rich.console, "Console", lambda **_: console())
    with progress_bar("Đang đọc") as progress:
        for done in range(12):
            progress(done, 20)
            time.sleep(0.03)
    return screen.getvalue()


def test_in_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    on_screen = shown(monkeypatch, terminal=True)
    assert "Đang đọc" in on_screen
    assert "11/20" in on_screen
    assert "tệp/phút" in on_screen
    assert "0:00:0" in on_screen


def test_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, terminal=False) == ""
