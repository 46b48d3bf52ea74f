"""Handing files in once more: what was quarantined, and letters that a newer reader reads better."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session, col, func, select

from models.tables import IngestItem, ItemState, Letter, Reading
from pipeline.register.ledger import wait_again
from schemas.errors import UsageError

AS_LETTER = "as_letter"
"""Code of a waiting file that a person says is a letter, whatever is read of it."""


def quarantined(session: Session) -> list[IngestItem]:
    """What lies in quarantine, oldest first."""
    lying = select(IngestItem).where(IngestItem.state == ItemState.QUARANTINED)
    return list(session.exec(lying.order_by(col(IngestItem.id))))


def quarantined_item(session: Session, item_id: int) -> IngestItem:
    """Raises ``UsageError`` when the file ``item_id`` is not in quarantine."""
    item = session.get(IngestItem, item_id)
    if item is None or item.state != ItemState.QUARANTINED:
        raise UsageError(f"Tệp số {item_id} không ở trong cách ly. Xem `congvan quarantine list`.")
    return item


def release_items(session: Session, item_ids: Sequence[int], as_letters: bool = False) -> list[int]:
    """Let the quarantined ``item_ids`` (all, when there are none) wait again; the ids of those that do.

    ``as_letters``: a person says that they are letters, though nothing read tells so.
    A file that could not even be copied has no original; it has to be handed in again. Raises ``UsageError``.
    """
    items = [quarantined_item(session, one) for one in item_ids] or [one for one in quarantined(session) if one.sha256]
    for item in items:
        if item.sha256 is None:
            raise UsageError(f"Tệp số {item.id} chưa chép được vào sổ. Hãy nạp lại: congvan ingest {item.path}")
        wait_again(session, item)
        item.code = AS_LETTER if as_letters else item.code
    return [item.id for item in items if item.id is not None]


def reread_items(session: Session, version: str, letters: Sequence[Letter]) -> list[int]:
    """Let the files of ``letters`` (of all, when there are none) wait again unless ``version`` has read them already."""
    newest = select(func.max(Reading.id)).group_by(col(Reading.sha256))
    older = select(Reading.sha256).where(col(Reading.id).in_(newest), Reading.version != version)
    wanted = select(IngestItem).where(IngestItem.state == ItemState.REGISTERED, col(IngestItem.sha256).in_(older))
    if letters:
        wanted = wanted.where(col(IngestItem.sha256).in_({letter.sha256 for letter in letters}))
    items = list(session.exec(wanted.order_by(col(IngestItem.id))))
    for item in items:
        wait_again(session, item)
    return [item.id for item in items if item.id is not None]
