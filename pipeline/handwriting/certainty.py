"""How sure a serial is: its slot is read again in other ways, and what they say of the first reading is weighed.

One reading's probability says too little: where a digit has grown into the slash, or a 7 was taken for it, what is left of
the number is read without any doubt. A serial has no fixed range that would tell. So the slot is read on over its right limit,
and once broader and once bolder; the weights were fitted on simulated pages (``training/certainty.py``; the card has its figures).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from pipeline.handwriting.cut import Cut, cut
from pipeline.handwriting.decode import candidates
from pipeline.handwriting.ink import Ink, Pixels, picture
from pipeline.handwriting.recognizer import Scores, recognize
from schemas.evidence import Candidate
from schemas.geometry import Box

_BEYOND = 0.8
"""Ems over the right limit that the slot is read on: a digit and the slash."""
_BROADER = 1.2
_MOST = 0.8
"""The most that a number counts for of which the first reading was a part."""
_SUREST = 0.998
"""Probabilities beyond this, and below its rest, are all alike."""


@dataclass(frozen=True, slots=True)
class Looks:
    """What speaks for the first candidate of a serial: probabilities, and whether its left limit is open.

    ``first`` is that of the first reading, ``beyond`` what it has when the slot is read on over its right limit, ``altered``
    the mean of what it has when the picture is made broader and bolder. ``open_left``: ink stands close before it
    and no word or colon says that it is not the number's.
    """

    first: float
    beyond: float
    altered: float
    open_left: bool


@dataclass(frozen=True, slots=True)
class Weights:
    """Of a logistic model over logits; all but ``start`` at least 0, so that no agreement ever lowers confidence."""

    start: float
    first: float
    beyond: float
    altered: float
    open_left: float


FITTED = Weights(start=0.14, first=0.05, beyond=0.33, altered=0.42, open_left=4.89)


OF_STAMPS = Weights(start=-0.39, first=0.29, beyond=0.0, altered=0.51, open_left=4.12)
"""For the number of an arrival stamp, which has no slash to end at; open is it when ink among its digits was left out."""


def weighed(looks: Looks, weights: Weights = FITTED) -> float:
    """The probability that the first candidate is right, from 0 to 1."""
    score = (
        weights.start
        + weights.first * _logit(looks.first)
        + weights.beyond * _logit(looks.beyond)
        + weights.altered * _logit(looks.altered)
        - weights.open_left * looks.open_left
    )
    return 1 / (1 + math.exp(-score))


def _logit(share: float) -> float:
    share = min(max(share, 1 - _SUREST), _SUREST)
    return math.log(share / (1 - share))


def looked_at_again(
    found: Sequence[Candidate], written: Cut, image: Pixels, dpi: float
) -> tuple[Looks, tuple[Candidate, ...]]:
    """What speaks for the first of ``found``, at least one, and the candidates of the slot read on over its limit.

    ``written`` was cut from ``image`` (h, w) or (h, w, 3) of ``dpi``.
    """
    first = found[0]
    pictures = [*_beyond(written, image, dpi), *altered(picture(written.ink))]
    *beyond, broader, bolder = [candidates(scores, "serial") for scores, _ in recognize(pictures)]
    over = beyond[0] if beyond else ()
    agreed = (_share(broader, first) + _share(bolder, first)) / 2
    return Looks(first.confidence, _share(over, first), agreed, written.open_left), over


def with_doubt(
    found: tuple[Candidate, ...], written: Cut, image: Pixels, dpi: float, weights: Weights = FITTED
) -> tuple[Candidate, ...]:
    """Candidates of a serial, likeliest first, as sure as further looks at the slot make them."""
    if not found:
        return found
    looks, over = looked_at_again(found, written, image, dpi)
    sure = weighed(looks, weights)
    others: dict[str, float] = {}
    for each in (*found[1:], *over):
        if _bare(each) != _bare(found[0]):
            others[str(each.value)] = others.get(str(each.value), 0.0) + each.confidence / 2
    rest = [
        Candidate(text, round(min(_most(text, found[0], sure), 2 * (1 - sure) * share), 4))
        for text, share in others.items()
    ]
    return tuple(sorted((replace(found[0], confidence=round(sure, 4)), *rest), key=lambda one: -one.confidence)[:5])


def _most(text: str, first: Candidate, sure: float) -> float:
    """How much a number can count beside the first reading: more than that only when it goes on where that ended."""
    longer = len(text) > len(str(first.value)) and text.startswith(str(first.value))
    return _MOST if longer else min(_MOST, sure)


def stamp_number(found: tuple[Candidate, ...], altered: Sequence[Scores], lacks_ink: bool) -> tuple[Candidate, ...]:
    """Candidates of a stamp's number, as sure as readings of its picture ``altered`` make the first of them."""
    if not found:
        return found
    first = found[0]
    agreed = sum(_share(candidates(scores, "arrival_number"), first) for scores in altered) / len(altered)
    sure = weighed(Looks(first.confidence, 0.5, agreed, lacks_ink), OF_STAMPS)
    rest = (replace(each, confidence=min(each.confidence, round(1 - sure, 4), round(sure, 4))) for each in found[1:])
    return (replace(first, confidence=round(sure, 4)), *rest)


def _beyond(written: Cut, image: Pixels, dpi: float) -> list[Ink]:
    place = written.place
    box = Box(place.box.x0, place.box.y0, place.box.x1 + _BEYOND * place.size, place.box.y1)
    wider = cut(image, dpi, replace(place, box=box, sure_right=False), to_slash=False)
    return [picture(wider.ink)] if wider else []


def altered(seen: Ink) -> list[Ink]:
    """``seen`` (h, w) made broader, and with bolder strokes."""
    import cv2

    broader = cv2.resize(seen, (round(_BROADER * seen.shape[1]), seen.shape[0]), interpolation=cv2.INTER_LINEAR)
    return [np.asarray(each, np.float32) for each in (broader, cv2.dilate(seen, np.ones((2, 2), np.uint8)))]


def _share(found: Sequence[Candidate], wanted: Candidate) -> float:
    return sum(each.confidence for each in found if _bare(each) == _bare(wanted))


def _bare(candidate: Candidate) -> str:
    """A number's digits, without the zeros before them."""
    return str(candidate.value).lstrip("0")
