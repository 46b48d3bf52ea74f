"""Receipts: the arrival numbers of an office, consecutive in each year (Decree 30/2020, article 22)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlmodel import Session, func, select

from models.tables import Incoming
from schemas.errors import UsageError


@dataclass(frozen=True, slots=True)
class Receipt:
    """How files handed in are received. ``number``: the first one's arrival number, "next" for the next free one,
    ``None`` for none. ``together``: all files are one receipt."""

    arrived_on: date
    number: int | Literal["next"] | None = None
    together: bool = False


class ReceiptBook:
    """Writes the receipts of one run of hand-ins, one after another."""

    def __init__(self, receipt: Receipt) -> None:
        self._receipt = receipt
        self._number = receipt.number
        self._shared: int | None = None

    def one_receipt(self) -> OneReceipt:
        """For files that came as one, in one mail or ZIP: the next receipt of this book."""
        return OneReceipt(self)

    def receive(self, session: Session) -> int:
        """The id of the receipt for the next file. Raises ``UsageError`` when its number is taken in that year."""
        if self._shared is not None:
            return self._shared
        incoming = Incoming(
            arrived_on=self._receipt.arrived_on, year=self._receipt.arrived_on.year, number=self._next(session)
        )
        session.add(incoming)
        session.flush()
        assert incoming.id is not None
        if self._receipt.together:
            self._shared = incoming.id
        return incoming.id

    def _next(self, session: Session) -> int | None:
        year = self._receipt.arrived_on.year
        if self._number is None:
            return None
        if self._number == "next":
            last = session.exec(select(func.max(Incoming.number)).where(Incoming.year == year)).one()
            return (last or 0) + 1
        number, self._number = self._number, self._number + 1
        if session.exec(select(Incoming.id).where(Incoming.year == year, Incoming.number == number)).first():
            raise UsageError(f"Số đến {number} của năm {year} đã dùng. Hãy chọn số khác hoặc --number next.")
        return number


class OneReceipt:
    """The same receipt for every file; none is written before the first of them."""

    def __init__(self, book: ReceiptBook) -> None:
        self._book = book
        self._id: int | None = None

    def receive(self, session: Session) -> int:
        """The id of the receipt. Raises ``UsageError`` when its number is taken in that year."""
        if self._id is None:
            self._id = self._book.receive(session)
        return self._id
