"""What the register says of a letter's doubtful number or day: the issuer's other numbers, and letters that cite it.

An office numbers the letters of one type through the year, in the order of their days (Decree 30/2020, article 15).
So a number lies between those of earlier and of later days. Nothing is claimed from that: it puts what was read in
order, and tells a person why.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlmodel import Session, col, select

from models.folding import squeeze
from models.letter_search import LetterFilter, find_letters
from models.tables import Letter

CITED_WITHIN = timedelta(days=366)
"""How long after a letter others are believed to mean it by its number: numbers begin anew each year."""
_MOST_CITING = 5


@dataclass(frozen=True, slots=True)
class Numbered:
    """Another letter of the same issuer, type and year."""

    serial: int
    issued_on: date


@dataclass(frozen=True, slots=True)
class Hint:
    """``candidates`` with those first that the register bears out; ``told`` is what it says, for a person to read."""

    candidates: tuple[Any, ...]
    told: tuple[str, ...]


def hint(session: Session, letter: Letter, field: str, candidates: Sequence[Any]) -> Hint:
    """What the register says of ``candidates`` for ``field`` of ``letter``; nothing of fields other than number and day."""
    if field == "/number/serial":
        return _of_serial(session, letter, candidates)
    if field == "/issued_on":
        return _of_day(session, letter, candidates)
    return Hint(tuple(candidates), ())


def _of_serial(session: Session, letter: Letter, candidates: Sequence[Any]) -> Hint:
    low, high = _around(_series(session, letter, letter.issued_on), letter.issued_on)
    cited = {each: citing for each in candidates if (citing := _citing(session, letter, str(each)))}
    told = [
        f"Văn bản {_number(citing)} ngày {_day(citing.issued_on)} nhắc đến số {each}/{letter.symbol}."
        for each, citing in cited.items()
    ]

    def rank(each: Any) -> tuple[bool, bool]:
        return each not in cited, not _between(_serial_of(each), low, high)

    return Hint(tuple(sorted(candidates, key=rank)), (*_neighbours_told(low, high), *told))


def _of_day(session: Session, letter: Letter, candidates: Sequence[Any]) -> Hint:
    days = {each: day for each in candidates if (day := _as_day(each))}
    serial = _serial_of(letter.serial)
    if serial is None or not days:
        return Hint(tuple(candidates), ())
    series = _series(session, letter, min(days.values()))
    low = max((one for one in series if one.serial < serial), key=lambda one: one.serial, default=None)
    high = min((one for one in series if one.serial > serial), key=lambda one: one.serial, default=None)

    def fits(each: Any) -> bool:
        day = days.get(each)
        after_low = low is None or (day is not None and day >= low.issued_on)
        return after_low and (high is None or (day is not None and day <= high.issued_on))

    return Hint(tuple(sorted(candidates, key=lambda each: not fits(each))), _neighbours_told(low, high))


def _series(session: Session, letter: Letter, day: date | None) -> list[Numbered]:
    """Number and day of every other letter of the issuer and type in the year of ``day``."""
    if day is None or not letter.issuer_folded:
        return []
    others = select(col(Letter.serial), col(Letter.issued_on)).where(
        Letter.issuer_folded == letter.issuer_folded,
        Letter.document_type == letter.document_type,
        Letter.uid != letter.uid,
        Letter.role == letter.role,
        col(Letter.no_longer_read).is_(False),
        col(Letter.serial).is_not(None),
        col(Letter.issued_on).between(date(day.year, 1, 1), date(day.year, 12, 31)),
    )
    read = ((_serial_of(serial), issued_on) for serial, issued_on in session.exec(others))
    return [Numbered(serial, issued_on) for serial, issued_on in read if serial is not None and issued_on is not None]


def _around(series: Iterable[Numbered], day: date | None) -> tuple[Numbered | None, Numbered | None]:
    """The last number of an earlier day and the first of a later one; neither when they contradict each other."""
    known = list(series) if day else []
    low = max((one for one in known if day and one.issued_on < day), key=lambda one: one.serial, default=None)
    high = min((one for one in known if day and one.issued_on > day), key=lambda one: one.serial, default=None)
    return (None, None) if low and high and low.serial >= high.serial else (low, high)


def _between(serial: int | None, low: Numbered | None, high: Numbered | None) -> bool:
    if serial is None:
        return False
    return (low is None or serial > low.serial) and (high is None or serial < high.serial)


def _citing(session: Session, letter: Letter, serial: str) -> Letter | None:
    """A letter of the year that follows that names the number ``serial`` with this letter's symbol."""
    if not letter.symbol or letter.issued_on is None:
        return None
    wanted = LetterFilter(
        query=f'"{serial}/{letter.symbol}"',
        since=letter.issued_on,
        until=letter.issued_on + CITED_WITHIN,
        limit=_MOST_CITING,
    )
    found = find_letters(session, wanted)
    own = squeeze(f"{serial}{letter.symbol}")
    return next((each for each in found if each.uid != letter.uid and each.number_squeezed != own), None)


def _neighbours_told(low: Numbered | None, high: Numbered | None) -> tuple[str, ...]:
    known = [f"số {one.serial} ngày {_day(one.issued_on)}" for one in (low, high) if one]
    return (f"Sổ đã có của cơ quan này: {' và '.join(known)}.",) if known else ()


def _number(letter: Letter) -> str:
    return "/".join(part for part in (letter.serial, letter.symbol) if part) or letter.uid


def _day(day: date | None) -> str:
    return day.strftime("%d/%m/%Y") if day else "…"


def _serial_of(value: Any) -> int | None:
    digits = str(value or "").rstrip("abcdđABCDĐ")
    return int(digits) if digits.isdecimal() else None


def _as_day(value: Any) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
