"""When a PDF was signed electronically, as its signatures say themselves."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.scan import open_letter
from pipeline.scan.pdf import last_signed


def signed_pdf(*times: str) -> bytes:
    """A PDF of one empty page with a signature for each of ``times``, the entry M of its dictionary."""
    first = 5
    fields = " ".join(f"{first + 2 * index} 0 R" for index in range(len(times)))
    objects = [
        f"<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[{fields}]>>>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        "<</Length 0>>stream\n\nendstream",
    ]
    for index, time in enumerate(times):
        said = f"/M({time})" if time else ""
        objects += [
            f"<</FT/Sig/T(s{index})/V {first + 2 * index + 1} 0 R>>",
            f"<</Type/Sig/Filter/Adobe.PPKLite{said}/Contents<00>/ByteRange[0 0 0 0]>>",
        ]
    body, starts = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        starts.append(len(body))
        body += f"{number} 0 obj{content}endobj\n".encode("latin-1")
    table = "".join(f"{start:010d} 00000 n \n" for start in starts)
    size = len(objects) + 1
    end = (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF"
    )
    return body + end.encode("latin-1")


@pytest.mark.parametrize(
    ("times", "day"),
    [
        ((), None),
        (("",), None),
        (("yesterday",), None),
        (("D:20250230101010+07'00'",), None),
        (("D:20250317084142+07'00'",), date(2025, 3, 17)),
        (("D:20250317084142",), date(2025, 3, 17)),
        (("D:20250316180000Z",), date(2025, 3, 17)),
        (("D:20250316184142+00'00'",), date(2025, 3, 17)),
        (("D:20250317084142+07'00'", "D:20250319070000+07'00'", "D:20250318070000+07'00'"), date(2025, 3, 19)),
    ],
)
def test_the_last_signature_says_the_day_in_vietnam(times: tuple[str, ...], day: date | None) -> None:
    assert last_signed(signed_pdf(*times)) == day


def test_pages_know_when_their_file_was_signed(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(signed_pdf("D:20250317084142+07'00'"))
    assert [page.signed_on for page in open_letter(tmp_path / "a.pdf").pages()] == [date(2025, 3, 17)]
