"""Sentences of running text, as spans."""

from __future__ import annotations

import re

_END = re.compile(r"(?:[.!?…]+[”\"’)]*|[.]/[.]?)\s+(?=[“\"(]?[A-ZĐÀ-Ỹ\d])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(.])(?:TP|Tp|tp|TX|TT|ThS|TS|PGS|GS|BS|CN|KS|DS|BSCK\w*|CKI+|Đ/c|đ/c|Q|P|H|X|St|No|tr|ĐT|SĐT|stt|STT|v\.v|[A-ZĐ])$"
)
_ENUMERATED = re.compile(r"(?<=[\s;:.,])\((?:[a-zđ]|i{1,3}|iv|v|vi{1,3}|\d{1,2})\)\s*(?=\w)")


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """Spans of the sentences of ``text[start:end]``: they end at a full stop before a capital.

    Stops of abbreviations ("TP. Huế", "đ/c", "BS."), of numbers and of initials end none.
    """
    end = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    begin = start
    for mark in _END.finditer(text, start, end):
        if mark[0].lstrip().startswith(".") and _is_abbreviation(text, begin, mark.start()):
            continue
        spans.append((begin, mark.end()))
        begin = mark.end()
    spans.append((begin, end))
    return tuple(span for span in (_stripped(text, *span) for span in spans) if span[0] < span[1])


def enumerated_spans(text: str, start: int, end: int) -> tuple[tuple[str | None, int, int], ...]:
    """(letter, start, end) of the parts of "…: (a) làm…; (b) làm…"; one part without letter when not so listed."""
    marks = list(_ENUMERATED.finditer(text, start, end))
    if len(marks) < 2:
        return ((None, start, end),)
    parts: list[tuple[str | None, int, int]] = [(None, *_stripped(text, start, marks[0].start()))]
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        stop = following.start() if following else end
        parts.append((mark[0].strip("() "), *_stripped(text, mark.end(), stop)))
    return tuple(part for part in parts if part[1] < part[2])


def _is_abbreviation(text: str, start: int, position: int) -> bool:
    return _ABBREVIATION.search(text[max(start, position - 8) : position]) is not None


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
