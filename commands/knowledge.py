"""What commands give the reader to know: today, the working calendar, our own agency."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from schemas.knowledge import Knowledge

OFFICE_TIME = ZoneInfo("Asia/Ho_Chi_Minh")


def knowledge(own_agency: str | None = None) -> Knowledge:
    from corpus.calendar import working_calendar

    return Knowledge(today=datetime.now(OFFICE_TIME).date(), calendar=working_calendar(), own_agency=own_agency)
