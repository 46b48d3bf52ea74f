"""Invitations: one task for each event and hour, for every body invited (rule 7)."""

from __future__ import annotations

from pipeline.extract.tasks.outline import Node
from schemas.document import ParsedDocument
from schemas.extracted import ExtractedHead, ExtractedTask


def invitation_tasks(
    document: ParsedDocument, head: ExtractedHead, kind: str | None, root: Node
) -> tuple[ExtractedTask, ...]:
    return ()
