"""A child that dies, hangs or talks nonsense costs one picture; the next one is read by a new child."""

from __future__ import annotations

import io
import pickle
import sys
import time

import numpy as np
import pytest

from pipeline.ocr import guarded
from pipeline.ocr.engine import EngineTroubleError
from pipeline.ocr.guarded import GuardedLibrary
from pipeline.ocr.reading import recognize
from pipeline.ocr.serving import answer_all
from schemas.errors import ToolMissingError
from tests.pipeline.ocr.specimens import page_image, striped_page

BLANK = np.full((40, 60), 255, np.uint8)
READ = "import pickle,sys; pickle.load(sys.stdin.buffer); "
ANSWER = "pickle.dump(({outcome!r}, {value!r}), sys.stdout.buffer); sys.stdout.flush(); "


def child(code: str, seconds: float = 20.0) -> GuardedLibrary:
    return GuardedLibrary(seconds, (sys.executable, "-c", code))


@pytest.mark.parametrize(
    "code",
    [
        "import os,signal; os.kill(os.getpid(), signal.SIGSEGV)",
        READ + "sys.exit(3)",
        READ + "sys.stdout.write('mumble'); sys.stdout.flush()",
        "raise SystemExit",
    ],
    ids=["crashes", "dies", "talks nonsense", "does not start"],
)
def test_a_dead_child_is_trouble_with_the_page(code: str) -> None:
    engine = child(code)
    with pytest.raises(EngineTroubleError, match="vì lỗi"):
        engine.words(BLANK, 200)
    page = recognize(page_image(striped_page()), engine).page
    assert page.trouble is not None
    assert page.words == ()


def test_a_child_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarded, "_GRACE", 0.3)
    began = time.monotonic()
    with pytest.raises(EngineTroubleError, match="quá lâu"):
        child("import time; time.sleep(60)", seconds=0.2).words(BLANK, 200)
    assert time.monotonic() - began < 20


def test_the_next_picture_is_read_by_a_new_child() -> None:
    engine = child(READ + ANSWER.format(outcome="done", value=()))  # answers once, then ends
    assert engine.words(BLANK, 200) == ()
    with pytest.raises(EngineTroubleError):
        engine.words(BLANK, 200)
    assert engine.words(BLANK, 200) == ()
    engine.close()


@pytest.mark.parametrize(
    ("outcome", "raised"), [("trouble", EngineTroubleError), ("missing", ToolMissingError), ("bug", RuntimeError)]
)
def test_what_the_child_reports_is_raised(outcome: str, raised: type[Exception]) -> None:
    engine = child(READ + ANSWER.format(outcome=outcome, value="vì sao"))
    with pytest.raises(raised, match="vì sao"):
        engine.turn(BLANK, 200)
    engine.close()


def test_the_child_answers_until_nobody_asks() -> None:
    requests, answers = io.BytesIO(), io.BytesIO()
    pickle.dump((5.0, "no_such_call", BLANK), requests)
    requests.seek(0)
    answer_all(requests, answers)
    answers.seek(0)
    outcome, _ = pickle.load(answers)
    assert outcome in {"bug", "missing"}
    assert answers.read() == b""


@pytest.mark.tesseract
def test_a_killed_tesseract_is_replaced() -> None:
    engine = GuardedLibrary()
    assert engine.words(np.full((200, 200), 255, np.uint8), 200) == ()
    assert engine._child is not None
    engine._child.kill()
    with pytest.raises(EngineTroubleError):
        engine.words(BLANK, 200)
    assert engine.words(np.full((200, 200), 255, np.uint8), 200) == ()
    engine.close()
