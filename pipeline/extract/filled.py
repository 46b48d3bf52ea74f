"""What fills a place meant for it (serial, day, month, stamp entries): print and handwriting weighed together.

A recognizer looks at handwriting (``SlotReading``); OCR reads print well and handwriting badly, while
sounding sure of both. So digits that OCR alone has seen are believed only where they look like print.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pipeline.extract.claim import confidence_of, is_read
from schemas.evidence import Candidate
from schemas.geometry import Box, hull
from schemas.text import SlotKind, SlotReading, Word

LOOKALIKES = str.maketrans(
    {
        "O": "0",
        "o": "0",
        "Q": "0",
        "D": "0",
        "l": "1",
        "I": "1",
        "|": "1",
        "]": "1",
        "[": "1",
        "!": "1",
        "S": "5",
        "B": "8",
    }
)
PRINT_ALONE = 0.93
"""Confidence in digits that OCR alone has read, when they look like print in every way."""
SERIAL_ALONE = 0.86
"""The same for serials, which are mostly written by hand and of no fixed range: never accepted unseen."""
UNPROVEN = 0.6
"""The most that OCR's word counts for where handwriting is likely."""
SLOT_REACH = 40.0
"""Points that a slot may lie from the line it belongs to."""

Shape = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Filled:
    """``value`` with its confidence; ``None`` with candidates when unreadable, without when blank."""

    value: str | None
    confidence: float
    rule: str
    candidates: tuple[Candidate, ...] = ()


def slot_of(slots: Sequence[SlotReading], kind: SlotKind, near: Box | None) -> SlotReading | None:
    """The slot of ``kind`` that belongs to the line at ``near``; the nearest when there are several."""
    found = [slot for slot in slots if slot.kind == kind]
    if near is not None:
        found = [slot for slot in found if abs(slot.box.centre[1] - near.centre[1]) <= SLOT_REACH]
        found.sort(key=lambda slot: abs(slot.box.centre[1] - near.centre[1]))
    return found[0] if found else None


def filled(
    text: str,
    words: Sequence[Word],
    around: Sequence[Word],
    slot: SlotReading | None,
    shape: Shape,
    alone: float = PRINT_ALONE,
) -> Filled:
    """What stands in a place. ``text`` is what OCR (or the file) has there, in ``words``.

    ``around`` are printed words of the same line; ``shape`` says whether a string may stand there;
    ``alone`` is how sure OCR alone can be.
    """
    seen = re.sub(r"[\s.…_,;:'`‘’\"-]+", "", text)
    if slot is not None:
        return _by_slot(seen, words, around, slot, shape, alone)
    if not is_read([*words, *around]):
        return _from_file(seen, shape, any(word.box is not None for word in around))
    if not seen:
        return Filled(None, 0.3, "unread-or-blank")
    if not shape(seen):
        return _garbled(seen, shape)
    if looks_printed(words, around):
        return Filled(seen, alone * min(1.0, confidence_of(words) + 0.03), "print")
    return Filled(seen, UNPROVEN * confidence_of(words), "ocr-unproven", (Candidate(seen, UNPROVEN),))


def looks_printed(words: Sequence[Word], around: Sequence[Word]) -> bool:
    """Whether digits are well read and sit like the print around them: its height, its foot."""
    here = hull(word.box for word in words if word.box)
    others = [word for word in around if all(word is not own for own in words)]
    there = [word.box for word in others if word.box and any(letter.isalnum() for letter in word.text)]
    if here is None or confidence_of(words) < 0.9:
        return False
    if not there:
        return confidence_of(words) >= 0.93
    height = sorted(box.height for box in there)[len(there) // 2]
    foot = min(abs(here.y1 - box.y1) for box in there)
    return 0.7 <= here.height / max(height, 0.1) <= 1.2 and foot <= 0.25 * height


def _by_slot(
    text: str, words: Sequence[Word], around: Sequence[Word], slot: SlotReading, shape: Shape, alone: float
) -> Filled:
    seen = text if shape(text) else None
    candidates = merged(each for each in slot.candidates if shape(str(each.value)))
    if slot.written == "blank" or not slot.candidates:
        return _by_empty_slot(text, seen, words, around, alone)
    if not candidates:
        return Filled(None, 0.2, "slot-unreadable", slot.candidates)
    best = candidates[0]
    if seen is None:
        return Filled(str(best.value), best.confidence, f"slot-{slot.written}", candidates)
    if _stripped(seen) == _stripped(str(best.value)):
        sure = _agreement(best.confidence, words, around, slot)
        return Filled(seen, sure, f"slot-{slot.written}-and-ocr", candidates)
    if slot.written == "print" or (best.confidence < 0.5 and looks_printed(words, around)):
        return _print_disputed(seen, words, best, candidates)
    return Filled(str(best.value), best.confidence, f"slot-{slot.written}", candidates)


def _by_empty_slot(text: str, seen: str | None, words: Sequence[Word], around: Sequence[Word], alone: float) -> Filled:
    """A slot in which no ink was found: blank, unless OCR has seen some there."""
    if not re.search(r"[^\W_]", text):
        return Filled(None, 0.9, "blank")
    if seen and looks_printed(words, around):
        return Filled(seen, alone * min(1.0, confidence_of(words) + 0.03), "print")
    candidates = (Candidate(seen, UNPROVEN * confidence_of(words)),) if seen else ()
    return Filled(None, 0.3, "blank-or-unread", candidates)


def _agreement(sure: float, words: Sequence[Word], around: Sequence[Word], slot: SlotReading) -> float:
    """Two readers that agree leave only the doubt that both are wrong; OCR's is small where it saw print."""
    if slot.written == "print":
        return max(sure, 0.9 + 0.09 * confidence_of(words))
    doubt = 1 - PRINT_ALONE * confidence_of(words) if looks_printed(words, around) else 0.5
    return 1 - (1 - sure) * doubt


def merged(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Candidates that mean one number made one, likeliest first: "6" and "06"; "46" and "046", read as "46".

    Only numbers below 10 are written with a leading zero (Decree 30/2020, annex I, II.3 and II.4); before
    longer ones a zero is a stray mark, when the recognizer has the number without it too.
    """
    found: dict[str, list[Candidate]] = {}
    for each in candidates:
        found.setdefault(str(each.value).lstrip("0") or "0", []).append(each)
    groups = (
        Candidate(_as_written(group), min(1.0, sum(each.confidence for each in group))) for group in found.values()
    )
    return tuple(sorted(groups, key=lambda each: -each.confidence))


def _as_written(group: Sequence[Candidate]) -> str:
    texts = [str(each.value) for each in sorted(group, key=lambda each: -each.confidence)]
    return texts[0] if max(map(len, texts)) < 3 else min(texts, key=len)


def _print_disputed(seen: str, words: Sequence[Word], best: Candidate, candidates: tuple[Candidate, ...]) -> Filled:
    """Print that recognizer and OCR read differently: the surer one's, but never as sure."""
    known = Candidate(seen, min(0.75, confidence_of(words)))
    value = seen if known.confidence > best.confidence else str(best.value)
    both = tuple(sorted((known, *candidates), key=lambda each: -each.confidence))
    return Filled(value, 0.6 * max(known.confidence, best.confidence), "readers-disagree", both)


def _from_file(seen: str, shape: Shape, paged: bool) -> Filled:
    """What a file's own text has. On a page the number may be an image laid over it when it was signed."""
    if not seen:
        return Filled(None, 0.5, "unread-or-blank") if paged else Filled(None, 0.95, "blank")
    if shape(seen):
        return Filled(seen, 0.99, "text")
    return Filled(None, 0.2, "not-a-number", (Candidate(seen, 0.2),))


def _garbled(seen: str, shape: Shape) -> Filled:
    guess = re.sub(r"[^\w]", "", seen.translate(LOOKALIKES))
    candidates = (Candidate(guess, 0.2),) if shape(guess) else ()
    return Filled(None, 0.1, "unreadable", candidates)


def _stripped(digits: str) -> str:
    return digits.lstrip("0").casefold()
