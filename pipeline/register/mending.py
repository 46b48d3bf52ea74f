"""What the dead left behind: items in hands that hold them no more, jobs of workers that are gone."""

from __future__ import annotations

from models.database import Register
from pipeline.register.ledger import abandon, abandon_item, sweep
from pipeline.register.queue import Job, has_queue, rescue_stalled, without_job
from pipeline.register.working import is_alive


def mend(register: Register) -> None:
    """Let everything wait again that nobody works on any more. Safe at any time, on any machine, also on several at once.

    Raises ``QueueLostError``.
    """
    with register.writing() as session:
        sweep(session, is_alive)
    if has_queue(register.url):
        rescue_stalled(register.url, lambda job: _let_go(register, job))
        with register.writing() as session:
            for item in without_job(session):
                abandon_item(session, item)


def _let_go(register: Register, job: Job) -> None:
    with register.writing() as session:
        abandon(session, job)
