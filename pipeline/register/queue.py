"""The queue on PostgreSQL: Procrastinate's one home.

A job carries ids only and says no more than "look at this item"; what has become of a file is the ledger's to say. A job
is put in the queue in the transaction that lets its item wait, so that neither is without the other. An item that waits
anew gets a new job, and the one before it means nothing any more.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import String, cast, column, exists, func, table, text
from sqlalchemy.engine import make_url
from sqlmodel import Session, col, or_, select

from models.tables import IngestItem, ItemState
from schemas.errors import UsageError

if TYPE_CHECKING:
    from procrastinate import App, JobContext

QUEUE = "letters"
READ_LETTER = "read_letter"
HEARTBEAT_SECONDS = 5.0
STALLED_SECONDS = 30.0
"""A worker that sent no heartbeat for so long is taken for dead, and its jobs go to others."""

GONE_SECONDS = 10.0
"""A database that does not answer for so long is said to be gone."""

_JOBS = table("procrastinate_jobs", column("id"), column("status"))


class QueueLostError(UsageError):
    """The database of the queue cannot be reached any more."""


@dataclass(frozen=True, slots=True)
class Job:
    """A job and the item that it is about."""

    id: int
    item_id: int


def has_queue(url: str) -> bool:
    """Whether the register at ``url`` has a queue: on SQLite workers take rows of the ledger themselves."""
    return make_url(url).get_backend_name() == "postgresql"


def enqueue(session: Session, item: IngestItem) -> None:
    """Put a job for ``item`` in the queue, in the transaction of ``session``; nothing where there is no queue."""
    if session.get_bind().dialect.name != "postgresql":
        return
    session.flush()
    connection = session.connection().connection.driver_connection
    deferrer = _enqueuing().configure_task(READ_LETTER, queue=QUEUE, connection=connection)
    item.job_id = deferrer.defer(item_id=item.id)


@cache
def _enqueuing() -> App:
    """An app that writes on the connections it is given and never opens one."""
    from procrastinate import App, SyncPsycopgConnector

    return App(connector=SyncPsycopgConnector())


def without_job(session: Session) -> list[IngestItem]:
    """Items that wait or are in somebody's hands though no job is about them.

    Those are from before there was a queue, or from a queue that was emptied: who works on an item has its job until
    after the item's end is written.
    """
    alive = cast(_JOBS.c.status, String).in_(("todo", "doing"))
    has_job = exists().where(_JOBS.c.id == col(IngestItem.job_id), alive)
    unfinished = select(IngestItem).where(col(IngestItem.state).in_((ItemState.WAITING, ItemState.WORKING)))
    return list(session.exec(unfinished.where(or_(col(IngestItem.job_id).is_(None), ~has_job))))


def jobs_to_do(session: Session) -> int:
    """How many jobs no worker has taken."""
    to_do = cast(_JOBS.c.status, String) == "todo"
    return session.exec(select(func.count()).select_from(_JOBS).where(to_do)).one()


def workers_at_work(session: Session) -> int:
    """How many workers sent a heartbeat lately, on whatever machine."""
    workers = table("procrastinate_workers", column("last_heartbeat"))
    oldest = func.now() - text(f"INTERVAL '{STALLED_SECONDS} seconds'")
    return session.exec(select(func.count()).select_from(workers).where(workers.c.last_heartbeat > oldest)).one()


def work_off_queue(url: str, do: Callable[[Job], None], stay: bool) -> None:
    """Take one job after another and ``do`` it, until none is left, or with ``stay`` until SIGTERM comes.

    What ``do`` raises ends it and is raised. Raises ``QueueLostError``.
    """
    with _lost_is_told():
        asyncio.run(_work_off(_app_at(url), do, stay))


async def _work_off(app: App, do: Callable[[Job], None], stay: bool) -> None:
    failures: list[BaseException] = []

    @app.task(name=READ_LETTER, queue=QUEUE, pass_context=True)
    def read_letter(context: JobContext, item_id: int) -> None:
        assert context.job.id is not None
        do(Job(context.job.id, item_id))

    async def stop_on_failure(go_on: Callable[[], Awaitable[Any]], _: JobContext, worker: Any) -> Any:
        try:
            return await go_on()
        except BaseException as error:
            failures.append(error)
            worker.stop()
            raise

    try:
        async with app.open_async():
            await app.run_worker_async(
                queues=[QUEUE], wait=stay, delete_jobs="always", worker_middleware=[stop_on_failure],
                update_heartbeat_interval=HEARTBEAT_SECONDS, stalled_worker_timeout=STALLED_SECONDS,
                install_signal_handlers=threading.current_thread() is threading.main_thread(),
            )  # fmt: skip
    finally:
        if failures:
            raise failures[0]


def rescue_stalled(url: str, let_go: Callable[[Job], None]) -> int:
    """Have ``let_go`` write what becomes of each job whose worker is dead, then take the job out; how many there were.

    Raises ``QueueLostError``.
    """
    with _undisturbed(), _lost_is_told():
        return asyncio.run(_rescue(_app_at(url), let_go))


async def _rescue(app: App, let_go: Callable[[Job], None]) -> int:
    from procrastinate.exceptions import ConnectorException
    from procrastinate.jobs import Status

    rescued = 0
    async with app.open_async():
        for job in await app.job_manager.get_stalled_jobs(queue=QUEUE, seconds_since_heartbeat=STALLED_SECONDS):
            assert job.id is not None
            let_go(Job(job.id, int(str(job.task_kwargs["item_id"]))))
            with suppress(ConnectorException):  # another machine rescued it at the same time
                await app.job_manager.finish_job_by_id_async(job.id, Status.FAILED, delete_job=True)
            rescued += 1
    return rescued


def _app_at(url: str) -> App:
    from procrastinate import App, PsycopgConnector

    if not os.environ.get("CONGVAN_DEBUG"):
        for library in ("procrastinate", "psycopg.pool"):  # what matters of it we say ourselves
            logging.getLogger(library).setLevel(logging.CRITICAL)
    parsed = make_url(url)
    _, arguments = parsed.get_dialect()().create_connect_args(parsed)
    connector = PsycopgConnector(
        kwargs=arguments, min_size=1, max_size=4, timeout=GONE_SECONDS, reconnect_timeout=GONE_SECONDS
    )
    return App(connector=connector)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """What asks this process to stop waits until we are through: raised amid asyncio's own work, it makes a mess."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGTERM, signal.SIGINT))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _lost_is_told() -> Iterator[None]:
    from procrastinate.exceptions import ConnectorException
    from psycopg import Error

    try:
        yield
    except (ConnectorException, Error) as error:
        raise QueueLostError("Mất kết nối với cơ sở dữ liệu. Hãy kiểm tra máy chủ rồi chạy lại lệnh này.") from error
