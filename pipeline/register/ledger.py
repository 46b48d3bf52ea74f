"""The ledger: what has become of each file handed in. Each function is one step of one transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import timedelta

from sqlmodel import Session, col, func, or_, select

from models.tables import IngestItem, ItemState, Letter, now
from pipeline.register.queue import Job, enqueue

MOST_ATTEMPTS = 3
LEASE = timedelta(minutes=15)
CRASHED = "crashed"
_CRASH_REASON = "Chương trình đã dừng đột ngột {attempts} lần khi đọc tệp này. Hãy mở tệp xem có bất thường không, quét lại nếu cần."


def claim(session: Session, owner: str) -> IngestItem | None:
    """The next waiting item, leased to ``owner`` and its attempt counted; ``None`` when nothing waits."""
    waiting = select(IngestItem).where(IngestItem.state == ItemState.WAITING).order_by(col(IngestItem.id)).limit(1)
    item = session.exec(waiting.with_for_update(skip_locked=True)).first()
    return None if item is None else _lease(session, item, owner)


def claim_by_job(session: Session, job: Job, owner: str) -> IngestItem | None:
    """The item of ``job``, leased to ``owner``; ``None`` when it does not wait, or waits for another job."""
    item = session.exec(select(IngestItem).where(IngestItem.id == job.item_id).with_for_update()).first()
    waits = item is not None and item.state == ItemState.WAITING and item.job_id == job.id
    return _lease(session, item, owner) if item is not None and waits else None


def _lease(session: Session, item: IngestItem, owner: str) -> IngestItem:
    item.state, item.lease_owner, item.lease_until = ItemState.WORKING, owner, now() + LEASE
    item.attempts += 1
    item.updated_at = now()
    session.add(item)
    return item


def still_mine(session: Session, item_id: int, owner: str) -> IngestItem | None:
    """The item if ``owner`` still holds it; ``None`` when the lease went to somebody else meanwhile."""
    item = session.get(IngestItem, item_id)
    return item if item and item.state == ItemState.WORKING and item.lease_owner == owner else None


def finish(
    session: Session, item: IngestItem, state: ItemState, code: str | None = None, reason: str | None = None
) -> None:
    """Write the item's end: registered, duplicate or quarantined with its reason."""
    item.state, item.code, item.reason = state, code, reason
    item.lease_owner = item.lease_until = item.job_id = None
    item.updated_at = now()
    session.add(item)


def release(session: Session, owner: str, code: str | None = None, reason: str | None = None) -> int:
    """Give back what ``owner`` held through no fault of the file (an interruption, with a ``code`` and ``reason``
    where there is one to tell): the attempt does not count."""
    held = _held_by(session, owner)
    for item in held:
        item.attempts = max(0, item.attempts - 1)
        _wait_again(session, item)
        item.code, item.reason = code, reason
    return len(held)


def bury(session: Session, owner: str) -> int:
    """``owner`` has died: what it held waits again, or is quarantined when it killed a reader too often."""
    held = _held_by(session, owner)
    for item in held:
        _after_crash(session, item)
    return len(held)


def sweep(session: Session, alive: Callable[[str], bool]) -> int:
    """Take back items whose lease has run out or whose owner is no longer ``alive``; how many there were."""
    working = select(IngestItem).where(IngestItem.state == ItemState.WORKING)
    lost = [item for item in session.exec(working) if _expired(item) or not alive(item.lease_owner or "")]
    for item in lost:
        _after_crash(session, item)
    return len(lost)


def abandon(session: Session, job: Job) -> None:
    """The worker that had ``job`` has died: what it held waits again, or is quarantined; other items stay as they are."""
    item = session.get(IngestItem, job.item_id)
    if item is not None and item.job_id == job.id:
        abandon_item(session, item)


def abandon_item(session: Session, item: IngestItem) -> None:
    """Nobody works on ``item`` any more, nor will: it waits again by a new job, or is quarantined."""
    if item.state == ItemState.WORKING:
        _after_crash(session, item)
    elif item.state == ItemState.WAITING:
        _wait_again(session, item)


def renew(session: Session, owners: list[str]) -> None:
    """Push back the end of the leases of ``owners``, who are alive and at work."""
    held = select(IngestItem).where(IngestItem.state == ItemState.WORKING, col(IngestItem.lease_owner).in_(owners))
    for item in session.exec(held):
        item.lease_until = now() + LEASE
        session.add(item)


def wait_again(session: Session, item: IngestItem) -> None:
    """Hand a finished item in once more, with all its attempts (a retry, or a newer reader)."""
    item.attempts = 0
    _wait_again(session, item)


def counts(session: Session) -> dict[ItemState, int]:
    """Items by state; their sum is the number of files handed in."""
    rows = session.exec(select(IngestItem.state, func.count()).group_by(IngestItem.state))
    found = Counter({ItemState(state): number for state, number in rows})
    return {state: found[state] for state in ItemState}


def unfinished(session: Session) -> int:
    """How many items wait or are worked on."""
    open_ones = or_(IngestItem.state == ItemState.WAITING, IngestItem.state == ItemState.WORKING)
    return session.exec(select(func.count()).select_from(IngestItem).where(open_ones)).one()


def _held_by(session: Session, owner: str) -> list[IngestItem]:
    held = select(IngestItem).where(IngestItem.state == ItemState.WORKING, IngestItem.lease_owner == owner)
    return list(session.exec(held))


def _expired(item: IngestItem) -> bool:
    return item.lease_until is None or item.lease_until < now()


def _after_crash(session: Session, item: IngestItem) -> None:
    if item.attempts >= MOST_ATTEMPTS:
        read_before = session.exec(select(Letter.uid).where(Letter.sha256 == item.sha256)).first() is not None
        state = ItemState.REGISTERED if read_before else ItemState.QUARANTINED
        finish(session, item, state, CRASHED, _CRASH_REASON.format(attempts=item.attempts))
    else:
        _wait_again(session, item)


def _wait_again(session: Session, item: IngestItem) -> None:
    item.state = ItemState.WAITING
    item.code = item.reason = item.lease_owner = item.lease_until = None
    item.updated_at = now()
    session.add(item)
    enqueue(session, item)
