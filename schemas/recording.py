"""Recorded pages: what was read off a letter, as JSON, so that understanding can run again without OCR.

The register keeps a recording with each reading; tests and ``congvan evaluate`` replay them.
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence

from pydantic import TypeAdapter

from schemas.text import Page

_PAGES = TypeAdapter(tuple[Page, ...])


def pages_to_bytes(pages: Sequence[Page]) -> bytes:
    """``pages`` as gzipped JSON; the same pages give the same bytes."""
    return gzip.compress(_PAGES.dump_json(tuple(pages), exclude_defaults=True), mtime=0)


def pages_from_bytes(data: bytes) -> tuple[Page, ...]:
    """The pages that ``pages_to_bytes`` wrote. Raises ``ValueError`` on anything else."""
    try:
        return _PAGES.validate_json(gzip.decompress(data))
    except (OSError, EOFError) as error:
        raise ValueError("not a recording of pages") from error
