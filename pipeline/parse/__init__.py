"""Lines of a file into documents and the zones of their form."""

from __future__ import annotations

from pipeline.parse.zones import parse

__all__ = ["parse"]
