"""Letters for tests of the register, as JSON the fake reader takes. All people and agencies are invented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def task(action: str, due: str | None = None, **others: Any) -> dict[str, Any]:
    """A task of everybody addressed, with a day to be done before when ``due`` is given."""
    deadline = due and {"text": f"trước ngày {due}", "kind": "date", "bound": "before", "due": due}
    return {"item": None, "action": action, "lead": ["@addressees"], "deadline": deadline, **others}


def document(serial: str | None = "107", **others: Any) -> dict[str, Any]:
    """A công văn of an invented department."""
    return {
        "role": "letter",
        "pages": [1, 1],
        "document_type": "CV",
        "parent_agency": "UBND TỈNH AN PHÚ",
        "issuer": "SỞ NỘI VỤ",
        "number": {"serial": serial, "symbol": "SNV-TCCC"},
        "place": "An Phú",
        "issued_on": "2026-03-02",
        "subject": "rà soát vị trí việc làm",
        "addressees": ["Sở Y tế", "UBND các xã, phường"],
        "signatory": {"name": "Lý Văn Thử", "position": "Phó Giám đốc", "capacity": "KT. GIÁM ĐỐC"},
        "tasks": [task("rà soát vị trí việc làm, gửi báo cáo", "2026-03-20")],
        **others,
    }


def write_letter(path: Path, *documents: dict[str, Any], **told: Any) -> Path:
    """A file at ``path`` that the fake reader reads as ``documents`` (one usual letter when none is given)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = {"documents": list(documents or (document(),)), **told}
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path
