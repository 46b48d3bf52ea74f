"""Problems of whole pages: unreadable, blank, badly read, or holding a password."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.resolve.desk import rounded
from schemas.problems import ProblemCode
from schemas.record import Problem
from schemas.secrets import find_secrets
from schemas.text import Line, Page, Passage

_SECRET = "Văn bản có mật khẩu hoặc mã bí mật: đã che ở danh sách và tìm kiếm, hãy đổi mật khẩu nếu còn dùng."
_BLANK = (
    "không có chữ: nếu là mặt sau hoặc tờ trắng thì bỏ qua; nếu trang có nội dung, hãy quét lại rõ hơn, đúng chiều "
    "(200–300 dpi) rồi đưa vào lại."
)
POOR = 0.55
"""Mean confidence of a page's words below which the page is hardly read."""


def page_problems(pages: Sequence[Page]) -> tuple[Problem, ...]:
    """What a person must look at on ``pages``, in page order."""
    return tuple(problem for page in pages for problem in (*_state(page), *_secrets(page)))


def _state(page: Page) -> Iterator[Problem]:
    where = f"Trang {page.number}" if page.number is not None else "Văn bản"
    if page.trouble is not None:
        yield Problem(
            code=ProblemCode.UNREADABLE_PAGE, at="", page=page.number, message=f"{where} không đọc được: {page.trouble}"
        )
    elif not page.words:
        yield Problem(code=ProblemCode.BLANK_PAGE, at="", page=page.number, message=f"{where} {_BLANK}")
    elif page.source == "ocr" and sum(word.confidence for word in page.words) / len(page.words) < POOR:
        yield Problem(
            code=ProblemCode.LOW_QUALITY,
            at="",
            page=page.number,
            message=f"{where} quá mờ hoặc nhiễu: hãy quét lại nếu được.",
        )


def _secrets(page: Page) -> Iterator[Problem]:
    """Passwords on ``page``, also where the label ends one line and the password begins the next."""
    lines = (tuple(words) for _, words in groupby(page.words, key=lambda word: (word.line, word.cell)))
    passage = Passage.of(Line(page.number, words) for words in lines)
    for start, end in find_secrets(passage.text):
        evidence = passage.evidence(start, end)
        box = rounded(evidence[0].box) if evidence else None
        yield Problem(code=ProblemCode.SECRET_IN_TEXT, at="", page=page.number, box=box, message=_SECRET)
