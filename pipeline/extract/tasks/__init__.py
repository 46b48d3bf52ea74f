"""Who has to do what because of a letter: its orders as tasks with evidence (``letter-record.md``, "Tasks")."""

from __future__ import annotations

from pipeline.extract.tasks.invitations import invitation_tasks
from pipeline.extract.tasks.kinds import issuer_of, orders, outermost_scope, type_of
from pipeline.extract.tasks.outline import outline
from pipeline.extract.tasks.referents import with_referents
from pipeline.extract.tasks.shared_deadlines import with_shared_deadlines
from pipeline.extract.tasks.submissions import submission_task
from pipeline.extract.tasks.tables import annexed_tasks
from pipeline.extract.tasks.walk import outline_tasks, recommended_tasks
from pipeline.extract.tasks.weighing import weighed
from schemas.document import ParsedDocument
from schemas.extracted import ExtractedHead, ExtractedTask

__all__ = ["extract_tasks"]


def extract_tasks(document: ParsedDocument, head: ExtractedHead) -> tuple[ExtractedTask, ...]:
    """The tasks of ``document`` in the order of its text.

    ``head`` is read for the type (a plan's issuer acts itself, a report orders nothing) and for the
    addressees, whom words like "các đơn vị" mean.
    """
    return with_referents([weighed(task) for task in _read_tasks(document, head)], head)


def _read_tasks(document: ParsedDocument, head: ExtractedHead) -> tuple[ExtractedTask, ...]:
    kind = type_of(document, head)
    if kind == "BC" and document.role == "letter":
        return recommended_tasks(outline(document.body), issuer_of(head))
    if not orders(document, kind):
        # An annex in a file of its own (XLSX) is the first document there, and no less an annex.
        return annexed_tasks(document) if document.role == "attachment" or kind == "PL" else ()
    root = outline(document.body)
    if kind == "TTr":
        return submission_task(document)
    invited = invitation_tasks(document, kind, root)
    found = (*invited, *outline_tasks(root, outermost_scope(kind), bool(invited), issuer_of(head)))
    return with_shared_deadlines(found, document.body)
