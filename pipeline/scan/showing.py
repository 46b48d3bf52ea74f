"""A page of a file as a person sees it, whether its text is in the file or had to be read."""

from __future__ import annotations

from pipeline.scan.source import ScannedFile
from schemas.image import PageImage


def picture_of(file: ScannedFile, number: int) -> PageImage | None:
    """Page ``number`` (from 1) of ``file`` as displayed; ``None`` when the file has no such page or it cannot be shown."""
    if file.kind == "pdf":
        from pipeline.scan.pdf import pdf_picture

        return pdf_picture(file.data, number, file.limits)
    if file.page_count is None:
        return None
    shown = (page for page in file.pages() if page.number == number)
    found = next(shown, None)
    return found if isinstance(found, PageImage) else None
