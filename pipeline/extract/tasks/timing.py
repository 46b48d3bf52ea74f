"""Which deadline phrase bounds an act, and the act's words without it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.language.deadlines import find_deadlines
from schemas.deadline import DeadlinePhrase, Period, PrintedDay
from schemas.evidence import Extracted
from schemas.text import Passage

Span = tuple[int, int]

_ORDER_OF_KINDS = ("date", "relative", "recurring", "immediate")
_SURE = {"date": 0.9, "relative": 0.8, "recurring": 0.8, "immediate": 0.75}


def deadlines_within(phrases: Sequence[DeadlinePhrase], start: int, end: int) -> tuple[DeadlinePhrase, ...]:
    return tuple(phrase for phrase in phrases if start <= phrase.start and phrase.end <= end)


def all_deadlines(text: str) -> tuple[DeadlinePhrase, ...]:
    return find_deadlines(text)


def bounding(phrases: Sequence[DeadlinePhrase]) -> DeadlinePhrase | None:
    """The phrase that bounds an act that holds all of ``phrases``: a day before an offset, "khẩn trương" last."""
    if not phrases:
        return None
    kind = min((phrase.kind for phrase in phrases), key=_ORDER_OF_KINDS.index)
    alike = [phrase for phrase in phrases if phrase.kind == kind]
    days = [phrase for phrase in alike if isinstance(phrase.expression, PrintedDay)]
    # "Trong tuần này (trước ngày 14/3)": the day says more than the period around it.
    alike = days if days and any(isinstance(phrase.expression, Period) for phrase in alike) else alike
    ends = [phrase for phrase in alike if not phrase.text.lower().startswith("từ ")] or alike
    return next((phrase for phrase in ends if phrase.bound is not None), ends[0])


def claimed(passage: Passage, phrase: DeadlinePhrase, rule: str = "phrase") -> Extracted[DeadlinePhrase]:
    sure = _SURE[phrase.kind] * (0.5 + 0.5 * passage.confidence(phrase.start, phrase.end))
    return Extracted(phrase, sure, passage.evidence(phrase.start, phrase.end), f"deadline.{rule}")


def without(text: str, act: Span, cut: Span | None) -> tuple[str, tuple[Span, ...]]:
    """The words of ``text[act]`` without ``cut``, tidied, and the spans they stand in."""
    start, end = act
    if cut is not None:
        cut = _with_its_marks(text, start, cut)
    spans = [(start, end)] if cut is None or cut[1] <= start or cut[0] >= end else [(start, cut[0]), (cut[1], end)]
    kept = [text[a:b].strip() for a, b in spans]
    return tidy(" ".join(part for part in kept if part)), tuple((a, b) for a, b in spans if text[a:b].strip())


def _with_its_marks(text: str, start: int, cut: Span) -> Span:
    """``cut`` with the label or bracket around it: "(thời hạn: 28/3/2025)", "(xong trước ngày …)", "… xong trước ngày …"."""
    label = _LABEL.search(text, start, max(start, cut[0])) or _DONE.search(text, start, max(start, cut[0]))
    begin = label.start() if label else cut[0]
    closing = re.match(r"\s*\)", text[cut[1] :]) if "(" in text[begin : cut[0]] else None
    return begin, cut[1] + (closing.end() if closing else 0)


_DONE = re.compile(
    r"\(\s*(?:(?:phải|cần) )?(?:hoàn thành|thực hiện xong|xong|thực hiện)?\s*$|,?\s+xong\s*$", re.IGNORECASE
)
_LABEL = re.compile(
    r"[,;.(]?\s*(?:thời gian|thời hạn|(?<!hết )(?<!quá )(?<!đến )hạn)(?: (?:thực hiện|hoàn thành|gửi|nộp|báo cáo|chót|cuối))*\s*:?\s*$",
    re.IGNORECASE,
)
_END_MARKS = re.compile(r"(?:[\s;,:.]|[.]/[.]?|/[.]*)+$")


def tidy(words: str) -> str:
    """White space and commas as after cutting something out, and no marks around it."""
    words = re.sub(r"[\s|]+", " ", re.sub(r"\./.{0,12}$", "", words))
    words = re.sub(r"\s+([,;.:)])", r"\1", words)
    words = re.sub(r"[,:]\s*(?=[,;.])", "", words)
    words = re.sub(r"\(\s*\)", "", words)
    words = re.sub(r"^(?:[\s,;:.+–-]|(?:và|thì|xong|vào|là)\s)+", "", words)
    return _END_MARKS.sub("", words)
